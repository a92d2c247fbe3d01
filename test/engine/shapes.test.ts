import { describe, expect, test } from 'vitest';
import {
  count,
  type Network,
  NetworkError,
  type Node,
  type Shape,
  ShapeError,
  shapes,
  tensor,
} from '../../src/engine/index.ts';

const layer = (op: Node['op'], attrs: Node['attrs'] = {}): Network => ({
  nodes: [{ id: 'layer', op, in: ['x'], attrs }],
});
const shapeOf = (op: Node['op'], attrs: Node['attrs'], x: Shape): Shape | undefined =>
  shapes(layer(op, attrs), { x }).get('layer');

describe('shapes', () => {
  test.each([
    ['linear', { out_features: 3 }, [5, 2], [5, 3]],
    ['conv2d', { out_channels: 64, kernel: 11, stride: 4, padding: 2 }, [1, 3, 224, 224], [1, 64, 55, 55]],
    ['conv2d', { out_channels: 1, kernel: [2, 4], padding: 'same' }, [1, 1, 7, 9], [1, 1, 7, 9]],
    ['conv2d', { out_channels: 1, kernel: 3, stride: 2, padding: 'tf-same' }, [1, 1, 7, 10], [1, 1, 4, 5]],
    [
      'conv_transpose2d',
      { out_channels: 2, kernel: 3, stride: 2, padding: 1, output_padding: 1 },
      [1, 4, 5, 6],
      [1, 2, 10, 12],
    ],
    ['max_pool2d', { kernel: 2 }, [1, 8, 7, 9], [1, 8, 3, 4]],
    ['max_pool2d', { kernel: 2, ceil_mode: true }, [1, 8, 7, 9], [1, 8, 4, 5]],
    ['adaptive_avg_pool2d', { output_size: 1 }, [2, 8, 7, 9], [2, 8, 1, 1]],
    ['flatten', {}, [2, 8, 7, 9], [2, 504]],
    ['lstm', { hidden_size: 20, proj_size: 5, batch_first: true }, [2, 6, 12], [2, 6, 5]],
    ['rnn', { hidden_size: 4, bidirectional: true }, [6, 2, 3], [6, 2, 8]],
  ] as const)('%s %j turns %j into %j', (op, attrs, input, output) => {
    expect(shapeOf(op, attrs, input)).toEqual(output);
  });

  test('a recurrent layer also gives the last states of every layer and direction', () => {
    const all = shapes(layer('lstm', { hidden_size: 4, num_layers: 3, bidirectional: true }), {
      x: [6, 2, 3],
    });
    expect(all.get('layer[1]')).toEqual([6, 2, 4]);
    expect(all.get('layer[2]')).toEqual([6, 2, 4]);
  });
});

describe('what does not fit is said in a sentence', () => {
  test.each([
    [
      'linear',
      { in_features: 4, out_features: 2 },
      [5, 3],
      "Layer 'layer' (linear): it gets 3 features, but its weights take 4. Set its inputs to 3, or let the layer before give 4.",
    ],
    [
      'conv2d',
      { out_channels: 1, in_channels: 1, kernel: 3 },
      [1, 3, 8, 8],
      "Layer 'layer' (conv2d): it gets 3 channels, but its filters take 1. Set its input channels to 3.",
    ],
    [
      'conv2d',
      { out_channels: 1, kernel: 3, dilation: 2 },
      [1, 1, 4, 8],
      "Layer 'layer' (conv2d): its kernel spans 5 entries, but the padded input has only 4. Make the kernel smaller or the padding larger.",
    ],
    [
      'conv2d',
      { out_channels: 1, kernel: 3 },
      [3, 8, 8],
      "Layer 'layer' (conv2d): it takes a tensor of 4 axes, but gets 3×8×8.",
    ],
    [
      'reshape',
      { shape: [4, -1] },
      [2, 3],
      "Layer 'layer' (reshape): the 6 numbers of 2×3 do not fill the shape 4×-1.",
    ],
  ] as const)('%s %j of %j', (op, attrs, input, message) => {
    expect(() => shapeOf(op, attrs, input)).toThrow(expect.objectContaining({ name: 'ShapeError', message }));
  });

  test('the error names the layer and carries the reason', () => {
    const attempt = (): unknown => shapeOf('max_pool2d', { kernel: 2, padding: 2 }, [1, 1, 4, 4]);
    expect(attempt).toThrow(
      expect.objectContaining({ layer: 'layer', reason: 'pool-padding-over-half-kernel' }),
    );
  });

  test('tensors that do not stretch to each other', () => {
    const network: Network = { nodes: [{ id: 'sum', op: 'add', in: ['a', 'b'] }] };
    expect(() => shapes(network, { a: [2, 3], b: [2, 4] })).toThrow(
      "Layer 'sum' (add): 2×3 and 2×4 do not fit together: axes must be equal or 1.",
    );
  });

  test('an unknown name, a missing attribute, a wrong one', () => {
    const reading: Network = { nodes: [{ id: 'a', op: 'relu', in: ['nothing'] }] };
    expect(() => shapes(reading, {})).toThrow(
      new NetworkError("Layer 'a' reads 'nothing', which is neither an input nor an earlier layer."),
    );
    expect(() => shapeOf('linear', {}, [1, 2])).toThrow(
      new NetworkError("Layer 'layer' (linear) needs the attribute 'out_features'."),
    );
    expect(() => shapeOf('conv2d', { out_channels: 1, kernel: [1, 2, 3] }, [1, 1, 4, 4])).toThrow(
      new NetworkError(
        "Layer 'layer' (conv2d): the attribute 'kernel' must be a number or a list of 2 numbers, but is [1,2,3].",
      ),
    );
  });
});

describe('shared parameters', () => {
  const twice = (first: number, second: number): Network => ({
    nodes: [
      { id: 'a', op: 'linear', in: ['x'], attrs: { out_features: first }, params: { weight: 'W' } },
      { id: 'b', op: 'linear', in: ['a'], attrs: { out_features: second }, params: { weight: 'W' } },
    ],
  });

  test('must have the shape that every layer needs', () => {
    expect(count(twice(3, 3), { x: [1, 3] }).parameters).toBe(9n);
    expect(() => shapes(twice(2, 3), { x: [1, 3] })).toThrow(
      "Layer 'b' (linear): it gets 2 features, but its weights take 3.",
    );
  });

  test('may have any name', () => {
    const network: Network = {
      nodes: [{ id: 'a', op: 'linear', in: ['x'], params: { weight: 'constructor' } }],
    };
    expect(() => shapes(network, { x: [1, 3] })).toThrow(
      "Layer 'a' (linear) needs the attribute 'out_features'.",
    );
  });
});

describe('tensors', () => {
  test('hold as many numbers as their shape says', () => {
    expect(() => tensor([2, 2], [1, 2, 3])).toThrow(
      new ShapeError('A tensor of shape 2×2 holds 4 numbers, but 3 were given.'),
    );
    expect(() => tensor([1.5], [1])).toThrow(
      '1.5 is not a shape: every axis needs a whole number of entries.',
    );
  });
});
