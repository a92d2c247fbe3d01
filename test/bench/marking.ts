import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Posted } from '../../src/answers/kind.ts';
import { limits, operationsLeft, withinBudget } from '../../src/expressions/index.ts';
import { loadCourses, warmUp } from '../../src/quizzes/index.ts';
import { keyOf } from '../../src/quizzes/key.ts';
import { markResponse } from '../../src/quizzes/marking/mark-response.ts';
import type { Question } from '../../src/quizzes/quiz.ts';
import { type HostileResponse, hostileResponses } from '../quizzes/marking/hostile-responses.ts';

async function questionsOfData() {
  const { courses } = await loadCourses(fileURLToPath(new URL('../../data/', import.meta.url)));
  return courses.flatMap(({ quizzes }) =>
    quizzes.flatMap(({ quiz }) =>
      quiz.exercises.flatMap((exercise) =>
        exercise.questions.map((question) => ({ name: `${quiz.id} ${question.label}`, question })),
      ),
    ),
  );
}

/**
 * Milliseconds of one call, on a machine that others use too: the processor time has that of the compiler's threads in it,
 * the time that passes has that of other processes; neither is less than the call itself took.
 */
function spent(work: () => unknown): number {
  const [before, start] = [process.cpuUsage(), performance.now()];
  work();
  const { user, system } = process.cpuUsage(before);
  return Math.min((user + system) / 1000, performance.now() - start);
}

const median = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

/** The right answer of a question, and the wrong ones that its file or its claim names. */
function responsesOf(question: Question): Posted[] {
  const examples = question.source.examples.map(({ answer }) => question.answer.write(answer));
  return [
    keyOf(question),
    ...examples.map((written) => ('posted' in written ? written.posted : null)),
    ...(question.claim?.misconceptions ?? []).map(({ value }) => question.answer.writeValue(value)),
  ].filter((posted) => posted !== null);
}

const [, , mode, only = ''] = process.argv;

/** The first response of a process that has warmed up, after the question's key, and the fastest of later ones. */
interface Measured {
  readonly state: string;
  readonly once: number;
  readonly later: number;
  readonly operations: number;
  readonly allocated: number;
}

async function measureOne({ question, posted }: HostileResponse): Promise<Measured> {
  const mark = () =>
    withinBudget(() => {
      const { state } = markResponse(question, posted, undefined);
      return { state, operations: limits.operations - operationsLeft() };
    });
  // What belongs to the question is worked out when its key is checked.
  const key = keyOf(question);
  if (key) markResponse(question, key, undefined);
  // The clocks are modules of their own, which are loaded when they are first read.
  spent(() => {});
  // As a server does when it starts.
  await warmUp(new AbortController().signal);
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  let first = { state: '', operations: 0 };
  const once = spent(() => {
    first = mark();
  });
  const allocated = (process.memoryUsage().heapUsed - before) / 2 ** 20;
  const later = Math.min(...Array.from({ length: 5 }, () => spent(mark)));
  return { ...first, once, later, allocated };
}

/** This file as one script, because most of a process's time would go into finding and compiling its modules. */
async function bundled(): Promise<string> {
  const outfile = join(mkdtempSync(join(tmpdir(), 'marking-')), 'marking.mjs');
  const banner = { js: "import { createRequire } from 'node:module'; const require = createRequire('/');" };
  const { build } = await import('esbuild');
  await build({
    entryPoints: [fileURLToPath(import.meta.url)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['esbuild'],
    banner,
  });
  return outfile;
}

/** In a process of its own. */
function measureApart(file: string, name: string, ...options: readonly string[]): Measured {
  const args = ['--expose-gc', ...options, file, 'one', name];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
}

/** A young generation that holds all, so that what is allocated stays counted; its pages are new, and take time to map. */
const ROOMY = ['--min-semi-space-size=256', '--max-semi-space-size=256'];

if (mode === 'one') {
  const response = hostileResponses.get(only);
  if (!response) throw new Error('There is no such response.');
  console.log(JSON.stringify(await measureOne(response())));
} else {
  const all: number[] = [];
  for (const { name, question } of await questionsOfData()) {
    const responses = responsesOf(question);
    if (!question.claim || responses.length === 0) continue;
    const each = responses.map((posted) => {
      markResponse(question, posted, undefined);
      return median(Array.from({ length: 5 }, () => spent(() => markResponse(question, posted, undefined))));
    });
    all.push(...each);
    console.log(
      `${name}: ${each.length} responses, median ${median(each).toFixed(2)} ms, most ${Math.max(...each).toFixed(2)} ms`,
    );
  }
  const slow = all.filter((time) => time > 5).length;
  console.log(
    `all: ${all.length}, median ${median(all).toFixed(2)} ms, most ${Math.max(...all).toFixed(2)} ms, above 5 ms: ${slow}`,
  );
  console.log('The longest responses, each in a process of its own; again if it took longer than 50 ms:');
  const file = await bundled();
  let over = 0;
  for (const name of hostileResponses.keys()) {
    let found = measureApart(file, name);
    for (let again = 0; again < 3 && found.once > 50; again++) {
      const other = measureApart(file, name);
      if (other.once < found.once) found = other;
    }
    if (found.once > 50) over++;
    const { state, once, later, operations } = found;
    const { allocated } = measureApart(file, name, ...ROOMY);
    const times = `${once.toFixed(1)} ms, later ${later.toFixed(1)} ms`;
    console.log(
      `${name}: ${state}, ${times}, ${Math.round(operations)} operations, ${allocated.toFixed(1)} MB`,
    );
  }
  console.log(`above 50 ms: ${over} of ${hostileResponses.size}`);
}
