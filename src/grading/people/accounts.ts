import { hash, verify } from '@node-rs/argon2';
import {
  insertPerson,
  newSecret,
  type Person,
  type Storage,
  selectOptionalPersonByEmail,
  selectPasswordHash,
  selectPerson,
  updatePasswordHash,
} from '../../storage/index.ts';
import { GradingError } from '../errors.ts';

interface NewAccount {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly admin: boolean;
}

/** Line breaks and control characters, which mails, logs and tables would take for their own. */
export const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}]/u;

/** Makes an account that can sign in at once. Throws GradingError where the e-mail address, name or password will not do. */
export async function createAccount(storage: Storage, account: NewAccount, now: number): Promise<Person> {
  const email = account.email.trim();
  const name = account.name.trim();
  if (email.length > 254 || UNPRINTABLE.test(email) || !/^[^\s@]+@[^\s@]+$/.test(email))
    throw new GradingError('email');
  if (name.length < 1 || name.length > 200 || UNPRINTABLE.test(name)) throw new GradingError('name');
  const passwordHash = await hashPassword(account.password);
  const person = await storage.write((db) =>
    insertPerson(db, { email, name, passwordHash, admin: account.admin, at: now }),
  );
  if (!person) throw new GradingError('email-taken');
  return person;
}

/**
 * Whose e-mail and password these are, or null. An unknown e-mail, a disabled account and a wrong password take
 * the same work, so that the time of the answer does not tell which it was.
 */
export async function verifyPassword(
  storage: Storage,
  email: string,
  password: string,
): Promise<Person | null> {
  const nobodys = await nobodysHash();
  const person = await selectOptionalPersonByEmail(storage.read, email);
  const stored = person ? await selectPasswordHash(storage.read, person.id) : null;
  const matches = await verify(stored ?? nobodys, password);
  return person && person.disabledAt === null && stored !== null && matches ? person : null;
}

/** Changes a person's own password and signs them out everywhere. */
export async function changePassword(
  storage: Storage,
  { personId, current, next }: { readonly personId: string; readonly current: string; readonly next: string },
): Promise<void> {
  const { email } = await selectPerson(storage.read, personId);
  if (!(await verifyPassword(storage, email, current))) throw new GradingError('password-wrong');
  await resetPassword(storage, personId, next);
}

/** Sets somebody's password, as an administrator does, and signs them out everywhere. */
export async function resetPassword(storage: Storage, personId: string, password: string): Promise<void> {
  await selectPerson(storage.read, personId);
  const passwordHash = await hashPassword(password);
  await storage.write((db) => updatePasswordHash(db, personId, passwordHash));
}

/** Argon2id, 19 MiB, two passes. */
async function hashPassword(password: string): Promise<string> {
  if (password.length < 10 || password.length > 200) throw new GradingError('password-length');
  return hash(password);
}

let madeNobodys: Promise<string> | null = null;

/** The hash of a password that nobody knows, to be compared with where there is no account. */
function nobodysHash(): Promise<string> {
  madeNobodys ??= hash(newSecret());
  return madeNobodys;
}
