import { say } from '../language/index.ts';

/** A row that must be there is not: a wrong address, or something that is not this person's to see. */
export class AbsentError extends Error {
  override readonly name = 'AbsentError';
  readonly code = 'absent';
  readonly says = say('There is no such page, or you are not allowed to see it.');
  constructor(what: string) {
    super(`There is no such ${what}.`);
  }
}

/** Others hold the database longer than the retries last; nothing was stored, and trying again later is right. */
export class BusyError extends Error {
  override readonly name = 'BusyError';
  readonly code = 'busy';
  readonly says = say('The database is busy; nothing was stored. Please try again in a few seconds.');
  constructor(cause: unknown) {
    super('The database is busy; nothing was stored. Please try again in a few seconds.', { cause });
  }
}

/** The database was written by a newer program. */
export class NewerSchemaError extends Error {
  override readonly name = 'NewerSchemaError';
  constructor(path: string, needed: string, running: string) {
    super(
      `${path} was migrated by a newer program: it needs Markprop ${needed} or later, and this is ${running}. ` +
        'Start that version, or restore the backup that was made before the upgrade.',
    );
  }
}

/** A migration did not run; the database is as it was before. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
  constructor(path: string, migration: string, cause: unknown) {
    const why = cause instanceof Error ? cause.message : String(cause);
    super(
      `Migration ${migration} of ${path} failed and was rolled back; the previous version still works: ${why}`,
      { cause },
    );
  }
}

/** The file is damaged or no database at all. It is left exactly as it is. */
export class CorruptDatabaseError extends Error {
  override readonly name = 'CorruptDatabaseError';
  constructor(path: string, found: string) {
    super(`${path} is not an intact database (${found}). It was left untouched: restore a backup beside it.`);
  }
}
