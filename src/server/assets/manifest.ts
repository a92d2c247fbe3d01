import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { z } from 'zod';

export const MANIFEST = 'manifest.json';

/** Address of each asset by its name before hashing: `site.css` → `/assets/site-4FQX2A7C.css`. */
const Manifest = z.record(z.string(), z.string());
export type Manifest = z.infer<typeof Manifest>;

/** The manifest that the build left in `folder`. */
export async function readManifest(folder: string): Promise<Manifest> {
  try {
    return Manifest.parse(JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')));
  } catch (cause) {
    throw new Error(`${relative(process.cwd(), folder)} has no assets. Run: npm run build`, { cause });
  }
}
