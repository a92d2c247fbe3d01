import { isOverdue, phaseOf, solutionsAhead } from '../../grading/index.ts';
import type { Dates } from '../../quizzes/quiz.ts';

/** What the partial `quiz/dates` reads. */
export interface DatesPart {
  readonly phase: ReturnType<typeof phaseOf>;
  readonly dates: Dates;
  readonly overdue: boolean;
  readonly solutionsDue: boolean;
}

export const datesFor = ({ opens, due, closes, solutions }: Dates, now: number): DatesPart => ({
  phase: phaseOf({ opens, closes }, now),
  dates: { opens, due, closes, solutions },
  overdue: isOverdue({ due }, now),
  solutionsDue: solutionsAhead({ solutions }, now),
});
