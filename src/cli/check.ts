import { parseArgs } from 'node:util';
import { z } from 'zod';
import { loadPaths, type Proof, type ProvingOptions, provingsOf } from '../quizzes/index.ts';
import { type Checked, reporters } from './report.ts';
import { UsageError } from './usage.ts';

/** `markprop check`: proves keys with the marking that students get. */
export async function check(words: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'text' },
      'show-keys': { type: 'boolean', default: false },
      variants: { type: 'string' },
      seed: { type: 'string' },
    },
  });
  const report = reporters.get(values.format);
  if (!report)
    throw new UsageError(
      `There is no format "${values.format}": choose ${[...reporters.keys()].join(', ')}.`,
    );
  const checked = await checkPaths(
    positionals.length > 0 ? positionals : ['data'],
    { variants: countOf(values.variants), seed: values.seed },
    progress(values.format === 'text'),
  );
  process.stdout.write(report(checked, { showKeys: values['show-keys'], colour: process.stdout.isTTY }));
  if (checked.problems.length > 0 || checked.quizzes.length === 0) return 2;
  return checked.quizzes.some(({ proofs }) => proofs.some(({ status }) => status === 'refuted')) ? 1 : 0;
}

const Count = z.coerce.number().int().min(1).max(100_000);

function countOf(variants: string | undefined): number | undefined {
  if (variants === undefined) return undefined;
  const count = Count.safeParse(variants);
  if (count.success) return count.data;
  throw new UsageError(`--variants ${variants}: say how many seeded variants, such as --variants 200.`);
}

/** Loads and proves everything at these paths; `tell` is given the progress. */
export async function checkPaths(
  paths: readonly string[],
  options: ProvingOptions,
  tell: (text: string) => void,
): Promise<Checked> {
  const { courses, problems, warnings } = await loadPaths(paths);
  const quizzes = [];
  for (const loaded of courses.flatMap((course) => course.quizzes)) {
    const proofs: Proof[] = [];
    const total = loaded.quiz.exercises.reduce((sum, exercise) => sum + exercise.questions.length, 0);
    for (const { question, count, run } of provingsOf(loaded.quiz, options)) {
      const steps = run();
      for (let variant = 1; ; variant++) {
        const which = count > 1 ? `, variant ${Math.min(variant, count)} of ${count}` : '';
        const share = Math.min(variant - 1, count) / Math.max(1, count);
        const { label, id } = question;
        // The file comes last, because a narrow terminal cuts off the end.
        tell(`${bar(proofs.length + share, total)} ${label} ${id}${which} (${loaded.file})`);
        const { done, value } = steps.next();
        if (!done) continue;
        proofs.push(value);
        break;
      }
    }
    quizzes.push({ loaded, proofs });
  }
  tell('');
  return { courses, quizzes, problems, warnings };
}

const WIDTH = 20;

function bar(done: number, total: number): string {
  const filled = Math.round((WIDTH * done) / Math.max(1, total));
  return `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${Math.floor(done)}/${total}`;
}

/** Milliseconds between two states of the progress line: as often as an eye can follow. */
const REDRAWN = 50;

/** On a terminal, one line that each message overwrites; elsewhere nothing. */
function progress(wanted: boolean): (text: string) => void {
  const { stderr } = process;
  if (!wanted || !stderr.isTTY) return () => {};
  let drawn = 0;
  return (text) => {
    if (text !== '' && Date.now() - drawn < REDRAWN) return;
    drawn = Date.now();
    stderr.write(`\r\u001b[2K${text.slice(0, (stderr.columns ?? 80) - 1)}`);
  };
}
