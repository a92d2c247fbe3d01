import { describe, expect, it } from 'vitest';
import { count } from '../../src/engine/index.ts';
import { drawnValues, evaluateModel, gradientOf } from '../../src/models/evaluate.ts';
import { matrixOf, modelOf } from '../../src/models/model.ts';
import { ModelSource } from '../../src/models/schema.ts';

const build = (source: unknown) => modelOf(ModelSource.parse(source));
const image = { width: 4, height: 4, channels: 2 };

describe('a network of images', () => {
  it('may end in several dense layers, activated or not', () => {
    const model = build({
      image,
      layers: [
        { conv2d: { filters: 3, kernel: 2, activation: 'relu' } },
        { 'max-pool': { kernel: 2, stride: 1 } },
        'flatten',
        { dense: { units: 5, activation: 'relu' } },
        { dense: { units: 4, activation: 'sigmoid' }, repeat: 2 },
        { dense: { units: 2 } },
      ],
    });
    expect(model.outputShape).toEqual([1, 2]);
    expect(model.network.nodes.map(({ id }) => id)).toEqual([
      'z1',
      'n1',
      'pool2',
      'flatten3',
      'z2',
      'n2',
      'z3',
      'n3',
      'z4',
      'n4',
      'out',
    ]);
    const perLayer = [3 * 2 * 4 + 3, 12 * 5 + 5, 5 * 4 + 4, 4 * 4 + 4, 4 * 2 + 2];
    expect(count(model.network, { x: model.inputShape }).parameters).toBe(
      perLayer.reduce((sum, each) => sum + BigInt(each), 0n),
    );
    expect(model.dense).toBeNull();
  });

  it('reads filters as [filters][channels][rows][numbers]', () => {
    const weights = [
      [[[1, 2]], [[3, 4]]].map((channel) => [...channel, [5, 6]]),
      [[[7, 8]], [[9, 10]]].map((channel) => [...channel, [11, 12]]),
    ];
    const { params } = build({
      image,
      layers: [{ conv2d: { filters: 2, kernel: 2, bias: false, weights } }],
    });
    expect(params?.['W1']?.shape).toEqual([2, 2, 2, 2]);
    expect([...(params?.['W1']?.data ?? [])]).toEqual([1, 2, 5, 6, 3, 4, 5, 6, 7, 8, 11, 12, 9, 10, 11, 12]);
  });

  it.each([
    [
      [[[[1, 2, 3, 4, 5, 6, 7, 8]]]],
      'must have 1 filter of 2 channels of 2 rows of 2 numbers, but filter 1 has 1 channel',
    ],
    [
      [
        [
          [[1, 2]],
          [
            [3, 4],
            [5, 6],
          ],
        ],
      ],
      'but channel 1 of filter 1 has 1 row',
    ],
    [
      [
        [
          [
            [1, 2],
            [3, 4, 5],
          ],
          [[6], [7, 8]],
        ],
      ],
      'but row 2 of channel 1 of filter 1 has 3 numbers',
    ],
  ])('says where the filters %j have another nesting', (weights, where) => {
    const source = { image, layers: [{ conv2d: { filters: 1, kernel: 2, bias: false, weights } }] };
    expect(() => build(source)).toThrow(where);
  });

  it('says which biases have the wrong length', () => {
    const conv2d = { filters: 2, kernel: 2, biases: [1] };
    expect(() => build({ image, layers: [{ conv2d }] })).toThrow('b1 must have 2 numbers, but has 1 number.');
  });
});

describe('a network of named inputs', () => {
  const dense = (units: number, more = {}) => ({ dense: { units, ...more } });

  it('names the parts of one hidden layer as sheets do', () => {
    const model = build({ inputs: ['A', 'B'], layers: [dense(2, { activation: 'relu' }), dense(1)] });
    expect(model.dense).toMatchObject([
      { matrix: 'W1', bias: 'b1', inputs: ['A', 'B'], sums: ['z1', 'z2'], units: ['n1', 'n2'] },
      { matrix: 'W2', bias: 'b2', inputs: ['n1', 'n2'], sums: ['out'], units: ['out'] },
    ]);
  });

  it('tells the units of several hidden layers apart, and several outputs', () => {
    const model = build({
      inputs: ['x'],
      layers: [{ ...dense(1, { activation: 'tanh' }), repeat: 2 }, dense(2)],
    });
    expect(model.dense?.map(({ sums, units }) => [sums, units])).toEqual([
      [['z1_1'], ['n1_1']],
      [['z2_1'], ['n2_1']],
      [
        ['out1', 'out2'],
        ['out1', 'out2'],
      ],
    ]);
  });

  it.each([
    [[], 1, ['z1']],
    [[], 2, ['z1', 'z2']],
    [[2], 1, ['z2_1']],
    [[2, 2], 2, ['z3_1', 'z3_2']],
  ])('names the sums of an activated output after hidden layers %j, %i wide', (hidden, units, sums) => {
    const before = hidden.map((width) => dense(width, { activation: 'relu' }));
    const model = build({ inputs: ['x'], layers: [...before, dense(units, { activation: 'sigmoid' })] });
    expect(model.dense?.at(-1)?.sums).toEqual(sums);
    const { values } = evaluateModel(model, () => 0.5);
    const outputs = model.dense?.at(-1)?.units ?? [];
    for (const [i, sum] of sums.entries()) {
      expect(values.get(outputs[i] ?? '')).toBeCloseTo(1 / (1 + Math.exp(-(values.get(sum) ?? 0))), 12);
    }
  });

  it('has no named parts where a layer is too wide for names', () => {
    expect(build({ inputs: ['x'], layers: [dense(64), dense(1)] }).dense).toHaveLength(2);
    expect(build({ inputs: ['x'], layers: [dense(65), dense(1)] }).dense).toBeNull();
  });

  it('gives its drawn numbers by name, and nothing where some are not drawn', () => {
    const weights = [
      [-1, 1],
      [1, -1],
    ];
    const stated = dense(2, { weights, biases: [3, 4] });
    const model = build({ inputs: ['A', 'B'], layers: [stated] });
    expect(matrixOf(model, 'W1')).toEqual(weights);
    expect(Object.fromEntries(drawnValues(model) ?? [])).toEqual({
      W1_11: -1,
      W1_12: 1,
      W1_21: 1,
      W1_22: -1,
      b1_1: 3,
      b1_2: 4,
    });
    expect(drawnValues(build({ inputs: ['A', 'B'], layers: [stated, dense(1)] }))).toBeNull();
  });

  it('says which row of which matrix is too long, and which biases are too few', () => {
    const inputs = ['A', 'B'];
    const layers = (more: object) => [dense(2, { bias: false }), dense(2, more)];
    const ragged = [
      [1, 2],
      [1, 2, 3],
    ];
    expect(() => build({ inputs, layers: layers({ weights: ragged }) })).toThrow(
      'W2 must have 2 rows of 2 numbers, but row 2 has 3 numbers.',
    );
    expect(() => build({ inputs, layers: layers({ weights: [[1, 2]] }) })).toThrow('but has 1 row.');
    expect(() => build({ inputs, layers: layers({ biases: [1, 2, 3] }) })).toThrow(
      'b2 must have 2 numbers, but has 3 numbers.',
    );
  });

  it('computes gradients by backpropagation, one as all', () => {
    const model = build({
      inputs: ['A', 'B'],
      layers: [dense(2, { activation: 'relu' }), dense(1)],
      loss: 'squared-error',
    });
    const free = (name: string) => (name === 'y' ? 3 : name.length + 1);
    const { values, gradients } = evaluateModel(model, free);
    const error = 2 * ((values.get('out') ?? 0) - 3);
    expect(gradients.get('W2_11')).toBe(error * (values.get('n1') ?? 0));
    expect(gradients.get('b2_1')).toBe(error);
    for (const [name, gradient] of gradients) expect(gradientOf(model, name, free)).toBe(gradient);
    expect(gradientOf(model, 'A', free)).toBeNaN();
  });
});
