#!/usr/bin/env node
import { readFile } from 'node:fs/promises';
import { UsageError, usage } from './usage.ts';

type Command = (words: string[]) => Promise<number>;

/** Each takes the words after its name and gives the exit code, and is loaded only when it is called. */
const commands: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['check', async () => (await import('./check.ts')).check],
  ['serve', async () => (await import('./serve.ts')).serve],
  ['publish', async () => (await import('./publish.ts')).publish],
  ['schema', async () => (await import('./schema.ts')).schema],
  ['account', async () => (await import('./account.ts')).account],
]);

async function run([name = 'help', ...words]: string[]): Promise<number> {
  const asked = ['help', '--help', '-h', '--version'].includes(name);
  if (asked && words.length > 0)
    throw new UsageError(`"${words[0]}" is not expected after "${name}": write markprop ${name}`);
  if (asked && name !== '--version') {
    process.stdout.write(usage);
    return 0;
  }
  if (asked) {
    const file = await readFile(new URL('../../package.json', import.meta.url), 'utf8');
    process.stdout.write(`${/"version": "([^"]+)"/.exec(file)?.[1] ?? 'unknown'}\n`);
    return 0;
  }
  const command = commands.get(name);
  if (!command)
    throw new UsageError(
      `There is no command "${name}". Commands: ${[...commands.keys()].join(', ')}, help.`,
    );
  return (await command())(words);
}

/** Without Node's second sentence, about words that begin with a dash: nobody who mistypes an option means that. */
const inOneSentence = (message: string) =>
  `${message.split('. ')[0]?.replace(/\.$/, '')}. All options: markprop help`;

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  // Errors of parseArgs are known by their code.
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const unusable =
    error instanceof Error &&
    (code.startsWith('ERR_PARSE_ARGS') || ['UsageError', 'ConfigError', 'GradingError'].includes(error.name));
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`markprop: ${code.startsWith('ERR_PARSE_ARGS') ? inOneSentence(message) : message}\n`);
  if (!unusable && process.env['LOG_LEVEL'] === 'debug' && error instanceof Error)
    process.stderr.write(`${error.stack}\n`);
  process.exitCode = unusable ? 2 : 1;
}
