import { type Message, say } from '../../language/index.ts';
import { samplePoints } from '../../numbers/random.ts';
import { bothSides, compare, type PointComparison } from './compare-values.ts';
import { type ComparedPair, PointEvaluator, type Values } from './evaluate-at-point.ts';
import { drawPoint, isWithin, jitter, type Style } from './points.ts';
import { approach, Regions, sideOf } from './regions.ts';

/** A point where two expressions differ. */
export interface Difference extends Values {
  /** `value`: both are defined and differ; `domain`: only one is defined; `convention`: only at a kink or a gap. */
  readonly kind: 'value' | 'domain' | 'convention';
  readonly point: Readonly<Record<string, number>>;
}

export type Comparison =
  /** Equal at almost every point; `convention` is a single point, a kink or a gap, where they still differ. */
  | { readonly verdict: 'equal'; readonly convention?: Difference }
  | { readonly verdict: 'different'; readonly witness: Difference }
  | { readonly verdict: 'undecided'; readonly reason: Message };

/** Points of each kind; a multiple of the ordinary ones where there are kinks, so that all regions are met. */
const counts = {
  readable: 16,
  ordinary: 48,
  wide: 64,
  lattice: 96,
  forced: 24,
  mixed: 64,
  /** Points looked at with more digits even where float64 sees no difference. */
  close: 12,
  fewest: 8,
  /** At most one in so many ordinary points may be hidden by rounding. */
  hidden: 10,
} as const;

/**
 * Looks for a point where two expressions differ: seeded points of several scales, both sides of every kink,
 * points close to each kink, and at last points exactly on kinks and gaps. Where float64 cannot tell, more digits do.
 */
export const search = (experiment: ComparedPair): Comparison => new Search(experiment).run();

export const tooLong: Comparison = {
  verdict: 'undecided',
  reason: say('This is too long to be compared at enough points.'),
};

class Search {
  private readonly experiment: ComparedPair;
  private readonly probe: PointEvaluator;
  private readonly uniform: () => number;
  private readonly tally = { agree: 0, undefined: 0, unknown: 0 };
  private readonly ordinary = { tried: 0, hidden: 0 };
  private readonly regions = new Regions();
  /** A difference that is too small, or of values too large, for float64 to show. */
  private unseen: Difference | undefined;
  /** No operations were left for all the points, and both sides of all the kinks, that equality takes. */
  private short = false;
  constructor(experiment: ComparedPair) {
    this.experiment = experiment;
    this.probe = new PointEvaluator(experiment);
    this.uniform = samplePoints(experiment.seed);
  }

  run(): Comparison {
    const { proven } = this.experiment;
    const known = proven === 'everywhere but in gaps';
    const witness = known
      ? undefined
      : (this.sample() ??
        this.alongKinks() ??
        this.unseen ??
        this.closer() ??
        this.betweenKinks() ??
        this.unseen);
    if (witness) return { verdict: 'different', witness };
    const { agree, undefined: nowhere, unknown } = this.tally;
    const { tried, hidden } = this.ordinary;
    const hides = hidden * counts.hidden > tried;
    if ((agree < counts.fewest || hides || this.short) && proven === 'nowhere') {
      if (this.short) return tooLong;
      const reason =
        nowhere > unknown && !hides
          ? say('Neither expression is defined at nearly all of the points that were tried.')
          : say('Rounding or overflow hides the values at too many of the points that were tried.');
      return { verdict: 'undecided', reason };
    }
    const convention = this.onKinks();
    return convention ? { verdict: 'equal', convention } : { verdict: 'equal' };
  }

  private sample(): Difference | undefined {
    const { domains } = this.experiment;
    const kinks = this.probe.sidesAt(this.draw('ordinary')).offsets.length;
    const ordinary = domains.length === 0 ? counts.fewest : counts.ordinary * 2 ** Math.min(kinks, 4);
    return (
      this.several('readable', counts.readable) ??
      this.several('ordinary', ordinary) ??
      this.several('wide', counts.wide)
    );
  }

  /** Half of the operations are kept for the kinks and for a closer look. */
  private several(style: Style, count: number): Difference | undefined {
    for (let i = 0; i < count && (i < counts.ordinary || this.probe.hasHalfItsBudget); i++) {
      if (this.stops() || this.isHopeless) return undefined;
      const witness = this.test(this.draw(style), style !== 'readable', style === 'ordinary');
      if (witness) return witness;
    }
    return undefined;
  }

  /** After as many points as are always tried, rounding hides most of them, and nothing can look closer. */
  private get isHopeless(): boolean {
    const { tried, hidden } = this.ordinary;
    return !this.experiment.atPrecisely && tried >= counts.ordinary && 2 * hidden > tried;
  }

  private draw(style: Style): Float64Array {
    return drawPoint(this.uniform, this.experiment.domains, style);
  }

  /**
   * A difference counts if it stays when the point is moved a little: on a kink or in a gap it does not.
   * Agreement is `counted` only where points are spread out: lattice points repeat, points along kinks cluster.
   */
  private test(point: Float64Array, counted = false, ordinary = false): Difference | undefined {
    const { outcome, hidden, offsets, values } = this.probe.compareAt(point);
    this.regions.note(point, offsets);
    if (ordinary && outcome !== 'undefined') {
      this.ordinary.tried++;
      if (hidden) this.ordinary.hidden++;
    }
    const differs = outcome === 'value' || outcome === 'domain';
    if (differs && this.stays(outcome, point)) return this.found(outcome, point, values);
    if (counted) this.tally[differs ? 'unknown' : outcome]++;
    return undefined;
  }

  private stays(outcome: PointComparison, point: Float64Array): boolean {
    return [1e-9, 1e-8, 1e-7].every(
      (size) => this.probe.compareAt(jitter(this.uniform, point, size)).outcome === outcome,
    );
  }

  /** The witness of a point, with fewer digits where the sides differ there too, off every kink. */
  private found(outcome: 'value' | 'domain', point: Float64Array, values: Values): Difference | undefined {
    for (const digits of [2, 4, 6]) {
      const short = point.map((value) => Number(value.toPrecision(digits)));
      if (!this.probe.hasBudget || short.every((value, i) => value === point[i])) break;
      if (!short.every((value, i) => isWithin(value, this.experiment.domains[i]))) continue;
      const look = this.probe.compareAt(short);
      const onKink = look.offsets.some((offset) => !offset);
      if (look.outcome === outcome && !onKink && this.stays(outcome, short)) {
        return this.seen(this.witness(outcome, short, look.values));
      }
    }
    return this.seen(this.witness(outcome, point, values));
  }

  /** The witness, if people can see in it that the sides differ; else it waits until no better one is found. */
  private seen(witness: Difference): Difference | undefined {
    if (witness.a !== witness.b) return witness;
    this.unseen ??= witness;
    return undefined;
  }

  private witness(kind: Difference['kind'], coordinates: Float64Array, values: Values): Difference {
    const point = Object.fromEntries(this.experiment.names.map((name, i) => [name, coordinates[i] ?? 0]));
    return { kind, point, ...values };
  }

  /** Visits every region that can be reached, then points ever closer to each kink. */
  private alongKinks(): Difference | undefined {
    if (this.isHopeless) return undefined;
    const { kinks } = this.regions;
    const reached = this.first(kinks, (_, i) => this.reach(i));
    if (kinks.some((_, i) => !this.regions.across(i))) this.stops();
    const mixed = kinks.length > 1 ? Array.from({ length: counts.mixed }) : [];
    return (
      reached ??
      this.first(mixed, () => this.visit(this.regions.mixed(this.uniform)).witness) ??
      this.first(kinks, (_, i) => {
        const sides = this.regions.across(i);
        if (!sides) return undefined;
        const { share, witness } = this.boundary(i, sides);
        return witness ?? this.across(sides, share);
      })
    );
  }

  /** Notes that something was left out where no operations are left. */
  private stops(): boolean {
    this.short ||= !this.probe.hasBudget;
    return !this.probe.hasBudget;
  }

  /** The first witness, as long as there are operations left. */
  private first<T>(
    items: readonly T[],
    look: (item: T, i: number) => Difference | undefined,
  ): Difference | undefined {
    for (const [i, item] of items.entries()) {
      const witness = !this.probe.hasBudget ? undefined : look(item, i);
      if (witness) return witness;
    }
    return undefined;
  }

  /** Tests a point where it is the first of its region. */
  private visit(point: Float64Array | undefined): { offsets: readonly number[]; witness?: Difference } {
    if (!point) return { offsets: [] };
    const { offsets } = this.probe.sidesAt(point);
    const witness = this.regions.note(point, offsets) ? this.test(point) : undefined;
    return witness ? { offsets, witness } : { offsets };
  }

  /** Looks for the other side of a kink where only one was seen. */
  private reach(kink: number): Difference | undefined {
    const sides = this.regions.kinks[kink];
    for (let tries = 0; tries < counts.forced && !this.regions.across(kink) && !this.stops(); tries++) {
      const witness = this.test(this.draw(tries % 2 === 0 ? 'wide' : 'lattice'));
      if (witness) return witness;
    }
    if (!sides?.nearest || this.regions.across(kink)) return undefined;
    let found: Difference | undefined;
    approach(sides.nearest, sides.distance, this.experiment.domains, (point) => {
      if (!this.probe.hasBudget) return Number.NaN;
      const { offsets, witness } = this.visit(point);
      found ??= witness;
      return this.regions.across(kink) ? 0 : Math.abs(offsets[kink] ?? Number.NaN);
    });
    return found;
  }

  /** Regions between two kinks that no point has met: from one side of the first towards the second. */
  private betweenKinks(): Difference | undefined {
    let found: Difference | undefined;
    if (this.isHopeless) return undefined;
    for (const { kink, side, other, otherSide, from } of this.regions.unseenPairs()) {
      if (found || !this.probe.hasBudget) break;
      const distance = Math.abs(this.visit(from).offsets[other] ?? Number.NaN);
      approach(from, distance, this.experiment.domains, (point) => {
        if (found || !this.probe.hasBudget) return Number.NaN;
        const { offsets, witness } = this.visit(point);
        found = witness;
        if (sideOf(offsets[kink]) !== side) return Number.NaN;
        return sideOf(offsets[other]) === otherSide ? 0 : Math.abs(offsets[other] ?? Number.NaN);
      });
    }
    return found;
  }

  /** Where on the way from `below` to `above` the kink lies, as a share of the way; thin regions beside it are met. */
  private boundary(kink: number, { below, above }: Ends): { share: number; witness?: Difference } {
    let [from, to] = [0, 1];
    for (let i = 0; i < 50 && this.probe.hasBudget; i++) {
      const middle = (from + to) / 2;
      const { offsets, witness } = this.visit(between(below, above, middle));
      if (witness) return { share: middle, witness };
      if ((offsets[kink] ?? Number.NaN) > 0) to = middle;
      else from = middle;
    }
    return { share: to };
  }

  private across({ below, above }: Ends, boundary: number): Difference | undefined {
    for (const size of [0.3, 0.1, 0.03, 0.01, 1e-3, 1e-4, 1e-6]) {
      const shares = [boundary + (1 - boundary) * size, boundary - boundary * size];
      for (const share of shares) {
        if (!this.probe.hasBudget) return undefined;
        const witness = this.test(between(below, above, share));
        if (witness) return witness;
      }
    }
    return undefined;
  }

  /** Beside a large value float64 loses what is small: a few points, and some close to each kink, with more digits. */
  private closer(): Difference | undefined {
    if (this.experiment.proven !== 'nowhere') return undefined;
    const drawn = Array.from({ length: counts.close }, (_, i) =>
      this.draw(i % 2 === 0 ? 'ordinary' : 'wide'),
    );
    for (const point of [...drawn, ...this.besideKinks()]) {
      const close = this.probe.comparePreciselyAt(point);
      if (close?.outcome !== 'value' && close?.outcome !== 'domain') continue;
      const { outcome } = close;
      const moved = [1e-9, 1e-8].map(
        (size) => this.probe.comparePreciselyAt(jitter(this.uniform, point, size))?.outcome,
      );
      const witness = this.witness(outcome, point, close.values);
      if (moved.every((other) => other === outcome) && this.seen(witness)) return witness;
    }
    return undefined;
  }

  private besideKinks(): Float64Array[] {
    return this.regions.kinks.flatMap((_, i) => {
      const sides = this.regions.across(i);
      if (!sides || !this.probe.hasBudget) return [];
      const { share: boundary } = this.boundary(i, sides);
      const { below, above } = sides;
      return [1, 1e-2, 1e-3, 1e-4, 1e-5].flatMap((size) => [
        between(below, above, boundary + (1 - boundary) * size),
        between(below, above, boundary - boundary * size),
      ]);
    });
  }

  private onKinks(): Difference | undefined {
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
      if (!this.probe.hasBudget) break;
      const trial = this.probe.sidesAt(point);
      const outcome = compare(trial, false);
      if (outcome === 'value' || outcome === 'domain') {
        return this.witness('convention', point, bothSides(trial));
      }
    }
    return undefined;
  }

  /** Kinks such as z = 1.5 that no lattice meets: the boundary between two readable points, rounded. */
  private roundedBoundaries(): Float64Array[] {
    return this.regions.kinks.flatMap((_, i) => {
      const sides = this.regions.across(i);
      if (sides?.above.length !== 1 || !this.probe.hasBudget) return [];
      const boundary = between(sides.below, sides.above, this.boundary(i, sides).share);
      return [boundary.map((value) => Number(value.toPrecision(6)))];
    });
  }
}

/** -10, -9.5, … 10: where the kinks and gaps of exercises in one variable lie. */
const halves = Array.from({ length: 41 }, (_, i) => i / 2 - 10);

/** Points on both sides of a kink. */
type Ends = Readonly<Record<'below' | 'above', Float64Array>>;

const between = (from: Float64Array, to: Float64Array, share: number): Float64Array =>
  from.map((value, i) => value + share * ((to[i] ?? value) - value));
