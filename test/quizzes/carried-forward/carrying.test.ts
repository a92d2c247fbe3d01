import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepareSource, proveQuiz, variantOf } from '../../../src/quizzes/index.ts';
import { english } from '../../language/english.ts';
import { mark } from '../one-question.ts';
import {
  ALIKE,
  ALL_RIGHT,
  carried,
  FOR_ALIKE,
  gradientAt,
  later,
  NOT_CARRIED,
  table,
  W2,
  WRONG,
  weights,
  worth,
} from './questions.ts';

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
            text: 'This follows correctly from your answer to {label}, which earns {percent, number} % of the marks.',
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
    expect(proofs[1]?.facts.map(english)).toContain('carries forward 1 of 2 known wrong answers to weights');
    for (const seed of ['1', '2', '3', '4']) {
      const question = variantOf(quiz, seed)?.exercises[0]?.questions[1];
      expect(question && worth(question, [[0], [4], [9], [13]], { W1: [[9, 4]] })).toEqual(carried(1));
    }
  });
});
