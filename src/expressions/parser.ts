import { type Call, callee, expand } from './calls.ts';
import { fold } from './characters.ts';
import { functionSpellings } from './functions.ts';
import { limits } from './limits.ts';
import { Names, nearest } from './names.ts';
import { ReadingError, type Span } from './problem.ts';
import { scan, type Token } from './tokens.ts';
import { apply, type BinaryOperator, binary, choice, constant, digits, name, type Tree } from './tree.ts';

/** What the words in a text mean. */
export interface Vocabulary {
  readonly names: Names;
  /** What σ and other letters for functions stand for, by canonical function name. */
  readonly functions: ReadonlyMap<string, string>;
  readonly decimalComma: boolean;
}

const comparisons: ReadonlyMap<string, BinaryOperator> = new Map([
  ['<', '<'],
  ['<=', '<='],
  ['>', '>'],
  ['>=', '>='],
  ['=', '='],
  ['!=', '!='],
]);
const closing: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
]);
const conditionWords: ReadonlySet<string> = new Set(['if', 'for', 'when', 'where']);
const otherwiseWords: ReadonlySet<string> = new Set(['otherwise', 'else', 'sonst']);

/**
 * Pratt parser. Juxtaposition is multiplication with the rank of `*`, left to right: 1/2z is (1/2)·z.
 * A function without brackets takes the factors that follow up to the next sign or function: tanh 2z is tanh(2z).
 */
export class Parser {
  private readonly tokens: Token[];
  private readonly vocabulary: Vocabulary;
  private at = 0;
  private depth = 0;
  private nodes = 0;
  private bars = 0;
  private brackets = 0;
  /** Directly inside the arguments of a function of several: a comma sets them apart. */
  private commaSeparates = false;

  constructor(tokens: readonly Token[], vocabulary: Vocabulary) {
    this.tokens = [...tokens];
    this.vocabulary = vocabulary;
  }

  whole(): Tree {
    if (this.ended) throw new ReadingError('Nothing is typed here.', this.token);
    const tree = this.conditional();
    if (!this.ended) throw this.unexpected();
    return tree;
  }

  private get ended(): boolean {
    return this.token.kind === 'end';
  }

  private get token(): Token {
    return this.ahead(0);
  }

  private ahead(count: number): Token {
    const token = this.tokens[Math.min(this.at + count, this.tokens.length - 1)];
    if (!token) throw new Error('the scanner ends every list of tokens with an end');
    return token;
  }

  private next(): Token {
    const token = this.token;
    this.at++;
    return token;
  }

  private is(text: string): boolean {
    return this.token.kind === 'sign' && this.token.text === text;
  }

  private accept(text: string): boolean {
    const found = this.is(text);
    if (found) this.at++;
    return found;
  }

  private expect(text: string, opener: Token): void {
    if (this.accept(text)) return;
    if (this.token.kind === 'end') {
      throw new ReadingError(`This ‘${opener.text}’ is never closed.`, opener, `‘${text}’ at the end`);
    }
    throw this.unexpected();
  }

  private count<T extends Tree>(tree: T, more = 1): T {
    this.nodes += more;
    if (this.nodes > limits.nodes) {
      throw new ReadingError(
        `This is too long: more than ${limits.nodes} numbers, names and signs.`,
        this.token,
      );
    }
    return tree;
  }

  private deeper(): void {
    if (++this.depth > limits.depth) {
      throw new ReadingError(
        `This is nested too deeply: at most ${limits.depth} levels are read.`,
        this.token,
      );
    }
  }

  /** `1 if z > 0 else 0`, `1 if z > 0, 0 otherwise`; else an ordinary expression. */
  private conditional(): Tree {
    this.deeper();
    const value = this.comparison();
    let tree = value;
    if (this.token.kind === 'word' && conditionWords.has(this.token.text)) {
      this.at++;
      const when = this.comparison();
      const comma = !this.commaSeparates && (this.accept(',') || this.accept(';'));
      const otherwise = comma || otherwiseWords.has(this.token.text) ? this.otherwise() : undefined;
      tree = this.count(choice(when, value, otherwise));
    }
    this.depth--;
    return tree;
  }

  private otherwise(): Tree {
    this.skipWord(otherwiseWords);
    const tree = this.conditional();
    this.skipWord(otherwiseWords);
    return tree;
  }

  private skipWord(words: ReadonlySet<string>): boolean {
    const found = this.token.kind === 'word' && words.has(this.token.text);
    if (found) this.at++;
    return found;
  }

  /** A chain such as 0 < z < 1 is the product of its comparisons. */
  private comparison(): Tree {
    let left = this.sum();
    let chain: Tree | undefined;
    for (;;) {
      const op = this.token.kind === 'sign' ? comparisons.get(this.token.text) : undefined;
      if (op === undefined) return chain ?? left;
      if (op === '=' && this.brackets === 0) {
        throw new ReadingError(
          'Here is an equals sign: type only what stands on its right side.',
          this.token,
        );
      }
      this.at++;
      const right = this.sum();
      const holds = this.count(binary(op, left, right));
      chain = chain ? this.count(binary('*', chain, holds)) : holds;
      left = right;
    }
  }

  private sum(): Tree {
    let left = this.product();
    for (;;) {
      if (this.accept('+')) left = this.count(binary('+', left, this.product()));
      else if (this.accept('-')) left = this.count(binary('-', left, this.product()));
      else return left;
    }
  }

  private product(): Tree {
    let left = this.unary();
    for (;;) {
      if (this.accept('*') || this.acceptTimesLetter()) left = this.count(binary('*', left, this.unary()));
      else if (this.accept('/')) left = this.count(binary('/', left, this.unary()));
      else if (this.factorFollows()) left = this.count(binary('*', left, this.power()));
      else return left;
    }
  }

  /** 1920 x 1080: an x between numbers is a times sign unless it is a name. */
  private acceptTimesLetter(): boolean {
    const { token } = this;
    const follower = this.ahead(1);
    const between =
      this.tokens[this.at - 1]?.kind === 'number' &&
      (follower.kind === 'number' || follower.kind === 'digits');
    if (token.kind !== 'word' || !/^[xX]$/.test(token.text) || !between) return false;
    if (this.vocabulary.names.at(this.tokens, this.at, token.text, this.at + 1)) return false;
    if (follower.kind === 'digits') this.tokens[this.at + 1] = { ...follower, kind: 'number' };
    this.at++;
    return true;
  }

  /** Whether a factor follows without a sign. A number may, but only after a space: (y-out)2 has lost a ^. */
  private factorFollows(): boolean {
    const { token } = this;
    switch (token.kind) {
      case 'word':
        return !conditionWords.has(token.text) && !otherwiseWords.has(token.text);
      case 'command':
        return token.text !== 'end';
      case 'number':
        return token.spaced && this.tokens[this.at - 1]?.kind !== 'number';
      case 'sign':
        if (token.text === '|') return token.side === 'open' || (token.side !== 'close' && this.bars === 0);
        return closing.has(token.text) || token.text === '√' || token.text === '∛';
      default:
        return false;
    }
  }

  private unary(): Tree {
    if (this.is('-') || this.is('+')) {
      const { text } = this.next();
      this.deeper();
      const tree = this.unary();
      this.depth--;
      return text === '-' ? this.count(apply('neg', tree)) : tree;
    }
    return this.power();
  }

  private power(): Tree {
    this.deeper();
    let base = this.primary();
    while (this.accept('^')) {
      const exponent = this.exponent();
      base =
        base.kind === 'constant' && base.name === 'e'
          ? this.count(apply('exp', exponent))
          : this.count(binary('^', base, exponent));
      // a^b^c groups from the right, which exponent() has done; {a^b}^c and a²^c cannot be meant otherwise.
    }
    this.depth--;
    return base;
  }

  private exponent(): Tree {
    if (this.is('{')) return this.bracketed();
    return this.unary();
  }

  /** An expression in brackets of any shape; a comparison in them is 0 or 1. */
  private bracketed(): Tree {
    const opener = this.next();
    const close = closing.get(opener.text) ?? '';
    const [bars, commaSeparates] = [this.bars, this.commaSeparates];
    this.bars = 0;
    this.commaSeparates = false;
    this.brackets++;
    const tree = this.conditional();
    this.expect(close, opener);
    this.brackets--;
    this.bars = bars;
    this.commaSeparates = commaSeparates;
    return tree;
  }

  private primary(): Tree {
    const { token } = this;
    if (token.kind === 'number') return this.number();
    if (token.kind === 'word') return this.word(token);
    if (token.kind === 'command') return this.command(token);
    if (closing.has(token.text) && token.kind === 'sign') return this.bracketed();
    if (this.is('|')) return this.absolute();
    if (this.accept('√')) return this.count(apply('sqrt', this.power()));
    if (this.accept('∛')) return this.count(expand('cbrt', [this.power()], template) ?? constant('e'), 12);
    if (this.is('_') && this.ahead(1).kind !== 'sign') throw this.unknown(this.underscored());
    throw this.unexpected();
  }

  private absolute(): Tree {
    const opener = this.next();
    if (opener.side === 'close') throw new ReadingError('This bar closes nothing.', opener);
    this.bars++;
    this.brackets++;
    const tree = this.conditional();
    this.expect('|', opener);
    this.brackets--;
    this.bars--;
    return this.count(apply('abs', tree));
  }

  private number(): Tree {
    const first = this.next();
    const { text, end } = this.commaGroups(first);
    const at: Span = { start: first.start, end };
    const tree = digits(text);
    if (!Number.isFinite(tree.value)) {
      throw new ReadingError('This number is too large: it is not a finite number here.', at);
    }
    if (tree.value === 0 && /[1-9]/.test(text.replace(/e.*/, ''))) {
      throw new ReadingError('This number is too small: it is rounded to 0 here.', at);
    }
    if (text === '1' && this.is('_') && closing.has(this.ahead(1).text)) {
      this.at++;
      return this.bracketed();
    }
    return this.count(tree);
  }

  /**
   * The one rule for commas in numbers. Between the arguments of a function of several, a comma sets them
   * apart. Elsewhere groups of exactly three digits are thousands (1,592 is 1592), unless the course writes
   * decimal commas and there is just one comma (1,592 is 1.592). `{,}` is a decimal comma before any other number of digits.
   */
  private commaGroups(first: Token): { text: string; end: number } {
    let text = first.text;
    let { end } = first;
    let commas = 0;
    for (;;) {
      const [comma, follower] = [this.token, this.ahead(1)];
      const braced = comma.text === '{,}';
      if (!(braced || (comma.text === ',' && !this.commaSeparates))) break;
      if (comma.spaced || follower.spaced || follower.kind !== 'number' || /[.e]/.test(text)) break;
      const group = /^\d{3}(?![\d])/.test(follower.text) && text.length <= (commas === 0 ? 3 : Infinity);
      const another = this.ahead(2).text === comma.text && this.ahead(3).kind === 'number';
      const decimal = this.vocabulary.decimalComma
        ? commas === 0 && !another
        : braced && commas === 0 && !group;
      if (!decimal && !group) {
        throw new ReadingError(
          'A comma cannot be read here. Write decimals with a point, and arguments only inside a function such as max(0, z).',
          comma,
          `${text}.${follower.text}`,
        );
      }
      text += decimal ? `.${follower.text}` : follower.text;
      end = follower.end;
      this.at += 2;
      commas++;
    }
    return { text, end };
  }

  private word(token: Token): Tree {
    const found = this.vocabulary.names.at(this.tokens, this.at, token.text, this.at + 1);
    if (found) {
      this.at = found.next;
      this.refuseDigits();
      return this.count(name(found.name));
    }
    const call = callee(this.tokens, this.at, this.vocabulary.functions);
    if (call) return this.call(call);
    if (token.text === 'e' || token.text === 'pi') {
      this.at++;
      this.refuseDigits();
      return this.count(constant(token.text));
    }
    if (this.split(token)) return this.word(this.token);
    throw this.unknown(token);
  }

  private refuseDigits(): void {
    if (this.token.kind === 'digits' && !this.token.spaced) {
      throw new ReadingError(
        'A digit right after a name: write * for a product or ^ for a power.',
        this.token,
      );
    }
  }

  /** Ae^{-z} is A times e^{-z}: an unknown word whose parts are all known is cut, the longest parts first. */
  private split(token: Token): boolean {
    const { text } = token;
    if (text.length > 40 || token.end - token.start < text.length) return false;
    const isFactor = (part: string): boolean =>
      part === 'e' || this.vocabulary.names.word(part) !== undefined;
    const deadEnds = new Set<number>();
    const cut = (from: number): string[] | undefined => {
      if (deadEnds.has(from)) return undefined;
      const rest = text.slice(from);
      if (from > 0 && this.isKnown(token, rest)) return [rest];
      for (let to = text.length - 1; to > from; to--) {
        const part = text.slice(from, to);
        const others = isFactor(part) ? cut(to) : undefined;
        if (others) return [part, ...others];
      }
      deadEnds.add(from);
      return undefined;
    };
    const parts = cut(0);
    if (!parts) return false;
    let { end } = token;
    const cutTokens = parts.reverse().map((part) => {
      const piece: Token = { ...token, text: part, start: end - part.length, end };
      end = piece.start;
      return piece;
    });
    this.tokens.splice(this.at, 1, ...cutTokens.reverse());
    return true;
  }

  /** Whether a word in the place of this token, with what follows it, is a name, a function or e. */
  private isKnown(token: Token, text: string): boolean {
    const tokens = [...this.tokens];
    tokens[this.at] = { ...token, text };
    return (
      text === 'e' ||
      this.vocabulary.names.at(tokens, this.at, text, this.at + 1) !== undefined ||
      callee(tokens, this.at, this.vocabulary.functions) !== undefined
    );
  }

  private call(call: Call): Tree {
    const opener = this.token;
    this.at = call.next;
    let primes = 0;
    let power: Tree | undefined;
    for (;;) {
      if (this.accept("'")) primes++;
      else if (power === undefined && this.is('^')) {
        this.at++;
        const braced = this.is('{') && this.ahead(1).text === "'" && this.ahead(2).text === '}';
        if (braced) this.at += 3;
        if (braced || this.accept("'")) primes++;
        else power = this.exponent();
      } else break;
    }
    const at: Span = { start: opener.start, end: this.ahead(-1).end };
    if (primes > 1) throw new ReadingError('A second derivative cannot be read: write it out.', at);
    const fn = primes > 0 ? `${call.fn}'` : call.fn;
    const args = this.arguments(call.least, call.most, opener);
    const value = expand(fn, args, template, call.base);
    if (!value) throw new ReadingError(`The derivative of ${call.fn} cannot be read: write it out.`, at);
    this.count(value);
    if (power === undefined) return value;
    const inverse = power.kind === 'apply' && power.fn === 'neg' && power.to.kind === 'number';
    if (inverse) {
      throw new ReadingError(
        `It is unclear whether this means the inverse function or 1/${call.fn}: write one or the other out.`,
        at,
      );
    }
    return this.count(binary('^', value, power));
  }

  private arguments(least: number, most: number, opener: Token): Tree[] {
    if (!closing.has(this.token.text) || this.token.kind !== 'sign') {
      if (least > 1) throw new ReadingError(`‘${opener.text}’ needs its arguments in brackets.`, opener);
      return [this.bareArgument(opener)];
    }
    const bracket = this.next();
    const [bars, commaSeparates] = [this.bars, this.commaSeparates];
    this.bars = 0;
    this.commaSeparates = most > 1;
    this.brackets++;
    const args = [this.conditional()];
    while (args.length < most && (this.accept(',') || this.accept(';'))) args.push(this.conditional());
    this.expect(closing.get(bracket.text) ?? '', bracket);
    this.brackets--;
    this.bars = bars;
    this.commaSeparates = commaSeparates;
    if (args.length < least) {
      throw new ReadingError(`‘${opener.text}’ needs at least ${least} arguments.`, opener);
    }
    return args;
  }

  private bareArgument(opener: Token): Tree {
    if (this.accept('-')) return this.count(apply('neg', this.bareArgument(opener)));
    if (!(this.factorFollows() || this.token.kind === 'number')) {
      throw new ReadingError(`‘${opener.text}’ is a function: its argument is missing.`, opener);
    }
    let left = this.power();
    while (this.factorFollows() && !this.functionFollows())
      left = this.count(binary('*', left, this.power()));
    return left;
  }

  private functionFollows(): boolean {
    const { token } = this;
    return (
      token.kind === 'word' &&
      !this.vocabulary.names.at(this.tokens, this.at, token.text, this.at + 1) &&
      callee(this.tokens, this.at, this.vocabulary.functions) !== undefined
    );
  }

  private command(token: Token): Tree {
    switch (token.text) {
      case 'frac': {
        this.at++;
        const above = this.commandArgument();
        return this.count(binary('/', above, this.commandArgument()));
      }
      case 'sqrt':
        this.at++;
        return this.root();
      case 'hat':
      case 'bar':
      case 'tilde':
        return this.accented(token);
      case 'begin':
        return this.cases(token);
      default:
        throw new ReadingError(`The command ‘\\${token.text}’ is not read here.`, token);
    }
  }

  /** `{…}`, or the one number, name or command that follows. */
  private commandArgument(): Tree {
    this.deeper();
    const tree = this.primary();
    this.depth--;
    return tree;
  }

  /** √x; with an odd index the root is defined for negative x too. */
  private root(): Tree {
    if (!this.is('[')) return this.count(apply('sqrt', this.commandArgument()));
    const at = this.token;
    const index = this.bracketed();
    const of = this.commandArgument();
    if (index.kind !== 'number' || !Number.isInteger(index.value) || index.value < 2) {
      throw new ReadingError('The index of a root must be a whole number from 2 on.', at);
    }
    if (index.value === 2) return this.count(apply('sqrt', of));
    const exponent = binary('/', digits('1'), index);
    if (index.value % 2 === 0) return this.count(binary('^', of, exponent), 3);
    return this.count(binary('*', apply('sign', of), binary('^', apply('abs', of), exponent)), 7);
  }

  /** \hat{y}, hat(y), \hat y: the name yhat. */
  private accented(token: Token): Tree {
    const bracket = closing.get(this.ahead(1).text);
    const letter = this.ahead(bracket ? 2 : 1);
    const after = this.at + (bracket ? 4 : 2);
    const closed = bracket === undefined || this.tokens[after - 1]?.text === bracket;
    const base = letter.text + token.text;
    if (letter.kind !== 'word' || !closed) throw this.unknown({ ...token, text: base });
    const found = this.vocabulary.names.at(this.tokens, this.at, base, after);
    if (!found) throw this.unknown({ ...token, end: letter.end, text: base });
    this.at = found.next;
    return this.count(name(found.name));
  }

  /** \begin{cases} value & condition \\ … \end{cases}; the last condition may be "otherwise". */
  private cases(opener: Token): Tree {
    this.at++;
    this.environment(opener);
    const rows: { value: Tree; when: Tree | undefined }[] = [];
    this.brackets++;
    do {
      if (this.token.text === 'end' && rows.length > 0) break;
      const value = this.comparison();
      this.skipPunctuation();
      if (!this.accept('&') && !this.token.text.match(/^(if|for|when|otherwise|else)$/))
        throw this.unexpected();
      this.skipWord(conditionWords);
      const last = this.skipWord(otherwiseWords);
      rows.push({ value, when: last ? undefined : this.comparison() });
      this.skipPunctuation();
    } while (this.accept('\\\\'));
    this.brackets--;
    if (this.token.text !== 'end') throw this.unexpected();
    this.at++;
    this.environment(opener);
    return (
      rows.reduceRight<Tree | undefined>(
        (otherwise, { value, when }) => (when ? this.count(choice(when, value, otherwise)) : value),
        undefined,
      ) ?? this.fail(opener)
    );
  }

  private environment(opener: Token): void {
    if (this.is('{') && this.ahead(1).text === 'cases' && this.ahead(2).text === '}') this.at += 3;
    else throw new ReadingError('Only the environment ‘cases’ is read here.', opener);
  }

  private skipPunctuation(): void {
    while (this.is(',') || this.is(';') || this.is('?.')) this.at++;
  }

  private fail(token: Token): never {
    throw new ReadingError('These cases are empty.', token);
  }

  private underscored(): Token {
    const from = this.at;
    while (this.is('_') || (this.token.kind !== 'sign' && this.token.kind !== 'end' && !this.token.spaced))
      this.at++;
    const used = this.tokens.slice(from, this.at);
    const first = used[0] ?? this.token;
    return { ...first, text: used.map(({ text }) => text).join(''), end: used.at(-1)?.end ?? first.end };
  }

  private unknown(token: Token): ReadingError {
    const { declared } = this.vocabulary.names;
    let typed = token.text;
    let { end } = token;
    for (let i = this.at + 1; typed === token.text || i < this.at + 6; i++) {
      const follower = this.tokens[i];
      if (!follower || follower.spaced || !(follower.kind === 'digits' || follower.text === '_')) break;
      typed += follower.text;
      end = follower.end;
    }
    const shown = typed.length > 40 ? `${typed.slice(0, 40)}…` : typed;
    const guess = nearest(typed, [...declared, ...this.vocabulary.functions.keys(), ...functionSpellings]);
    const known = declared.length > 0 ? ` The names here are ${declared.slice(0, 12).join(', ')}.` : '';
    return new ReadingError(
      `‘${shown}’ is not a name in this question.${guess ? ` Is ‘${guess}’ meant?` : known}`,
      { start: token.start, end },
      guess,
    );
  }

  private unexpected(): ReadingError {
    const { token } = this;
    const shown = token.text.replace(/^\?/, '');
    const message =
      token.kind === 'end'
        ? 'Something is missing at the end.'
        : shown === "'"
          ? 'A prime can only stand right after the name of a function, as in σ′(z).'
          : token.kind === 'number' || token.kind === 'digits'
            ? 'Here two numbers meet, or a number follows a bracket: write * for a product or ^ for a power.'
            : shown === '!'
              ? 'Factorials are not read.'
              : /^[)\]}]$/.test(shown)
                ? `This ‘${shown}’ closes nothing that is open, or something is missing before it.`
                : `‘${shown}’ cannot be read here.`;
    return new ReadingError(message, token);
  }
}

const plainWords: Vocabulary = {
  names: new Names(['x', 'a'], (text) => scan(fold(text))),
  functions: new Map(),
  decimalComma: false,
};
const templates = new Map<string, Tree>();

/** The tree of a shorthand's own text. */
export const template = (text: string): Tree => {
  const tree = templates.get(text) ?? new Parser(scan(fold(text)), plainWords).whole();
  templates.set(text, tree);
  return tree;
};
