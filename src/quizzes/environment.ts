import { LRUCache } from 'lru-cache';
import type { Understood } from '../answers/kind.ts';
import { type ExperimentCache, experimentCache } from '../claims/experiment-result.ts';
import { type CurveCache, curveCache } from '../models/trained-curves.ts';
import { type FormulaCache, formulaCache } from './content/check.ts';
import { QUIZ_FORMAT, type QuizFormat } from './format/schema.ts';

/** What quizzes are prepared with: what their files may say, and what was worked out for others before. */
export interface Environment {
  /** The fields, claims and answers that a file may have. */
  readonly format: QuizFormat;
  readonly caches: Caches;
}

/** Results that are the same for equal questions, each bounded; what is dropped is worked out again. */
export interface Caches {
  readonly curves: CurveCache;
  readonly experiments: ExperimentCache;
  readonly formulas: FormulaCache;
  /** Whether a drawn question is proven, by its version: many attempts share what they draw. */
  readonly proven: LRUCache<string, boolean>;
  readonly readings: ReadingCache;
}

/** What was understood of responses: every page of an attempt asks it of every question. */
export type ReadingCache = LRUCache<string, Understood>;

/** Characters of responses and of what was understood of them. */
const READINGS = 4_000_000;

/** One for a program: whoever opens it owns what it remembers. */
export const openEnvironment = (format = QUIZ_FORMAT): Environment => ({
  format,
  caches: {
    curves: curveCache(),
    experiments: experimentCache(),
    formulas: formulaCache(),
    proven: new LRUCache({ max: 5_000 }),
    readings: new LRUCache({
      maxSize: READINGS,
      sizeCalculation: (reading, key) => key.length + JSON.stringify(reading).length,
    }),
  },
});
