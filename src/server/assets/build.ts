import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { buildAssets } from './bundle.ts';

/** `node dist/server/assets/build.js`: bundles views/assets into dist/assets. */
const folder = fileURLToPath(new URL('../../../dist/assets/', import.meta.url));
await rm(folder, { recursive: true, force: true });
await buildAssets(folder);
