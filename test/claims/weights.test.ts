import { describe, expect, it } from 'vitest';
import { english } from '../language/english.ts';
import { contextOf, notesOf, problemsOf, says, state, weights, xor } from './context.ts';

describe('computes', () => {
  const or = state({ computes: { function: 'A or B', 'weights-in': [-1, 0, 1] } });

  it.each([
    [
      [
        [1, 0],
        [-1, 1],
      ],
    ],
    [
      [
        [-1, 1],
        [1, 0],
      ],
    ],
    [
      [
        [1, -1],
        [0, 1],
      ],
    ],
    [
      [
        [0, 1],
        [1, -1],
      ],
    ],
  ])('accepts each of the four settings that compute OR exactly: %j', (W1) => {
    expect(or.judge(weights({ W1, W2: [[1, 1]] })).verdict).toBe('right');
  });

  it('counts that 4 of 729 settings are right', () => {
    expect(or.solutions).toEqual({ settings: 729, right: 4 });
  });

  it.each([
    ['A and B', 4],
    ['A xor B', 2],
    ['A and not B', 34],
    ['not A', 0],
    ['A', 36],
    ['0', 299],
  ])('counts the settings that compute %s exactly as exhaustive enumeration did: %i', (f, right) => {
    expect(state({ computes: { function: f, 'weights-in': [-1, 0, 1] } }).solutions?.right).toBe(right);
  });

  it('counts 49 settings for OR by threshold', () => {
    const claim = state({ computes: { function: 'A or B', 'weights-in': [-1, 0, 1], compare: 'threshold' } });
    expect(claim.solutions?.right).toBe(49);
  });

  it('takes an output that is no number for neither true nor false', () => {
    const xor = state({ computes: { function: 'A xor B', compare: 'threshold' } });
    const large = weights({
      W1: [
        [1e308, 1e308],
        [0.9e308, 0.9e308],
      ],
      W2: [[1, -1]],
    });
    expect(xor.judge(large).verdict).toBe('wrong');
  });

  it('shows the row that fails', () => {
    expect(
      says(
        or,
        weights({
          W1: [
            [1, 0],
            [0, 1],
          ],
          W2: [[1, 1]],
        }),
      ),
    ).toBe('For A = 1, B = 1 your network outputs 2, but A or B is 1.');
  });

  it('calls a weight that is not allowed invalid, and names its cell', () => {
    const verdict = or.judge(
      weights({
        W1: [
          [2, 0],
          [-1, 1],
        ],
        W2: [[1, 1]],
      }),
    );
    expect(verdict.verdict).toBe('invalid');
    expect(
      says(
        or,
        weights({
          W1: [
            [2, 0],
            [-1, 1],
          ],
          W2: [[1, 1]],
        }),
      ),
    ).toContain('W1, row 1, column 1: 2 is not allowed');
  });

  it('tells a weight that is nearly allowed from the one that is', () => {
    const W1 = [
      [1.0000000000001, 0],
      [-1, 1],
    ];
    expect(says(or, weights({ W1, W2: [[1, 1]] }))).toContain(
      '1.0000000000001 is not allowed. Weights can only be −1, 0 and 1',
    );
  });

  it('calls a matrix of the wrong size invalid', () => {
    expect(says(or, weights({ W1: [[1, 0]], W2: [[1, 1]] }))).toContain('W1 must be 2 × 2');
  });

  it('says which function it cannot read', () => {
    const problems = problemsOf({ computes: { function: 'A orr B' } }, contextOf());
    expect(problems[0]).toContain('cannot read the function "A orr B"');
  });
});

describe('weights-of', () => {
  const drawn = state({ 'weights-of': 'model' });
  const W1 = [
    [-1, 1],
    [1, -1],
  ];
  const W2 = [[1, 1]];

  it('accepts the network as drawn', () => {
    expect(drawn.judge(weights({ W1, W2 })).verdict).toBe('right');
  });

  it('says that permuted hidden units compute the same but are not what is drawn', () => {
    expect(
      notesOf(
        drawn,
        weights({
          W1: [
            [1, -1],
            [-1, 1],
          ],
          W2,
        }),
      ),
    ).toContain('hidden-units-permuted');
  });

  it('names a transposed matrix', () => {
    expect(notesOf(drawn, weights({ W1, W2: [[1], [1]] }))).toEqual(['transposed']);
  });

  it('names the transposed matrix beside another mistake', () => {
    expect(
      notesOf(
        drawn,
        weights({
          W1: [
            [1, -1],
            [1, -1],
          ],
          W2: [[1], [1]],
        }),
      ),
    ).toEqual(['transposed', 'edge-differs']);
  });

  it('points at the edge that differs without telling its weight', () => {
    const told = says(
      drawn,
      weights({
        W1: [
          [-1, 1],
          [1, 1],
        ],
        W2,
      }),
    );
    expect(told).toContain('the edge from B to n2');
    expect(told).not.toContain('−1');
  });

  it('draws the network with the weights that were given, and marks that edge alone', () => {
    const given = [
      [-1, 1],
      [1, 1],
    ];
    const network = (matrices: Parameters<typeof weights>[0]) => {
      const verdict = drawn.judge(weights(matrices));
      return verdict.verdict === 'wrong' ? verdict.witness.network : undefined;
    };
    expect(network({ W1: given, W2 })).toMatchObject({
      values: {},
      differs: [],
      edges: [['B', 'n2']],
      weights: { W1: given, W2 },
    });
    // Nothing is drawn of weights that the drawing has no room for.
    expect(network({ W1: given, W2: [[1], [1]] })).toBeUndefined();
  });

  it('names a matrix whose size is another one, and says what it leads from and into', () => {
    const three = { W1, W2: [[1, 1, 1]] };
    expect(notesOf(drawn, weights(three))).toEqual(['size-differs']);
    expect(says(drawn, weights(three))).toBe(
      'Your W2 is 1 × 3. It leads from 2 inputs to 1 unit, so it needs a row for each unit and a column for each input.',
    );
    expect(
      notesOf(
        drawn,
        weights({
          W1: [
            [-1, 1],
            [1, 1],
          ],
          W2: [[1, 1, 1]],
        }),
      ),
    ).toEqual(['size-differs', 'edge-differs']);
    const biased = contextOf({
      inputs: ['A'],
      layers: [{ dense: { units: 2, weights: [[1], [2]], biases: [3, 4] } }],
    });
    const given = weights({ W1: [[1], [2]], b1: [[3]] });
    expect(says(state({ 'weights-of': 'model' }, biased), given)).toBe(
      'Your b1 is 1 × 1. It leads from one bias to 2 units, so it needs a row for each unit and one column.',
    );
  });

  it('needs drawn weights', () => {
    const bare = {
      ...xor,
      layers: [{ dense: { units: 2, bias: false } }, { dense: { units: 1, bias: false } }],
    };
    expect(problemsOf({ 'weights-of': 'model' }, contextOf(bare))[0]).toContain('states its weights');
  });
});

describe('same-map-as', () => {
  const convolution = contextOf({
    image: { width: 3, height: 3, channels: 1 },
    layers: [
      {
        conv2d: {
          filters: 1,
          kernel: 2,
          weights: [
            [
              [
                [1, 2],
                [0, -1],
              ],
            ],
          ],
          biases: [3],
        },
      },
    ],
  });
  const claim = state({ 'same-map-as': 'model' }, convolution);
  const row = (at: number, [a, b, c, d]: number[]) =>
    Array.from({ length: 9 }, (_, i) => [a, b, c, d][[at, at + 1, at + 3, at + 4].indexOf(i)] ?? 0);
  const matrix = (filter: number[]) => [0, 1, 3, 4].map((at) => row(at, filter));
  const b = [[3], [3], [3], [3]];

  it('accepts the matrix of the convolution', () => {
    expect(claim.judge(weights({ A: matrix([1, 2, 0, -1]), b })).verdict).toBe('right');
  });

  it.each([
    ['filter-flipped', [-1, 0, 2, 1], b],
    ['filter-transposed', [1, 0, 2, -1], b],
    ['no-bias', [1, 2, 0, -1], [[0], [0], [0], [0]]],
  ])('names %s', (tag, filter, bias) => {
    expect(notesOf(claim, weights({ A: matrix(filter), b: bias }))).toEqual([tag]);
  });

  it('shows the image and the output that differ, and where to look', () => {
    const A = matrix([1, 2, 0, -1]);
    A[2]![5] = 7;
    expect(says(claim, weights({ A, b }))).toContain('row 3, column 6 of A');
  });

  it('tells the right numbers with the solution only', () => {
    const telling = contextOf({
      image: { width: 3, height: 3, channels: 1 },
      layers: [
        {
          conv2d: {
            filters: 1,
            kernel: 2,
            weights: [
              [
                [
                  [131, 257],
                  [313, -149],
                ],
              ],
            ],
            biases: [911],
          },
        },
      ],
    });
    const A = matrix([0, 0, 0, 0]).map((row) => row.map(() => 77));
    for (const bias of [911, 55]) {
      const given = { A, b: A.map(() => [bias]) };
      const verdict = state({ 'same-map-as': 'model' }, telling).judge(weights(given));
      if (verdict.verdict !== 'wrong') throw new Error('these are not the numbers');
      const { expected, ...shown } = verdict.witness;
      expect(JSON.stringify([verdict.notes, shown])).not.toMatch(/131|257|313|149|911|1042|1168|1224|762/);
      expect(english(expected)).toMatch(
        bias === 911 ? /gives 1042, 911, 911 and 911\./ : /gives 911, 911, 911 and 911\./,
      );
    }
  });

  it('speaks of inputs, not of images, where the network has none', () => {
    const linear = contextOf({
      inputs: ['A', 'B'],
      layers: [{ dense: { units: 1, weights: [[2, 5]], biases: [1] } }],
    });
    const claim = state({ 'same-map-as': 'model' }, linear);
    expect(says(claim, weights({ A: [[2, 7]], b: [[1]] }))).toBe(
      'For the input with x2 = 1 and 0 elsewhere, your layer gives 8 in output 1, but the network gives a different number: look at row 1, column 2 of A.',
    );
    expect(notesOf(claim, weights({ A: [[2, 5]], b: [[0]] }))).toEqual(['no-bias']);
  });

  it('numbers pixels in their channel', () => {
    const colours = contextOf({
      image: { width: 2, height: 1, channels: 2 },
      layers: [{ conv2d: { filters: 1, kernel: 1, bias: false, weights: [[[[1]], [[2]]]] } }],
    });
    const A = [
      [1, 0, 2, 0],
      [0, 1, 0, 9],
    ];
    expect(says(state({ 'same-map-as': 'model' }, colours), weights({ A }))).toContain(
      'the image that is 1 in pixel 2 of channel 2 and 0 elsewhere',
    );
  });

  it('gives nothing for all zeros, though most of the matrix is zero', () => {
    const verdict = claim.judge(weights({ A: matrix([0, 0, 0, 0]), b }));
    expect(verdict).toMatchObject({ verdict: 'wrong' });
  });

  it('is not claimed of a network that no matrix can be', () => {
    const bent = contextOf({
      image: { width: 3, height: 3, channels: 1 },
      layers: [
        {
          conv2d: {
            filters: 1,
            kernel: 2,
            activation: 'relu',
            weights: [
              [
                [
                  [1, 2],
                  [0, -1],
                ],
              ],
            ],
            biases: [3],
          },
        },
      ],
    });
    expect(problemsOf({ 'same-map-as': 'model' }, bent)[0]).toContain('without relu');
  });
});
