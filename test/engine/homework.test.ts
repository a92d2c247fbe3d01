import { describe, expect, test } from 'vitest';
import { backward, count, forward, type Network, shapes, tensor } from '../../src/engine/index.ts';

const xor: Network = {
  nodes: [
    { id: 'z', op: 'linear', in: ['x'], params: { weight: 'W1' } },
    { id: 'v', op: 'relu', in: ['z'] },
    { id: 'out', op: 'linear', in: ['v'], params: { weight: 'W2' } },
  ],
  loss: { op: 'mse', in: 'out', reduction: 'sum' },
};
const params = { W1: tensor([2, 2], [-1, 1, 1, -1]), W2: tensor([1, 2], [1, 1]) };
const inputs = { x: tensor([4, 2], [0, 0, 0, 1, 1, 0, 1, 1]) };

describe('the first homework', () => {
  test('the 2-2-1 network computes XOR', () => {
    expect([...forward(xor, { inputs, params }).output.data]).toEqual([0, 1, 1, 0]);
  });

  test('the gradients are 2(out - y) n1 and 2(out - y) W2 relu′(z) B', () => {
    const one = { x: tensor([1, 2], [0, 1]) };
    const result = backward(xor, { inputs: one, params, targets: { target: tensor([1, 1], [0.25]) } });
    expect(result.loss).toBe(0.5625);
    expect([...result.paramGrads.get('W2')!.data]).toEqual([1.5, 0]);
    expect([...result.paramGrads.get('W1')!.data]).toEqual([0, 1.5, 0, 0]);
  });

  test('the MLP on a 1920×1080 picture has 1,592,527,626 parameters', () => {
    const mlp: Network = {
      nodes: [
        { id: 'flat', op: 'flatten', in: ['picture'] },
        { id: 'hidden', op: 'linear', in: ['flat'], attrs: { out_features: 256 } },
        { id: 'relu', op: 'relu', in: ['hidden'] },
        { id: 'out', op: 'linear', in: ['relu'], attrs: { out_features: 10 } },
      ],
    };
    expect(count(mlp, { picture: [1, 3, 1080, 1920] }).parameters).toBe(1_592_527_626n);
  });

  test('ten convolutions of 64 4×4 filters have 593,536 parameters, whatever the picture', () => {
    const nodes = Array.from({ length: 10 }, (_, i) => ({
      id: `c${i + 1}`,
      op: 'conv2d' as const,
      in: [i === 0 ? 'picture' : `c${i}`],
      attrs: { out_channels: 64, kernel: 4 },
    }));
    expect(count({ nodes }, { picture: [1, 3, 1080, 1920] }).parameters).toBe(593_536n);
    expect(count({ nodes }, { picture: [1, 3, 40, 50] }).parameters).toBe(593_536n);
  });

  test('a 4×4 filter with stride 2 and padding 2 turns 1920×1080 into 961×541', () => {
    const attrs = { out_channels: 1, kernel: 4, stride: 2, padding: 2 };
    const network: Network = { nodes: [{ id: 'c', op: 'conv2d', in: ['picture'], attrs }] };
    expect(shapes(network, { picture: [1, 3, 1080, 1920] }).get('c')).toEqual([1, 1, 541, 961]);
  });
});
