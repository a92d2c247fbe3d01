import {
  type Grade,
  type GradedAttempt,
  type Queries,
  type QuizRow,
  selectQuizzes,
  selectStudents,
  selectSubmittedAttempts,
} from '../../storage/index.ts';
import { rulesOfMany } from '../rules/rules.ts';
import { handedInAt, isLate } from '../rules/timetable.ts';

/** What counts of a student's attempts at a quiz. */
export interface Counting {
  /** The attempts of which the grade is made: one, or for the average all that are marked; the first begun first. */
  readonly attempts: readonly GradedAttempt[];
  /** null: being marked. */
  readonly grade: Grade | null;
  /** Whether any of these attempts was handed in after it was due. */
  readonly late: boolean;
}

export interface Gradebook {
  readonly quizzes: readonly QuizRow[];
  readonly students: readonly {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    /** By quiz id; absent where nothing was handed in. */
    readonly cells: ReadonlyMap<string, Counting>;
  }[];
}

/** The grades of a course: for each student and quiz what counts of the attempts that were handed in. Four queries. */
export async function gradebook(db: Queries, courseId: string): Promise<Gradebook> {
  const [quizzes, students, submitted, rules] = await Promise.all([
    selectQuizzes(db, courseId),
    selectStudents(db, courseId),
    selectSubmittedAttempts(db, courseId),
    rulesOfMany(db, { courseId }),
  ]);
  const attempts = new Map<string, GradedAttempt[]>();
  for (const attempt of submitted) {
    const key = `${attempt.personId} ${attempt.quizId}`;
    attempts.set(key, [...(attempts.get(key) ?? []), attempt]);
  }
  return {
    quizzes,
    students: students.map((student) => ({
      ...student,
      cells: new Map(
        quizzes.flatMap((quiz) => {
          const own = attempts.get(`${student.id} ${quiz.id}`) ?? [];
          const counting = countingOf(rules(quiz, student.id), own);
          return counting === null ? [] : [[quiz.id, counting] as const];
        }),
      ),
    })),
  };
}

/**
 * What counts of a student's attempts at one quiz, by the quiz's method; null where none was handed in. Abandoned
 * attempts never count. Of equal grades the first counts as the highest; attempts that are being marked wait.
 */
export function countingOf(
  rules: Pick<QuizRow, 'gradeMethod' | 'due'>,
  all: readonly GradedAttempt[],
): Counting | null {
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
  share(best.grade) >= share(other.grade) ? best : other;

/** Marks are compared as shares: two versions of a quiz may differ in their maximum. */
const share = (grade: Grade | null): number =>
  grade === null ? -1 : grade.maximum === 0 ? 0 : grade.mark / grade.maximum;

/** The mean of the shares, out of the last maximum; of one grade, this grade. */
function meanOf(grades: readonly Grade[]): Grade | null {
  const [first, ...others] = grades;
  const last = grades.at(-1);
  if (first === undefined || last === undefined) return null;
  if (others.length === 0) return first;
  const mean = grades.reduce((sum, grade) => sum + share(grade), 0) / grades.length;
  return {
    mark: mean * last.maximum,
    maximum: last.maximum,
    undecided: grades.reduce((sum, { undecided }) => sum + undecided, 0),
  };
}
