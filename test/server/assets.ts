import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildAssets } from '../../src/server/assets/bundle.ts';
import type { Server } from '../../src/server/server.ts';

let made: Promise<Server['assets']> | undefined;

/** Scripts and styles, bundled once for all tests that run in one worker. */
export function assetsOfTests(): Promise<Server['assets']> {
  made ??= make();
  return made;
}

async function make(): Promise<Server['assets']> {
  const folder = await mkdtemp(join(tmpdir(), 'markprop-assets-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return { folder, manifest: await buildAssets(folder) };
}
