import type { Queries, Writing } from '../tables.ts';
import type { Attempt } from './attempts.ts';

/** Ids of the questions of an attempt that its student flagged. */
export async function selectFlags(db: Queries, attemptId: string): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('flags').select('questionId').where('attemptId', '=', attemptId).execute();
  return new Set(rows.map(({ questionId }) => questionId));
}

/** Flagging twice is flagging once. */
export async function insertFlag(
  db: Writing,
  { id: attemptId, courseId }: Pick<Attempt, 'id' | 'courseId'>,
  questionId: string,
): Promise<void> {
  await db
    .insertInto('flags')
    .values({ attemptId, courseId, questionId })
    .onConflict((conflict) => conflict.columns(['attemptId', 'questionId']).doNothing())
    .execute();
}

export async function deleteFlag(
  db: Writing,
  { id: attemptId }: Pick<Attempt, 'id'>,
  questionId: string,
): Promise<void> {
  await db
    .deleteFrom('flags')
    .where('attemptId', '=', attemptId)
    .where('questionId', '=', questionId)
    .execute();
}
