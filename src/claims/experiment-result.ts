import { LRUCache } from 'lru-cache';
import type { Words } from '../language/index.ts';
import type { Plot } from '../values/witness.ts';

/** What one run of an experiment showed of a statement. */
export interface Observation {
  /** Whether the statement held; null where the run decides nothing. */
  readonly holds: boolean | null;
  /** What was seen, in a sentence. */
  readonly says: Words;
}

export interface Experiment {
  readonly main: Observation;
  /** The same under conditions in which the statement's verdict must flip; otherwise the experiment shows nothing. */
  readonly control: Observation;
  readonly plot: Plot;
}

/** Results by the name of the experiment and its configuration. */
export type ExperimentCache = LRUCache<string, Experiment>;

/** An experiment takes up to a second, and every response to its question asks for the result. */
export const experimentCache = (): ExperimentCache => new LRUCache({ max: 200 });
