import { readNumber } from '../expressions/index.ts';
import { say, type Words } from '../language/index.ts';
import type { Notation } from '../values/notation.ts';
import type { Problem } from '../values/outcome.ts';
import type { Posted } from './kind.ts';
import { readField } from './posted.ts';

const LONGEST = 100;

/** One number of a grid; null where nothing was typed; a problem names the place ("row 2, column 1 of W¹"). */
export function readCell(
  posted: Posted,
  field: string,
  where: () => Words,
  { decimalComma }: Notation,
): number | null | Problem {
  const text = readField(posted, field, LONGEST);
  if (typeof text !== 'string')
    return { ...text, message: say('In {where}: {says}', { where: where(), says: text.message }) };
  if (text === '') return null;
  const read = readNumber(text, { decimalComma });
  if (read.ok) return read.value;
  return { field, message: say('In {where}: {says}', { where: where(), says: read.error.message }) };
}

/** The sentence that names empty cells of a grid, the first few by name. */
export function emptyCells(cells: readonly { field: string; where: () => Words }[]): readonly Problem[] {
  const [first] = cells;
  if (!first) return [];
  const named = cells.slice(0, 4).map(({ where }) => where());
  const rest = cells.length - named.length;
  const list = rest > 0 ? [...named, say('{n, number} more', { n: rest })] : named;
  return [{ field: first.field, message: say('Nothing is entered yet in {list}.', { list }) }];
}
