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
import { isFunction } from './functions.ts';
import { ReadingError } from './problem.ts';
import type { Token, TokenKind } from './token.ts';
import { withoutDelimiters, withoutLoneBraces } from './wrapping.ts';

const isDigit = (text: string): boolean => text >= '0' && text <= '9';
const isLetter = (text: string): boolean => (text >= 'a' && text <= 'z') || (text >= 'A' && text <= 'Z');

const doubled: ReadonlySet<string> = new Set(['<=', '>=', '!=', '==', '**']);
const single: ReadonlySet<string> = new Set([..."+-*/^_()[]{}|<>=,;'&√"]);
const quotes: ReadonlyMap<string, string> = new Map([
  ['{', '}'],
  ['(', ')'],
  ['"', '"'],
]);

/** Splits a folded text into tokens; ends with a token of kind `end`. */
export const scan = (folded: Folded): Token[] => new Scanner(folded).all();

class Scanner {
  private readonly text: string;
  private readonly span: Folded['span'];
  private readonly tokens: Token[] = [];
  private at = 0;
  private spaced = false;
  private side: Token['side'];
  /** Arguments of a \frac still to come: \frac12 is one half. */
  private singleDigits = 0;

  constructor({ text, span }: Folded) {
    this.text = text;
    this.span = span;
  }

  all(): Token[] {
    while (this.at < this.text.length) this.one(this.text.charAt(this.at));
    this.push('end', '', this.at);
    return withoutLoneBraces(withoutDelimiters(this.tokens));
  }

  /** Empty beyond the end. */
  private peek(ahead = 0): string {
    return this.text.charAt(this.at + ahead);
  }

  private push(kind: TokenKind, text: string, from: number): void {
    const { start, end } = this.span(from, this.at);
    this.tokens.push({ kind, text, start, end, spaced: this.spaced, side: this.side });
    this.spaced = false;
    this.side = undefined;
    if (kind !== 'number') this.singleDigits = 0;
  }

  private take(isPart: (text: string) => boolean): string {
    const from = this.at;
    while (this.at < this.text.length && isPart(this.peek())) this.at++;
    return this.text.slice(from, this.at);
  }

  private one(text: string): void {
    const from = this.at;
    if (text === ' ' || text === '~') {
      this.at++;
      this.spaced = true;
    } else if (isLetter(text)) {
      this.word(this.take(isLetter), from);
    } else if (isDigit(text) || (text === '.' && isDigit(this.peek(1)))) {
      this.number(from);
    } else if (text === '\\') {
      this.at++;
      this.command(from);
    } else if (greek.has(text)) {
      this.at++;
      this.push('word', greek.get(text) ?? text, from);
    } else if (text === '∛') {
      this.at++;
      this.push('word', 'cbrt', from);
    } else if (text !== '"' || !this.styled(from)) {
      this.sign(text, from);
    }
  }

  private number(from: number): void {
    const previous = this.spaced ? undefined : this.tokens.at(-1);
    if ((previous?.kind === 'word' || previous?.text === '_') && isDigit(this.peek())) {
      this.push('digits', this.take(isDigit), from);
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
    const text = this.take(isLetter);
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
      const hint = 'A norm ‖…‖ cannot be read; for an absolute value use a single bar.';
      throw new ReadingError(hint, this.span(from, this.at));
    } else {
      throw new ReadingError('This backslash is not followed by a command.', this.span(from, from + 1));
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
      const isWord = greekNames.has(letter) || letter.length === 1 || isFunction(letter);
      this.push(isWord ? 'word' : 'command', letter, from);
    }
  }

  private bracketSize(size: 'open' | 'close' | 'either', from: number): void {
    this.take((next) => next === ' ');
    this.side = size;
    if (this.peek() !== '.') return;
    this.at++;
    this.push('sign', '\\right.', from);
  }

  /** \mathrm{out}, text(out), "out" are the word `out`, \mathbf{1} the number 1; else the style is dropped. */
  private styled(from: number): boolean {
    if (this.peek() === '*') this.at++;
    this.take((next) => next === ' ');
    const closer = quotes.get(this.peek());
    const inside = this.text.slice(this.at + 1, this.at + 60);
    const length = closer === undefined ? -1 : inside.indexOf(closer);
    const inner = inside.slice(0, Math.max(0, length)).trim();
    if (length < 0 || !/^([A-Za-z][A-Za-z -]*|\d)?$/.test(inner)) return false;
    this.at += length + 2;
    if (inner === '') this.spaced = true;
    else if (inner === '1' && /^[\s\\a-z]*[_[({]/.test(this.text.slice(this.at, this.at + 12)))
      this.push('word', 'indicator', from);
    else if (isDigit(inner)) this.push('number', inner, from);
    else this.push('word', inner.replace(/[ -]/g, ''), from);
    return true;
  }

  private sign(text: string, from: number): void {
    const next = this.peek(1);
    const pair = next === '=' || next === '*' || next === ',' ? text + next : '';
    if (doubled.has(pair)) {
      this.at += 2;
      this.push('sign', pair === '**' ? '^' : pair === '==' ? '=' : pair, from);
    } else if (pair === '{,' && this.peek(2) === '}') {
      this.at += 3;
      this.push('sign', '{,}', from);
    } else if (single.has(text)) {
      this.at++;
      this.push('sign', text, from);
    } else {
      const whole = String.fromCodePoint(this.text.codePointAt(from) ?? 0);
      this.at += whole.length;
      this.push('sign', `?${whole}`, from);
    }
  }
}
