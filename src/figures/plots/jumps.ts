import { pairs } from 'd3-array';
import type { Point } from './series.ts';

export interface Jump {
  readonly x: number;
  /** The limits from either side, and the value between them, NaN where there is none. */
  readonly left: number;
  readonly right: number;
  readonly value: number;
}

const STEPS = 120;

/** Points of a graph over [from, to], with a NaN between the pieces that a jump divides. */
export function sampleGraph(
  g: (x: number) => number,
  [from, to]: readonly [number, number],
  jumps: readonly Jump[],
): Point[] {
  const ends = pairs([from, ...jumps.map(({ x }) => x), to]);
  const piece = ([a, b]: [number, number], i: number): Point[] => {
    const between = Array.from({ length: STEPS - 1 }, (_, k) => a + ((k + 1) / STEPS) * (b - a));
    return [
      [a, jumps[i - 1]?.right ?? g(a)],
      ...between.map((x): Point => [x, g(x)]),
      [b, jumps[i]?.left ?? g(b)],
      [b, NaN],
    ];
  };
  return ends.flatMap(piece);
}

/** Those of the places inside [from, to] at which a function really jumps, in order. */
export function findJumps(
  g: (x: number) => number,
  [from, to]: readonly [number, number],
  places: readonly number[],
): Jump[] {
  const nearby = 1e-9 * (to - from);
  return places
    .filter((x) => x > from && x < to)
    .sort((a, b) => a - b)
    .map((x) => ({ x, left: g(x - nearby), right: g(x + nearby), value: g(x) }))
    .filter(({ left, right }) => Math.abs(right - left) > 1e-6)
    .map(({ x, left, right, value }) => ({ x, left: exact(left), right: exact(right), value }));
}

/** A limit without what the small step beside the jump has added to it. */
function exact(limit: number): number {
  return Number(limit.toPrecision(7)) + 0;
}
