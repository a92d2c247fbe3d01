import { type Message, numeral, say, type Words } from '../language/index.ts';
import { grouped, withMinus } from '../numbers/digits.ts';
import { element, escapeXml, FONT } from './svg.ts';

interface Run {
  readonly text: string;
  readonly shift: -1 | 0 | 1;
}

/** A label's parts: `W_{12}^{(1)}` is W, lowered 12, raised (1); without braces one character is moved. */
function runs(label: string): Run[] {
  const parts = label.matchAll(/([_^])(?:\{([^{}]*)\}|([^{}]))|[^_^]+|[_^]/gu);
  return Array.from(parts, ([all, mark, braced, single]) => {
    const moved = braced ?? single;
    if (moved === undefined) return { text: all, shift: 0 };
    return { text: moved, shift: mark === '_' ? 1 : -1 };
  });
}

const SMALL = 0.77;
const SHIFT = 0.3;

/** A label as tspans, its sub- and superscripts moved with `dy`, which every browser knows. */
function labelSpans(label: string, size = FONT): string {
  let last = 0;
  return runs(label)
    .map(({ text, shift }) => {
      const dy = (shift - last) * SHIFT * size;
      last = shift;
      if (shift === 0 && dy === 0) return escapeXml(text);
      const attributes = { dy, 'font-size': shift === 0 ? undefined : size * SMALL };
      return element('tspan', attributes, escapeXml(text));
    })
    .join('');
}

type Anchor = 'start' | 'middle' | 'end';

/** Plain text whose line has its middle at `y`; `role` is the end of its class. */
export function drawText(
  text: string,
  x: number,
  y: number,
  role: string,
  anchor: Anchor = 'middle',
): string {
  return drawLine(escapeXml(text), x, y, role, anchor);
}

/** The same for a label with sub- and superscripts. */
export function drawLabel(label: string, x: number, y: number, role: string): string {
  return drawLine(labelSpans(label), x, y, role, 'middle');
}

function drawLine(markup: string, x: number, y: number, role: string, anchor: Anchor): string {
  const attributes = { class: `figure-${role}`, x, y: y + 0.36 * FONT, 'text-anchor': anchor };
  return element('text', attributes, markup);
}

/** A label as it is said or counted: `n_1` is n1. */
export function labelText(label: string): string {
  return runs(label)
    .map(({ text }) => text)
    .join('');
}

/** How wide a label is at most in usual system fonts, in user units: measured on DejaVu Sans, the widest of them. */
export function labelWidth(label: string, size = FONT): number {
  return runs(label).reduce(
    (sum, { text, shift }) => sum + textWidth(text, shift === 0 ? size : size * SMALL),
    0,
  );
}

export function textWidth(text: string, size = FONT): number {
  let ems = 0;
  for (const c of text) ems += characterWidth(c);
  return ems * size;
}

function characterWidth(c: string): number {
  if (/[\s.,:;'|iljI()[\]ft]/.test(c)) return 0.38;
  if (/[mwMW%@]/.test(c)) return 0.98;
  if (/[A-Z−+=<>~]/.test(c)) return 0.76;
  return c > '\u{2E80}' ? 1.05 : 0.64;
}

/** Words in lines of at most `width` where they allow it. */
export function wrap(text: string, width: number, size = FONT): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((w) => w !== '')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`;
    if (lines.length > 0 && textWidth(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

const RAISED: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('-0123456789', (c, i) => [c, Array.from('⁻⁰¹²³⁴⁵⁶⁷⁸⁹')[i] ?? c]),
);

/** The same in words, for sentences and tables. */
export const shown = (value: number, digits?: number): Words => numeral(formatNumber(value, digits));

/** `(0.5, 1)`, where a language needs it with another sign between. */
export const coordinate = (x: number, y: number): Message => say('({x}, {y})', { x: shown(x), y: shown(y) });

/**
 * A number for a drawing: `digits` significant digits but all of a whole number below a million, a true minus sign,
 * thousands apart from 10 000, `1.5·10⁹` where it is very large or small.
 */
export function formatNumber(value: number, digits = 4): string {
  if (Number.isNaN(value)) return '–';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  const whole = Number.isInteger(value) && Math.abs(value) < 1e6;
  const short = whole ? value : Number(value.toPrecision(digits));
  const size = Math.abs(short);
  if (size === 0) return '0';
  if (size >= 1e-4 && size < 1e6) {
    return grouped(withMinus(String(short)), undefined, 5);
  }
  const [mantissa = '', exponent = ''] = short.toExponential().replace('+', '').split('e');
  const power = `10${Array.from(exponent, (c) => RAISED[c] ?? c).join('')}`;
  const factor = Math.abs(Number(mantissa)) === 1 ? mantissa.replace('1', '') : `${mantissa}·`;
  return `${withMinus(factor)}${power}`;
}
