import { type Message, say } from '../../../language/index.ts';
import type { FunctionTable } from '../../functions.ts';
import { limits } from '../../limits.ts';
import { children, type Tree } from '../../tree.ts';
import { derivativeHint, ReadingError, type UnknownName } from '../problem.ts';
import type { Names } from '../tokens/names.ts';
import { closerOf, type Token } from '../tokens/token.ts';

/** What the words in a text mean. */
export interface Vocabulary {
  readonly names: Names;
  /** What σ and other letters for functions stand for, by canonical function name. */
  readonly functions: ReadonlyMap<string, string>;
  readonly table: FunctionTable;
  readonly decimalComma: boolean;
}

/** The rules of the grammar that its parts call back. */
export interface Grammar {
  readonly cursor: Cursor;
  expression(): Tree;
  comparison(): Tree;
  /** A number, name, function or bracket with its powers. */
  power(): Tree;
  primary(): Tree;
  exponent(): Tree;
  bracketed(): Tree;
  /** Whether a factor follows without a times sign. */
  factorFollows(): boolean;
  /** The tree of a formula that the table of functions states. */
  readonly template: (text: string) => Tree;
}

/** A place in a list of tokens, with the bounds of what may be built from it. */
export class Cursor {
  /** The last is of kind `end`. */
  readonly tokens: Token[];
  readonly vocabulary: Vocabulary;
  /** The token here. */
  token: Token;
  private place = 0;
  /** Open bars of absolute values since the last bracket. */
  bars = 0;
  /** Directly inside the arguments of a function of several: a comma sets them apart. */
  commaSeparates = false;
  /** The first name that is not declared: the error of the whole, whatever follows. */
  unknown: UnknownName | undefined;
  private depth = 0;
  private nodes = 0;

  /** The list is the cursor's own from here on. */
  constructor(tokens: Token[], vocabulary: Vocabulary) {
    this.tokens = tokens;
    this.vocabulary = vocabulary;
    this.token = this.ahead(0);
  }

  get at(): number {
    return this.place;
  }

  set at(place: number) {
    this.place = place;
    this.token = this.tokens[place] ?? this.ahead(0);
  }

  get ended(): boolean {
    return this.token.kind === 'end';
  }

  ahead(count: number): Token {
    const token = this.tokens[this.at + count] ?? this.tokens.at(-1);
    if (!token) throw new Error('the scanner ends every list of tokens with an end');
    return token;
  }

  /** Puts tokens in the place of the one here. */
  replace(...pieces: readonly Token[]): void {
    this.tokens.splice(this.at, 1, ...pieces);
    this.token = this.ahead(0);
  }

  next(): Token {
    const { token } = this;
    this.at++;
    return token;
  }

  is(text: string): boolean {
    return this.token.kind === 'sign' && this.token.text === text;
  }

  isWord(words: ReadonlySet<string>): boolean {
    return this.token.kind === 'word' && words.has(this.token.text);
  }

  accept(text: string): boolean {
    const found = this.is(text);
    if (found) this.at++;
    return found;
  }

  acceptWord(words: ReadonlySet<string>): boolean {
    const found = this.isWord(words);
    if (found) this.at++;
    return found;
  }

  /** Passes over bare punctuation. */
  skip(...signs: readonly string[]): void {
    while (signs.some((sign) => this.is(sign))) this.at++;
  }

  expect(text: string, opener: Token): void {
    if (this.accept(text)) return;
    if (!this.ended) throw this.unexpected();
    throw new ReadingError(say('This ‘{bracket}’ is never closed.', { bracket: opener.text }), opener);
  }

  /** What `read` finds between the bracket here and the one that closes it. */
  inside<T>(read: () => T, commaSeparates = false): T {
    const opener = this.next();
    const outer = { bars: this.bars, commaSeparates: this.commaSeparates };
    this.bars = 0;
    this.commaSeparates = commaSeparates;
    const found = read();
    this.expect(closerOf(opener.text), opener);
    this.bars = outer.bars;
    this.commaSeparates = outer.commaSeparates;
    return found;
  }

  /** Counts the node on top of what was built. */
  count<T extends Tree>(tree: T): T {
    if (++this.nodes > limits.nodes) {
      const hint = say('This is too long: more than {most, number} numbers, names and signs.', {
        most: limits.nodes,
      });
      throw new ReadingError(hint, this.token);
    }
    return tree;
  }

  /** Counts every node of a tree that holds some part twice: nested, such parts would double at each level. */
  countAll<T extends Tree>(tree: T): T {
    for (const child of children(tree)) this.countAll(child);
    return this.count(tree);
  }

  /** One level further in; an error on the way leaves the cursor useless. */
  enter(): void {
    if (++this.depth > limits.depth) {
      throw new ReadingError(say('This is nested too deeply to be read.'), this.token);
    }
  }

  leave(): void {
    this.depth--;
  }

  unexpected(token = this.token): ReadingError {
    return new ReadingError(unexpectedMessage(token), token);
  }
}

const unexpectedMessage = (token: Token): Message => {
  const shown = token.text.replace(/^\?/, '');
  if (token.kind === 'end') return say('Something is missing at the end.');
  if (token.kind === 'number' || token.kind === 'digits') {
    return say(
      'There are two numbers in a row here, or a number after a bracket: write * for a product or ^ for a power.',
    );
  }
  if (shown === "'") return say('A prime can only come right after the name of a function, as in σ′(z).');
  if (shown === '\\right.') return say('This bracket has no partner.');
  if (shown === '∂') return derivativeHint;
  if (shown === '.') {
    return say('A point can only be part of a number: write a function before its argument, as in relu(z).');
  }
  if (shown === '!') return say('Factorials cannot be used here.');
  if (shown === '=') return say('There is an equals sign here: type only what is to its right.');
  if (/^[)\]}]$/.test(shown)) {
    return say('This ‘{shown}’ closes nothing that is open, or something is missing before it.', { shown });
  }
  return say('‘{shown}’ cannot be read here.', { shown });
};
