import { costs, operationsLeft, spend } from '../budget.ts';
import {
  bothClosely,
  bothSides,
  type CloseTrial,
  compare,
  compareClosely,
  isHidden,
  type Outcome,
  type Trial,
} from './compare-values.ts';
import type { Domain } from './points.ts';

/** The two values at a point. */
export interface Values {
  readonly a: number | 'undefined';
  readonly b: number | 'undefined';
}

export interface Experiment {
  readonly names: readonly string[];
  readonly domains: readonly Domain[];
  readonly at: (point: Float64Array) => Trial;
  /** The same with many more digits, where both sides can be run so. */
  readonly closely?: (point: Float64Array) => CloseTrial;
  /** Operations of one trial, and of one with many more digits. */
  readonly cost: number;
  readonly closeCost: number;
  readonly seed: string;
  /** Where the values are known to agree, so that only domains, or only single points, are compared. */
  readonly proven: 'nowhere' | 'where both are defined' | 'everywhere but in gaps';
}

/** What was seen at a point: its outcome, whether rounding hides it, how far each kink is. */
interface Look {
  readonly outcome: Outcome;
  readonly hidden: boolean;
  readonly offsets: readonly number[];
  readonly values: Values;
}

/** Looks at single points, and takes what that costs from the operations that are left of the response. */
export class Probe {
  private readonly experiment: Experiment;
  private readonly valuesProven: boolean;
  private readonly all = operationsLeft();

  constructor(experiment: Experiment) {
    this.experiment = experiment;
    this.valuesProven = experiment.proven !== 'nowhere';
  }

  /** Whether the operations that are left are enough for another trial. */
  get goesOn(): boolean {
    return operationsLeft() > this.cost;
  }

  /** Whether half of the operations are left. */
  get isFresh(): boolean {
    return 2 * operationsLeft() > this.all;
  }

  private get cost(): number {
    const { cost, names } = this.experiment;
    return cost + costs.trial + names.length * costs.coordinate;
  }

  trial(point: Float64Array): Trial {
    spend(this.cost);
    return this.experiment.at(point);
  }

  /** In float64, and again with more digits where that cannot tell. */
  look(point: Float64Array): Look {
    const trial = this.trial(point);
    const outcome = compare(trial, this.valuesProven);
    const hidden = outcome !== 'undefined' && isHidden(trial);
    const close = outcome === 'unknown' || hidden ? this.lookClosely(point) : undefined;
    if (close && close.outcome !== 'unknown') return { ...close, hidden: false, offsets: trial.offsets };
    return { outcome, hidden, offsets: trial.offsets, values: bothSides(trial) };
  }

  /** With more digits, where that is possible and can be paid. */
  lookClosely(point: Float64Array): Pick<Look, 'outcome' | 'values'> | undefined {
    const { closely, closeCost } = this.experiment;
    if (!closely || operationsLeft() < closeCost) return undefined;
    spend(closeCost);
    const trial = closely(point);
    return { outcome: compareClosely(trial, this.valuesProven), values: bothClosely(trial) };
  }
}
