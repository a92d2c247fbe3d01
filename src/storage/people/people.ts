import { type Selectable, sql } from 'kysely';
import { AbsentError } from '../errors.ts';
import { newId } from '../ids.ts';
import type { Database, Queries, Writing } from '../tables.ts';
import { deletePersonSessions } from './sessions.ts';

/** Whoever has an account. The password's hash is read by `selectPasswordHash` alone. */
export interface Person {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly admin: boolean;
  readonly createdAt: number;
  /** null: the account may be used. */
  readonly disabledAt: number | null;
  /** The tag of the language that they chose; null: as each course, or as the browser asks. */
  readonly language: string | null;
}

const COLUMNS = ['id', 'email', 'name', 'admin', 'createdAt', 'disabledAt', 'language'] as const;

type Row = Pick<Selectable<Database['people']>, (typeof COLUMNS)[number]>;

const toPerson = (row: Row): Person => ({ ...row, admin: row.admin === 1 });

/** Lower case without accents, so that "Åsa" is found by "asa" and sorted under A. */
const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether a person's name or e-mail contains the text. */
export const personContains = (text: string) =>
  sql<boolean>`people.folded like ${`%${fold(text).replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`;

export async function selectOptionalPerson(db: Queries, id: string): Promise<Person | null> {
  const row = await db.selectFrom('people').select(COLUMNS).where('id', '=', id).executeTakeFirst();
  return row ? toPerson(row) : null;
}

export async function selectPerson(db: Queries, id: string): Promise<Person> {
  const person = await selectOptionalPerson(db, id);
  if (!person) throw new AbsentError('person');
  return person;
}

/** One spelling of an e-mail address for all that name the same account. */
export const normalEmail = (email: string): string => email.trim().normalize('NFC').toLowerCase();

/** E-mail addresses are compared without regard to case. */
export async function selectOptionalPersonByEmail(db: Queries, email: string): Promise<Person | null> {
  const row = await db
    .selectFrom('people')
    .select(COLUMNS)
    .where('email', '=', normalEmail(email))
    .executeTakeFirst();
  return row ? toPerson(row) : null;
}

/** Everybody whose name or e-mail contains `text`, by name. */
export async function selectPeople(db: Queries, text = ''): Promise<readonly Person[]> {
  const rows = await db
    .selectFrom('people')
    .select(COLUMNS)
    .where(personContains(text))
    .orderBy('folded')
    .execute();
  return rows.map(toPerson);
}

export async function selectPasswordHash(db: Queries, personId: string): Promise<string | null> {
  const row = await db
    .selectFrom('people')
    .select('passwordHash')
    .where('id', '=', personId)
    .executeTakeFirst();
  return row?.passwordHash ?? null;
}

/** Whether there is any account at all. */
export async function hasPeople(db: Queries): Promise<boolean> {
  return (await db.selectFrom('people').select('id').limit(1).executeTakeFirst()) !== undefined;
}

interface NewPerson {
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string | null;
  readonly admin: boolean;
  readonly at: number;
}

/** Returns null, and inserts nothing, if the e-mail address is taken. */
export async function insertPerson(db: Writing, person: NewPerson): Promise<Person | null> {
  const email = normalEmail(person.email);
  const row = await db
    .insertInto('people')
    .values({
      id: newId(),
      email,
      name: person.name,
      folded: fold(`${person.name} ${email}`),
      passwordHash: person.passwordHash,
      admin: person.admin ? 1 : 0,
      createdAt: person.at,
      disabledAt: null,
    })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning(COLUMNS)
    .executeTakeFirst();
  return row ? toPerson(row) : null;
}

/** Whoever is signed in with the old password is signed out. */
export async function updatePasswordHash(db: Writing, personId: string, passwordHash: string): Promise<void> {
  await db.updateTable('people').set({ passwordHash }).where('id', '=', personId).execute();
  await deletePersonSessions(db, personId);
}

/** Disables an account at once, with all its sessions, or enables it (`at` null). */
export async function updateDisabled(db: Writing, personId: string, at: number | null): Promise<void> {
  await db.updateTable('people').set({ disabledAt: at }).where('id', '=', personId).execute();
  if (at !== null) await deletePersonSessions(db, personId);
}

/** Chooses the language of the pages that a person sees, or none (null). */
export async function updateLanguage(db: Writing, personId: string, language: string | null): Promise<void> {
  await db.updateTable('people').set({ language }).where('id', '=', personId).execute();
}
