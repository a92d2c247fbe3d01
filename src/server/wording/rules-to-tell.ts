import { writeDuration } from '../../quizzes/format/duration.ts';
import type { QuizRow } from '../../storage/index.ts';

const optional = (milliseconds: number | null) =>
  milliseconds === null || milliseconds === 0 ? null : writeDuration(milliseconds);

/** The rules about time and attempts as the partials `limit` and `attempts` take them. */
export const rulesToTell = (rules: QuizRow) => ({
  limit: optional(rules.timeLimit),
  timeOut: rules.timeLimit === null && rules.closes === null ? null : rules.timeOut,
  grace: optional(rules.grace),
  attempts: rules.attempts,
  counts: rules.gradeMethod,
  buildOnLast: rules.buildOnLast === 1,
  delayFirst: rules.attempts === 1 ? null : optional(rules.delayFirst),
  delayLater: rules.attempts === 1 || rules.attempts === 2 ? null : optional(rules.delayLater),
});
