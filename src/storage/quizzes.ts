import type { Selectable } from 'kysely';
import type { Dates } from '../quizzes/quiz.ts';
import { AbsentError } from './errors.ts';
import type { Database, Queries, Writing } from './tables.ts';

/** A quiz of a course as it is now: the version that new attempts get, and the rules that hold for all. */
export type QuizRow = Readonly<Selectable<Database['quizzes']>> & Dates;

export async function selectOptionalQuiz(db: Queries, courseId: string, id: string): Promise<QuizRow | null> {
  const row = await db
    .selectFrom('quizzes')
    .selectAll()
    .where('courseId', '=', courseId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

export async function selectQuiz(db: Queries, courseId: string, id: string): Promise<QuizRow> {
  const quiz = await selectOptionalQuiz(db, courseId, id);
  if (!quiz) throw new AbsentError('quiz');
  return quiz;
}

/** All quizzes of a course in their order, archived ones too. */
export async function selectQuizzes(db: Queries, courseId: string): Promise<readonly QuizRow[]> {
  return db
    .selectFrom('quizzes')
    .selectAll()
    .where('courseId', '=', courseId)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

export async function upsertQuiz(db: Writing, quiz: QuizRow): Promise<void> {
  const { courseId, id, ...rest } = quiz;
  await db
    .insertInto('quizzes')
    .values({ courseId, id, ...rest })
    .onConflict((conflict) => conflict.columns(['courseId', 'id']).doUpdateSet(rest))
    .execute();
}
