import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Database as SqliteFile } from 'better-sqlite3';
import { CamelCasePlugin, Kysely } from 'kysely';
import { MIGRATIONS, migrate } from './database/migrations.ts';
import { retryWhileBusy } from './database/retry.ts';
import {
  findDamage,
  forbidChanges,
  ImmediateSqliteDialect,
  isDamage,
  openFile,
  withoutForeignKeys,
} from './database/sqlite.ts';
import { CorruptDatabaseError } from './errors.ts';
import type { Database, Queries, Writing } from './tables.ts';

const APPEND_ONLY = ['versions', 'steps', 'markings', 'rule_changes', 'uploads'];

export interface Storage {
  /** For queries outside a transaction, on a connection of their own that cannot write. */
  readonly read: Queries;
  /**
   * Runs `body` as one transaction: what it returns is committed to the disk, what it throws leaves no trace.
   * The body holds queries and nothing else; it never waits for anything but the database.
   * Throws BusyError if others hold the database for too long.
   */
  write<T>(body: (db: Writing) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/**
 * Opens the embedded database, making it if there is none, and migrates it.
 * Throws CorruptDatabaseError, NewerSchemaError or MigrationError, and then leaves the file as it was.
 */
export async function openStorage(path: string, migrations = MIGRATIONS): Promise<Storage> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const writer = await openSound(path, 'write');
  try {
    await retryWhileBusy(() => withoutForeignKeys(writer.file, () => migrate(writer.db, path, migrations)));
    await retryWhileBusy(() => forbidChanges(writer.db, APPEND_ONLY));
    const reader = await openSound(path, 'read');
    return {
      read: reader.db,
      write: (body) => writer.db.transaction().execute(body),
      async close() {
        await reader.close();
        await writer.close();
      },
    };
  } catch (error) {
    await writer.close();
    throw error;
  }
}

interface Connection {
  readonly db: Kysely<Database>;
  readonly file: SqliteFile;
  close(): Promise<void>;
}

async function openSound(path: string, access: 'read' | 'write'): Promise<Connection> {
  let file: SqliteFile | undefined;
  try {
    const opened = await retryWhileBusy(() => openFile(path, access));
    file = opened;
    const damage = access === 'write' ? findDamage(opened) : null;
    if (damage !== null) throw new CorruptDatabaseError(path, damage);
    const db = new Kysely<Database>({
      dialect: new ImmediateSqliteDialect(opened),
      plugins: [new CamelCasePlugin()],
    });
    return {
      db,
      file: opened,
      async close() {
        await db.destroy();
        opened.close();
      },
    };
  } catch (error) {
    file?.close();
    throw isDamage(error) ? new CorruptDatabaseError(path, error.message) : error;
  }
}
