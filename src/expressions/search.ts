import { limits } from './limits.ts';
import {
  bothClosely,
  bothSides,
  type CloseTrial,
  compare,
  compareClosely,
  isHidden,
  type Outcome,
  type Trial,
} from './outcomes.ts';
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

export interface Experiment {
  readonly names: readonly string[];
  readonly domains: readonly Domain[];
  readonly at: (point: Float64Array) => Trial;
  /** The same with many more digits, where both sides can be run so. */
  readonly closely?: (point: Float64Array) => CloseTrial;
  /** Operations of one trial. */
  readonly cost: number;
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
  /** Points looked at with more digits even where float64 sees no difference. */
  close: 12,
  fewest: 8,
  /** At most one in so many ordinary points may be hidden by rounding. */
  hidden: 20,
} as const;

/** An operation on 256 bits takes about as long as so many in float64. */
const closeCost = 150;

interface Look {
  readonly outcome: Outcome;
  readonly hidden: boolean;
  readonly offsets: readonly number[];
  readonly values: Pick<Witness, 'a' | 'b'>;
}

/**
 * Looks for a point where two expressions differ: seeded points of several scales, both sides of every kink,
 * points close to each kink, and at last points exactly on kinks and gaps. Where float64 cannot tell, more digits do.
 * What is done is bounded by `limits.operations`, or by a fixed number of points where a single one costs more.
 */
export const search = (experiment: Experiment): Verdict => new Search(experiment).run();

class Search {
  private readonly experiment: Experiment;
  private readonly valuesProven: boolean;
  private readonly uniform: () => number;
  private readonly tally = { agree: 0, undefined: 0, unknown: 0 };
  private readonly ordinary = { tried: 0, hidden: 0 };
  /** A point on each side of each kink. */
  private readonly sides: { above?: Float64Array; below?: Float64Array }[] = [];
  /** A difference that is too small, or of values too large, for float64 to show. */
  private unseen: Witness | undefined;
  /** Operations that may still be done. */
  private left: number;

  constructor(experiment: Experiment) {
    this.experiment = experiment;
    this.valuesProven = experiment.proven !== 'nowhere';
    this.uniform = uniform(experiment.seed);
    this.left = Math.max(limits.operations, 2 * (counts.ordinary + counts.wide) * experiment.cost);
  }

  run(): Verdict {
    const { proven } = this.experiment;
    const known = proven === 'everywhere but in gaps';
    const witness = known
      ? undefined
      : (this.sample() ?? this.alongKinks() ?? this.unseen ?? this.closer() ?? this.unseen);
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
    const { cost, domains } = this.experiment;
    const kinks = this.trial(this.draw('ordinary')).offsets.length;
    const ordinary = domains.length === 0 ? counts.fewest : counts.ordinary * 2 ** Math.min(kinks, 4);
    // Half of the operations are kept for the kinks and for a closer look.
    const affordable = Math.floor(this.left / 2 / cost) - counts.wide;
    return (
      this.several('readable', counts.readable) ??
      this.several('ordinary', Math.min(ordinary, Math.max(counts.ordinary, affordable))) ??
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

  private trial(point: Float64Array): Trial {
    this.left -= this.experiment.cost;
    return this.experiment.at(point);
  }

  /** In float64, and again with more digits where that cannot tell. */
  private look(point: Float64Array): Look {
    const trial = this.trial(point);
    const outcome = compare(trial, this.valuesProven);
    const hidden = outcome !== 'undefined' && isHidden(trial);
    const close = outcome === 'unknown' || hidden ? this.lookClosely(point) : undefined;
    if (close && close.outcome !== 'unknown') return { ...close, hidden: false, offsets: trial.offsets };
    return { outcome, hidden, offsets: trial.offsets, values: bothSides(trial) };
  }

  private lookClosely(point: Float64Array): Pick<Look, 'outcome' | 'values'> | undefined {
    const { closely, cost } = this.experiment;
    if (!closely || this.left < cost * closeCost) return undefined;
    this.left -= cost * closeCost;
    const trial = closely(point);
    return { outcome: compareClosely(trial, this.valuesProven), values: bothClosely(trial) };
  }

  /**
   * A difference counts if it stays when the point is moved a little: on a kink or in a gap it does not.
   * Agreement is `counted` only where points are spread out: lattice points repeat, points along kinks cluster.
   */
  private test(point: Float64Array, counted = false, ordinary = false): Witness | undefined {
    const { outcome, hidden, offsets, values } = this.look(point);
    offsets.forEach((distance, i) => {
      const sides = this.sides[i] ?? {};
      if (distance > 0) sides.above ??= point;
      if (distance < 0) sides.below ??= point;
      this.sides[i] = sides;
    });
    if (ordinary && outcome !== 'undefined') {
      this.ordinary.tried++;
      if (hidden) this.ordinary.hidden++;
    }
    const differs = outcome === 'value' || outcome === 'domain';
    if (differs && this.stays(outcome, point)) return this.seen(this.witness(outcome, point, values));
    if (counted) this.tally[differs ? 'unknown' : outcome]++;
    return undefined;
  }

  private stays(outcome: Outcome, point: Float64Array): boolean {
    return [1e-9, 1e-8, 1e-7].every(
      (size) => this.look(jitter(this.uniform, point, size)).outcome === outcome,
    );
  }

  /** The witness, if people can see in it that the sides differ; else it waits until no better one is found. */
  private seen(witness: Witness): Witness | undefined {
    if (witness.a !== witness.b) return witness;
    this.unseen ??= witness;
    return undefined;
  }

  private witness(
    kind: Witness['kind'],
    coordinates: Float64Array,
    values: Pick<Witness, 'a' | 'b'>,
  ): Witness {
    const point = Object.fromEntries(this.experiment.names.map((name, i) => [name, coordinates[i] ?? 0]));
    return { kind, point, ...values };
  }

  /** Forces both sides of every kink that can be reached, then points ever closer to it. */
  private alongKinks(): Witness | undefined {
    for (let i = 0; i < Math.min(this.sides.length, counts.kinks); i++) {
      const sides = this.sides[i];
      for (let tries = 0; tries < counts.forced && sides && !(sides.above && sides.below); tries++) {
        if (this.left < 0) return undefined;
        const witness = this.test(this.draw(tries % 2 === 0 ? 'wide' : 'lattice'));
        if (witness) return witness;
      }
      if (!sides?.above || !sides.below || this.left < 0) continue;
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
      const distance = this.trial(between(below, above, middle)).offsets[kink] ?? Number.NaN;
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

  /** Beside a large value float64 loses what is small: a few points, and some close to each kink, with more digits. */
  private closer(): Witness | undefined {
    if (this.valuesProven || !this.experiment.closely) return undefined;
    const drawn = Array.from({ length: counts.close }, (_, i) =>
      this.draw(i % 2 === 0 ? 'ordinary' : 'wide'),
    );
    for (const point of [...drawn, ...this.besideKinks()]) {
      const close = this.lookClosely(point);
      if (close?.outcome !== 'value' && close?.outcome !== 'domain') continue;
      const { outcome } = close;
      const moved = [1e-9, 1e-8].map((size) => this.lookClosely(jitter(this.uniform, point, size))?.outcome);
      const witness = this.witness(outcome, point, close.values);
      if (moved.every((other) => other === outcome) && this.seen(witness)) return witness;
    }
    return undefined;
  }

  private besideKinks(): Float64Array[] {
    return this.sides.slice(0, counts.kinks).flatMap(({ above, below }, i) => {
      if (!above || !below || this.left < 0) return [];
      const boundary = this.boundary(i, below, above);
      return [1, 1e-2, 1e-3, 1e-4, 1e-5].flatMap((size) => [
        between(below, above, boundary + (1 - boundary) * size),
        between(below, above, boundary - boundary * size),
      ]);
    });
  }

  private onKinks(): Witness | undefined {
    const { domains } = this.experiment;
    const points = [
      ...(domains.every((domain) => domain === 'real') ? [new Float64Array(domains.length)] : []),
      ...Array.from({ length: counts.lattice }, () => this.draw('lattice')),
      ...(domains.length === 1 ? halves.filter((half) => isWithin(half, domains[0])) : []).map((half) =>
        Float64Array.of(half),
      ),
      ...this.roundedBoundaries(),
    ];
    for (const point of points) {
      const trial = this.trial(point);
      const outcome = compare(trial, false);
      if (outcome === 'value' || outcome === 'domain') {
        return this.witness('convention', point, bothSides(trial));
      }
    }
    return undefined;
  }

  /** Kinks such as z = 1.5 that no lattice meets: the boundary between two readable points, rounded. */
  private roundedBoundaries(): Float64Array[] {
    return this.sides.slice(0, counts.kinks).flatMap(({ above, below }, i) => {
      if (!above || !below || above.length !== 1 || this.left < 0) return [];
      const boundary = between(below, above, this.boundary(i, below, above));
      return [boundary.map((value) => Number(value.toPrecision(6)))];
    });
  }
}

/** -10, -9.5, … 10: where the kinks and gaps of exercises in one variable lie. */
const halves = Array.from({ length: 41 }, (_, i) => i / 2 - 10);

const between = (from: Float64Array, to: Float64Array, share: number): Float64Array =>
  from.map((value, i) => value + share * ((to[i] ?? value) - value));
