import { say } from '../../../language/index.ts';
import type { FunctionTable } from '../../functions.ts';
import { apply, binary, choice, isComparison, type Tree } from '../../tree.ts';
import { ReadingError } from '../problem.ts';
import { fold } from '../tokens/characters.ts';
import { Names } from '../tokens/names.ts';
import { isOpening } from '../tokens/token.ts';
import { scan } from '../tokens/tokens.ts';
import { readCases, readCommand } from './command.ts';
import { Cursor, type Grammar, type Vocabulary } from './cursor.ts';
import { readDigits } from './digits.ts';
import { conditionWords, otherwiseWords, readWord } from './word.ts';

/**
 * Recursive descent over the tokens of one text. Juxtaposition is multiplication with the rank of `*`,
 * left to right: 1/2z is (1/2)·z. A function without brackets takes the factors that follow up to the next
 * sign or function: tanh 2z is tanh(2z).
 */
export class Parser implements Grammar {
  readonly cursor: Cursor;
  private readonly mayEquate: boolean;

  constructor(text: string, vocabulary: Vocabulary) {
    const folded = fold(text);
    this.cursor = new Cursor(scan(folded, vocabulary.table), vocabulary);
    this.mayEquate = folded.text.includes('=');
  }

  /** The tree of the whole text. Throws ReadingError. */
  whole(): Tree {
    const { cursor } = this;
    if (cursor.ended) throw new ReadingError(say('Nothing has been typed here.'), cursor.token);
    if (this.mayEquate) refuseEquation(cursor);
    try {
      const tree = this.expression();
      if (!cursor.ended) throw cursor.unexpected();
      if (!cursor.unknown) return tree;
      cursor.unknown.tree = tree;
    } catch (error) {
      if (!cursor.unknown) throw error;
    }
    throw cursor.unknown;
  }

  readonly template = (text: string): Tree => template(text, this.cursor.vocabulary.table);

  /** An ordinary expression, or one with a condition: `1 if z > 0 else 0`, `1 if z > 0, 0 otherwise`. */
  expression(): Tree {
    const { cursor } = this;
    cursor.enter();
    const value = this.comparison();
    const tree = cursor.accept('??')
      ? this.ternary(value)
      : cursor.acceptWord(conditionWords)
        ? this.conditional(value)
        : value;
    cursor.leave();
    return tree;
  }

  /** `z > 0 ? 1 : 0`. */
  private ternary(when: Tree): Tree {
    const { cursor } = this;
    const then = this.expression();
    if (!cursor.accept('?:')) throw cursor.unexpected();
    return cursor.count(choice(when, then, this.expression()));
  }

  private conditional(value: Tree): Tree {
    const { cursor } = this;
    const when = this.comparison();
    const comma = !cursor.commaSeparates && (cursor.accept(',') || cursor.accept(';'));
    const otherwise = comma || cursor.isWord(otherwiseWords) ? this.otherwise() : undefined;
    return cursor.count(choice(when, value, otherwise));
  }

  private otherwise(): Tree {
    this.cursor.acceptWord(otherwiseWords);
    const tree = this.expression();
    this.cursor.acceptWord(otherwiseWords);
    return tree;
  }

  /** A chain such as 0 < z < 1 is the product of its comparisons. */
  comparison(): Tree {
    const { cursor } = this;
    let left = this.sum();
    let chain: Tree | undefined;
    for (;;) {
      const { kind, text } = cursor.token;
      if (kind !== 'sign' || !isComparison(text)) return chain ?? left;
      cursor.at++;
      const right = this.sum();
      const holds = cursor.count(binary(text, left, right));
      chain = chain ? cursor.countAll(binary('*', chain, holds)) : holds;
      left = right;
    }
  }

  private sum(): Tree {
    const { cursor } = this;
    let left = this.product();
    for (;;) {
      const { kind, text } = cursor.token;
      if (kind !== 'sign' || (text !== '+' && text !== '-')) return left;
      cursor.at++;
      left = cursor.count(binary(text, left, this.product()));
    }
  }

  private product(): Tree {
    const { cursor } = this;
    let left = this.unary();
    for (;;) {
      const { kind, text } = cursor.token;
      if (kind === 'sign' && (text === '*' || text === '/')) {
        cursor.at++;
        left = cursor.count(binary(text, left, this.unary()));
      } else if (kind === 'word' && this.acceptTimesLetter()) {
        left = cursor.count(binary('*', left, this.unary()));
      } else if (this.factorFollows()) {
        left = cursor.count(binary('*', left, this.power()));
      } else {
        return left;
      }
    }
  }

  /** 1920 x 1080, AsciiMath's xx: an undeclared x is a times sign there. */
  private acceptTimesLetter(): boolean {
    const { cursor } = this;
    const { names } = cursor.vocabulary;
    const { text } = cursor.token;
    if (text !== 'x' && text !== 'X' && text !== 'xx') return false;
    const follower = cursor.ahead(1);
    const numbers =
      cursor.ahead(-1).kind === 'number' && (follower.kind === 'number' || follower.kind === 'digits');
    if ((text !== 'xx' && !numbers) || names.word('x') !== undefined) return false;
    if (names.at(cursor.tokens, text, cursor.at + 1)) return false;
    if (follower.kind === 'digits') cursor.tokens[cursor.at + 1] = { ...follower, kind: 'number' };
    cursor.next();
    return true;
  }

  /** A number may follow only after a space: (y-out)2 has lost a ^. */
  factorFollows(): boolean {
    const { cursor } = this;
    const { token } = cursor;
    switch (token.kind) {
      case 'word':
        return !cursor.isWord(conditionWords) && !cursor.isWord(otherwiseWords);
      case 'command':
        return token.text !== 'end';
      case 'number':
        return (token.spaced && cursor.ahead(-1).kind !== 'number') || this.indicatorFollows();
      case 'sign':
        if (token.text === '|') {
          return token.side === 'open' || (token.side !== 'close' && cursor.bars === 0);
        }
        return isOpening(token.text) || token.text === '√';
      default:
        return false;
    }
  }

  /** 2(out-y)1_{z>0} */
  private indicatorFollows(): boolean {
    const { cursor } = this;
    return cursor.token.text === '1' && cursor.ahead(1).text === '_' && isOpening(cursor.ahead(2).text);
  }

  private unary(): Tree {
    const { cursor } = this;
    const { kind, text } = cursor.token;
    if (kind !== 'sign' || (text !== '-' && text !== '+')) return this.power();
    cursor.at++;
    cursor.enter();
    const tree = this.unary();
    cursor.leave();
    return text === '-' ? cursor.count(apply('neg', tree)) : tree;
  }

  power(): Tree {
    const { cursor } = this;
    cursor.enter();
    let base = this.primary();
    while (cursor.accept('^')) {
      const exponent = this.exponent();
      const isE = base.kind === 'constant' && base.name === 'e';
      base = cursor.count(isE ? apply('exp', exponent) : binary('^', base, exponent));
    }
    cursor.leave();
    return base;
  }

  /** Powers group from the right: a^b^c is a^(b^c). */
  exponent(): Tree {
    return this.cursor.is('{') ? this.bracketed() : this.unary();
  }

  /** An expression in brackets of any shape; a comparison in them is 0 or 1. */
  bracketed(): Tree {
    return this.cursor.inside(() => this.expression());
  }

  primary(): Tree {
    const { cursor } = this;
    const { token } = cursor;
    if (token.kind === 'number') return readDigits(this);
    if (token.kind === 'word') return readWord(this);
    if (token.kind === 'command') return readCommand(this);
    if (cursor.is('{') && token.side === 'open' && cursor.ahead(1).text === 'begin') return readCases(this);
    if (token.kind === 'sign' && isOpening(token.text)) return this.bracketed();
    if (cursor.is('|')) return this.absolute();
    if (cursor.is('_')) return readWord(this);
    if (cursor.accept('√')) return cursor.count(apply('sqrt', this.power()));
    throw cursor.unexpected();
  }

  private absolute(): Tree {
    const { cursor } = this;
    const opener = cursor.next();
    if (opener.side === 'close') throw new ReadingError(say('This bar closes nothing.'), opener);
    cursor.bars++;
    const tree = this.expression();
    cursor.expect('|', opener);
    cursor.bars--;
    return cursor.count(apply('abs', tree));
  }
}

const templates = new WeakMap<FunctionTable, Map<string, Tree>>();

/** The tree of a formula of our own in x and a, such as a derivative that the table of functions states. */
export const template = (text: string, table: FunctionTable): Tree => {
  const known = templates.get(table) ?? new Map<string, Tree>();
  templates.set(table, known);
  const tree = known.get(text) ?? new Parser(text, ownWords(table)).whole();
  known.set(text, tree);
  return tree;
};

const ownWords = (table: FunctionTable): Vocabulary => ({
  names: new Names(['x', 'a'], (text) => scan(fold(text), table)),
  functions: new Map(),
  table,
  decimalComma: false,
});

/** L = … would otherwise be refused for the name on its left. */
const refuseEquation = (cursor: Cursor): void => {
  let open = 0;
  for (const token of cursor.tokens) {
    if (isOpening(token.text) || token.text === 'begin') open++;
    else if (/^([)\]}]|end)$/.test(token.text)) open--;
    else if (token.text === '=' && open === 0) throw cursor.unexpected(token);
  }
};
