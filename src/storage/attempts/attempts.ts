import type { Selectable } from 'kysely';
import { AbsentError } from '../errors.ts';
import { newId, newSecret } from '../ids.ts';
import type { Database, Queries, Writing } from '../tables.ts';

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

/** Handed in, but not marked: what a crash left behind. */
export async function selectPendingAttempts(db: Queries): Promise<readonly Attempt[]> {
  return db.selectFrom('attempts').selectAll().where('state', '=', 'submitted').orderBy('endedAt').execute();
}

/** Open attempts that will end by themselves: of quizzes with a closing time, a limit or an override. */
export async function selectRunningAttempts(db: Queries): Promise<readonly Attempt[]> {
  return db
    .selectFrom('attempts')
    .innerJoin('quizzes', (join) =>
      join.onRef('quizzes.courseId', '=', 'attempts.courseId').onRef('quizzes.id', '=', 'attempts.quizId'),
    )
    .selectAll('attempts')
    .where('attempts.state', '=', 'open')
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        eb('quizzes.closes', 'is not', null),
        eb('quizzes.timeLimit', 'is not', null),
        exists(
          selectFrom('overrides')
            .select('overrides.id')
            .whereRef('overrides.courseId', '=', 'attempts.courseId')
            .whereRef('overrides.quizId', '=', 'attempts.quizId'),
        ),
      ]),
    )
    .orderBy('attempts.startedAt')
    .execute();
}

export async function insertAttempt(
  db: Writing,
  attempt: Pick<
    Attempt,
    'courseId' | 'quizId' | 'quizVersion' | 'drawnFrom' | 'personId' | 'number' | 'seed' | 'startedAt'
  >,
): Promise<Attempt> {
  return db
    .insertInto('attempts')
    .values({
      ...attempt,
      id: newId(),
      secret: newSecret(),
      state: 'open',
      endedAt: null,
      markedAt: null,
      receipt: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Changes an open attempt to submitted and returns it; null: it was not open, and stays as it is. */
export const updateSubmitted = (
  db: Writing,
  id: string,
  { at, receipt }: { readonly at: number; readonly receipt: string },
): Promise<Attempt | null> => updateState(db, id, 'open', { state: 'submitted', endedAt: at, receipt });

/** The same for an attempt that was not handed in before its time ran out. */
export const updateAbandoned = (db: Writing, id: string, at: number): Promise<Attempt | null> =>
  updateState(db, id, 'open', { state: 'abandoned', endedAt: at });

/** Changes a submitted attempt to marked and returns it; null: it was not submitted, and stays as it is. */
export const updateMarked = (db: Writing, id: string, at: number): Promise<Attempt | null> =>
  updateState(db, id, 'submitted', { state: 'marked', markedAt: at });

async function updateState(
  db: Writing,
  id: string,
  from: Attempt['state'],
  to: Partial<Attempt>,
): Promise<Attempt | null> {
  const updated = await db
    .updateTable('attempts')
    .set(to)
    .where('id', '=', id)
    .where('state', '=', from)
    .returningAll()
    .executeTakeFirst();
  return updated ?? null;
}
