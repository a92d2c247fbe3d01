import {
  type Grade,
  type GradedAttempt,
  type Queries,
  type QuizRow,
  selectQuizzes,
  selectStudents,
  selectSubmittedAttempts,
} from '../storage/index.ts';

/** What counts of a student's attempts at a quiz. */
export interface GradebookCell {
  readonly attemptId: string;
  readonly number: number;
  /** null: every attempt is still pending. */
  readonly grade: Grade | null;
}

export interface Gradebook {
  readonly quizzes: readonly QuizRow[];
  readonly students: readonly {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    /** By quiz id; absent where nothing was handed in. */
    readonly cells: ReadonlyMap<string, GradebookCell>;
  }[];
}

/** The grades of a course: for each student and quiz the best attempt that was handed in. Three queries. */
export async function gradebook(db: Queries, courseId: string): Promise<Gradebook> {
  const quizzes = await selectQuizzes(db, courseId);
  const students = await selectStudents(db, courseId);
  const cells = new Map<string, Map<string, GradedAttempt>>();
  for (const attempt of await selectSubmittedAttempts(db, courseId)) {
    const own = cells.get(attempt.personId) ?? new Map<string, GradedAttempt>();
    own.set(attempt.quizId, better(own.get(attempt.quizId), attempt));
    cells.set(attempt.personId, own);
  }
  return {
    quizzes,
    students: students.map((student) => ({
      ...student,
      cells: new Map(
        [...(cells.get(student.id) ?? [])].map(([quizId, { id, number, grade }]) => [
          quizId,
          { attemptId: id, number, grade },
        ]),
      ),
    })),
  };
}

/** The attempt that counts among a student's attempts at one quiz: the highest, and of equal ones the first. */
export const bestAttempt = (attempts: readonly GradedAttempt[]): GradedAttempt | null =>
  attempts
    .filter(({ state }) => state === 'submitted')
    .reduce<GradedAttempt | null>((best, attempt) => better(best ?? undefined, attempt), null);

const better = (best: GradedAttempt | undefined, other: GradedAttempt): GradedAttempt =>
  best && share(best.grade) >= share(other.grade) ? best : other;

/** Marks are compared as shares: two versions of a quiz may differ in their maximum. */
const share = (grade: Grade | null): number =>
  grade === null ? -1 : grade.maximum === 0 ? 0 : grade.mark / grade.maximum;
