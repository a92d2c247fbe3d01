import { say, type Words } from '../language/index.ts';
import type { Note } from '../values/outcome.ts';

/** The value of an entry at one of several points, worked out when it is asked for. */
export type Sample = (point: number) => number;

/** A matrix of entries at the same points. */
export type Sampled = readonly (readonly Sample[])[];

/** What was done to the right matrix as a whole. */
export interface Arrangement {
  readonly tag: 'transposed' | 'rows-swapped' | 'columns-swapped' | 'none';
  /** By which number every entry is multiplied. */
  readonly factor: number;
}

const close = (a: number, b: number) =>
  a === b || Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b)) || (Number.isNaN(a) && Number.isNaN(b));

export const transposed = <T>(rows: readonly (readonly T[])[]): T[][] =>
  (rows[0] ?? []).map((_, j) => rows.flatMap((row) => row.slice(j, j + 1)));

const times = (matrix: Sampled, factor: number): Sampled =>
  matrix.map((row) => row.map((entry) => (point) => factor * entry(point)));

interface Peak {
  /** Of the entries one after the other. */
  readonly place: number;
  readonly point: number;
  readonly value: number;
}

/** The entry and the point at which a matrix is largest. */
function peakOf(matrix: Sampled, points: number): Peak {
  let peak: Peak = { place: 0, point: 0, value: 0 };
  for (const [place, entry] of matrix.flat().entries()) {
    for (let point = 0; point < points; point++) {
      const value = entry(point);
      if (Math.abs(value) > Math.abs(peak.value)) peak = { place, point, value };
    }
  }
  return peak;
}

const orOne = (factor: number) => (Number.isFinite(factor) && factor !== 0 ? factor : 1);

/**
 * What explains a wrong matrix as a whole: the right one multiplied by a number, transposed, or with its rows or columns
 * in another order; one of these where one is enough, else two, of which one is a factor.
 */
export function arrangements(given: Sampled, right: Sampled, points: number): readonly Arrangement[] {
  const entriesEqual = (a: Sample, b: Sample | undefined) => {
    for (let point = 0; point < points; point++) {
      if (!close(a(point), b?.(point) ?? Number.NaN)) return false;
    }
    return true;
  };
  const rowsEqual = (a: Sampled[number], b: Sampled[number]) =>
    a.length === b.length && a.every((entry, i) => entriesEqual(entry, b[i]));
  const equal = (a: Sampled, b: Sampled) =>
    a.length === b.length && a.every((row, i) => rowsEqual(row, b[i] ?? []));
  /** Whether the rows are the same, in any order. */
  const sameRows = (mine: Sampled, theirs: Sampled): boolean => {
    const left = [...theirs];
    return (
      mine.length === theirs.length &&
      mine.every((row) => {
        const at = left.findIndex((other) => rowsEqual(row, other));
        return at >= 0 && left.splice(at, 1).length === 1;
      })
    );
  };
  /** By which factors, other than 1, all entries differ: that between the largest is the only one, or flips the sign. */
  const scaled = (matrix: Sampled): Arrangement['factor'][] => {
    const { place, point, value } = peakOf(matrix, points);
    const factor = (given.flat()[place]?.(point) ?? Number.NaN) / value;
    return [...new Set([-1, orOne(factor)])].filter(
      (each) => each !== 1 && equal(given, times(matrix, each)),
    );
  };
  const turned = transposed(right);
  const arranged = (factor: number): Arrangement[] => [
    ...(equal(given, times(turned, factor)) ? [{ tag: 'transposed' as const, factor }] : []),
    ...(sameRows(given, times(right, factor)) ? [{ tag: 'rows-swapped' as const, factor }] : []),
    ...(sameRows(transposed(given), times(turned, factor))
      ? [{ tag: 'columns-swapped' as const, factor }]
      : []),
  ];
  // What differs by less than can be compared here is no rearrangement.
  if (equal(given, right)) return [];
  const single = [...scaled(right).map((factor) => ({ tag: 'none' as const, factor })), ...arranged(1)];
  if (single.length > 0) return single;
  // Whatever the order of the entries, the largest at one point is the largest there.
  const { point, value } = peakOf(right, points);
  const largest = Math.max(...given.flat().map((entry) => Math.abs(entry(point))));
  const factors = new Set([-1, ...scaled(turned), orOne(largest / Math.abs(value))]);
  return [...factors].flatMap(arranged);
}

export const SAYS = {
  transposed: say('Rows and columns are swapped.'),
  'rows-swapped': say('The rows are in a different order.'),
  'columns-swapped': say('The columns are in a different order.'),
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
