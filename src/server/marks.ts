import { countingOf, type withShownGrades } from '../grading/index.ts';
import type { Grade, QuizRow } from '../storage/index.ts';

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
  abandonedAt,
  withheld,
}: Pick<ShownAttempt, 'grade' | 'state' | 'abandonedAt' | 'withheld'>): string {
  if (grade !== null) return showGrade(grade);
  if (state === 'open') return 'in progress';
  if (abandonedAt !== null) return 'time ran out';
  return withheld ? 'handed in' : 'being marked';
}

/** What counts of these attempts: `7.5 of 12, late`; null if none was handed in that has a grade to show. */
export function countingWords(rules: QuizRow, attempts: readonly ShownAttempt[]): string | null {
  const counting = countingOf(rules, attempts);
  if (counting?.grade === undefined || counting.grade === null) return null;
  return counting.late ? `${showGrade(counting.grade)}, late` : showGrade(counting.grade);
}
