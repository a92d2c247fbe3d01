import { stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { startServer } from '../server/start.ts';
import { UsageError } from './usage.ts';

/** `markprop serve`: runs until it is told to stop, and then lets running requests finish. */
export async function serve(words: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: { data: { type: 'string', default: 'data' }, watch: { type: 'boolean', default: false } },
  });
  if (positionals.length > 0) {
    throw new UsageError(`"${positionals[0]}" is not expected: markprop serve --data DIR [--watch]`);
  }
  if (!(await stat(values.data).catch(() => null))) {
    throw new UsageError(
      `There is no file or folder ${values.data}: say where the courses are with --data DIR.`,
    );
  }
  const running = await startServer({
    data: values.data,
    watch: values.watch,
    environment: process.env,
    tell: (line) => process.stdout.write(`${line}\n`),
  });
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await running.stop();
  return 0;
}
