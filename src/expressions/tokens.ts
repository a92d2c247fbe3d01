import type { Character } from './characters.ts';
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
import { isDigit, scanDecimal } from './decimal.ts';
import { isFunction } from './functions.ts';
import { ReadingError, type Span } from './problem.ts';

export type TokenKind = 'number' | 'digits' | 'word' | 'command' | 'sign' | 'end';

/** `digits` are those of a name (n1, W_12); `side` says which bar of an absolute value this must be. */
export interface Token extends Span {
  readonly kind: TokenKind;
  readonly text: string;
  /** Space before it. */
  readonly spaced: boolean;
  readonly side?: 'open' | 'close' | 'either' | undefined;
}

const isLetter = (text: string | undefined): boolean =>
  text !== undefined && text.length === 1 && /[A-Za-z]/.test(text);

const doubled: ReadonlySet<string> = new Set(['<=', '>=', '!=', '==', '**']);
const single: ReadonlySet<string> = new Set([..."+-*/^_()[]{}|<>=,;'&√"]);

/** Splits folded characters into tokens; ends with a token of kind `end`. */
export const scan = (characters: readonly Character[]): Token[] => new Scanner(characters).all();

class Scanner {
  private readonly characters: readonly Character[];
  private readonly tokens: Token[] = [];
  private at = 0;
  private spaced = false;
  private side: Token['side'];
  /** Arguments of a \frac still to come: \frac12 is one half. */
  private singleDigits = 0;

  constructor(characters: readonly Character[]) {
    this.characters = characters;
  }

  all(): Token[] {
    for (;;) {
      const text = this.peek();
      if (text === undefined) break;
      this.one(text);
    }
    this.push('end', '', this.at);
    return withoutDelimiters(this.tokens);
  }

  private peek(ahead = 0): string | undefined {
    return this.characters[this.at + ahead]?.text;
  }

  private span(from: number): Span {
    const last = this.characters[Math.max(from, this.at - 1)] ?? this.characters.at(-1);
    const start = this.characters[from]?.start ?? last?.end ?? 0;
    return { start, end: Math.max(start, last?.end ?? start) };
  }

  private push(kind: TokenKind, text: string, from: number): void {
    this.tokens.push({ kind, text, spaced: this.spaced, side: this.side, ...this.span(from) });
    this.spaced = false;
    this.side = undefined;
    if (kind !== 'number') this.singleDigits = 0;
  }

  private take(while_: (text: string | undefined) => boolean): string {
    let text = '';
    for (let next = this.peek(); next !== undefined && while_(next); next = this.peek()) {
      text += next;
      this.at++;
    }
    return text;
  }

  private one(text: string): void {
    const from = this.at;
    const previous = this.spaced ? undefined : this.tokens.at(-1);
    if (text === ' ' || text === '~') {
      this.at++;
      this.spaced = true;
    } else if (isDigit(text) && (previous?.kind === 'word' || previous?.text === '_')) {
      this.push('digits', this.take(isDigit), from);
    } else if (isDigit(text) || (text === '.' && isDigit(this.peek(1)))) {
      this.push('number', this.singleDigits-- > 0 ? this.digit() : this.number(), from);
    } else if (isLetter(text)) {
      this.word(this.take(isLetter), from);
    } else if (greek.has(text)) {
      this.at++;
      this.push('word', greek.get(text) ?? text, from);
    } else if (text === '∛') {
      this.at++;
      this.push('word', 'cbrt', from);
    } else if (text === '\\') {
      this.at++;
      this.command(from);
    } else if (text !== '"' || !this.styled(from)) {
      this.sign(text, from);
    }
  }

  private digit(): string {
    return this.peek() === undefined ? '' : (this.characters[this.at++]?.text ?? '');
  }

  private number(): string {
    const { text, length } = scanDecimal(this.characters, this.at);
    this.at += length;
    return text;
  }

  private word(text: string, from: number): void {
    const afterUnderscore = this.tokens.at(-1)?.text === '_';
    if (bareCommands.has(text) && !afterUnderscore) this.named(text, from);
    else this.push('word', text, from);
  }

  private command(from: number): void {
    const text = this.take(isLetter);
    if (text !== '') {
      this.named(text, from);
      return;
    }
    const next = this.digit();
    if (next !== '' && ',;:!> '.includes(next)) this.spaced = true;
    else if (next !== '' && '()[]'.includes(next)) this.push('sign', `\\${next}`, from);
    else if (next === '{' || next === '}') this.push('sign', next, from);
    else if (next === '\\') this.push('sign', '\\\\', from);
    else if (next === '|')
      throw new ReadingError(
        'A norm ‖…‖ cannot be read; for an absolute value use a single bar.',
        this.span(from),
      );
    else throw new ReadingError('This backslash is not followed by a command.', this.span(from));
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
      this.push(
        greekNames.has(letter) || letter.length === 1 || isFunction(letter) ? 'word' : 'command',
        letter,
        from,
      );
    }
  }

  private bracketSize(size: 'open' | 'close' | 'either', from: number): void {
    this.take((next) => next === ' ');
    if (this.peek() === '.') {
      this.at++;
      throw new ReadingError('A bracket without its partner cannot be read.', this.span(from));
    }
    this.side = size;
  }

  /** \mathrm{out}, text(out), "out" are the word `out`, \mathbf{1} the number 1; else the style is dropped. */
  private styled(from: number): boolean {
    if (this.peek() === '*') this.at++;
    this.take((next) => next === ' ');
    const closer = quotes.get(this.peek() ?? '');
    const inside = this.characters.slice(this.at + 1, this.at + 60).map(({ text }) => text);
    const length = closer === undefined ? -1 : inside.indexOf(closer);
    const inner = inside.slice(0, Math.max(0, length)).join('').trim();
    if (length < 0 || !/^([A-Za-z][A-Za-z -]*|\d)?$/.test(inner)) return false;
    this.at += length + 2;
    if (inner === '') this.spaced = true;
    else if (isDigit(inner)) this.push('number', inner, from);
    else this.push('word', inner.replace(/[ -]/g, ''), from);
    return true;
  }

  private sign(text: string, from: number): void {
    const pair = text + (this.peek(1) ?? '');
    if (pair === '{,' && this.peek(2) === '}') {
      this.at += 3;
      this.push('sign', '{,}', from);
    } else if (doubled.has(pair)) {
      this.at += 2;
      this.push('sign', pair === '**' ? '^' : pair === '==' ? '=' : pair, from);
    } else {
      this.at++;
      this.push('sign', single.has(text) ? text : `?${text}`, from);
    }
  }
}

const quotes: ReadonlyMap<string, string> = new Map([
  ['{', '}'],
  ['(', ')'],
  ['"', '"'],
]);

/** Drops `$…$`, `\(…\)`, `\[…\]` and back-ticks around the whole, and a full stop at its end. */
const withoutDelimiters = (tokens: readonly Token[]): Token[] => {
  const isDelimiter = (token: Token | undefined): boolean =>
    token !== undefined && /^(\?\$|\?`|\\[()[\]])$/.test(token.text);
  let from = 0;
  let to = tokens.length - 1;
  while (from < to && isDelimiter(tokens[from])) from++;
  while (to > from && (isDelimiter(tokens[to - 1]) || tokens[to - 1]?.text === '?.')) to--;
  return [...tokens.slice(from, to), ...tokens.slice(-1)];
};
