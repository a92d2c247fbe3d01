import type { Domain } from './points.ts';
import { isWithin } from './points.ts';

/** What is known of one kink: a point on each side of it, and the one that came closest. */
interface KinkSides {
  above?: Float64Array;
  below?: Float64Array;
  nearest?: Float64Array;
  distance: number;
}

type Side = '+' | '-';

/** A side of one kink, with a point there, that was never seen together with a side of another. */
interface Unseen {
  readonly kink: number;
  readonly side: Side;
  readonly from: Float64Array;
  readonly other: number;
  readonly otherSide: Side;
}

/** Most kinks whose regions are told apart, and whose pairs are. */
const most = 24;
const mostPaired = 6;

export const sideOf = (offset: number | undefined): Side | undefined =>
  offset === undefined || !offset ? undefined : offset > 0 ? '+' : '-';

/** The regions that kinks cut the space into, and the points that were seen in them. */
export class Regions {
  readonly kinks: KinkSides[] = [];
  private readonly seen = new Set<string>();

  /** Takes a point with how far each kink is; whether no other point was on the same sides of all of them. */
  note(point: Float64Array, offsets: readonly number[]): boolean {
    let pattern = '';
    for (let i = 0; i < Math.min(offsets.length, most); i++) {
      const offset = offsets[i] ?? Number.NaN;
      const sides = this.kinks[i] ?? { distance: Number.POSITIVE_INFINITY };
      this.kinks[i] = sides;
      pattern += sideOf(offset) ?? '0';
      if (offset > 0) sides.above ??= point;
      if (offset < 0) sides.below ??= point;
      if (!(Math.abs(offset) < sides.distance)) continue;
      sides.nearest = point;
      sides.distance = Math.abs(offset);
    }
    if (this.seen.has(pattern)) return false;
    this.seen.add(pattern);
    return true;
  }

  /** Both sides of a kink, where both were seen. */
  across(kink: number): { above: Float64Array; below: Float64Array } | undefined {
    const { above, below } = this.kinks[kink] ?? {};
    return above && below && { above, below };
  }

  /** Pairs of sides that were never seen together, for the first few kinks. */
  *unseenPairs(): Iterable<Unseen> {
    const kinks = this.kinks.slice(0, mostPaired);
    for (const [kink, { above, below }] of kinks.entries()) {
      for (const [side, from] of [['+', above] as const, ['-', below] as const]) {
        for (let other = 0; other < kinks.length; other++) {
          for (const otherSide of ['+', '-'] as const) {
            const isSeen = [...this.seen].some(
              (pattern) => pattern[kink] === side && pattern[other] === otherSide,
            );
            if (from && other !== kink && !isSeen) yield { kink, side, other, otherSide, from };
          }
        }
      }
    }
  }

  /** A point whose coordinates come from points on different sides of different kinks. */
  mixed(uniform: () => number): Float64Array | undefined {
    const points = this.kinks
      .flatMap(({ above, below }) => [above, below])
      .filter((side) => side !== undefined);
    const pick = (): Float64Array | undefined => points[Math.floor(uniform() * points.length)];
    return pick()?.map((value, i) => pick()?.[i] ?? value);
  }
}

/**
 * Points ever closer to a kink: along each axis, with steps that double where they help and shrink where they do not.
 * `distanceAt` is the distance there, 0 once the kink is crossed, NaN where not to go.
 */
export const approach = (
  from: Float64Array,
  distance: number,
  domains: readonly Domain[],
  distanceAt: (point: Float64Array) => number,
): void => {
  let [nearest, least] = [from, distance];
  const steps = from.map((value) => Math.max(1, Math.abs(value)) / 2);
  for (let round = 0; round < 30 && least > 0; round++) {
    for (const [i, step] of steps.entries()) {
      // Along an axis that leads nowhere, steps this small no longer matter.
      if (step < 1e-10 * Math.max(1, Math.abs(nearest[i] ?? 0))) continue;
      const moved = [step, -step].map((by) => nearest.map((value, k) => (k === i ? value + by : value)));
      const better = moved.find((point) => {
        if (!isWithin(point[i] ?? 0, domains[i])) return false;
        const there = distanceAt(point);
        if (!(there < least)) return false;
        least = there;
        return true;
      });
      nearest = better ?? nearest;
      steps[i] = better ? 2 * step : step / 4;
      if (least === 0) return;
    }
  }
};
