import { add, type BigResult, negate, signOf, size, toFloat } from './bigfloat.ts';
import type { Measured } from './rounding-bounds.ts';

/** What two sides have to do with each other at one point. */
export type PointComparison = 'agree' | 'undefined' | 'unknown' | 'value' | 'domain';

/** Both sides at one point in float64, and how far each kink is. */
export interface Sides {
  readonly a: Measured;
  readonly b: Measured;
  readonly offsets: readonly number[];
}

/** Both sides at one point with 256 bits. */
export interface PreciseSides {
  readonly a: BigResult;
  readonly b: BigResult;
}

const isUndefined = ({ value }: Measured): boolean => Number.isNaN(value);

/** In float64; with `valuesProven` only the domains are compared. */
export const compare = ({ a, b }: Sides, valuesProven: boolean): PointComparison => {
  if (isUndefined(a) && isUndefined(b)) return 'undefined';
  const error = a.error + b.error;
  if (error === Number.POSITIVE_INFINITY) return 'unknown';
  if (isUndefined(a) || isUndefined(b)) return 'domain';
  const distance = Math.abs(a.value - b.value);
  if (distance > 2 * error && !valuesProven) return 'value';
  const size = Math.max(Math.abs(a.value), Math.abs(b.value));
  // Rounding may hide a difference here: the point counts only where it hides very little.
  return error <= 1e-6 * size || error <= 1e-10 ? 'agree' : 'unknown';
};

/** Numbers of 256 bits agree where at least 60 of them do, counted from the larger side, or from 1 if that is larger. */
export const comparePrecisely = ({ a, b }: PreciseSides, valuesProven: boolean): PointComparison => {
  if (a === 'unknown' || b === 'unknown') return 'unknown';
  if (a === 'undefined' || b === 'undefined') return a === b ? 'undefined' : 'domain';
  const difference = add(a, negate(b));
  if (typeof difference === 'string') return 'unknown';
  if (signOf(difference) && !valuesProven) return 'value';
  return difference.error <= Math.max(0, size(a), size(b)) - 60 ? 'agree' : 'unknown';
};

/** Rounding or overflow is as large as the values, or hides that they differ: anything would seem to agree here. */
export const isHidden = ({ a, b }: Sides): boolean => {
  const error = a.error + b.error;
  const scale = 1 + Math.max(Math.abs(a.value), Math.abs(b.value));
  if (Number.isFinite(error)) return error > 1e-3 * scale;
  // Where both overflow alike, nothing is learned and nothing is hidden.
  if (a.value === b.value) return false;
  return !(Math.abs(a.value - b.value) <= 1e-9 * scale);
};

const shown = (value: number): number | 'undefined' => (Number.isNaN(value) ? 'undefined' : value);

/** The two values of a witness. */
export const bothSides = ({ a, b }: Sides): { a: number | 'undefined'; b: number | 'undefined' } => ({
  a: shown(a.value),
  b: shown(b.value),
});
export const bothPrecisely = ({
  a,
  b,
}: PreciseSides): { a: number | 'undefined'; b: number | 'undefined' } => ({
  a: shown(toFloat(a)),
  b: shown(toFloat(b)),
});
