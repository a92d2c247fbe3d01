import type { Grade, GradedAttempt } from '../storage/index.ts';

const NUMBER = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

/** `7.5 of 12`, with what a person still has to mark. */
export function showGrade({ mark, maximum, undecided }: Grade): string {
  const marks = `${NUMBER.format(mark)} of ${NUMBER.format(maximum)}`;
  return undecided === 0 ? marks : `${marks}, ${undecided} to be marked by a person`;
}

/** The highest grade of attempts that were handed in; null if there is none yet. */
export function bestOf(attempts: readonly GradedAttempt[]): string | null {
  const grades = attempts.flatMap(({ grade }) => grade ?? []);
  const best = grades.sort((a, b) => b.mark - a.mark)[0];
  return best === undefined ? null : showGrade(best);
}
