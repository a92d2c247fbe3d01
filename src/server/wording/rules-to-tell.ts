import { writeDuration } from '../../quizzes/format/duration.ts';
import type { QuizRow } from '../../storage/index.ts';

const optional = (milliseconds: number | null) =>
  milliseconds === null || milliseconds === 0 ? null : writeDuration(milliseconds);

/** What the partials `quiz/limit`, `quiz/attempts-rule` and `quiz/counts` read: the rules about time and attempts. */
export interface RulesPart {
  /** Durations are in words: `1 h 30 min`. */
  readonly limit: string | null;
  readonly timeOut: QuizRow['timeOut'] | null;
  readonly grace: string;
  readonly attempts: number | null;
  readonly counts: QuizRow['gradeMethod'];
  readonly buildOnLast: boolean;
  readonly delayFirst: string | null;
  readonly delayLater: string | null;
}

export const rulesToTell = (rules: QuizRow): RulesPart => ({
  limit: optional(rules.timeLimit),
  timeOut: rules.timeLimit === null && rules.closes === null ? null : rules.timeOut,
  grace: optional(rules.grace) ?? '0 s',
  attempts: rules.attempts,
  counts: rules.gradeMethod,
  buildOnLast: rules.buildOnLast === 1,
  delayFirst: rules.attempts === 1 ? null : optional(rules.delayFirst),
  delayLater: rules.attempts === 1 || rules.attempts === 2 ? null : optional(rules.delayLater),
});
