import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { MIGRATIONS } from '../../src/storage/database/migrations.ts';

/** A folder for the files of one test file; removed when its tests are over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'markprop-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Copies the project's migrations to `path`: those before one, such as `0010`, or all and `further` ones. */
export function migrationsIn(
  path: string,
  { before, further = {} }: { readonly before?: string; readonly further?: Readonly<Record<string, string>> },
): string {
  cpSync(MIGRATIONS, path, { recursive: true });
  for (const name of readdirSync(path)) if (before !== undefined && name >= before) rmSync(join(path, name));
  for (const [name, source] of Object.entries(further)) writeFileSync(join(path, name), source);
  return path;
}
