import {
  type AttemptFilter,
  type Queries,
  type SummedAttempt,
  selectAttemptPage,
  selectAttemptsOf,
  selectHandedInAttempts,
} from '../../storage/index.ts';
import { type Grade, gradeOfSums } from './attempt-grade.ts';

/** An attempt with its grade, which is null unless it is marked. */
export type GradedAttempt = Omit<SummedAttempt, 'sums'> & { readonly grade: Grade | null };

/** With the name of its student. */
export type ListedAttempt = GradedAttempt & { readonly name: string; readonly email: string };

const graded = <A extends SummedAttempt>({ sums, ...attempt }: A) => ({
  ...attempt,
  grade: gradeOfSums(attempt, sums),
});

/** All attempts of one person in a course, by quiz and number. */
export async function gradedAttemptsOf(
  db: Queries,
  of: { readonly courseId: string; readonly personId: string },
): Promise<readonly GradedAttempt[]> {
  return (await selectAttemptsOf(db, of)).map(graded);
}

/** What the students of a course have handed in, or those at one quiz; by quiz, person and number. */
export async function handedInAttempts(
  db: Queries,
  of: { readonly courseId: string; readonly quizId?: string },
): Promise<readonly GradedAttempt[]> {
  return (await selectHandedInAttempts(db, of)).map(graded);
}

/** One page of the attempts of a quiz, and how many there are on all pages. */
export async function attemptPage(
  db: Queries,
  filter: AttemptFilter,
): Promise<{ readonly attempts: readonly ListedAttempt[]; readonly total: number }> {
  const { attempts, total } = await selectAttemptPage(db, filter);
  return { attempts: attempts.map(graded), total };
}
