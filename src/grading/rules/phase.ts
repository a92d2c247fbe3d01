import type { Attempt, QuizRow } from '../../storage/index.ts';
import { nextStart } from './timetable.ts';

export type Phase = 'before' | 'open' | 'closed';

/** Where a quiz is in its dates; the moment of closing itself still counts as open. */
export function phaseOf({ opens, closes }: Pick<QuizRow, 'opens' | 'closes'>, now: number): Phase {
  if (opens !== null && now < opens) return 'before';
  return closes !== null && now > closes ? 'closed' : 'open';
}

/** Whether the day of the solutions is still to come. */
export const solutionsAhead = ({ solutions }: Pick<QuizRow, 'solutions'>, now: number): boolean =>
  solutions !== null && now < solutions;

/** Why a student who has made these attempts cannot begin another one now; null: they can. */
export function whyNotStart(
  rules: QuizRow,
  attempts: readonly Pick<Attempt, 'endedAt'>[],
  now: number,
): 'not-open' | 'closed' | 'no-attempts-left' | 'no-time-left' | 'too-soon' | null {
  const phase = phaseOf(rules, now);
  if (phase === 'before') return 'not-open';
  if (rules.archivedAt !== null || phase === 'closed') return 'closed';
  if (rules.attempts !== null && attempts.length >= rules.attempts) return 'no-attempts-left';
  const next = nextStart(rules, attempts);
  if (next === null || now >= next) return null;
  return rules.closes !== null && next > rules.closes ? 'no-time-left' : 'too-soon';
}
