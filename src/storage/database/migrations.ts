import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Kysely, type Migration, Migrator, sql } from 'kysely';
import { MigrationError, NewerSchemaError } from '../errors.ts';
import { requireReferences } from './sqlite.ts';

/** `0001_0.1.0_attempts.sql`: a number, the version of the program that brought it, and what it is about. */
const FILE = /^(\d{4}_(\d+\.\d+\.\d+)_[a-z0-9-]+)\.sql$/;

export const MIGRATIONS = fileURLToPath(new URL('../../../migrations/', import.meta.url));

/**
 * Brings the database to the schema of `folder`, everything in one transaction; two servers may start at once.
 * A migration that has to change rows of an append-only table first drops the trigger that forbids it, such as
 * `markings_no_update`; opening the storage makes it again.
 * Throws NewerSchemaError if the database is ahead of the program, MigrationError if a file fails.
 */
export async function migrate<T>(db: Kysely<T>, path: string, folder: string): Promise<void> {
  const migrations = await readMigrations(folder);
  await refuseNewer(db, path, Object.keys(migrations));
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error, results } = await migrator.migrateToLatest();
  if (error === undefined) return;
  // Another server with a newer program may have migrated between the check above and the lock.
  await refuseNewer(db, path, Object.keys(migrations));
  const failed = results?.find((result) => result.status === 'Error');
  if (!failed) throw error;
  throw new MigrationError(path, failed.migrationName, error);
}

async function readMigrations(folder: string): Promise<Record<string, Migration>> {
  const migrations: Record<string, Migration> = {};
  for (const file of await readdir(folder)) {
    const name = FILE.exec(file)?.[1];
    if (name === undefined) continue;
    const source = await readFile(`${folder}/${file}`, 'utf8');
    migrations[name] = {
      async up(db) {
        for (const statement of statements(source)) await sql.raw(statement).execute(db);
        await requireReferences(db);
      },
    };
  }
  return migrations;
}

/** Statements end with a semicolon at the end of a line. */
const statements = (source: string): readonly string[] =>
  source
    .replace(/^\s*--.*$/gm, '')
    .split(/;\s*$/m)
    .filter((statement) => statement.trim() !== '');

async function refuseNewer<T>(db: Kysely<T>, path: string, known: readonly string[]): Promise<void> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === 'kysely_migration')) return;
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  const ahead = rows.map(({ name }) => name).filter((name) => !known.includes(name));
  const last = ahead.sort().at(-1);
  if (last === undefined) return;
  throw new NewerSchemaError(path, versionOf(last), versionOf([...known].sort().at(-1) ?? ''));
}

const versionOf = (migration: string): string =>
  FILE.exec(`${migration}.sql`)?.[2] ?? 'a version we do not know';
