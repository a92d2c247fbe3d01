import SqliteFile from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type Kysely,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  sql,
} from 'kysely';
import { retryWhileBusy } from './retry.ts';

// Everything that only SQLite understands is in this file.

/** Milliseconds that SQLite itself waits for a lock: it freezes the whole process, so the long wait is in retry.ts. */
const BUSY_TIMEOUT = 20;
const CACHED_STATEMENTS = 500;

/**
 * Opens one connection to the database file. `synchronous` has to be set on every connection: in WAL mode it
 * silently falls to NORMAL otherwise, and an acknowledged save could be lost in a power cut.
 */
export function openFile(path: string, access: 'read' | 'write'): SqliteFile.Database {
  const file = new SqliteFile(path, { timeout: BUSY_TIMEOUT });
  try {
    file.pragma('journal_mode = WAL');
    file.pragma('synchronous = FULL');
    file.pragma('foreign_keys = ON');
    if (access === 'read') file.pragma('query_only = ON');
    return file;
  } catch (error) {
    file.close();
    throw error;
  }
}

/**
 * Runs migrations while rows may refer to rows that are missing, because a table can only be rebuilt by dropping it.
 * SQLite ignores this inside a transaction, so a migration ends with `requireReferences` instead.
 */
export async function withoutForeignKeys<T>(
  file: SqliteFile.Database,
  migrate: () => Promise<T>,
): Promise<T> {
  file.pragma('foreign_keys = OFF');
  try {
    return await migrate();
  } finally {
    file.pragma('foreign_keys = ON');
  }
}

/** Throws if any row refers to one that is missing. */
export async function requireReferences<T>(db: Kysely<T>): Promise<void> {
  const { rows } = await sql<{ table: string; parent: string }>`pragma foreign_key_check`.execute(db);
  const [row] = rows;
  if (row)
    throw new Error(
      `${rows.length} rows refer to missing ones, the first from ${row.table} to ${row.parent}`,
    );
}

/** What SQLite finds damaged in the file, or null if it is sound. */
export function findDamage(file: SqliteFile.Database): string | null {
  const found = String(file.pragma('quick_check(1)', { simple: true }));
  return found === 'ok' ? null : found;
}

/** Whether the error says that the file is damaged, rather than that something else went wrong. */
export const isDamage = (error: unknown): error is Error =>
  error instanceof SqliteFile.SqliteError && /^SQLITE_(CORRUPT|NOTADB)/.test(error.code);

/** Refuses every change and removal of rows of the tables, whoever tries. */
export async function forbidChanges<T>(db: Kysely<T>, tables: readonly string[]): Promise<void> {
  for (const table of tables) {
    for (const event of ['update', 'delete']) {
      await sql`
        create trigger if not exists ${sql.id(`${table}_no_${event}`)} before ${sql.raw(event)} on ${sql.id(table)}
        begin select raise(abort, ${sql.lit(`rows of ${table} are never changed`)}); end
      `.execute(db);
    }
  }
}

/** Kysely's dialect, with transactions that lock at once and migrations that roll back. */
export class ImmediateSqliteDialect extends SqliteDialect {
  readonly #file: SqliteFile.Database;

  constructor(file: SqliteFile.Database) {
    super({ database: file });
    this.#file = file;
  }

  override createDriver(): Driver {
    return new ImmediateDriver(this.#file);
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }
}

class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class ImmediateDriver extends SqliteDriver {
  readonly #file: SqliteFile.Database;

  constructor(file: SqliteFile.Database) {
    super({ database: cacheStatements(file) });
    this.#file = file;
  }

  /** A deferred transaction that reads and then writes would fail with a busy snapshot that no retry mends. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await retryWhileBusy(() => connection.executeQuery(CompiledQuery.raw('begin immediate')));
  }

  /** SQLite has already rolled back by itself after a full disk or an input/output error. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#file.inTransaction) await super.rollbackTransaction(connection);
  }
}

/** Kysely prepares a statement for each query; preparing costs more than most of our queries. */
function cacheStatements(file: SqliteFile.Database): SqliteDatabase {
  const cache = new Map<string, SqliteFile.Statement<unknown[]>>();
  return {
    close: () => file.close(),
    prepare(source) {
      const known = cache.get(source);
      if (known) return known;
      if (cache.size === CACHED_STATEMENTS) cache.clear();
      const statement = file.prepare<unknown[]>(source);
      cache.set(source, statement);
      return statement;
    },
  };
}
