import { parseArgs } from 'node:util';
import { createAccount } from '../grading/index.ts';
import { readConfig } from '../server/config.ts';
import { newSecret, openStorage } from '../storage/index.ts';
import { UsageError } from './usage.ts';

/** `markprop account add EMAIL NAME [--admin]`: adds an account, such as the first administrator of a new server. */
export async function account(words: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: { admin: { type: 'boolean', default: false } },
  });
  const [action, email, ...name] = positionals;
  if (action !== 'add' || !email || name.length === 0) {
    throw new UsageError('Say whose account: markprop account add ada@example.org "Ada Lovelace" [--admin]');
  }
  const storage = await openStorage(readConfig(process.env).database);
  try {
    const password = newSecret().slice(0, 16);
    await createAccount(storage, { email, name: name.join(' '), password, admin: values.admin }, Date.now());
    process.stdout.write(`Account ${email} created. Password (shown only now): ${password}\n`);
  } finally {
    await storage.close();
  }
  return 0;
}
