import type { Dates } from '../../quizzes/quiz.ts';

export type Phase = 'before' | 'open' | 'closed';

/** Where a quiz is in its dates. */
export function phaseOf({ opens, closes }: Pick<Dates, 'opens' | 'closes'>, now: number): Phase {
  if (opens !== null && now < opens) return 'before';
  return closes !== null && now > closes ? 'closed' : 'open';
}

/** The dates of a quiz as the partial `dates` takes them. */
export const datesFor = ({ opens, due, closes, solutions }: Dates, now: number) => ({
  phase: phaseOf({ opens, closes }, now),
  dates: { opens, due, closes, solutions },
  overdue: due !== null && now > due,
  solutionsDue: solutions !== null && now < solutions,
});
