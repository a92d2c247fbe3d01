import { z } from 'zod';
import { sha256 } from '../ids.ts';
import type { Queries, Writing } from '../tables.ts';

const SessionData = z.record(z.string(), z.unknown());

/** What the server keeps between two requests of a browser. */
interface Session {
  /** null: nobody has signed in. */
  readonly personId: string | null;
  readonly data: Readonly<Record<string, unknown>>;
  readonly expiresAt: number;
}

// Only the hash of a session's id is stored, so that a copy of the database signs nobody in.

/** null if there is none, it has expired, or its person's account is disabled. */
export async function selectOptionalSession(db: Queries, id: string, now: number): Promise<Session | null> {
  const row = await db
    .selectFrom('sessions')
    .leftJoin('people', 'people.id', 'sessions.personId')
    .select(['sessions.personId', 'sessions.data', 'sessions.expiresAt'])
    .where('sessions.idHash', '=', sha256(id))
    .where('sessions.expiresAt', '>', now)
    .where('people.disabledAt', 'is', null)
    .executeTakeFirst();
  return row ? { ...row, data: SessionData.parse(JSON.parse(row.data)) } : null;
}

export async function upsertSession(db: Writing, id: string, session: Session): Promise<void> {
  const row = {
    personId: session.personId,
    data: JSON.stringify(session.data),
    expiresAt: session.expiresAt,
  };
  await db
    .insertInto('sessions')
    .values({ idHash: sha256(id), ...row })
    .onConflict((conflict) => conflict.column('idHash').doUpdateSet(row))
    .execute();
}

export async function deleteSession(db: Writing, id: string): Promise<void> {
  await db.deleteFrom('sessions').where('idHash', '=', sha256(id)).execute();
}

export async function deletePersonSessions(db: Writing, personId: string): Promise<void> {
  await db.deleteFrom('sessions').where('personId', '=', personId).execute();
}

export async function deleteExpiredSessions(db: Writing, now: number): Promise<void> {
  await db.deleteFrom('sessions').where('expiresAt', '<=', now).execute();
}
