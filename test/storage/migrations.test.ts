import { mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteFile from 'better-sqlite3';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { MIGRATIONS } from '../../src/storage/database/migrations.ts';
import {
  CorruptDatabaseError,
  insertPerson,
  insertVersion,
  MigrationError,
  NewerSchemaError,
  openStorage,
  selectPeople,
  selectVersionSource,
} from '../../src/storage/index.ts';
import { migrationsIn, temporaryFolder } from './folder.ts';

const folder = temporaryFolder();
let files = 0;
const newFile = () => join(folder, `${++files}.sqlite`);

/** The project's migrations and further ones. */
const migrationsWith = (further: Readonly<Record<string, string>>) =>
  migrationsIn(join(folder, `migrations-${++files}`), { further });

async function databaseWithAda(path: string): Promise<void> {
  const storage = await openStorage(path);
  await storage.write((db) =>
    insertPerson(db, { email: 'ada@example.org', name: 'Ada', passwordHash: null, admin: false, at: 1 }),
  );
  await storage.close();
}

async function databaseWithVersion(path: string): Promise<void> {
  const storage = await openStorage(path);
  await storage.write((db) => insertVersion(db, 'h', {}));
  await storage.close();
}

async function names(path: string): Promise<readonly string[]> {
  const storage = await openStorage(path);
  const people = await selectPeople(storage.read);
  await storage.close();
  return people.map(({ name }) => name);
}

describe('migrations', () => {
  it('keep what is stored when a further one runs', async () => {
    const path = newFile();
    await databaseWithAda(path);
    const further = migrationsWith({
      '9002_0.2.0_nicknames.sql':
        '-- A comment; with a semicolon\nalter table people add column nickname text;\n',
    });
    const storage = await openStorage(path, further);
    const { rows } = await sql`select name, nickname from people`.execute(storage.read);
    expect(rows).toEqual([{ name: 'Ada', nickname: null }]);
    await storage.close();
  });

  it('22: several servers that start at once migrate once', async () => {
    const path = newFile();
    const opened = await Promise.all(Array.from({ length: 5 }, () => openStorage(path)));
    const { rows } = await sql<{ n: number }>`select count(*) as n from kysely_migration`.execute(
      opened[0]!.read,
    );
    expect(rows[0]?.n).toBe(readdirSync(MIGRATIONS).length);
    for (const storage of opened) await storage.close();
  });

  it('23: one that fails halfway is rolled back whole, and the old version still runs', async () => {
    const path = newFile();
    await databaseWithAda(path);
    const further = migrationsWith({
      '9002_0.2.0_good.sql': 'create table good (id text);',
      '9003_0.2.0_bad.sql': 'create table half (id text);\ninsert into people (id) values (1, 2, 3);\n',
    });
    const error = await openStorage(path, further).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(MigrationError);
    expect(String(error)).toContain('9003_0.2.0_bad');
    const file = new SqliteFile(path, { readonly: true });
    const tables = file.prepare("select name from sqlite_schema where name in ('good', 'half')").all();
    file.close();
    expect(tables).toEqual([]);
    expect(await names(path)).toEqual(['Ada']);
  });

  it('that leaves rows which refer to missing ones is rolled back whole', async () => {
    const path = newFile();
    await databaseWithAda(path);
    const further = migrationsWith({
      '9002_0.2.0_orphans.sql': [
        "insert into sessions values ('s', (select id from people), '{}', 1);",
        'delete from people;',
      ].join('\n'),
    });
    const error = await openStorage(path, further).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(MigrationError);
    expect(String(error)).toContain('from sessions to people');
    expect(await names(path)).toEqual(['Ada']);
  });

  it('change rows of an append-only table only where they say so; afterwards nobody can', async () => {
    const path = newFile();
    await databaseWithVersion(path);
    const change = "update versions set json = '[]';";
    const refused = openStorage(path, migrationsWith({ '9002_0.2.0_change.sql': change }));
    await expect(refused).rejects.toThrow('rows of versions are never changed');
    const further = migrationsWith({
      '9002_0.2.0_change.sql': `drop trigger versions_no_update;\n${change}`,
    });
    const storage = await openStorage(path, further);
    expect(await selectVersionSource(storage.read, 'h')).toEqual([]);
    await expect(storage.write((db) => sql`update versions set json = '{}'`.execute(db))).rejects.toThrow(
      'never changed',
    );
    await storage.close();
  });

  it('24: a database of a newer program is not opened, and the version that it needs is said', async () => {
    const path = newFile();
    const newer = migrationsWith({ '9002_9.1.0_more.sql': 'create table more (id text);' });
    await (await openStorage(path, newer)).close();
    const error = await openStorage(path).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(NewerSchemaError);
    expect(String(error)).toContain('Markprop 9.1.0 or later');
    await (await openStorage(path, newer)).close();
  });

  it('25: a file that is no database is refused and left as it is', async () => {
    const path = newFile();
    writeFileSync(path, 'This is a letter, not a database. '.repeat(100));
    await expect(openStorage(path)).rejects.toBeInstanceOf(CorruptDatabaseError);
    expect(readFileSync(path, 'utf8')).toMatch(/^This is a letter/);
  });

  it('25: a damaged database is refused and not replaced', async () => {
    const path = newFile();
    await databaseWithAda(path);
    const { length } = readFileSync(path);
    truncateSync(path, length - 3 * 4096);
    await expect(openStorage(path)).rejects.toBeInstanceOf(CorruptDatabaseError);
    expect(readFileSync(path).length).toBe(length - 3 * 4096);
  });

  it('are found by their names alone', async () => {
    const path = newFile();
    const mixed = migrationsWith({ 'README.md': 'not SQL' });
    mkdirSync(join(mixed, 'old'));
    await (await openStorage(path, mixed)).close();
    expect(await names(path)).toEqual([]);
  });
});
