import { parseArgs } from 'node:util';
import { loadPaths, type Proof, proveQuiz } from '../quizzes/index.ts';
import { type Checked, reporters } from './report.ts';
import { UsageError } from './usage.ts';

/** `markprop check`: proves keys through the marking that students get. */
export async function check(words: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'text' },
      'show-keys': { type: 'boolean', default: false },
    },
  });
  const report = reporters.get(values.format);
  if (!report)
    throw new UsageError(
      `There is no format "${values.format}": choose ${[...reporters.keys()].join(', ')}.`,
    );
  const checked = await checkPaths(
    positionals.length > 0 ? positionals : ['data'],
    progress(values.format === 'text'),
  );
  process.stdout.write(report(checked, { showKeys: values['show-keys'], colour: process.stdout.isTTY }));
  if (checked.problems.length > 0 || checked.quizzes.length === 0) return 2;
  return checked.quizzes.some(({ proofs }) => proofs.some(({ status }) => status === 'refuted')) ? 1 : 0;
}

/** Loads and proves everything at these paths; `tell` hears of each question before it is proven. */
export async function checkPaths(paths: readonly string[], tell: (text: string) => void): Promise<Checked> {
  const { courses, problems } = await loadPaths(paths);
  const quizzes = [];
  for (const loaded of courses.flatMap((course) => course.quizzes)) {
    const proofs: Proof[] = [];
    const total = loaded.quiz.exercises.reduce((sum, exercise) => sum + exercise.questions.length, 0);
    tell(`${loaded.file}: 0 of ${total} questions`);
    for (const proof of proveQuiz(loaded.quiz)) {
      proofs.push(proof);
      tell(`${loaded.file}: ${proofs.length} of ${total} questions`);
    }
    quizzes.push({ loaded, proofs });
  }
  tell('');
  return { courses, quizzes, problems };
}

/** One line on a terminal that each message overwrites; nothing elsewhere. */
function progress(wanted: boolean): (text: string) => void {
  if (!wanted || !process.stderr.isTTY) return () => {};
  return (text) => process.stderr.write(`\r\u001b[2K${text}`);
}
