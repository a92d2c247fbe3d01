import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepareSource, proveQuiz, type Question, variantOf } from '../../src/quizzes/index.ts';
import { english, toAuthors } from '../language/english.ts';
import { mark, quizOf } from './one-question.ts';

type Source = Readonly<Record<string, unknown>>;

const W2 = [[1, 1]];
const weights = {
  id: 'weights',
  text: 'Which weights?',
  claim: { 'weights-of': { of: 'model', size: 'free' } },
  answer: 'weights',
  key: {
    W1: [
      [-1, 1],
      [1, -1],
    ],
    W2,
  },
};
const table = {
  id: 'table',
  text: 'Which values?',
  claim: { 'truth-table': { of: 'model', show: ['n1', 'n2', 'out'] } },
  answer: 'table',
  key: [
    [0, 0, 0],
    [1, 0, 1],
    [0, 1, 1],
    [0, 0, 0],
  ],
  uses: 'weights',
};
const gradientAt = (of: string, more: Source = {}) => ({
  id: 'gradient',
  text: 'Which number?',
  claim: { gradient: { of, at: { A: 1, B: 3, y: 1 } } },
  answer: /^[Wb]\d+$/.test(of) ? 'matrix' : 'number',
  uses: 'weights',
  ...more,
});

/** The second of two questions. */
function later(second: Source, first: Source = weights): Question {
  const question = quizOf([first, second]).exercises[0]?.questions[1];
  if (!question) throw new Error('There is no second question.');
  return question;
}

function worth(question: Question, answer: unknown, earlier?: unknown) {
  const outcome = mark(question, answer, earlier);
  if (outcome.state !== 'marked') throw new Error(outcome.state);
  return { fraction: outcome.fraction, notes: outcome.notes.map(({ tag }) => tag) };
}

const ALL_RIGHT = { fraction: 1, notes: [] };
const WRONG = { fraction: 0, notes: [] };
const carried = (fraction: number) => ({ fraction, notes: ['carried-forward'] });
const NOT_CARRIED = { fraction: 0, notes: expect.arrayContaining(['not-carried']) };

/** Both hidden units compute A − B. */
const ALIKE = {
  W1: [
    [1, -1],
    [1, -1],
  ],
  W2,
};
const FOR_ALIKE = [
  [0, 0, 0],
  [0, 0, 0],
  [1, 1, 2],
  [0, 0, 0],
];

describe('an answer that is right for a wrong earlier one', () => {
  it('counts in full, in part or not at all, as the file says', () => {
    const credited = (credit: unknown) =>
      worth(later({ ...table, uses: { question: 'weights', credit } }), FOR_ALIKE, ALIKE);
    expect(worth(later(table), FOR_ALIKE, ALIKE)).toEqual(carried(1));
    expect(credited('full')).toEqual(carried(1));
    expect(credited(0.25)).toEqual(carried(0.25));
    expect(credited('none')).toEqual(carried(0));
  });

  it('is told to be, with what it brings, and keeps the evidence of what is not right', () => {
    const outcome = mark(later({ ...table, uses: { question: 'weights', credit: 0.5 } }), FOR_ALIKE, ALIKE);
    expect(outcome).toMatchObject({
      notes: [
        {
          says: {
            text: 'This is right for your own answer to {label}, which brings {percent, number} % of the marks.',
            values: { label: '1a', percent: 50 },
          },
        },
      ],
      witness: { says: { values: { row: ['A = 0', 'B = 1'] } } },
    });
    expect(mark(later(table), FOR_ALIKE, ALIKE)).not.toHaveProperty('witness');
  });

  it('is wrong without that earlier answer, and for another one', () => {
    const other = {
      W1: [
        [1, 1],
        [1, -1],
      ],
      W2,
    };
    expect(worth(later(table), FOR_ALIKE)).toEqual(WRONG);
    expect(worth(later(table), FOR_ALIKE, weights.key)).toEqual(WRONG);
    expect(worth(later(table), FOR_ALIKE, other)).toEqual(WRONG);
  });

  it('does not take the place of what is right for the network itself', () => {
    const credit = { question: 'weights', credit: 'none' };
    expect(worth(later({ ...table, uses: credit }), table.key, ALIKE)).toEqual(ALL_RIGHT);
  });

  it('is wrong where the earlier one is blank or does not fit the network', () => {
    const question = later(table);
    expect(worth(question, FOR_ALIKE, { W1: ALIKE.W1, W2: [[1], [1]] })).toEqual(WRONG);
    expect(worth(question, FOR_ALIKE, { W1: ALIKE.W1, W2: 'what' })).toEqual(WRONG);
  });

  it('may be a number, a matrix of numbers, or an option', () => {
    // n1 = relu(1 − 3) = 0 and n2 = relu(1 + 3) = 4, so out = 4 and ∂L/∂W2_12 = 2 (4 − 1) · 4.
    const own = {
      W1: [
        [1, -1],
        [1, 1],
      ],
      W2,
    };
    const right = { W1: weights.key.W1, W2: [[2, 1]] };
    // As drawn n1 = 2, n2 = 0; with the 2, out = 4: ∂L/∂W1_12 = 2 (4 − 1) · 2 · 3.
    expect(worth(later(gradientAt('W1_12', { key: 6 })), 36, right)).toEqual(carried(1));
    expect(
      worth(
        later(
          gradientAt('W1', {
            key: [
              [2, 6],
              [0, 0],
            ],
          }),
        ),
        [
          [12, 36],
          [0, 0],
        ],
        right,
      ),
    ).toEqual(carried(1));
    expect(
      worth(
        later(
          gradientAt('W1', {
            key: [
              [2, 6],
              [0, 0],
            ],
          }),
        ),
        [
          [0, 0],
          [6, 18],
        ],
        own,
      ),
    ).toEqual(carried(1));
    const words = {
      id: 'function',
      text: 'Which function?',
      claim: { 'truth-table': { of: 'model' } },
      answer: { choice: { xor: 'XOR', a: 'A', or: 'OR' } },
      key: 'xor',
      uses: 'weights',
    };
    const half = { W1: ALIKE.W1, W2: [[0.5, 0.5]] };
    const onlyA = {
      W1: [
        [1, -1],
        [2, -1],
      ],
      W2: [[-1, 1]],
    };
    expect(worth(later(words), 'or', half)).toEqual(WRONG);
    expect(worth(later(words), 'a', onlyA)).toEqual(carried(1));
  });

  it('may use an option that was chosen', () => {
    const chosen = { ...weights, answer: { choice: { a: weights.key, b: ALIKE } }, key: 'a' };
    expect(worth(later(table, chosen), FOR_ALIKE, 'b')).toEqual(carried(1));
    expect(worth(later(table, chosen), FOR_ALIKE, 'a')).toEqual(WRONG);
  });

  it('counts in full for another right answer than the key, whatever the credit', () => {
    const or = { ...weights, claim: { computes: { function: 'A xor B' } } };
    const other = {
      W1: [
        [1, -1],
        [-1, 1],
      ],
      W2,
    };
    const uses = { question: 'weights', credit: 'none' };
    const answer = [
      [0, 0, 0],
      [0, 1, 1],
      [1, 0, 1],
      [0, 0, 0],
    ];
    expect(worth(later({ ...table, uses }, or), answer, other)).toEqual(carried(1));
  });

  it('40: shows no evidence with the right earlier answer, unless that stands in the exercise', () => {
    const xor = { ...weights, claim: { computes: { function: 'A xor B' } } };
    const nonsense = FOR_ALIKE.map(() => [7, 7, 7]);
    for (const earlier of [undefined, ALIKE])
      expect(mark(later(table, xor), nonsense, earlier)).not.toHaveProperty('witness');
    expect(mark(later(table), nonsense, ALIKE)).toHaveProperty('witness');
  });

  it('may be right in part, and then brings its part of the credit, if that is more', () => {
    const oneWrong = FOR_ALIKE.with(3, [0, 0, 7]);
    const byCell = (credit: number) =>
      later({ ...table, credit: 'by-cell', uses: { question: 'weights', credit } });
    expect(worth(byCell(1), oneWrong, ALIKE)).toEqual({
      fraction: 11 / 12,
      notes: ['by-cell', 'carried-forward'],
    });
    // By itself, 7 of its 12 cells are right.
    expect(worth(byCell(0.5), oneWrong, ALIKE)).toEqual({ fraction: 7 / 12, notes: ['by-cell'] });
    expect(mark(byCell(1), oneWrong, ALIKE)).toMatchObject({ witness: { network: { weights: ALIKE } } });
  });

  it('may follow from the size of an image', () => {
    const image = { width: 20, height: 10, channels: 3 };
    const conv2d = { filters: 4, kernel: 4, stride: 2 };
    const size = {
      id: 'weights',
      text: 'Which size?',
      model: { image, layers: [{ conv2d }] },
      claim: { 'output-shape': { of: 'model', as: ['width', 'height'] } },
      answer: 'shape',
      key: [9, 4],
    };
    const next = {
      image: { width: 9, height: 4, channels: 4 },
      layers: ['flatten', { dense: { units: 10 } }],
    };
    const count = {
      id: 'count',
      text: 'How many parameters?',
      model: next,
      claim: { parameters: 'model' },
      answer: 'number',
      key: '(9*4*4 + 1)*10',
      uses: 'weights',
    };
    expect(worth(later(count, size), '(10*5*4 + 1)*10', '10 x 5')).toEqual(carried(1));
    expect(worth(later(count, size), '(10*5*4 + 1)*10', '9 x 5').fraction).toBe(0);
    expect(worth(later(count, size), '(9*1*4 + 1)*10', '9 x 1')).toMatchObject(NOT_CARRIED);
    expect(worth(later(count, size), 10, '100000000000 x 5').fraction).toBe(0);
  });

  it('is never worth less than it is by itself', () => {
    const question = later({ ...table, credit: 'by-cell', uses: { question: 'weights', credit: 0.5 } });
    const number = fc.constantFrom(-1, 0, 1, 2);
    const row = fc.tuple(number, number, number);
    const own = fc.record({
      W1: fc.tuple(fc.tuple(number, number), fc.tuple(number, number)),
      W2: fc.tuple(fc.tuple(number, number)),
    });
    fc.assert(
      fc.property(fc.tuple(row, row, row, row), own, (rows, earlier) => {
        expect(worth(question, rows, earlier).fraction).toBeGreaterThanOrEqual(
          worth(question, rows).fraction,
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('an earlier answer that leaves less to be done', () => {
  const zeros = [
    [0, 0],
    [0, 0],
  ];
  const nothing = Array(4).fill([0, 0, 0]);

  it.each([
    ['is all zeros', { W1: zeros, W2: [[0, 0]] }, nothing],
    [
      'is all ones',
      {
        W1: [
          [1, 1],
          [1, 1],
        ],
        W2,
      },
      [
        [0, 0, 0],
        [1, 1, 2],
        [1, 1, 2],
        [2, 2, 4],
      ],
    ],
    [
      'has zeros in one matrix',
      { W1: weights.key.W1, W2: [[0, 0]] },
      [
        [0, 0, 0],
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 0],
      ],
    ],
    [
      'has one zero more',
      {
        W1: [
          [0, 1],
          [1, -1],
        ],
        W2,
      },
      [
        [0, 0, 0],
        [1, 0, 1],
        [0, 1, 1],
        [1, 0, 1],
      ],
    ],
    [
      'turns a unit off',
      {
        W1: [
          [-1, -1],
          [1, -1],
        ],
        W2,
      },
      [
        [0, 0, 0],
        [0, 0, 0],
        [0, 1, 1],
        [0, 0, 0],
      ],
    ],
    [
      'is zeros but for what rounding hides',
      {
        W1: [
          [1e-300, 2e-300],
          [3e-300, 4e-300],
        ],
        W2: [[5e-300, 6e-300]],
      },
      nothing,
    ],
  ])('earns nothing with what follows where it %s, and is told so', (_, earlier, answer) => {
    expect(worth(later(table), answer, earlier)).toMatchObject(NOT_CARRIED);
  });

  it('earns nothing with a gradient that comes out as 0', () => {
    const off = {
      W1: [
        [-1, -1],
        [1, -1],
      ],
      W2,
    };
    expect(worth(later(gradientAt('W1_12', { key: 6 })), 0, off)).toMatchObject(NOT_CARRIED);
    expect(
      worth(
        later(
          gradientAt('W1', {
            key: [
              [2, 6],
              [0, 0],
            ],
          }),
        ),
        zeros,
        off,
      ),
    ).toMatchObject(NOT_CARRIED);
  });

  it('earns nothing where more options would be right', () => {
    const two = {
      id: 'function',
      text: 'Which function?',
      claim: { 'truth-table': { of: 'model' } },
      answer: { choice: { a: 'XOR', b: 'A', c: 'A or (A and B)' } },
      key: 'a',
      uses: 'weights',
    };
    const onlyA = {
      W1: [
        [1, -1],
        [2, -1],
      ],
      W2: [[-1, 1]],
    };
    expect(worth(later(two), 'b', onlyA)).toMatchObject(NOT_CARRIED);
  });

  it('may have the zeros that the network itself has', () => {
    const model = {
      inputs: ['A', 'B'],
      layers: [{ dense: { units: 1, bias: false, weights: [[0, 2]] } }],
    };
    const [, question] =
      quizOf(
        [
          { ...weights, key: { W1: [[0, 2]] } },
          { ...table, claim: { 'truth-table': { of: 'model' } }, key: [[0], [2], [0], [2]] },
        ],
        model,
      ).exercises[0]?.questions ?? [];
    expect(question && worth(question, [[0], [0], [2], [2]], { W1: [[2, 0]] })).toEqual(carried(1));
  });
});

function problemsOf(questions: readonly Source[], more: Source = {}) {
  const model = {
    inputs: ['A', 'B'],
    layers: [
      { dense: { units: 2, bias: false, activation: 'relu', weights: weights.key.W1 } },
      { dense: { units: 1, bias: false, weights: W2 } },
    ],
    loss: 'squared-error',
  };
  const exercise = { title: 'One', model, questions, ...more };
  return prepareSource('quiz', { title: 'A quiz', exercises: [exercise] }).problems.map(
    ({ path, message }) => `${path.slice(3).join('.')}: ${toAuthors(message)}`,
  );
}

describe('a file that uses an earlier answer', () => {
  const formula = {
    id: 'formula',
    text: '?',
    claim: { gradient: { of: 'W1_12' } },
    answer: 'expression',
    key: "2(out-y)*W2_11*relu'(z1)*B",
  };

  it.each([
    [
      'an unknown question',
      [weights, { ...table, uses: 'wieghts' }],
      '1.uses: there is no question "wieghts" in this exercise: did you mean "weights"?',
    ],
    [
      'a later one',
      [table, weights],
      '0.uses: "weights" comes after this question: give the id of a question before this one',
    ],
    ['itself', [weights, { ...table, uses: 'table' }], '1.uses: a question cannot use itself: give the id'],
    [
      'what cannot be carried',
      [{ ...table, id: 'weights', uses: undefined }, table],
      '1.uses: an answer to "weights" cannot be carried: use a question whose claim is one of computes, weights-of, output-shape',
    ],
    [
      'weights for a formula',
      [weights, { ...formula, uses: 'weights' }],
      '1.uses: the claim "gradient" has no answer of its own',
    ],
    [
      'weights of another network',
      [
        {
          ...weights,
          model: { inputs: ['A'], layers: [{ dense: { units: 1, weights: [[1]], biases: [1] } }] },
          key: { W1: [[1]], b1: [[1]] },
        },
        table,
      ],
      '1.uses: the key of "weights" does not fit the model of this question',
    ],
    ['a credit that is none', [weights, { ...table, uses: { question: 'weights', credit: 2 } }], '1.uses'],
    [
      'an example of it without using it',
      [weights, { ...table, uses: undefined, examples: [{ uses: {}, answer: table.key, outcome: 'right' }] }],
      '1.examples.0.uses: gives an earlier answer, but the question uses none',
    ],
    [
      'an example of it that cannot be entered',
      [weights, { ...table, examples: [{ uses: 3, answer: table.key, outcome: 'right' }] }],
      '1.examples.0.uses',
    ],
  ])('is refused for %s', (_, questions, message) => {
    expect(problemsOf(questions).join('\n')).toContain(message);
  });

  it('is refused where not every attempt has the earlier answer before it', () => {
    expect(problemsOf([weights, table], { shuffle: 'questions' })).toEqual([
      expect.stringContaining('"weights" may come later'),
    ]);
    const pool = { pool: { pick: 1, of: [weights, { ...weights, id: 'others' }] } };
    expect(problemsOf([pool, table])).toEqual([expect.stringContaining('not every attempt gets "weights"')]);
    const drawing = { ...weights, draw: { w: { 'one-of': [1] } }, text: '<<w>>' };
    expect(problemsOf([drawing, table])).toEqual([expect.stringContaining('let the exercise draw them')]);
  });

  const provenBy = (...questions: readonly Source[]) => {
    const [, proof] = proveQuiz(quizOf(questions));
    return {
      findings: proof?.findings.map(({ path, says }) => `${path.join('.')}: ${english(says)}`),
      facts: proof?.facts.map(english),
    };
  };

  it('is proven with the known wrong answers, and by its examples', () => {
    const example = {
      uses: ALIKE,
      answer: FOR_ALIKE,
      outcome: 'right',
      note: 'carried-forward',
      fraction: 1,
    };
    expect(provenBy(weights, { ...table, examples: [example] })).toEqual({
      findings: [],
      facts: ['1 named mistake', 'carries 2 of 3 known wrong answers to weights'],
    });
    expect(provenBy(weights, { ...table, examples: [{ ...example, uses: weights.key }] }).findings).toEqual([
      'examples.0: the example should be right, but is wrong',
    ]);
    const trivial = {
      answer: {
        W1: [
          [0, 0],
          [0, 0],
        ],
        W2: [[0, 0]],
      },
      outcome: 'wrong',
    };
    expect(provenBy({ ...weights, examples: [trivial] }, table).facts?.at(-1)).toBe(
      'carries 2 of 4 known wrong answers to weights',
    );
  });

  it('is refuted where the earlier answer changes nothing, or nothing is known to', () => {
    const count = {
      id: 'count',
      text: '?',
      claim: { parameters: 'model' },
      answer: 'number',
      key: 6,
      uses: 'weights',
    };
    expect(provenBy(weights, count).findings).toEqual([
      'uses: no wrong answer to "weights" that is known changes what is right here: give it a wrong example that does, or remove "uses"',
    ]);
    const xor = { ...weights, claim: { computes: { function: 'A xor B' } } };
    expect(provenBy(xor, table).findings).toHaveLength(1);
    const example = { answer: ALIKE, outcome: 'wrong' };
    expect(provenBy({ ...xor, examples: [example] }, table).findings).toEqual([]);
  });

  it('is refuted where the earlier answer only has to be entered again', () => {
    const again = { ...weights, id: 'again', uses: 'weights' };
    expect(provenBy(weights, again).findings).toEqual([
      'uses: a wrong answer to "weights" would be right here as it is: ask for something else',
    ]);
  });
});

describe('variants', () => {
  const source = {
    title: 'A quiz',
    exercises: [
      {
        title: 'One',
        draw: { w: { 'one-of': [2, 3, 5] } },
        text: '$<<w>>$',
        model: {
          inputs: ['A', 'B'],
          layers: [{ dense: { units: 1, bias: false, weights: [['<<w>>', -1]] } }],
        },
        questions: [
          { ...weights, key: { W1: [['<<w>>', -1]] } },
          {
            id: 'table',
            text: '$<<w>>$',
            claim: { 'truth-table': { of: 'model' } },
            answer: 'table',
            uses: 'weights',
          },
        ],
      },
    ],
  };

  it('use the answer to their own drawing, and are proven with it', () => {
    const { quiz, problems } = prepareSource('quiz', source);
    expect(problems).toEqual([]);
    if (!quiz) return;
    const proofs = [...proveQuiz(quiz)];
    expect(proofs.map(({ findings, variants }) => [findings, variants])).toEqual([
      [[], '3 of 3 variants'],
      [[], '3 of 3 variants'],
    ]);
    expect(proofs[1]?.facts.map(english)).toContain('carries 1 of 2 known wrong answers to weights');
    for (const seed of ['1', '2', '3', '4']) {
      const question = variantOf(quiz, seed)?.exercises[0]?.questions[1];
      expect(question && worth(question, [[0], [4], [9], [13]], { W1: [[9, 4]] })).toEqual(carried(1));
    }
  });
});
