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
  /** Operations of one trial. */
  readonly cost: number;
  readonly seed: string;
  /** Where the values are known to agree, so that only domains, or only single points, are compared. */
  readonly proven: 'nowhere' | 'where both are defined' | 'everywhere but in gaps';
}

/** An operation on 256 bits takes about as long as so many in float64. */
const closeCost = 150;
/** Trials of an expression that is too large for the limit on operations. */
const fewestTrials = 160;

/** What was seen at a point: its outcome, whether rounding hides it, how far each kink is. */
interface Look {
  readonly outcome: Outcome;
  readonly hidden: boolean;
  readonly offsets: readonly number[];
  readonly values: Values;
}

/**
 * Looks at single points, and counts what that costs: at most `limits.operations`, or a fixed number of points where
 * a single one costs more.
 */
export class Probe {
  private readonly experiment: Experiment;
  private readonly valuesProven: boolean;
  private readonly all: number;
  private left: number;

  constructor(experiment: Experiment) {
    this.experiment = experiment;
    this.valuesProven = experiment.proven !== 'nowhere';
    this.all = Math.max(limits.operations, fewestTrials * experiment.cost);
    this.left = this.all;
  }

  /** Whether operations are left. */
  get goesOn(): boolean {
    return this.left > 0;
  }

  /** Whether half of them are left. */
  get isFresh(): boolean {
    return 2 * this.left > this.all;
  }

  trial(point: Float64Array): Trial {
    this.left -= this.experiment.cost;
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
    const { closely, cost } = this.experiment;
    if (!closely || this.left < cost * closeCost) return undefined;
    this.left -= cost * closeCost;
    const trial = closely(point);
    return { outcome: compareClosely(trial, this.valuesProven), values: bothClosely(trial) };
  }
}
