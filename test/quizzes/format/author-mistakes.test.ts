import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadPaths, proveQuiz } from '../../../src/quizzes/index.ts';
import { toAuthors } from '../../language/english.ts';

/** A quiz without a mistake. */
const QUIZ = `title: A quiz
text: Some text
opens: 2026-03-02
due: 2026-03-08
closes: 2026-03-09 18:00
time-limit: 90 min
attempts: 2
exercises:
  - title: Networks
    text: |
      Consider $x$ and
      the network.
    model: &net
      inputs: [A, B]
      layers:
        - dense: { units: 2, bias: false, activation: relu, weights: [[-1, 1], [1, -1]] }
        - dense: { units: 1, bias: false, weights: [[1, 1]] }
      loss: squared-error
    figure: model
    sigma: relu
    questions:
      - id: function
        text: Which function?
        claim: { truth-table: { of: model } }
        answer: { choice: { and: AND, or: OR, xor: XOR } }
        key: xor
        feedback: { and: No. }
      - id: gradient
        text: What is $\\partial L$?
        claim: { gradient: { of: W2_11 } }
        answer:
          choice:
            a: 2(y - out) n1
            b: 2(out - y) n1
            c: (out - y) n1
        key: b
      - id: or-weights
        text: Give weights.
        marks: 2
        claim: { computes: { function: A or B, weights-in: [-1, 0, 1] } }
        answer: weights
        key: { W1: [[1, 0], [-1, 1]], W2: [[1, 1]] }
        solution: |
          See $W$.
  - title: Counting
    questions:
      - id: params
        text: How many?
        model:
          image: { width: 32, height: 32, channels: 3 }
          layers:
            - conv2d: { filters: 8, kernel: 3 }
            - flatten
            - dense: { units: 10 }
        claim: { parameters: model }
        answer: number
        key: 72234
        examples:
          - { answer: 7, outcome: wrong }
      - id: prose
        text: Explain.
        answer: text
        because: A person reads it.
      - id: true-false
        text: Is it?
        answer: truth
        key: true
        because: It is.
`;

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'markprop-'));
  await writeFile(join(folder, 'course.yaml'), 'title: A course\n');
});
afterEach(() => rm(folder, { recursive: true }));

/** Everything that is told of the quiz with something replaced, as `line:column message`. */
async function told(from: string, to: string): Promise<readonly string[]> {
  expect(QUIZ).toContain(from);
  await writeFile(
    join(folder, 'quiz.yaml'),
    QUIZ.replace(from, () => to),
  );
  const { courses, problems } = await loadPaths([folder]);
  const quizzes = courses.flatMap((course) => course.quizzes);
  const findings = quizzes.flatMap(({ quiz, yaml }) =>
    [...proveQuiz(quiz)].flatMap((proof) =>
      proof.findings.map(({ path, says }) => yaml.problem([...proof.path, ...path], says)),
    ),
  );
  const warnings = quizzes.flatMap((quiz) => quiz.warnings);
  return [...problems, ...warnings, ...findings].map(
    ({ line, column, message }) => `${line}:${column} ${toAuthors(message)}`,
  );
}

it('nothing is told of a quiz without a mistake, whatever ends its lines', async () => {
  expect(await told('A quiz', 'The quiz')).toEqual([]);
  await writeFile(join(folder, 'quiz.yaml'), QUIZ.replaceAll('\n', '\r\n'));
  expect((await loadPaths([folder])).problems).toEqual([]);
});

describe('one mistake is told once, where it is', () => {
  it.each([
    [
      'a line that is indented too little',
      '        claim: { truth-table',
      '       claim: { truth-table',
      '24:1 This line is indented less than the item',
    ],
    [
      'a line that is indented too much',
      '        key: xor',
      '          key: xor',
      '26:1 This line starts in a different column',
    ],
    [
      'a list item that is indented otherwise',
      '      - id: gradient',
      '     - id: gradient',
      '28:1 This item is not in a list',
    ],
    ['a - that is missing', '      - id: gradient', '        id: gradient', '28:9 This field appears twice'],
    [
      'a colon that is missing',
      '        key: xor',
      '        key xor',
      '26:9 This line is neither a field nor part of the text',
    ],
    [
      'a bracket that is never closed',
      '[-1, 1]], W2',
      '[-1, 1], W2',
      '42:51 A bracket that was opened before is never closed: add ].',
    ],
    ['a bracket too many', 'xor: XOR } }', 'xor: XOR } } }', '25:60 There is one bracket too many here'],
    [
      'a quote that is never closed',
      'text: Which function?',
      'text: "Which function?',
      '23:15 This text has no closing "',
    ],
    [
      'TeX that double quotes refuse',
      'text: Which function?',
      'text: "Which $\\partial$?"',
      '23:23 In double quotes a backslash starts a special character, and there is no \\p',
    ],
    [
      'TeX that double quotes change',
      'text: Which function?',
      'text: "Which $\\theta$?"',
      '23:15 In double quotes \\t is a special character, so \\theta is lost',
    ],
    [
      'a text that begins with a backtick',
      'text: Which function?',
      'text: `x` is?',
      '23:15 A text cannot start with `',
    ],
    ['two documents', 'attempts: 2', '---', '7:1 A file holds one quiz'],
    [
      'a claim that there is not',
      'truth-table: {',
      'truth-tabel: {',
      '24:16 claim: "truth-tabel" is not a claim',
    ],
    [
      'a misspelt field that is needed',
      '{ of: model } }\n        answer',
      '{ off: model } }\n        answer',
      '24:33 there is no field "off" here: did you mean "of"?',
    ],
    [
      'a misspelt field of a layer',
      'kernel: 3',
      'kernal: 3',
      '52:37 there is no field "kernal" here: did you mean "kernel"?',
    ],
    [
      'a misspelt size of an image',
      'height: 32',
      'hight: 32',
      '50:31 there is no field "hight" here: did you mean "height"?',
    ],
    [
      'a field of other systems',
      'marks: 2',
      'points: 2',
      '39:9 there is no field "points" here: did you mean "marks"?',
    ],
    [
      'a field in the wrong place',
      'attempts: 2',
      'marks: 2',
      '7:1 "marks" is a field of a question, and does not belong here',
    ],
    [
      'weights of another size',
      '[[-1, 1], [1, -1]] }',
      '[[-1, 1]] }',
      '16:70 W1 must have 2 rows of 2 numbers, but has 1 row.',
    ],
    [
      'a layer that does not fit',
      'kernel: 3',
      'kernel: 33',
      "52:15 Layer 'z1' (conv2d): its kernel spans 33 entries",
    ],
    ['units below nothing', 'units: 1,', 'units: -1,', '17:27 units: must be more than 0'],
    ['units without end', 'units: 10 }', 'units: 1e12 }', '54:31 units: must be at most 1000000'],
    [
      'a figure from a file',
      'figure: model',
      'figure: net.png',
      '19:13 figure: is drawn from the question itself, not read from a file',
    ],
    ['a picture in a text', 'See $W$.', 'See ![net](net.png).', '44:15 a text cannot contain a picture'],
    [
      'an option that cannot be read',
      'a: 2(y - out) n1',
      'a: 2(y - out n1',
      '33:16 option "a": This ‘(’ is never closed.',
    ],
    ['an option id that is none', 'or: OR', '"o r": OR', '25:46 o r: an option id is lower-case letters'],
    ['a key that is no option', 'key: b', 'key: z', '36:14 The key must be one of the options: a, b, c.'],
    ['a date that is none', 'due: 2026-03-08', 'due: 8.3.2026', '4:6 due: must be a date such as 2023-04-10'],
    ['a date of no calendar', 'opens: 2026-03-02', 'opens: 2026-02-30', '3:8 opens: is not a real date'],
    [
      'feedback on what is no option',
      'feedback: { and: No. }',
      'feedback: { nad: No. }',
      '27:26 "nad" is not an option or note of this question: they are and, or, xor',
    ],
    ['an id twice', 'id: prose', 'id: params', '60:13 the id "params" is used twice'],
    [
      'an id that is missing',
      '      - id: prose\n        text: Explain.',
      '      - text: Explain.',
      '60:9 id: is missing',
    ],
    [
      'a formula that cannot be set',
      '$\\partial L$',
      '$\\partail L$',
      '29:15 the formula $\\partail L$ cannot be set: Undefined control sequence',
    ],
    ['no reason for a key', '        because: A person reads it.\n', '', '60:9 has no claim that decides it'],
  ])('%s', async (_, from, to, message) => {
    const all = await told(from, to);
    expect(all).toHaveLength(1);
    expect(all[0]?.slice(0, message.length)).toBe(message);
  });

  it.each([
    ['a wrong key of a choice', 'key: b', 'key: a', '36:14 the key is not right'],
    ['a wrong key of words', 'key: xor', 'key: or', '26:14 the key is not right'],
    [
      'options that are both right',
      'c: (out - y) n1',
      'c: 2 n1 (out - y)',
      '35:16 two options are the same answer',
    ],
    [
      'a text that ends where a comment begins',
      'Which function?',
      'Which #1?',
      '23:15 text: ends before #1?',
    ],
  ])('%s', async (_, from, to, message) => {
    const all = await told(from, to);
    expect(all).toHaveLength(1);
    expect(all[0]?.slice(0, message.length)).toBe(message);
  });

  it('a repeated part that is marked nowhere', async () => {
    expect(await told('  - title: Counting\n', '  - title: Counting\n    model: *nett\n')).toEqual([
      '46:12 *nett repeats a part that is marked with &nett, and there is none above this line: mark it, or correct the name; above are &net.',
    ]);
  });
});
