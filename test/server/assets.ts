import { fileURLToPath } from 'node:url';
import { buildAssets } from '../../src/server/assets/bundle.ts';
import type { Server } from '../../src/server/server.ts';

/** One for each worker that runs at a time, written again in each run, so that nothing is left to be removed. */
const FOLDER = fileURLToPath(
  new URL(
    `../../node_modules/.cache/markprop/assets-${process.env['VITEST_POOL_ID'] ?? '0'}/`,
    import.meta.url,
  ),
);

let made: Promise<Server['assets']> | undefined;

/** Scripts and styles, bundled once for all tests that run in one worker. */
export function assetsOfTests(): Promise<Server['assets']> {
  made ??= buildAssets(FOLDER).then((manifest) => ({ folder: FOLDER, manifest }));
  return made;
}
