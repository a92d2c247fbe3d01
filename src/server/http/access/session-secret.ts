import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const NodeError = z.object({ code: z.string() });

/** The secret that signs session cookies, kept beside the database; made on the first start, readable by its owner only. */
export async function sessionSecret(database: string): Promise<string> {
  const file = join(dirname(database), 'session-secret');
  await mkdir(dirname(file), { recursive: true });
  try {
    await writeFile(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (NodeError.safeParse(error).data?.code !== 'EEXIST') throw error;
  }
  const secret = (await readFile(file, 'utf8')).trim();
  if (secret.length < 32)
    throw new Error(`${file} is damaged. Delete it and start again: everyone signs in anew.`);
  return secret;
}
