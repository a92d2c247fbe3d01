import type { Measured } from './bounds.ts';
import { type Domain, drawPoint, isWithin, jitter, type Style } from './points.ts';
import { uniform } from './random.ts';

/** A point where two expressions differ. */
export interface Witness {
  /** `value`: both are defined and differ; `domain`: only one is defined; `convention`: only at a kink or a gap. */
  readonly kind: 'value' | 'domain' | 'convention';
  readonly point: Readonly<Record<string, number>>;
  readonly a: number | 'undefined';
  readonly b: number | 'undefined';
}

export type Verdict =
  /** Equal at almost every point; `convention` is a single point, a kink or a gap, where they still differ. */
  | { readonly verdict: 'equal'; readonly convention?: Witness }
  | { readonly verdict: 'different'; readonly witness: Witness }
  | { readonly verdict: 'undecided'; readonly reason: string };

/** Both sides at one point, and how far each kink is. */
export interface Trial {
  readonly a: Measured;
  readonly b: Measured;
  readonly offsets: readonly number[];
}

export interface Experiment {
  readonly names: readonly string[];
  readonly domains: readonly Domain[];
  readonly at: (point: Float64Array) => Trial;
  readonly seed: string;
  /** Where the values are known to agree, so that only domains, or only single points, are compared. */
  readonly proven: 'nowhere' | 'where both are defined' | 'everywhere but in gaps';
}

/** Points of each kind; a multiple of the ordinary ones where there are kinks, so that all regions are met. */
const counts = {
  readable: 16,
  ordinary: 48,
  wide: 64,
  lattice: 96,
  forced: 80,
  kinks: 24,
  fewest: 8,
  /** At most one in so many ordinary points may be hidden by rounding. */
  hidden: 20,
} as const;

type Outcome = 'agree' | 'undefined' | 'unknown' | 'value' | 'domain';

const isUndefined = ({ value }: Measured): boolean => Number.isNaN(value);

const compare = ({ a, b }: Trial, valuesProven: boolean): Outcome => {
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

/** Rounding or overflow is as large as the values, or hides that they differ: anything would seem to agree here. */
const isHidden = ({ a, b }: Trial): boolean => {
  const error = a.error + b.error;
  const scale = 1 + Math.max(Math.abs(a.value), Math.abs(b.value));
  if (Number.isFinite(error)) return error > 1e-3 * scale;
  // Where both overflow alike, nothing is learned and nothing is hidden.
  if (a.value === b.value) return false;
  return !(Math.abs(a.value - b.value) <= 1e-9 * scale);
};

const side = ({ value }: Measured): number | 'undefined' => (Number.isNaN(value) ? 'undefined' : value);

/**
 * Looks for a point where two expressions differ: seeded points of several scales, both sides of every kink,
 * points close to each kink, and at last points exactly on kinks and gaps.
 */
export const search = (experiment: Experiment): Verdict => new Search(experiment).run();

class Search {
  private readonly experiment: Experiment;
  private readonly uniform: () => number;
  private readonly tally = { agree: 0, undefined: 0, unknown: 0 };
  private readonly ordinary = { tried: 0, hidden: 0 };
  /** A point on each side of each kink. */
  private readonly sides: { above?: Float64Array; below?: Float64Array }[] = [];

  constructor(experiment: Experiment) {
    this.experiment = experiment;
    this.uniform = uniform(experiment.seed);
  }

  run(): Verdict {
    const { proven } = this.experiment;
    const witness = proven === 'everywhere but in gaps' ? undefined : (this.sample() ?? this.alongKinks());
    if (witness) return { verdict: 'different', witness };
    const { agree, undefined: nowhere, unknown } = this.tally;
    const { tried, hidden } = this.ordinary;
    const hides = hidden * counts.hidden > tried;
    if ((agree < counts.fewest || hides) && proven === 'nowhere') {
      const reason =
        nowhere > unknown && !hides
          ? 'Neither expression is defined at nearly all of the points that were tried.'
          : 'Rounding or overflow hides the values at too many of the points that were tried.';
      return { verdict: 'undecided', reason };
    }
    const convention = this.onKinks();
    return convention ? { verdict: 'equal', convention } : { verdict: 'equal' };
  }

  private sample(): Witness | undefined {
    const { at, domains } = this.experiment;
    const kinks = at(this.draw('ordinary')).offsets.length;
    const ordinary = domains.length === 0 ? counts.fewest : counts.ordinary * 2 ** Math.min(kinks, 4);
    return (
      this.several('readable', counts.readable) ??
      this.several('ordinary', ordinary) ??
      this.several('wide', counts.wide)
    );
  }

  private several(style: Style, count: number): Witness | undefined {
    for (let i = 0; i < count; i++) {
      const witness = this.test(this.draw(style), style !== 'readable', style === 'ordinary');
      if (witness) return witness;
    }
    return undefined;
  }

  private draw(style: Style): Float64Array {
    return drawPoint(this.uniform, this.experiment.domains, style);
  }

  /**
   * A difference counts if it stays when the point is moved a little: on a kink or in a gap it does not.
   * Agreement is `counted` only where points are spread out: lattice points repeat, points along kinks cluster.
   */
  private test(point: Float64Array, counted = false, ordinary = false): Witness | undefined {
    const { at } = this.experiment;
    const valuesProven = this.experiment.proven !== 'nowhere';
    const trial = at(point);
    trial.offsets.forEach((distance, i) => {
      const sides = this.sides[i] ?? {};
      if (distance > 0) sides.above ??= point;
      if (distance < 0) sides.below ??= point;
      this.sides[i] = sides;
    });
    const outcome = compare(trial, valuesProven);
    if (ordinary && outcome !== 'undefined') {
      this.ordinary.tried++;
      if (isHidden(trial)) this.ordinary.hidden++;
    }
    const differs = outcome === 'value' || outcome === 'domain';
    const stays = (size: number): boolean =>
      compare(at(jitter(this.uniform, point, size)), valuesProven) === outcome;
    if (differs && [1e-9, 1e-8, 1e-7].every(stays)) return this.witness(outcome, point, trial);
    if (counted) this.tally[differs ? 'unknown' : outcome]++;
    return undefined;
  }

  private witness(kind: Witness['kind'], values: Float64Array, { a, b }: Trial): Witness {
    const point = Object.fromEntries(this.experiment.names.map((name, i) => [name, values[i] ?? 0]));
    return { kind, point, a: side(a), b: side(b) };
  }

  /** Forces both sides of every kink that can be reached, then points ever closer to it. */
  private alongKinks(): Witness | undefined {
    for (let i = 0; i < Math.min(this.sides.length, counts.kinks); i++) {
      const sides = this.sides[i];
      for (let tries = 0; tries < counts.forced && sides && !(sides.above && sides.below); tries++) {
        const witness = this.test(this.draw(tries % 2 === 0 ? 'wide' : 'lattice'));
        if (witness) return witness;
      }
      if (!sides?.above || !sides.below) continue;
      const witness = this.across(sides.below, sides.above, this.boundary(i, sides.below, sides.above));
      if (witness) return witness;
    }
    return undefined;
  }

  /** Where on the way from `below` to `above` the kink lies, as a share of the way. */
  private boundary(kink: number, below: Float64Array, above: Float64Array): number {
    let [from, to] = [0, 1];
    for (let i = 0; i < 50; i++) {
      const middle = (from + to) / 2;
      const distance = this.experiment.at(between(below, above, middle)).offsets[kink] ?? Number.NaN;
      if (distance > 0) to = middle;
      else from = middle;
    }
    return to;
  }

  private across(below: Float64Array, above: Float64Array, boundary: number): Witness | undefined {
    for (const size of [0.3, 0.1, 0.03, 0.01, 1e-3, 1e-4, 1e-6]) {
      const shares = [boundary + (1 - boundary) * size, boundary - boundary * size];
      for (const share of shares) {
        const witness = this.test(between(below, above, share));
        if (witness) return witness;
      }
    }
    return undefined;
  }

  private onKinks(): Witness | undefined {
    const { at, domains } = this.experiment;
    const points = [
      ...(domains.every((domain) => domain === 'real') ? [new Float64Array(domains.length)] : []),
      ...Array.from({ length: counts.lattice }, () => this.draw('lattice')),
      ...(domains.length === 1 ? halves.filter((half) => isWithin(half, domains[0])) : []).map((half) =>
        Float64Array.of(half),
      ),
      ...this.roundedBoundaries(),
    ];
    for (const point of points) {
      const trial = at(point);
      const outcome = compare(trial, false);
      if (outcome === 'value' || outcome === 'domain') return this.witness('convention', point, trial);
    }
    return undefined;
  }

  /** Kinks such as z = 1.5 that no lattice meets: the boundary between two readable points, rounded. */
  private roundedBoundaries(): Float64Array[] {
    return this.sides.slice(0, counts.kinks).flatMap(({ above, below }, i) => {
      if (!above || !below || above.length !== 1) return [];
      const boundary = between(below, above, this.boundary(i, below, above));
      return [boundary.map((value) => Number(value.toPrecision(6)))];
    });
  }
}

/** -10, -9.5, … 10: where the kinks and gaps of exercises in one variable lie. */
const halves = Array.from({ length: 41 }, (_, i) => i / 2 - 10);

const between = (from: Float64Array, to: Float64Array, share: number): Float64Array =>
  from.map((value, i) => value + share * ((to[i] ?? value) - value));
