import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Posted } from '../../src/answers/kind.ts';
import { loadCourses } from '../../src/quizzes/index.ts';
import { keyOf } from '../../src/quizzes/key.ts';
import { markResponse } from '../../src/quizzes/mark.ts';
import type { Question } from '../../src/quizzes/quiz.ts';

const { courses } = await loadCourses(fileURLToPath(new URL('../../data/', import.meta.url)));
const questions = courses.flatMap(({ quizzes }) =>
  quizzes.flatMap(({ quiz }) =>
    quiz.exercises.flatMap((exercise) =>
      exercise.questions.map((question) => ({ name: `${quiz.id} ${question.label}`, question })),
    ),
  ),
);

/** Milliseconds of processor time of one call: of a machine that others use too. */
function spent(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
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

/** The longest texts that one field takes, each of another way to be slow. */
const fill = (part: string, most: number, end = ''): string =>
  part.repeat(Math.floor((most - end.length) / part.length)) + end;
const texts: Readonly<Record<string, string>> = {
  sum: fill('A*B+', 4000, 'A'),
  'exact power': fill('(A+B)^9*', 4000, 'A'),
  'power tower': fill('2^', 190, 'A'),
  exponentials: fill('exp(A)+', 4000, 'A'),
  'nested exponentials': `${'exp(-'.repeat(60)}A${')'.repeat(60)}`,
  kinks: fill('relu(A-B)*', 4000, 'A'),
  'shifted kinks': Array.from({ length: 300 }, (_, i) => `relu(A-${i})`)
    .join('+')
    .slice(0, 3990)
    .replace(/\+[^+]*$/, ''),
  quotients: fill('1/(A+', 1200, `B${')'.repeat(240)}`).slice(0, 4000),
  choices: `${'if(A>B,'.repeat(60)}A${',B)'.repeat(60)}`,
  'hidden by rounding': fill('(1e16+A-1e16)*', 4000, 'A'),
  'elementary functions': fill('tanh(A)*sin(B)/log(A)+', 4000, 'A'),
  unknown: fill('qzq+', 4000, 'A'),
  brackets: fill('(', 4000),
  digits: fill('9', 4000),
  letters: fill('AB', 4000),
};

const fieldsOf = (question: Question, text: string): Posted =>
  Object.fromEntries(question.answer.fields.map((field) => [field, text]));

if (process.argv[2] === 'one') {
  // A process of its own, in which nothing is warm; its young generation holds all, so that what is allocated stays counted.
  const found = questions.find(({ name }) => name === process.argv[3]);
  const text = texts[process.argv[4] ?? ''] ?? '';
  if (!found) throw new Error('There is no such question.');
  const mark = () => markResponse(found.question, fieldsOf(found.question, text), undefined).state;
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  let state = '';
  const cold = spent(() => {
    state = mark();
  });
  const allocated = (process.memoryUsage().heapUsed - before) / 2 ** 20;
  const warm = Math.min(...Array.from({ length: 5 }, () => spent(mark)));
  console.log(
    `${state}, ${cold.toFixed(1)} ms cold, ${warm.toFixed(1)} ms warm, ${allocated.toFixed(1)} MB allocated`,
  );
} else {
  const all: number[] = [];
  for (const { name, question } of questions) {
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
  console.log('The longest answers of each kind, each in a process of its own:');
  const formula = questions.find(({ question }) => question.answer.kind === 'expression');
  const script = fileURLToPath(import.meta.url);
  for (const text of formula ? Object.keys(texts) : []) {
    const told = execFileSync(
      process.execPath,
      [
        '--expose-gc',
        '--min-semi-space-size=256',
        '--max-semi-space-size=256',
        '--import',
        'tsx',
        script,
        'one',
        formula?.name ?? '',
        text,
      ],
      { encoding: 'utf8' },
    );
    console.log(`${text}: ${told.trim()}`);
  }
}
