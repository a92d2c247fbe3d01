import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Attributes,
  backward,
  forward,
  type Network,
  type OpName,
  type Shape,
  type Tensor,
  tensor,
} from '../../src/engine/index.ts';
import { random } from '../../src/numbers/random.ts';

const drawn = (seed: number, shape: Shape): Tensor => {
  const r = random(seed);
  return tensor(
    shape,
    Array.from({ length: shape.reduce((a, b) => a * b, 1) }, () => r.normal()),
  );
};

const run = (op: OpName, attrs: Attributes, x: Tensor, params: Record<string, Tensor> = {}): Tensor => {
  const roles = Object.fromEntries(Object.keys(params).map((role) => [role, role]));
  return forward({ nodes: [{ id: 'y', op, in: ['x'], attrs, params: roles }] }, { inputs: { x }, params })
    .output;
};

/** A convolution as its definition says it: seven loops. */
function convolved(
  x: Tensor,
  w: Tensor,
  stride: number,
  padding: number,
  dilation: number,
  groups: number,
): number[] {
  const [samples = 0, channels = 0, height = 0, width = 0] = x.shape;
  const [out = 0, depth = 0, rows = 0, columns = 0] = w.shape;
  const size = (input: number, kernel: number): number =>
    Math.floor((input + 2 * padding - dilation * (kernel - 1) - 1) / stride) + 1;
  const y: number[] = [];
  for (let n = 0; n < samples; n++)
    for (let o = 0; o < out; o++)
      for (let i = 0; i < size(height, rows); i++)
        for (let j = 0; j < size(width, columns); j++) {
          let sum = 0;
          for (let c = 0; c < depth; c++)
            for (let p = 0; p < rows; p++)
              for (let q = 0; q < columns; q++) {
                const [row, column] = [
                  i * stride + p * dilation - padding,
                  j * stride + q * dilation - padding,
                ];
                if (row < 0 || row >= height || column < 0 || column >= width) continue;
                const channel = Math.floor(o / (out / groups)) * depth + c;
                const at = ((n * channels + channel) * height + row) * width + column;
                sum += (x.data[at] ?? 0) * (w.data[((o * depth + c) * rows + p) * columns + q] ?? 0);
              }
          y.push(sum);
        }
  return y;
}

const apart = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  return a.length === b.length
    ? Math.max(0, ...Array.from(a, (number, i) => Math.abs(number - (b[i] ?? 0))))
    : Infinity;
};
const dot = (a: Tensor, b: Tensor): number =>
  a.data.reduce((sum, number, i) => sum + number * (b.data[i] ?? 0), 0);

const geometry = fc.record({
  seed: fc.nat(),
  groups: fc.integer({ min: 1, max: 3 }),
  depth: fc.integer({ min: 1, max: 3 }),
  out: fc.integer({ min: 1, max: 3 }),
  kernel: fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })),
  stride: fc.integer({ min: 1, max: 3 }),
  padding: fc.integer({ min: 0, max: 2 }),
  dilation: fc.integer({ min: 1, max: 2 }),
});

describe('convolutions', () => {
  test('agree with their definition', () => {
    const property = fc.property(
      geometry,
      ({ seed, groups, depth, out, kernel, stride, padding, dilation }) => {
        const x = drawn(seed, [2, groups * depth, 7, 9]);
        const weight = drawn(seed + 1, [groups * out, depth, ...kernel]);
        const y = run('conv2d', { stride, padding, dilation, groups }, x, { weight });
        expect(apart(y.data, convolved(x, weight, stride, padding, dilation, groups))).toBeLessThan(1e-12);
      },
    );
    fc.assert(property, { numRuns: 60, seed: 3 });
  });

  test('transposed ones are their adjoints: ⟨conv(x), y⟩ = ⟨x, transposed(y)⟩', () => {
    const property = fc.property(
      geometry,
      ({ seed, groups, depth, out, kernel, stride, padding, dilation }) => {
        const x = drawn(seed, [2, groups * depth, 7, 9]);
        const weight = drawn(seed + 1, [groups * out, depth, ...kernel]);
        const attrs = { stride, padding, dilation, groups };
        const y = run('conv2d', attrs, x, { weight });
        const other = drawn(seed + 2, y.shape);
        const back = run(
          'conv_transpose2d',
          { ...attrs, output_padding: missing([7, 9], y.shape.slice(2), kernel, attrs) },
          other,
          { weight },
        );
        expect(back.shape).toEqual(x.shape);
        expect(dot(y, other)).toBeCloseTo(dot(x, back), 10);
      },
    );
    fc.assert(property, { numRuns: 60, seed: 4 });
  });

  /** What the division by the stride has lost. */
  function missing(
    input: readonly number[],
    output: Shape,
    kernel: readonly number[],
    { stride, padding, dilation }: { stride: number; padding: number; dilation: number },
  ): number[] {
    return input.map((size, axis) => {
      return (
        size - ((output[axis] ?? 0) - 1) * stride + 2 * padding - dilation * ((kernel[axis] ?? 0) - 1) - 1
      );
    });
  }

  test('with TensorFlow’s padding put the odd entry at the end', () => {
    const x = tensor([1, 1, 4], [1, 2, 3, 4]);
    const weight = tensor([1, 1, 2], [1, 10]);
    expect([...run('conv1d', { padding: 'tf-same' }, x, { weight }).data]).toEqual([21, 32, 43, 4]);
    expect([...run('avg_pool1d', { kernel: 2, stride: 1, padding: 'tf-same' }, x).data]).toEqual([
      1.5, 2.5, 3.5, 4,
    ]);
  });
});

describe('pooling', () => {
  test('of an overhanging window divides by what lies inside the padding', () => {
    const x = tensor([1, 1, 5], [1, 2, 3, 4, 5]);
    const attrs = { kernel: 3, stride: 2, padding: 1, ceil_mode: true };
    expect([...run('avg_pool1d', attrs, x).data]).toEqual([1, 3, 3]);
    expect([...run('avg_pool1d', { ...attrs, count_include_pad: false }, x).data]).toEqual([1.5, 3, 4.5]);
    const overhang = { kernel: 2, stride: 2, ceil_mode: true };
    expect([...run('avg_pool1d', overhang, x).data]).toEqual([1.5, 3.5, 5]);
    expect([...run('avg_pool1d', { ...overhang, divisor_override: 4 }, x).data]).toEqual([0.75, 1.75, 1.25]);
  });
});

describe('training mode', () => {
  const x = drawn(1, [8, 3, 4]);

  test('batch normalization leaves mean 0 and variance 1, and moves the running statistics by the momentum', () => {
    const buffers = { mean: tensor([3], [1, 1, 1]), variance: tensor([3], [2, 2, 2]) };
    const network: Network = {
      nodes: [
        {
          id: 'y',
          op: 'batch_norm',
          in: ['x'],
          attrs: { momentum: 0.25, eps: 0 },
          params: {},
          buffers: { running_mean: 'mean', running_var: 'variance' },
        },
      ],
    };
    const result = forward(network, { inputs: { x }, buffers, mode: 'train' });
    const channel = (data: ArrayLike<number>, c: number): number[] =>
      Array.from(data).filter((_, i) => Math.floor(i / 4) % 3 === c);
    for (const c of [0, 1, 2]) {
      const own = channel(result.output.data, c);
      expect(own.reduce((a, b) => a + b, 0)).toBeCloseTo(0, 12);
      expect(own.reduce((a, b) => a + b * b, 0) / 32).toBeCloseTo(1, 12);
      const given = channel(x.data, c);
      const mean = given.reduce((a, b) => a + b, 0) / 32;
      const unbiased = given.reduce((a, b) => a + (b - mean) ** 2, 0) / 31;
      expect(result.buffers.get('mean')?.data[c]).toBeCloseTo(0.75 + 0.25 * mean, 12);
      expect(result.buffers.get('variance')?.data[c]).toBeCloseTo(1.5 + 0.25 * unbiased, 12);
    }
  });

  test('dropout keeps the mean, uses one mask forward and backward, and follows the seed', () => {
    const ones = tensor([1, 10_000], Array(10_000).fill(1));
    const network: Network = {
      nodes: [{ id: 'y', op: 'dropout', in: ['x'], attrs: { p: 0.25 } }],
      loss: { op: 'vjp', in: 'y' },
    };
    const dropped = (seed: number) =>
      backward(network, { inputs: { x: ones }, targets: { target: ones }, mode: 'train', seed });
    const { output, inputGrads, loss } = dropped(7);
    expect(new Set(output.data)).toEqual(new Set([0, 4 / 3]));
    expect(loss / 10_000).toBeCloseTo(1, 1);
    expect(inputGrads.get('x')?.data).toEqual(output.data);
    expect(dropped(7).output.data).toEqual(output.data);
    expect(dropped(8).output.data).not.toEqual(output.data);
  });
});

describe('sequences', () => {
  test('an LSTM is its cell, step by step, and backwards the cell from the end', () => {
    const attrs = { hidden_size: 3, batch_first: true, bidirectional: true };
    const x = drawn(2, [2, 4, 5]);
    const params = Object.fromEntries(
      ['', '_reverse'].flatMap((direction, i) => [
        [`weight_ih_l0${direction}`, drawn(10 + i, [12, 5])],
        [`weight_hh_l0${direction}`, drawn(20 + i, [12, 3])],
        [`bias_ih_l0${direction}`, drawn(30 + i, [12])],
        [`bias_hh_l0${direction}`, drawn(40 + i, [12])],
      ]),
    );
    const whole = run('lstm', attrs, x, params);

    for (const [direction, order] of [
      ['', [0, 1, 2, 3]],
      ['_reverse', [3, 2, 1, 0]],
    ] as const) {
      const roles = {
        weight_ih: `weight_ih_l0${direction}`,
        weight_hh: `weight_hh_l0${direction}`,
        bias_ih: `bias_ih_l0${direction}`,
        bias_hh: `bias_hh_l0${direction}`,
      };
      const network: Network = {
        nodes: order.flatMap((time, i) => [
          { id: `e${time}`, op: 'slice' as const, in: ['x'], attrs: { dim: 1, start: time, length: 1 } },
          { id: `x${time}`, op: 'flatten' as const, in: [`e${time}`] },
          {
            id: `cell${time}`,
            op: 'lstm_cell' as const,
            in: [`x${time}`, ...(i === 0 ? [] : [`h${order[i - 1]}`, `c${order[i - 1]}`])],
            params: roles,
            outs: [`h${time}`, `c${time}`],
          },
        ]),
      };
      const { values } = forward(network, { inputs: { x }, params });
      for (const time of order) {
        const own = values.get(`h${time}`)?.data ?? [];
        const start = direction === '' ? 0 : 3;
        const part = [0, 1].flatMap((sample) => [
          ...whole.data.subarray((sample * 4 + time) * 6 + start, (sample * 4 + time) * 6 + start + 3),
        ]);
        expect(part).toEqual([...own]);
      }
    }
  });

  test('causal attention does not see later times', () => {
    const params = { in_proj_weight: drawn(1, [12, 4]), out_proj_weight: drawn(2, [4, 4]) };
    const x = drawn(3, [1, 3, 4]);
    const changed = tensor(x.shape, [...x.data.slice(0, 8), 9, 9, 9, 9]);
    const attrs = { num_heads: 2, causal: true };
    const [before, after] = [
      run('multihead_attention', attrs, x, params),
      run('multihead_attention', attrs, changed, params),
    ];
    expect(after.data.slice(0, 8)).toEqual(before.data.slice(0, 8));
    expect(after.data.slice(8)).not.toEqual(before.data.slice(8));
  });
});

describe('numbers that are no numbers', () => {
  test('an index without a row is refused', () => {
    const params = { weight: drawn(1, [3, 2]) };
    expect(() => run('embedding', {}, tensor([1], [3]), params)).toThrow(
      "Layer 'y' (embedding) has 3 rows, numbered from 0, so there is no row 3.",
    );
  });

  test('NaN comes through relu and max pooling', () => {
    expect([...run('relu', {}, tensor([2], [Number.NaN, -1])).data]).toEqual([Number.NaN, 0]);
    expect([...run('max_pool1d', { kernel: 2 }, tensor([1, 1, 2], [Number.NaN, 3])).data]).toEqual([
      Number.NaN,
    ]);
  });
});
