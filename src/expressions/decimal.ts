import type { Character } from './characters.ts';

export const isDigit = (text: string | undefined): boolean =>
  text !== undefined && text >= '0' && text <= '9';

type Peek = (ahead: number) => string | undefined;

/** A number read from characters on: its plain digits, and how many characters they take. */
interface Scanned {
  readonly text: string;
  readonly length: number;
}

/**
 * Digits with at most one point and an exponent. Groups of three digits may be set apart by ' or _ or a space
 * of any width, or by points where there are two or more of them.
 */
export const scanDecimal = (characters: readonly Character[], at: number): Scanned => {
  const peek: Peek = (ahead) => characters[at + ahead]?.text;
  let { text, length } = grouped(peek);
  if (peek(length) === '.') {
    const decimals = digitsAt(peek, length + 1);
    length += 1 + decimals.length;
    text = `${text || '0'}.${decimals || '0'}`;
  }
  const signed = peek(length + 1) === '+' || peek(length + 1) === '-' ? 1 : 0;
  const exponent = /^[eE]$/.test(peek(length) ?? '') ? digitsAt(peek, length + 1 + signed) : '';
  if (exponent === '') return { text, length };
  const minus = peek(length + 1) === '-' ? '-' : '';
  return { text: `${text}e${minus}${exponent}`, length: length + 1 + signed + exponent.length };
};

const digitsAt = (peek: Peek, from: number): string => {
  let text = '';
  for (let next = peek(from); isDigit(next); next = peek(from + text.length)) text += next;
  return text;
};

const separators: ReadonlySet<string> = new Set(["'", ' ', '_', '.', '\\,']);

/** Whole digits with their groups. */
const grouped = (peek: Peek): Scanned => {
  const first = digitsAt(peek, 0);
  if (first.length === 0 || first.length > 3) return { text: first, length: first.length };
  const separator =
    peek(first.length) === '\\' && peek(first.length + 1) === ',' ? '\\,' : peek(first.length);
  let text = first;
  let { length } = first;
  while (separator && separators.has(separator) && startsWith(peek, length, separator)) {
    const group = digitsAt(peek, length + separator.length);
    if (group.length !== 3) break;
    text += group;
    length += separator.length + 3;
  }
  // One point alone is the decimal point.
  const single = separator === '.' && text.length < first.length + 6;
  return single ? { text: first, length: first.length } : { text, length };
};

const startsWith = (peek: Peek, from: number, text: string): boolean =>
  [...text].every((character, i) => peek(from + i) === character);
