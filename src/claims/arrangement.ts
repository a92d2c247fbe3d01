import { say, type Words } from '../language/index.ts';
import type { Note } from '../values/outcome.ts';

/** A matrix of numbers, each entry as its values at several points. */
export type Sampled = readonly (readonly (readonly number[])[])[];

/** What was done to the right matrix as a whole. */
export interface Arrangement {
  readonly tag: 'transposed' | 'rows-swapped' | 'columns-swapped' | 'none';
  /** By which number every entry is multiplied. */
  readonly factor: number;
}

const close = (a: number, b: number) =>
  a === b || Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b)) || (Number.isNaN(a) && Number.isNaN(b));
const entriesEqual = (a: readonly number[], b: readonly number[]) =>
  a.length === b.length && a.every((value, i) => close(value, b[i] ?? Number.NaN));
const rowsEqual = (a: Sampled[number], b: Sampled[number]) =>
  a.length === b.length && a.every((entry, i) => entriesEqual(entry, b[i] ?? []));
const equal = (a: Sampled, b: Sampled) =>
  a.length === b.length && a.every((row, i) => rowsEqual(row, b[i] ?? []));

export const transposed = <T>(rows: readonly (readonly T[])[]): T[][] =>
  (rows[0] ?? []).map((_, j) => rows.flatMap((row) => row.slice(j, j + 1)));

const times = (matrix: Sampled, factor: number): Sampled =>
  matrix.map((row) => row.map((entry) => entry.map((value) => factor * value)));

/** The factor between the largest values of two matrices of one size; 1 where there is none. */
function factorOf(given: Sampled, right: Sampled): number {
  const [mine, theirs] = [given.flat(2), right.flat(2)];
  const largest = theirs.reduce((at, value, i) => (Math.abs(value) > Math.abs(theirs[at] ?? 0) ? i : at), 0);
  const factor = (mine[largest] ?? Number.NaN) / (theirs[largest] ?? Number.NaN);
  return mine.length === theirs.length && Number.isFinite(factor) && factor !== 0 ? factor : 1;
}

/** Whether the rows are the same, in any order. */
function sameRows(given: Sampled, right: Sampled): boolean {
  const left = [...right];
  return (
    given.length === right.length &&
    given.every((row) => {
      const at = left.findIndex((other) => rowsEqual(row, other));
      return at >= 0 && left.splice(at, 1).length === 1;
    })
  );
}

/**
 * What explains a wrong matrix as a whole: the right one multiplied by a number, transposed, or with its rows or columns
 * in another order; one of these where one is enough, else two, of which one is a factor.
 */
export function arrangements(given: Sampled, right: Sampled): readonly Arrangement[] {
  const scaled = (matrix: Sampled): Arrangement['factor'][] =>
    [...new Set([-1, factorOf(given, matrix)])].filter(
      (factor) => factor !== 1 && equal(given, times(matrix, factor)),
    );
  const turned = transposed(right);
  const arranged = (factor: number): Arrangement[] => [
    ...(equal(given, times(turned, factor)) ? [{ tag: 'transposed' as const, factor }] : []),
    ...(sameRows(given, times(right, factor)) ? [{ tag: 'rows-swapped' as const, factor }] : []),
    ...(sameRows(transposed(given), times(turned, factor))
      ? [{ tag: 'columns-swapped' as const, factor }]
      : []),
  ];
  const single = [...scaled(right).map((factor) => ({ tag: 'none' as const, factor })), ...arranged(1)];
  if (single.length > 0) return single;
  const factors = new Set([-1, ...scaled(turned), magnitude(given) / magnitude(right)]);
  return [...factors].filter((factor) => Number.isFinite(factor) && factor !== 0).flatMap(arranged);
}

/** The size of a matrix, whatever the order of its entries. */
const magnitude = (matrix: Sampled) => Math.max(...matrix.flat(2).map(Math.abs));

export const SAYS = {
  transposed: say('Rows and columns are swapped.'),
  'rows-swapped': say('The rows stand in another order.'),
  'columns-swapped': say('The columns stand in another order.'),
  'sign-flipped': say('The sign of every entry is flipped.'),
} as const;

/** The arrangements as notes; with `tell`, which factor it is, where that gives no number away that is asked for. */
export function notesOf(found: readonly Arrangement[], tell: (factor: number) => Words | null): Note[] {
  const notes = found.flatMap(({ tag, factor }): Note[] => [
    ...(tag === 'none' ? [] : [{ tag, says: SAYS[tag] }]),
    ...(factor === -1 ? [{ tag: 'sign-flipped', says: SAYS['sign-flipped'] }] : []),
    ...(factor === 1 || factor === -1 ? [] : [{ tag: 'scaled', says: scaledBy(tell(factor)) }]),
  ]);
  return notes.filter(({ tag }, i) => notes.findIndex((other) => other.tag === tag) === i);
}

const scaledBy = (factor: Words | null) =>
  factor === null
    ? say('Every entry is off by the same constant factor.')
    : say('Every entry is off by the same constant factor: it is {factor} times what it should be.', {
        factor,
      });
