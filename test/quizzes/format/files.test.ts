import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadPaths, proveQuiz, readResponse } from '../../../src/quizzes/index.ts';
import { english, toAuthors } from '../../language/english.ts';
import { runs } from '../../runs.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'markprop-'));
  await writeFile(join(folder, 'course.yaml'), 'title: A course\ntimezone: Europe/Zurich\n');
});
afterEach(() => rm(folder, { recursive: true }));

const quiz = (question: string) => `title: A quiz
exercises:
  - title: One
    model:
      inputs: [A, B]
      layers:
        - dense: { units: 2, bias: false, activation: relu, weights: [[-1, 1], [1, -1]] }
        - dense: { units: 1, bias: false, weights: [[1, 1]] }
      loss: squared-error
    questions:
      - id: first
        text: What?
${question.replaceAll(/^/gm, '        ')}
`;

async function load(text: string) {
  await writeFile(join(folder, 'quiz.yaml'), text);
  const { courses, problems } = await loadPaths([folder]);
  return {
    quizzes: courses.flatMap((course) => course.quizzes),
    problems: problems.map(({ line, column, message }) => `${line}:${column} ${toAuthors(message)}`),
  };
}

describe('a question file with a mistake says where, what, and how to mend it', () => {
  it.each([
    ['a key of YAML twice', 'answer: number\nanswer: shape', '14:9', 'This field appears twice'],
    [
      'an unknown field',
      'answer: number\nkeys: 3',
      '14:9',
      'there is no field "keys" here: did you mean "key"?',
    ],
    [
      'an unknown claim',
      'claim: { compute: 1 }\nanswer: number\nkey: 1',
      '13:16',
      '"compute" is not a claim: choose one of computes',
    ],
    [
      'an unknown answer kind',
      'claim: { parameters: model }\nanswer: numbr\nkey: 1',
      '14:17',
      '"numbr" is not a kind of answer: choose one of choice',
    ],
    [
      'a weight that is not there',
      'claim: { gradient: { of: W1_19 } }\nanswer: expression\nkey: A',
      '13:16',
      'there is no weight "W1_19": the network has W1_11',
    ],
    [
      'a key that cannot be read',
      'claim: { gradient: { of: W1_12 } }\nanswer: expression\nkey: 2*(out - z7)',
      '15:14',
      'z7',
    ],
    [
      'a misspelt field of a claim',
      'claim: { computes: { function: A or B, weight-in: [1] } }\nanswer: weights',
      '13:48',
      'there is no field "weight-in" here',
    ],
    ['a number that is too small', 'answer: number\nmarks: 0', '14:16', 'marks: must be more than 0'],
    [
      'a text with a colon',
      'answer: number\nhint: { a: b }',
      '14:15',
      'put a text with a colon or brackets in quotes',
    ],
    ['a question that nothing decides', 'answer: truth\nkey: true', '11:9', 'has no claim that decides it'],
    ['no key', 'claim: { parameters: model }\nanswer: number', '11:9', 'needs a key'],
    [
      'mathematics that cannot be set',
      'claim: { parameters: model }\nanswer: number\nkey: 6\nhint: Use $\\frac{1$.',
      '16:15',
      '',
    ],
    [
      'options that are the same answer',
      'claim: { gradient: { of: W2_11 } }\nanswer: { choice: { a: n1, b: n1 } }\nkey: a',
      '14:39',
      'is the same answer as option "a"',
    ],
  ])('%s', async (_, question, place, message) => {
    const { quizzes, problems } = await load(quiz(question));
    expect(quizzes).toEqual([]);
    expect(problems.join('\n')).toContain(message);
    expect(problems.map((problem) => problem.split(' ')[0])).toContain(place);
  });

  it.each([
    ['a tab', 'answer: number\n\thint: x', 'This line is indented with a tab: indent with spaces.'],
    ['a colon in a text', 'answer: number\nhint: Mind: the bias', 'put a text with a colon in quotes'],
    ['a text in stars', 'answer: number\nhint: *Mind* the bias', 'in other quotes, or under |'],
    ['an open bracket', 'answer: { choice: { a: 1', 'never closed: add }'],
  ])('that is no YAML, by %s, and how to mend it', async (_, question, message) => {
    const { problems } = await load(quiz(question));
    expect(problems.join('\n')).toContain(message);
  });

  it('60: YAML aliases that multiply are refused unexpanded', async () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 12; i++) {
      const [name, before] = [String.fromCharCode(97 + i), String.fromCharCode(96 + i)];
      bomb.push(`${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}]`);
    }
    const { problems } = await load(bomb.join('\n'));
    expect(problems[0]).toMatch(/^\d+:\d+ This repeats parts within parts/);
  });

  it('32: a file of more than a megabyte is refused by its size', async () => {
    const { problems } = await load(`title: ${'x'.repeat(1_100_000)}`);
    expect(problems[0]).toContain('more than the 1000000');
  });

  it('names an unknown activation in its layer, with those that there are', async () => {
    const { problems } = await load(quiz('answer: number').replace('activation: relu', 'activation: rellu'));
    expect(problems).toContainEqual(
      expect.stringMatching(/^7:\d+ activation: must be one of relu, sigmoid, tanh, identity$/),
    );
  });

  it('tells layers that do not fit in the words of the engine', async () => {
    const { problems } = await load(
      quiz('claim: { parameters: model }\nanswer: number\nkey: 6').replace(
        '[[-1, 1], [1, -1]]',
        '[[-1], [1]]',
      ),
    );
    expect(problems[0]).toContain('W1 must have 2 rows of 2 numbers, but row 1 has 1');
  });
});

describe('a question file', () => {
  it('needs no key where the claim decides which option is right', async () => {
    const { quizzes } = await load(
      quiz('claim: { gradient: { of: W2_11 } }\nanswer: { choice: { a: 2(y-out) n1, b: 2(out-y) n1 } }'),
    );
    const proofs = quizzes.flatMap((loaded) => [...proveQuiz(loaded.quiz)]);
    expect(proofs.map(({ status }) => status)).toEqual(['proven']);
  });

  it('is refuted when two options are the same right answer', async () => {
    const { quizzes } = await load(
      quiz(
        'claim: { gradient: { of: W2_11 } }\nanswer: { choice: { a: 2 n1 (out-y), b: 2(out-y) n1 } }\nkey: b',
      ),
    );
    const [proof] = quizzes.flatMap((loaded) => [...proveQuiz(loaded.quiz)]);
    expect(proof?.status).toBe('refuted');
    expect(proof?.findings.map(({ says }) => english(says))).toEqual([
      'two options are the same answer, written in two ways: change one of them',
    ]);
  });

  it('has the same version whatever its comments and the order of its fields', async () => {
    const text = quiz('claim: { parameters: model }\nanswer: number\nkey: 6');
    const first = await load(text);
    const second = await load(
      `# a comment\n${text.replace('id: first\n        text: What?', 'text: What?\n        id: first')}`,
    );
    const third = await load(text.replace('What?', 'Which?'));
    expect(second.quizzes[0]?.quiz.version).toBe(first.quizzes[0]?.quiz.version);
    expect(third.quizzes[0]?.quiz.version).not.toBe(first.quizzes[0]?.quiz.version);
  });
});

describe('dates of a file', () => {
  it('are days of the course’s own clock', async () => {
    const dated = `opens: 2023-03-26\ncloses: 2023-04-10\nsolutions: 2023-04-11 12:00\n${quiz('claim: { parameters: model }\nanswer: number\nkey: 6')}`;
    const { quizzes } = await load(dated);
    const { opens, closes, solutions } = quizzes[0]!.dates;
    const shown = [opens, closes, solutions].map((time) => new Date(time ?? 0).toISOString());
    expect(shown).toEqual([
      '2023-03-25T23:00:00.000Z',
      '2023-04-10T21:59:59.999Z',
      '2023-04-11T10:00:00.000Z',
    ]);
  });

  it('14: that fall into the hour which the clock skips are read an hour later', async () => {
    const { quizzes } = await load(
      `opens: 2023-03-26 02:30\n${quiz('claim: { parameters: model }\nanswer: number\nkey: 6')}`,
    );
    expect(new Date(quizzes[0]?.dates.opens ?? 0).toISOString()).toBe('2023-03-26T01:30:00.000Z');
  });

  it('are refused when they are not dates', async () => {
    const { problems } = await load(
      `opens: tomorrow\n${quiz('claim: { parameters: model }\nanswer: number\nkey: 6')}`,
    );
    expect(problems[0]).toContain('1:8 opens: must be a date such as 2023-04-10');
  });
});

describe('a claim and a kind of answer that do not fit', () => {
  it.each(['text', 'truth', 'weights'])('are refused for %s', async (kind) => {
    const { problems } = await load(quiz(`claim: { parameters: model }\nanswer: ${kind}\nkey: true`));
    expect(problems.join('\n')).toContain(
      `the claim cannot judge an answer of kind "${kind}": choose one of choice, choices, number`,
    );
  });
});

it('a course with decimal commas reads 1,5 as one and a half', async () => {
  const text = (decimals: string) =>
    `decimals: ${decimals}\n${quiz("claim: { gradient: { of: W2_11, at: { A: 0, B: 1, y: 1.75 } } }\nanswer: number\nkey: '-1,5'")}`;
  const comma = await load(text('comma'));
  expect(comma.problems).toEqual([]);
  const [proof] = comma.quizzes.flatMap((loaded) => [...proveQuiz(loaded.quiz)]);
  expect(proof?.status).toBe('proven');
});

it('a network that does not fit is told once, not by each question that uses it', async () => {
  const broken = quiz('claim: { parameters: model }\nanswer: number\nkey: 6').replace(
    '[[-1, 1], [1, -1]]',
    '[[-1], [1]]',
  );
  expect((await load(broken)).problems).toHaveLength(1);
});

it.each(['9999-99-99', '2020-02-31', '2020-01-01 24:30'])('%s is not taken for a date', async (date) => {
  const { problems } = await load(
    `closes: ${date}\n${quiz('claim: { parameters: model }\nanswer: number\nkey: 6')}`,
  );
  expect(problems.join()).toContain('is not a real date');
});

it('35: students write decimals as the language of the course does, unless the quiz says otherwise', async () => {
  const slope = 'claim: { gradient: { of: W2_11, at: { A: 0, B: 1, y: 3 } } }\nanswer: number\nkey: -4';
  await writeFile(join(folder, 'course.yaml'), 'title: Ein Kurs\nlanguage: de\n');
  const read = async (text: string) => {
    const question = (await load(text)).quizzes[0]?.quiz.exercises[0]?.questions[0];
    return question && readResponse(question, { value: '0,5' });
  };
  expect(await read(quiz(slope))).toEqual({ state: 'read', shown: '0,5' });
  expect(await read(`decimals: point\n${quiz(slope)}`)).toMatchObject({ state: 'invalid' });
});

it('a rule of the question that an answer breaks is told while it is typed, and nothing else about it', async () => {
  const claim =
    'claim: { computes: { function: A or B, weights-in: [-1, 0, 1] } }\nanswer: weights\nkey: { W1: [[1, 0], [-1, 1]], W2: [[1, 1]] }';
  const question = (await load(quiz(claim))).quizzes[0]?.quiz.exercises[0]?.questions[0];
  if (!question) throw new Error('the quiz can be read');
  const posted = (first: string) => ({ 'W1.text': `[[${first}, 0], [-1, 1]]`, 'W2.text': '[[1, 1]]' });
  const broken = readResponse(question, posted('2'));
  const [problem] = broken.state === 'invalid' ? broken.problems : [];
  expect(english(problem?.message)).toContain('W1, row 1, column 1: 2 is not allowed');
  expect(readResponse(question, posted('1')).state).toBe('read');
  expect(readResponse(question, posted('0')).state).toBe('read');
});

it('a question file that was mutated at random is loaded or refused with lines and columns, and never throws', async () => {
  const whole = quiz('claim: { gradient: { of: W2_11 } }\nanswer: expression\nkey: 2(out - y) n1');
  const parts = [
    '',
    ' ',
    ':',
    '- ',
    '{',
    ']',
    '&a ',
    '*a',
    '!!x ',
    '|',
    '"',
    "'",
    '\n',
    '\t',
    '#',
    '\0',
    '\ud800',
    '1e999',
    '~',
  ];
  const slip = fc.tuple(fc.nat(whole.length), fc.nat(12), fc.constantFrom(...parts));
  await fc.assert(
    fc.asyncProperty(fc.array(slip, { minLength: 1, maxLength: 3 }), async (slips) => {
      const text = slips.reduce((t, [at, gone, part]) => t.slice(0, at) + part + t.slice(at + gone), whole);
      const { quizzes, problems } = await load(text);
      expect(quizzes.length + problems.length).toBeGreaterThan(0);
      for (const problem of problems) expect(problem).toMatch(/^\d+:\d+ \S/);
    }),
    { numRuns: runs(200, 60), seed: 20_230_403 },
  );
});
