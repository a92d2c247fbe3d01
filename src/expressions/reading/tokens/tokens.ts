import { say } from '../../../language/index.ts';
import type { FunctionTable } from '../../functions.ts';
import { ReadingError } from '../problem.ts';
import type { Folded } from './characters.ts';
import {
  accents,
  bareCommands,
  greek,
  greekNames,
  ignored,
  letters,
  sizes,
  structures,
  styles,
  symbols,
} from './commands.ts';
import { scanDecimal } from './decimal.ts';
import type { Token, TokenKind } from './token.ts';
import { withoutDelimiters, withoutLoneBraces } from './wrapping.ts';

/** What a character of the plain alphabet begins; 0 is what belongs to no expression. */
const SPACE = 1;
const LETTER = 2;
const DIGIT = 3;
const SIGN = 4;
/** A sign that two of which may be one, such as `<=`, `**` and LaTeX's comma `{,}`. */
const PAIR = 5;
const classes = new Uint8Array(128);
const classify = (characters: string, as: number): void => {
  for (const character of characters) classes[character.charCodeAt(0)] = as;
};
classify(' ~', SPACE);
classify('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ', LETTER);
classify('0123456789', DIGIT);
classify("+-/^_()[]}|;'&", SIGN);
classify('*<>=!{,', PAIR);

const doubled: ReadonlyMap<string, string> = new Map([
  ['<=', '<='],
  ['>=', '>='],
  ['!=', '!='],
  ['==', '='],
  ['**', '^'],
]);
const quotes: ReadonlyMap<string, string> = new Map([
  ['{', '}'],
  ['(', ')'],
  ['"', '"'],
]);

/** Splits a folded text into tokens; ends with a token of kind `end`. */
export const scan = (folded: Folded, table: FunctionTable): Token[] => new Scanner(folded, table).all();

class Scanner {
  private readonly folded: Folded;
  private readonly table: FunctionTable;
  private readonly text: string;
  private readonly tokens: Token[] = [];
  private at = 0;
  private spaced = false;
  private side: Token['side'];
  /** Arguments of a \frac still to come: \frac12 is one half. */
  private singleDigits = 0;

  constructor(folded: Folded, table: FunctionTable) {
    this.folded = folded;
    this.table = table;
    this.text = folded.text;
  }

  all(): Token[] {
    while (this.at < this.text.length) this.one();
    this.push('end', '', this.at);
    const tokens = withoutDelimiters(this.tokens);
    return this.text.includes('{') ? withoutLoneBraces(tokens) : tokens;
  }

  /** The class of a character; 0 beyond the end. */
  private classAt(at: number): number {
    const code = at < this.text.length ? this.text.charCodeAt(at) : 128;
    return code < 128 ? (classes[code] ?? 0) : 0;
  }

  /** Empty beyond the end. */
  private peek(): string {
    return this.text.charAt(this.at);
  }

  private push(kind: TokenKind, text: string, from: number): void {
    const { start, end } = this.folded.span(from, this.at);
    this.tokens.push({ kind, text, start, end, spaced: this.spaced, side: this.side });
    this.spaced = false;
    this.side = undefined;
    if (kind !== 'number') this.singleDigits = 0;
  }

  /** The run of characters of one class from here on. */
  private take(part: number): string {
    const from = this.at;
    let to = from;
    while (this.classAt(to) === part) to++;
    this.at = to;
    return this.text.slice(from, to);
  }

  private one(): void {
    const from = this.at;
    switch (this.classAt(from)) {
      case SPACE:
        this.at++;
        this.spaced = true;
        break;
      case LETTER:
        this.word(this.take(LETTER), from);
        break;
      case DIGIT:
        this.number(from);
        break;
      case SIGN:
        this.sign(from);
        break;
      case PAIR:
        if (this.classAt(from + 1) === PAIR) this.pair(from);
        else this.sign(from);
        break;
      default:
        this.other(this.text.charAt(from), from);
    }
  }

  private other(text: string, from: number): void {
    if (text === '.' && this.classAt(from + 1) === DIGIT) {
      this.number(from);
    } else if (text === '\\') {
      this.at++;
      this.command(from);
    } else if (greek.has(text)) {
      this.at++;
      this.push('word', greek.get(text) ?? text, from);
    } else if (text === '√') {
      this.at++;
      this.push('sign', text, from);
    } else if (text === '@') {
      // Between numbers NumPy's product of matrices is a product.
      this.at++;
      this.push('sign', '*', from);
    } else if (text === '∛') {
      this.at++;
      this.push('word', 'cbrt', from);
    } else if (text !== '"' || !this.styled(from)) {
      const whole = String.fromCodePoint(this.text.codePointAt(from) ?? 0);
      this.at += whole.length;
      this.push('sign', `?${whole}`, from);
    }
  }

  private number(from: number): void {
    const previous = this.spaced ? undefined : this.tokens.at(-1);
    const named = previous?.kind === 'word' || previous?.text === '_';
    if (named && this.classAt(from) === DIGIT) {
      this.push('digits', this.take(DIGIT), from);
    } else if (this.singleDigits > 0) {
      this.singleDigits--;
      this.at++;
      this.push('number', this.text.charAt(from), from);
    } else {
      const { digits, end } = scanDecimal(this.text, from);
      this.at = end;
      this.push('number', digits, from);
    }
  }

  private word(text: string, from: number): void {
    if (bareCommands.has(text) && this.tokens.at(-1)?.text !== '_') this.named(text, from);
    else this.push('word', text, from);
  }

  private command(from: number): void {
    const text = this.take(LETTER);
    if (text === '') this.escaped(from);
    else this.named(text, from);
  }

  /** A backslash before a sign. */
  private escaped(from: number): void {
    const next = this.peek();
    this.at++;
    if (next !== '' && ',;:!> '.includes(next)) this.spaced = true;
    else if (next !== '' && '()[]'.includes(next)) this.push('sign', `\\${next}`, from);
    else if (next === '{' || next === '}') this.push('sign', next, from);
    else if (next === '\\') this.push('sign', '\\\\', from);
    else if (next === '|') {
      const hint = say('A norm ‖…‖ cannot be read; for an absolute value use a single bar.');
      throw new ReadingError(hint, this.folded.span(from, this.at));
    } else {
      const hint = say('This backslash is not followed by a command.');
      throw new ReadingError(hint, this.folded.span(from, from + 1));
    }
  }

  private named(text: string, from: number): void {
    const symbol = symbols.get(text);
    const accent = accents.get(text);
    const structure = structures.get(text);
    const size = sizes.get(text);
    if (ignored.has(text)) this.spaced = true;
    else if (symbol) this.push('sign', symbol, from);
    else if (accent) this.push('command', accent, from);
    else if (structure) {
      this.push('command', structure, from);
      this.singleDigits = structure === 'frac' ? 2 : structure === 'sqrt' ? 1 : 0;
    } else if (size) this.bracketSize(size, from);
    else if (text === 'lvert' || text === 'rvert') {
      this.side = text === 'lvert' ? 'open' : 'close';
      this.push('sign', '|', from);
    } else if (styles.has(text)) this.styled(from);
    else {
      const letter = letters.get(text) ?? text;
      const isWord = greekNames.has(letter) || letter.length === 1 || this.table.named(letter) !== undefined;
      this.push(isWord ? 'word' : 'command', letter, from);
    }
  }

  private bracketSize(size: 'open' | 'close' | 'either', from: number): void {
    while (this.peek() === ' ') this.at++;
    this.side = size;
    if (this.peek() !== '.') return;
    this.at++;
    this.push('sign', '\\right.', from);
  }

  /** \mathrm{out}, text(out), "out" are the word `out`, \mathbf{1} the number 1; else the style is dropped. */
  private styled(from: number): boolean {
    if (this.peek() === '*') this.at++;
    while (this.peek() === ' ') this.at++;
    const closer = quotes.get(this.peek());
    const inside = this.text.slice(this.at + 1, this.at + 60);
    const length = closer === undefined ? -1 : inside.indexOf(closer);
    const inner = inside.slice(0, Math.max(0, length)).trim();
    if (length < 0 || !/^([A-Za-z][A-Za-z -]*|\d)?$/.test(inner)) return false;
    this.at += length + 2;
    if (inner === '') this.spaced = true;
    else if (inner === '1' && /^[\s\\a-z]*[_[({]/.test(this.text.slice(this.at, this.at + 12)))
      this.push('word', 'indicator', from);
    else if (/^\d/.test(inner)) this.push('number', inner, from);
    else this.push('word', inner.replace(/[ -]/g, ''), from);
    return true;
  }

  private sign(from: number): void {
    this.at++;
    this.push('sign', this.text.charAt(from), from);
  }

  private pair(from: number): void {
    const text = this.text.slice(from, from + 2);
    const sign = doubled.get(text);
    const comma = text === '{,' && this.text.startsWith('}', from + 2);
    this.at += comma ? 3 : sign ? 2 : 1;
    this.push('sign', comma ? '{,}' : (sign ?? this.text.charAt(from)), from);
  }
}
