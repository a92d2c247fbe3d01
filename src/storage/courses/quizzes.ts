import type { Selectable } from 'kysely';
import { ReviewRules, reviewRules } from '../../quizzes/format/review-rules.ts';
import type { Dates } from '../../quizzes/quiz.ts';
import { AbsentError } from '../errors.ts';
import type { Database, Queries, Writing } from '../tables.ts';

/** A quiz of a course as it is now: the version that new attempts get, and the rules that hold for all. */
export type QuizRow = Readonly<Omit<Row, 'review'>> & Dates & { readonly review: ReviewRules };

type Row = Selectable<Database['quizzes']>;

const toQuiz = ({ review, ...row }: Row): QuizRow => ({
  ...row,
  review: review === null ? reviewRules(undefined) : ReviewRules.parse(JSON.parse(review)),
});

export async function selectOptionalQuiz(db: Queries, courseId: string, id: string): Promise<QuizRow | null> {
  const row = await db
    .selectFrom('quizzes')
    .selectAll()
    .where('courseId', '=', courseId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? toQuiz(row) : null;
}

export async function selectQuiz(db: Queries, courseId: string, id: string): Promise<QuizRow> {
  const quiz = await selectOptionalQuiz(db, courseId, id);
  if (!quiz) throw new AbsentError('quiz');
  return quiz;
}

/** All quizzes of a course in their order, archived ones too. */
export async function selectQuizzes(db: Queries, courseId: string): Promise<readonly QuizRow[]> {
  const rows = await db
    .selectFrom('quizzes')
    .selectAll()
    .where('courseId', '=', courseId)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(toQuiz);
}

export async function upsertQuiz(db: Writing, quiz: QuizRow): Promise<void> {
  const { courseId, id, ...rules } = quiz;
  const rest = { ...rules, review: JSON.stringify(rules.review) };
  await db
    .insertInto('quizzes')
    .values({ courseId, id, ...rest })
    .onConflict((conflict) => conflict.columns(['courseId', 'id']).doUpdateSet(rest))
    .execute();
}
