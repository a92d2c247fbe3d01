import type { GradedAttempt } from '../grades/graded-attempts.ts';
import { handedInAt } from '../rules/timetable.ts';
import { mayShow, type Situation } from './may-show.ts';

export type ShownAttempt = GradedAttempt & { readonly withheld: boolean };

/** Somebody's attempts at one quiz, each with its grade only where it may be shown; `withheld`: it is there. */
export const withShownGrades = (
  attempts: readonly GradedAttempt[],
  of: Pick<Situation, 'rules' | 'role' | 'now'>,
): readonly ShownAttempt[] =>
  attempts.map((attempt) => {
    const shown = mayShow({ ...of, attempt, siblings: attempts }).has('mark');
    return {
      ...attempt,
      grade: shown ? attempt.grade : null,
      withheld: !shown && handedInAt(attempt) !== null,
    };
  });
