import { describe, expect, it } from 'vitest';
import { quizOf } from '../one-question.ts';
import { carried, gradientAt, later, NOT_CARRIED, table, W2, weights, worth } from './questions.ts';

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
