import { type Message, say } from '../../language/index.ts';
import { evaluate } from '../evaluate.ts';
import { type Exact, exactly, type Rational, toNumber } from '../rationals.ts';
import { integer, type Tree } from '../tree.ts';
import { parse } from './formulas/parse.ts';
import { ReadingError, type SyntaxProblem, syntaxProblem } from './problem.ts';

export interface NumberOptions {
  readonly decimalComma?: boolean;
}

export type ReadNumber =
  | { readonly ok: true; readonly value: number; readonly exact: Rational | null; readonly tree: Tree }
  | { readonly ok: false; readonly error: SyntaxProblem };

const notFinite = /^[\s+-]*(nan|inf|infinity|∞|\\infty)[\s$]*$/i;

const wholeNumber = /^-?[1-9]\d{0,14}$/;

/** What most cells of a matrix hold. */
const read = (text: string): ReadNumber => {
  const value = Number(text);
  const tree = integer(value);
  return { ok: true, value, exact: { numerator: BigInt(text), denominator: 1n }, tree };
};

/**
 * Reads a number or arithmetic on numbers, such as `1920*1080*3*256 + 256`, `1'592'527'626` or `1.6e9`:
 * exact where it stays rational, and as float64. What is not finite, or larger than `limits.bits`, is refused.
 */
export const readNumber = (text: string, options: NumberOptions = {}): ReadNumber => {
  const refuse = (says: Message): ReadNumber => {
    const trimmed = text.trim();
    const start = text.indexOf(trimmed);
    return {
      ok: false,
      error: syntaxProblem(text, new ReadingError(says, { start, end: start + trimmed.length })),
    };
  };
  if (wholeNumber.test(text)) return read(text);
  if (text.length < 40 && notFinite.test(text)) return refuse(say('This is not a finite number.'));
  const parsed = parse(text, options);
  if (!parsed.ok) return parsed;
  const { tree } = parsed;
  const exact: Exact = exactly(tree);
  if (exact === 'undefined')
    return refuse(say('This is not a finite number: it is not defined, as in a division by 0.'));
  if (exact === 'too large') return refuse(say('This is too large: it is not a finite number here.'));
  const value = exact === 'inexact' ? evaluate(tree, {}) : toNumber(exact);
  if (Number.isNaN(value))
    return refuse(say('This is not a finite number: it is not defined for real numbers.'));
  if (!Number.isFinite(value)) return refuse(say('This is too large: it is not a finite number here.'));
  return { ok: true, value, exact: exact === 'inexact' ? null : exact, tree };
};
