import { join } from 'node:path';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  deleteExpiredSessions,
  deleteSession,
  insertPerson,
  openStorage,
  type Person,
  type Storage,
  selectOptionalPersonByEmail,
  selectOptionalRole,
  selectOptionalSession,
  selectPeople,
  selectPerson,
  updateDisabled,
  updatePasswordHash,
  upsertCourse,
  upsertEnrolment,
  upsertSession,
} from '../../src/storage/index.ts';
import { canonicalJson } from '../../src/values/json.ts';
import { temporaryFolder } from './folder.ts';

const folder = temporaryFolder();
let storage: Storage;

beforeAll(async () => {
  storage = await openStorage(join(folder, 'people.sqlite'));
  await storage.write((db) =>
    upsertCourse(db, { id: 'nn', title: 'Networks', text: '', timezone: 'UTC', language: 'en' }),
  );
});
afterAll(() => storage.close());

async function person(name: string, email = `${name}@example.org`): Promise<Person> {
  const made = await storage.write((db) =>
    insertPerson(db, { email, name, passwordHash: 'old', admin: false, at: 5 }),
  );
  if (!made) throw new Error(`${email} is taken`);
  return made;
}

const signIn = (personId: string, id: string, expiresAt = 100) =>
  storage.write((db) => upsertSession(db, id, { personId, data: { theme: 'dark' }, expiresAt }));

describe('people', () => {
  it('have one account for an e-mail address, however it is written', async () => {
    const { id } = await person('Mia', ' Mia@Example.org ');
    expect((await selectOptionalPersonByEmail(storage.read, 'mia@EXAMPLE.org'))?.id).toBe(id);
    await expect(person('Other', 'MIA@example.org')).rejects.toThrow('taken');
  });

  it('are found and sorted without regard to case and accents; % and _ are only characters', async () => {
    await person('Zoë');
    await person('Åsa');
    await person('100%_sure');
    const found = async (text: string) => (await selectPeople(storage.read, text)).map(({ name }) => name);
    expect(await found('ZOE')).toEqual(['Zoë']);
    expect(await found('asa')).toEqual(['Åsa']);
    expect(await found('%_')).toEqual(['100%_sure']);
    expect((await found('')).filter((name) => /Z|Å/.test(name))).toEqual(['Åsa', 'Zoë']);
  });

  it('51: an account that is disabled has no session and no role from that moment', async () => {
    const { id } = await person('Dan');
    await storage.write((db) => upsertEnrolment(db, { courseId: 'nn', personId: id, role: 'student' }));
    await signIn(id, 'dans-session');
    await storage.write((db) => updateDisabled(db, id, 50));
    await signIn(id, 'begun-just-before');
    expect(await selectOptionalSession(storage.read, 'dans-session', 60)).toBeNull();
    expect(await selectOptionalSession(storage.read, 'begun-just-before', 60)).toBeNull();
    expect(await selectOptionalRole(storage.read, 'nn', id)).toBeNull();
    expect((await selectPerson(storage.read, id)).disabledAt).toBe(50);
  });

  it('52: a role that changes holds for the next question', async () => {
    const { id } = await person('Eve');
    const enrol = (role: 'student' | 'instructor') =>
      storage.write((db) => upsertEnrolment(db, { courseId: 'nn', personId: id, role }));
    await enrol('instructor');
    await enrol('student');
    expect(await selectOptionalRole(storage.read, 'nn', id)).toBe('student');
  });
});

describe('sessions', () => {
  it('come back as they were, until they expire', async () => {
    const { id } = await person('Fay');
    await signIn(id, 'fays', 100);
    expect(await selectOptionalSession(storage.read, 'fays', 99)).toEqual({
      personId: id,
      data: { theme: 'dark' },
      expiresAt: 100,
    });
    expect(await selectOptionalSession(storage.read, 'fays', 100)).toBeNull();
    await storage.write((db) => deleteExpiredSessions(db, 100));
    expect(await selectOptionalSession(storage.read, 'fays', 1)).toBeNull();
  });

  it('are stored under a hash: the database does not contain the id that signs in', async () => {
    await storage.write((db) =>
      upsertSession(db, 'the-cookie', { personId: null, data: {}, expiresAt: 100 }),
    );
    const { rows } = await sql<{ idHash: string }>`select id_hash from sessions`.execute(storage.read);
    expect(JSON.stringify(rows)).not.toContain('the-cookie');
    await storage.write((db) => deleteSession(db, 'the-cookie'));
    expect(await selectOptionalSession(storage.read, 'the-cookie', 1)).toBeNull();
  });

  it('end when the password changes', async () => {
    const { id } = await person('Gus');
    await signIn(id, 'guss');
    await storage.write((db) => updatePasswordHash(db, id, 'new'));
    expect(await selectOptionalSession(storage.read, 'guss', 1)).toBeNull();
  });
});

describe('canonical JSON', () => {
  const shuffled = (value: unknown): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value)
            .toReversed()
            .map(([key, part]) => [key, shuffled(part)]),
        )
      : Array.isArray(value)
        ? value.map(shuffled)
        : value;

  it('means the same as JSON and does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(shuffled(value))).toBe(canonicalJson(value));
      }),
    );
  });
});
