import { setImmediate as others } from 'node:timers/promises';
import type { Posted } from '../../answers/kind.ts';
import type { Outcome } from '../../values/outcome.ts';
import { openEnvironment } from '../environment.ts';
import { prepareSource } from '../prepare/prepare-quiz.ts';
import type { Question } from '../quiz.ts';
import { markResponse } from './mark-response.ts';

const UNITS = [1, 2, 3, 4];
const chainRule = UNITS.map((i) => UNITS.map((j) => `2(out-y)W2_1${i} relu'(z${i}) x${j}`));
const plain = UNITS.map(() => UNITS.map(() => 'A'));

const SOURCE = {
  title: 'Warming up',
  exercises: [
    {
      title: 'Every way to compare formulas',
      model: {
        inputs: UNITS.map((i) => `x${i}`),
        layers: [
          { dense: { units: UNITS.length, bias: false, activation: 'relu' } },
          { dense: { units: 1, bias: false } },
        ],
        loss: 'squared-error',
      },
      questions: [
        {
          id: 'formula',
          text: 'A?',
          claim: { equals: { to: 'A', names: ['A', 'B'] } },
          answer: 'expression',
          key: 'A',
        },
        {
          id: 'formulas',
          text: 'A in each?',
          claim: { equals: { to: plain, names: ['A', 'B'] } },
          answer: 'matrix',
          key: plain,
        },
        {
          id: 'gradient',
          text: '∂L/∂W1?',
          claim: { gradient: { of: 'W1' } },
          answer: 'matrix',
          key: chainRule,
        },
      ],
    },
  ],
};

/** Parts that cancel but for what no float64 shows, so that formulas are looked at in every way there is. */
const PARTS = [
  '(A+B)^{n}/(B+{n})^{n}',
  'exp({n}*A)*exp(B-{n})',
  'log(exp({n}*A)+exp({n}*B))',
  'relu(A-{n}*B)*sqrt(A^2+{n})',
  'tanh(A)^{n}*sin(B+{n})/cos({n}*A)',
];
const near = (part: string, count: number): string => {
  const sum = Array.from({ length: count }, (_, i) => part.replaceAll('{n}', String(i + 2))).join('+');
  return `A+${sum}-(${sum})+10^(-500)`;
};
const ADDED = ['', '+x1*x2', '+z1*[z1>0]-relu(z1)', '+sqrt(x1^2+1)-sqrt(1+x1*x1)'];

const inEach = (rows: readonly (readonly string[])[], change: (entry: string, row: number) => string) =>
  rows.map((row, i) => row.map((entry) => change(entry, i)));

/** An answer to each of the questions. */
const ANSWERS: readonly (readonly unknown[])[] = [
  PARTS.map((part) => near(part, 20)),
  PARTS.map((part) => inEach(plain, () => near(part, 3))),
  ADDED.map((added) => inEach(chainRule, (entry) => entry + added)),
];

/** By then what they run is compiled. */
const TIMES = 2;

/**
 * Marks long answers to questions of its own, so that no student's is the first to be marked, with code that has to be
 * compiled: that takes up to five times as long. Takes about a second, while others have their turn; returns what came
 * of each.
 */
export async function warmUp(
  signal: AbortSignal,
  environment = openEnvironment(),
): Promise<readonly Outcome[]> {
  const { quiz, problems } = prepareSource('warming-up', SOURCE, environment);
  if (!quiz) throw new Error(`The quiz to warm up with cannot be read: ${JSON.stringify(problems)}`);
  const asked = quiz.exercises[0]?.questions.flatMap((question, i) =>
    (ANSWERS[i] ?? []).map((answer) => ({ question, posted: postedOf(question, answer) })),
  );
  const outcomes: Outcome[] = [];
  for (const { question, posted } of Array.from({ length: TIMES }, () => asked ?? []).flat()) {
    await others();
    if (signal.aborted) break;
    outcomes.push(markResponse(question, posted, undefined));
  }
  return outcomes;
}

function postedOf({ answer }: Question, value: unknown): Posted {
  const written = answer.write(value);
  if ('problem' in written) throw new Error('An answer to warm up with cannot be written.');
  return written.posted;
}
