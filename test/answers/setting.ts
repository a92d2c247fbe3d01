import { answers } from '../../src/answers/index.ts';
import type { Answer, Posted, Setting } from '../../src/answers/kind.ts';
import { onlyValue } from '../../src/answers/one-value.ts';
import type { MatrixForm } from '../../src/values/form.ts';
import type { Outcome, Problem, Verdict } from '../../src/values/outcome.ts';
import type { Value } from '../../src/values/value.ts';
import { english, toAuthors } from '../language/english.ts';

export const matrixForm = (name: string, rows: number, columns: number, free = false): MatrixForm => ({
  name,
  latex: `${name.slice(0, 1)}^{(${name.slice(1)})}`,
  rows: Array.from({ length: rows }, (_, r) => `to $n_{${r + 1}}$`),
  columns: Array.from({ length: columns }, (_, c) => `from $x_{${c + 1}}$`),
  free,
});

/** The setting of the homework's first exercise. */
export const setting = (changes: Partial<Setting> = {}): Setting => ({
  form: { weights: [matrixForm('W1', 2, 2), matrixForm('W2', 1, 2)] },
  notation: {
    names: ['A', 'B', 'y', 'out', 'n1', 'n2', 'W1_12', 'W2_11'],
    sigma: 'relu',
    decimalComma: false,
  },
  accepts: ['weights', 'words'],
  ...changes,
});

/** As a file goes: checked, then laid out; the first problem is thrown. */
export function layOut(source: unknown, within: Setting = setting(), { source: asked } = answers): Answer {
  const answer = asked.parse(source).layOut(within);
  if (!('faults' in answer)) return answer;
  const [fault] = answer.faults;
  throw new Error(fault ? toAuthors(fault.message) : 'There are no faults.');
}

export const right: Verdict = { verdict: 'right', notes: [] };

export const wrong = (says = 'Look again.', tag = 'wrong'): Verdict => ({
  verdict: 'wrong',
  notes: [{ tag, says }],
  witness: { says },
});

/** What a response comes to, with `judge` for a claim. */
export function mark(answer: Answer, posted: Posted, judge: (value: Value) => Verdict): Outcome {
  const reading = answer.read(posted);
  if (reading.state === 'blank') return reading;
  if (reading.state === 'invalid') return { state: 'invalid', problems: [...reading.problems] };
  return reading.outcome(reading.values.map(judge)).outcome;
}

/** The value that a response is read as. */
export const valueRead = (answer: Answer, posted: Posted): Value | null => onlyValue(answer.read(posted));

/** What is told of a response that cannot be read, in English. */
export function problemsOf(answer: Answer, posted: Posted): readonly (Problem & { message: string })[] {
  const reading = answer.read(posted);
  const problems = reading.state === 'invalid' ? reading.problems : [];
  return problems.map((problem) => ({ ...problem, message: english(problem.message) }));
}

/** What `write` posts; its problem is thrown. */
export function write(answer: Answer, key: unknown) {
  const written = answer.write(key);
  if ('problem' in written) throw new Error(toAuthors(written.problem));
  return written.posted;
}
