import { setTimeout as pause } from 'node:timers/promises';
import { SqliteError } from 'better-sqlite3';
import { BusyError } from '../errors.ts';

const TRIES = 60;
const LONGEST_PAUSE = 100;

/**
 * Runs again, up to about four seconds, while another process holds the lock. Waiting here rather than inside
 * SQLite lets the process serve others meanwhile.
 */
export async function retryWhileBusy<T>(work: () => T | Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (tries === TRIES) throw new BusyError(error);
      await pause(Math.min(5 * tries, LONGEST_PAUSE) * (0.5 + Math.random()));
    }
  }
}

const isBusy = (error: unknown): boolean =>
  error instanceof SqliteError && /^SQLITE_(BUSY|LOCKED)/.test(error.code);
