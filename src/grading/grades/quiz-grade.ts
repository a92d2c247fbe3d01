import type { QuizRow } from '../../storage/index.ts';
import { handedInAt, isLate } from '../rules/timetable.ts';
import { type Grade, shareOf } from './attempt-grade.ts';
import type { GradedAttempt } from './graded-attempts.ts';

/** What a student's attempts at a quiz come to. */
export interface QuizGrade {
  /** The attempts that count: one, or for the average all that are marked; the first begun first. */
  readonly attempts: readonly GradedAttempt[];
  /** null: being marked. */
  readonly grade: Grade | null;
  /** Whether any of these attempts was handed in after it was due. */
  readonly late: boolean;
}

/**
 * What a student's attempts at one quiz come to, by the quiz's method; null where none was handed in. Abandoned
 * attempts never count. Of equal grades the first counts as the highest; attempts that are being marked wait.
 */
export function quizGradeOf(
  rules: Pick<QuizRow, 'gradeMethod' | 'due'>,
  all: readonly GradedAttempt[],
): QuizGrade | null {
  const handedIn = all.filter((attempt) => handedInAt(attempt) !== null);
  if (handedIn.length === 0) return null;
  const attempts = METHODS[rules.gradeMethod](handedIn);
  return {
    attempts,
    grade: meanOf(attempts.flatMap(({ grade }) => grade ?? [])),
    late: attempts.some((attempt) => isLate(rules, attempt)),
  };
}

type Choice = (attempts: readonly GradedAttempt[]) => readonly GradedAttempt[];

const METHODS: Readonly<Record<QuizRow['gradeMethod'], Choice>> = {
  highest: (attempts) => [attempts.reduce(better)],
  average: (attempts) => {
    const marked = attempts.filter(({ grade }) => grade !== null);
    return marked.length === 0 ? attempts : marked;
  },
  first: (attempts) => attempts.slice(0, 1),
  last: (attempts) => attempts.slice(-1),
};

const better = (best: GradedAttempt, other: GradedAttempt): GradedAttempt =>
  rank(best.grade) >= rank(other.grade) ? best : other;

const rank = (grade: Grade | null): number => (grade === null ? -1 : shareOf(grade));

/** The mean of the shares, out of the last maximum; of one grade, this grade. */
function meanOf(grades: readonly Grade[]): Grade | null {
  const [first, ...others] = grades;
  const last = grades.at(-1);
  if (first === undefined || last === undefined) return null;
  if (others.length === 0) return first;
  const mean = grades.reduce((sum, grade) => sum + shareOf(grade), 0) / grades.length;
  return {
    mark: mean * last.maximum,
    maximum: last.maximum,
    undecided: grades.reduce((sum, { undecided }) => sum + undecided, 0),
  };
}

/**
 * What a question brings in the attempts that count, from its mark in each: null where a person has to decide one of
 * them, undefined where it was asked in none.
 */
export function meanMark(marks: readonly (number | null)[]): number | null | undefined {
  const decided = marks.filter((mark) => mark !== null);
  if (decided.length < marks.length) return null;
  if (decided.length === 0) return undefined;
  return decided.reduce((sum, mark) => sum + mark, 0) / decided.length;
}
