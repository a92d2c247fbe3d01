import { costs, operationsLeft, spend } from '../budget.ts';
import {
  bothPrecisely,
  bothSides,
  compare,
  comparePrecisely,
  isHidden,
  type PointComparison,
  type PreciseSides,
  type Sides,
} from './compare-values.ts';
import type { Domain } from './points.ts';

/** The two values at a point. */
export interface Values {
  readonly a: number | 'undefined';
  readonly b: number | 'undefined';
}

export interface ComparedPair {
  readonly names: readonly string[];
  readonly domains: readonly Domain[];
  readonly at: (point: Float64Array) => Sides;
  /** The same with many more digits, where both sides can be run so. */
  readonly atPrecisely?: (point: Float64Array) => PreciseSides;
  /** Operations of one trial, and of one with many more digits. */
  readonly cost: number;
  readonly preciseCost: number;
  readonly seed: string;
  /** Where the values are known to agree, so that only domains, or only single points, are compared. */
  readonly proven: 'nowhere' | 'where both are defined' | 'everywhere but in gaps';
}

/** What was seen at a point: its outcome, whether rounding hides it, how far each kink is. */
interface PointResult {
  readonly outcome: PointComparison;
  readonly hidden: boolean;
  readonly offsets: readonly number[];
  readonly values: Values;
}

/** Looks at single points, and takes what that costs from the operations that are left of the response. */
export class PointEvaluator {
  private readonly experiment: ComparedPair;
  private readonly valuesProven: boolean;
  private readonly all = operationsLeft();

  constructor(experiment: ComparedPair) {
    this.experiment = experiment;
    this.valuesProven = experiment.proven !== 'nowhere';
  }

  /** Whether the operations that are left are enough for another trial. */
  get hasBudget(): boolean {
    return operationsLeft() > this.cost;
  }

  /** Whether half of the operations are left. */
  get hasHalfItsBudget(): boolean {
    return 2 * operationsLeft() > this.all;
  }

  private get cost(): number {
    const { cost, names } = this.experiment;
    return cost + costs.trial + names.length * costs.coordinate;
  }

  sidesAt(point: Float64Array): Sides {
    spend(this.cost);
    return this.experiment.at(point);
  }

  /** In float64, and again with more digits where that cannot tell. */
  compareAt(point: Float64Array): PointResult {
    const trial = this.sidesAt(point);
    const outcome = compare(trial, this.valuesProven);
    const hidden = outcome !== 'undefined' && isHidden(trial);
    const close = outcome === 'unknown' || hidden ? this.comparePreciselyAt(point) : undefined;
    if (close && close.outcome !== 'unknown') return { ...close, hidden: false, offsets: trial.offsets };
    return { outcome, hidden, offsets: trial.offsets, values: bothSides(trial) };
  }

  /** With more digits, where that is possible and can be paid. */
  comparePreciselyAt(point: Float64Array): Pick<PointResult, 'outcome' | 'values'> | undefined {
    const { atPrecisely: closely, preciseCost: closeCost } = this.experiment;
    if (!closely || operationsLeft() < closeCost) return undefined;
    spend(closeCost);
    const trial = closely(point);
    return { outcome: comparePrecisely(trial, this.valuesProven), values: bothPrecisely(trial) };
  }
}
