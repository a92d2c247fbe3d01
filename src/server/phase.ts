import type { Dates } from '../quizzes/quiz.ts';

export type Phase = 'before' | 'open' | 'closed';

/** Where a quiz is in its dates. */
export function phaseOf({ opens, closes }: Dates, now: number): Phase {
  if (opens !== null && now < opens) return 'before';
  return closes !== null && now > closes ? 'closed' : 'open';
}

/** The dates of a quiz as the partial `dates` takes them. */
export const datesFor = ({ opens, closes, solutions }: Dates, now: number) => ({
  phase: phaseOf({ opens, closes, solutions }, now),
  dates: { opens, closes, solutions },
  solutionsDue: solutions !== null && now < solutions,
});
