import { say } from '../../../language/index.ts';
import { digits, type Tree } from '../../tree.ts';
import { ReadingError } from '../problem.ts';
import { isOpening } from '../tokens/token.ts';
import type { Cursor, Grammar } from './cursor.ts';

/** A number; `1_{z>0}` is the indicator of its subscript. */
export const readDigits = (grammar: Grammar): Tree => {
  const { cursor } = grammar;
  const { start } = cursor.token;
  const text = commaGroups(cursor);
  const tree = digits(text);
  if (!Number.isFinite(tree.value)) {
    const hint = say('This number is too large: it is not a finite number here.');
    throw new ReadingError(hint, { start, end: cursor.ahead(-1).end });
  }
  if (tree.value === 0 && /[1-9]/.test(text.replace(/e.*/, ''))) {
    const hint = say('This number is too small: it is rounded to 0 here.');
    throw new ReadingError(hint, { start, end: cursor.ahead(-1).end });
  }
  if (text === '1' && cursor.is('_') && isOpening(cursor.ahead(1).text)) {
    cursor.next();
    return grammar.bracketed();
  }
  return cursor.count(tree);
};

/**
 * The one rule for commas in numbers. Between the arguments of a function of several, a comma sets them
 * apart. Elsewhere groups of exactly three digits are thousands (1,592 is 1592), unless the course writes
 * decimal commas and there is just one comma (1,592 is 1.592). LaTeX's `{,}` before any other number of digits
 * is a decimal comma.
 */
const commaGroups = (cursor: Cursor): string => {
  const first = cursor.next();
  const { decimalComma } = cursor.vocabulary;
  let { text } = first;
  for (let commas = 0; isComma(cursor) && !/[.e]/.test(plain(text, decimalComma)); commas++) {
    const [comma, follower] = [cursor.next(), cursor.next()];
    const group = /^\d{3}(?!\d)/.test(follower.text) && (commas > 0 || text.length <= 3);
    const only = commas === 0 && !isComma(cursor);
    const decimal =
      only && !follower.text.includes('.') && (decimalComma || (comma.text === '{,}' && !group));
    if (!decimal && !group) {
      const hint = decimalComma
        ? say(
            'A comma cannot be read here. A number has one decimal comma; separate arguments with semicolons, as in max(0; z).',
          )
        : say(
            'A comma cannot be read here. Write decimals with a point, and arguments only inside a function such as max(0, z).',
          );
      const place = { start: first.start, end: follower.end };
      throw new ReadingError(hint, place, decimalComma ? undefined : `${text}.${follower.text}`);
    }
    text = decimal ? `${plain(text, decimalComma)}.${follower.text}` : text + follower.text;
  }
  return text;
};

/** A comma between digits that touch it, where it does not set arguments apart. */
const isComma = (cursor: Cursor): boolean => {
  const comma = cursor.token;
  if (comma.kind !== 'sign') return false;
  const follower = cursor.ahead(1);
  const sign = comma.text === '{,}' || (comma.text === ',' && !cursor.commaSeparates);
  return sign && !comma.spaced && !follower.spaced && follower.kind === 'number';
};

/** Before a decimal comma one point can only set thousands apart: 1.592,5. */
const plain = (text: string, decimalComma: boolean): string =>
  decimalComma && /^\d{1,3}\.\d{3}$/.test(text) ? text.replace('.', '') : text;
