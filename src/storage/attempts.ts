import type { Selectable } from 'kysely';
import { AbsentError } from './errors.ts';
import { newId, newSecret } from './ids.ts';
import type { Database, Queries, Writing } from './tables.ts';

/** One student's sitting of a quiz. `seed` draws variants; `secret` makes the tokens of options. */
export type Attempt = Readonly<Selectable<Database['attempts']>>;

export async function selectOptionalAttempt(db: Queries, id: string): Promise<Attempt | null> {
  return (await db.selectFrom('attempts').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

export async function selectAttempt(db: Queries, id: string): Promise<Attempt> {
  const attempt = await selectOptionalAttempt(db, id);
  if (!attempt) throw new AbsentError('attempt');
  return attempt;
}

/** A person's attempts of a quiz, first to last. */
export async function selectAttempts(
  db: Queries,
  of: { readonly courseId: string; readonly quizId: string; readonly personId: string },
): Promise<readonly Attempt[]> {
  return db
    .selectFrom('attempts')
    .selectAll()
    .where('courseId', '=', of.courseId)
    .where('quizId', '=', of.quizId)
    .where('personId', '=', of.personId)
    .orderBy('number')
    .execute();
}

/** Handed in, but not all marked: what a crash left behind. */
export async function selectPendingAttempts(db: Queries): Promise<readonly Attempt[]> {
  return db
    .selectFrom('attempts')
    .selectAll()
    .where('state', '=', 'submitted')
    .where('markedAt', 'is', null)
    .orderBy('submittedAt')
    .execute();
}

/** Open attempts of quizzes that have closed, with the time when they did. */
export async function selectOverdueAttempts(
  db: Queries,
  now: number,
): Promise<readonly { readonly id: string; readonly closes: number }[]> {
  return db
    .selectFrom('attempts')
    .innerJoin('quizzes', (join) =>
      join.onRef('quizzes.courseId', '=', 'attempts.courseId').onRef('quizzes.id', '=', 'attempts.quizId'),
    )
    .select(['attempts.id', 'quizzes.closes'])
    .where('attempts.state', '=', 'open')
    .where('quizzes.closes', '<', now)
    .$narrowType<{ closes: number }>()
    .orderBy('quizzes.closes')
    .execute();
}

export async function insertAttempt(
  db: Writing,
  attempt: Pick<Attempt, 'courseId' | 'quizId' | 'quizVersion' | 'personId' | 'number' | 'startedAt'>,
): Promise<Attempt> {
  return db
    .insertInto('attempts')
    .values({
      ...attempt,
      id: newId(),
      seed: newId(),
      secret: newSecret(),
      state: 'open',
      submittedAt: null,
      markedAt: null,
      receipt: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Changes an open attempt to submitted; an attempt that is not open stays as it is. */
export async function updateSubmitted(
  db: Writing,
  id: string,
  submitted: { readonly at: number; readonly receipt: string },
): Promise<void> {
  await db
    .updateTable('attempts')
    .set({ state: 'submitted', submittedAt: submitted.at, receipt: submitted.receipt })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .execute();
}

export async function updateMarked(db: Writing, id: string, at: number): Promise<void> {
  await db
    .updateTable('attempts')
    .set({ markedAt: at })
    .where('id', '=', id)
    .where('markedAt', 'is', null)
    .execute();
}
