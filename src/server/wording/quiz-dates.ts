import { phaseOf } from '../../grading/index.ts';
import type { Dates } from '../../quizzes/quiz.ts';

/** The dates of a quiz as the partial `dates` takes them. */
export const datesFor = ({ opens, due, closes, solutions }: Dates, now: number) => ({
  phase: phaseOf({ opens, closes }, now),
  dates: { opens, due, closes, solutions },
  overdue: due !== null && now > due,
  solutionsDue: solutions !== null && now < solutions,
});
