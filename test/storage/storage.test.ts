import { existsSync } from 'node:fs';
import { join } from 'node:path';
import SqliteFile from 'better-sqlite3';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import {
  BusyError,
  insertPerson,
  openStorage,
  type Queries,
  type Storage,
  selectPeople,
} from '../../src/storage/index.ts';
import { temporaryFolder } from './folder.ts';

const folder = temporaryFolder();
let files = 0;
const newFile = () => join(folder, `${++files}`, 'markprop.sqlite');

const ada = { email: 'ada@example.org', name: 'Ada', passwordHash: null, admin: false, at: 1 };
const pragma = async (db: Queries, name: string) =>
  Object.values((await sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(db)).rows[0] ?? {})[0];
const insideWrite = (storage: Storage, name: string) => storage.write((db) => pragma(db, name));

describe('a storage', () => {
  it('makes the file and its folder where there is none', async () => {
    const path = newFile();
    const storage = await openStorage(path);
    await storage.close();
    expect(existsSync(path)).toBe(true);
  });

  it('3: synchronous is FULL on both connections, after a write and after a re-open', async () => {
    const path = newFile();
    for (const round of [1, 2]) {
      const storage = await openStorage(path);
      expect(await insideWrite(storage, 'synchronous')).toBe(2);
      await storage.write((db) => insertPerson(db, { ...ada, email: `${round}@example.org` }));
      expect(await insideWrite(storage, 'synchronous')).toBe(2);
      expect(await pragma(storage.read, 'synchronous')).toBe(2);
      expect(await pragma(storage.read, 'journal_mode')).toBe('wal');
      expect(await insideWrite(storage, 'foreign_keys')).toBe(1);
      await storage.close();
    }
  });

  it('bundles an SQLite without the corruption that versions before 3.51.3 can cause in WAL mode', async () => {
    const storage = await openStorage(newFile());
    const { rows } = await sql<{ v: string }>`select sqlite_version() as v`.execute(storage.read);
    await storage.close();
    const [major = 0, minor = 0, patch = 0] = (rows[0]?.v ?? '').split('.').map(Number);
    expect(major * 1e6 + minor * 1e3 + patch).toBeGreaterThanOrEqual(3_051_003);
  });

  it('leaves no trace of a write that throws', async () => {
    const storage = await openStorage(newFile());
    const failing = storage.write(async (db) => {
      await insertPerson(db, ada);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await selectPeople(storage.read)).toEqual([]);
    await storage.close();
  });

  it('cannot write on the connection for reading', async () => {
    const storage = await openStorage(newFile());
    await expect(sql`delete from people`.execute(storage.read)).rejects.toThrow(/readonly/);
    await storage.close();
  });

  it('serves reads while a write is under way, from before it', async () => {
    const storage = await openStorage(newFile());
    await storage.write(async (db) => {
      await insertPerson(db, ada);
      expect(await selectPeople(storage.read)).toEqual([]);
    });
    expect(await selectPeople(storage.read)).toHaveLength(1);
    await storage.close();
  });

  it('20: a write waits for another process to finish, and gives up with nothing stored if it does not', async () => {
    const path = newFile();
    const storage = await openStorage(path);
    const other = new SqliteFile(path);
    other.exec('begin immediate');
    const waiting = storage.write((db) => insertPerson(db, ada));
    setTimeout(() => other.exec('commit'), 100);
    expect(await waiting).not.toBeNull();

    other.exec('begin immediate');
    const refused = storage.write((db) => insertPerson(db, { ...ada, email: 'b@example.org' }));
    await expect(refused).rejects.toBeInstanceOf(BusyError);
    other.exec('commit');
    other.close();
    expect(await selectPeople(storage.read)).toHaveLength(1);
    await storage.close();
  });

  it.each(['versions', 'steps', 'markings'])(
    'refuses every change and removal of rows of %s',
    async (table) => {
      const path = newFile();
      await (await openStorage(path)).close();
      const file = new SqliteFile(path);
      file.pragma('foreign_keys = OFF');
      const values = {
        versions: `values ('h', 'quiz', '{}')`,
        steps: `(attempt_id, sequence, course_id, question_id, kind, at, fields)
          values ('a', 1, 'c', 'q', 'saved', 1, '{}')`,
        markings: `values ('a', 1, 'c', 'q', 1, 'v', '1', 'submit', 1, null, '{}', 1, 1, 1, null, null)`,
      }[table];
      file.exec(`insert into ${table} ${values}`);
      const column = table === 'versions' ? 'json' : 'question_id';
      expect(() => file.exec(`delete from ${table}`)).toThrow('never changed');
      expect(() => file.exec(`update ${table} set ${column} = 'x'`)).toThrow('never changed');
      file.close();
    },
  );
});
