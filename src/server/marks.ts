import type { withShownGrades } from '../grading/index.ts';
import type { Grade } from '../storage/index.ts';

export type ShownAttempt = ReturnType<typeof withShownGrades>[number];

const NUMBER = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

/** `7.5 of 12`, with what a person still has to mark. */
function showGrade({ mark, maximum, undecided }: Grade): string {
  const marks = `${NUMBER.format(mark)} of ${NUMBER.format(maximum)}`;
  return undecided === 0 ? marks : `${marks}, ${undecided} to be marked by a person`;
}

/** How far an attempt is: its grade, if it has one that may be shown. */
export function gradeInWords({
  grade,
  state,
  withheld,
}: Pick<ShownAttempt, 'grade' | 'state' | 'withheld'>): string {
  if (grade !== null) return showGrade(grade);
  if (state === 'open') return 'in progress';
  return withheld ? 'handed in' : 'being marked';
}

/** The highest grade of attempts that were handed in; null if there is none that may be shown. */
export function bestOf(attempts: readonly ShownAttempt[]): string | null {
  const grades = attempts.flatMap(({ grade }) => grade ?? []);
  const best = grades.sort((a, b) => b.mark - a.mark)[0];
  return best === undefined ? null : showGrade(best);
}
