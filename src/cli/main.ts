#!/usr/bin/env node
import { readFile } from 'node:fs/promises';
import { account } from './account.ts';
import { check } from './check.ts';
import { publish } from './publish.ts';
import { schema } from './schema.ts';
import { serve } from './serve.ts';
import { UsageError, usage } from './usage.ts';

/** Each takes the words after its name and gives the exit code. */
const commands: ReadonlyMap<string, (words: string[]) => Promise<number>> = new Map([
  ['check', check],
  ['serve', serve],
  ['publish', publish],
  ['schema', schema],
  ['account', account],
]);

async function run([name = 'help', ...words]: string[]): Promise<number> {
  if (name === 'help' || name === '--help' || name === '-h') {
    process.stdout.write(usage);
    return 0;
  }
  if (name === '--version') {
    const file = await readFile(new URL('../../package.json', import.meta.url), 'utf8');
    process.stdout.write(`${/"version": "([^"]+)"/.exec(file)?.[1] ?? 'unknown'}\n`);
    return 0;
  }
  const command = commands.get(name);
  if (!command)
    throw new UsageError(
      `There is no command "${name}". Commands: ${[...commands.keys()].join(', ')}, help.`,
    );
  return command(words);
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  // parseArgs tells wrong options by a code; a person needs its sentence only.
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const unusable =
    error instanceof Error &&
    (code.startsWith('ERR_PARSE_ARGS') || ['UsageError', 'ConfigError', 'StartError'].includes(error.name));
  process.stderr.write(`markprop: ${error instanceof Error ? error.message : String(error)}\n`);
  if (!unusable && process.env['LOG_LEVEL'] === 'debug' && error instanceof Error)
    process.stderr.write(`${error.stack}\n`);
  process.exitCode = unusable ? 2 : 1;
}
