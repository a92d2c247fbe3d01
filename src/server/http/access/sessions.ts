import type { Request, RequestHandler } from 'express';
import session, { type SessionData, Store } from 'express-session';
import { z } from 'zod';
import {
  deleteSession,
  type Person,
  type Storage,
  selectOptionalPerson,
  selectOptionalSession,
  upsertSession,
} from '../../../storage/index.ts';
import type { Server } from '../../server.ts';

declare module 'express-session' {
  interface SessionData {
    personId?: string;
  }
}

/** Long enough for a sheet of homework; nobody is asked to sign in again while writing. */
const WEEK = 7 * 24 * 3_600_000;

/** A session is made when somebody signs in, under a new id, and lasts a week. Only the hash of its id is stored. */
export const sessions = ({ storage, now, sessionSecret, production }: Server): RequestHandler =>
  session({
    name: 'markprop',
    secret: sessionSecret,
    store: new StoredSessions(storage, now),
    resave: false,
    saveUninitialized: false,
    cookie: { httpOnly: true, sameSite: 'lax', secure: production || 'auto', maxAge: WEEK },
  });

const Kept = z.object({ originalMaxAge: z.number().nullable() });

class StoredSessions extends Store {
  readonly #storage: Storage;
  readonly #now: () => number;

  constructor(storage: Storage, now: () => number) {
    super();
    this.#storage = storage;
    this.#now = now;
  }

  get(id: string, done: (error: unknown, session?: SessionData | null) => void): void {
    selectOptionalSession(this.#storage.read, id, this.#now()).then((row) => {
      if (row === null) return done(null, null);
      const { originalMaxAge } = Kept.parse(row.data);
      const cookie = { originalMaxAge, expires: new Date(row.expiresAt) };
      done(null, { cookie, ...(row.personId !== null && { personId: row.personId }) });
    }, done);
  }

  set(id: string, { cookie, personId }: SessionData, done?: (error?: unknown) => void): void {
    const row = {
      personId: personId ?? null,
      data: { originalMaxAge: cookie.originalMaxAge },
      expiresAt: this.#now() + (cookie.originalMaxAge ?? WEEK),
    };
    this.#storage.write((db) => upsertSession(db, id, row)).then(() => done?.(), done);
  }

  destroy(id: string, done?: (error?: unknown) => void): void {
    this.#storage.write((db) => deleteSession(db, id)).then(() => done?.(), done);
  }
}

/** Who is signed in now: read anew for every request, so that a disabled account is out at once. */
export async function personOf({ storage }: Server, request: Request): Promise<Person | null> {
  const id = request.session.personId;
  const person = id === undefined ? null : await selectOptionalPerson(storage.read, id);
  return person === null || person.disabledAt !== null ? null : person;
}

export async function beginSession(request: Request, person: Person): Promise<void> {
  await called((done) => request.session.regenerate(done));
  request.session.personId = person.id;
  await called((done) => request.session.save(done));
}

export const endSession = (request: Request): Promise<void> =>
  called((done) => request.session.destroy(done));

const called = (work: (done: (error?: unknown) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    work((error) => (error ? reject(error) : resolve()));
  });
