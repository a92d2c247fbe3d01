import { describe, expect, test } from 'vitest';
import { compile, count, type Network } from '../../src/engine/index.ts';
import { random } from '../../src/numbers/random.ts';
import { alone, layerCases } from './cases.ts';

describe('counts', () => {
  test('are exact where doubles are not', () => {
    const { parameters, macs } = count(
      ...alone('linear', { attrs: { out_features: 2 ** 40 + 1 }, inputs: [[1, 2 ** 40 - 1]] }),
    );
    expect(parameters).toBe((2n ** 40n - 1n) * (2n ** 40n + 1n) + 2n ** 40n + 1n);
    expect(macs).toBe(2n ** 80n - 1n);
  });

  test('count a module that is used twice once', () => {
    const attrs = { out_features: 2 };
    const network: Network = {
      nodes: [
        { id: 'a', op: 'linear', in: ['x'], attrs, module: 'shared' },
        { id: 'b', op: 'linear', in: ['a'], attrs, module: 'shared' },
      ],
    };
    expect(count(network, { x: [1, 2] }).layers.map(({ parameters }) => parameters)).toEqual([6n, 0n]);
  });

  // Parameters, then multiply-accumulates, worked out by hand.
  test.each([
    ['linear', { out_features: 2 }, [[5, 3, 4]], 4 * 2 + 2, 5 * 3 * 2 * 4],
    ['linear', { out_features: 2, bias: false }, [[5, 4]], 4 * 2, 5 * 2 * 4],
    [
      'matmul',
      {},
      [
        [2, 3, 4],
        [4, 5],
      ],
      0,
      2 * 3 * 5 * 4,
    ],
    [
      'conv1d',
      { out_channels: 6, kernel: 3, padding: 1, groups: 2 },
      [[2, 4, 10]],
      6 * 2 * 3 + 6,
      2 * 6 * 10 * 6,
    ],
    [
      'conv2d',
      { out_channels: 64, kernel: 3, padding: 1, groups: 2, bias: false },
      [[1, 32, 10, 10]],
      64 * 16 * 9,
      64 * 100 * 16 * 9,
    ],
    [
      'conv_transpose1d',
      { out_channels: 6, kernel: 3, stride: 2, groups: 2 },
      [[2, 4, 5]],
      4 * 3 * 3 + 6,
      2 * 4 * 5 * 9,
    ],
    [
      'conv_transpose2d',
      { out_channels: 3, kernel: [2, 4], stride: 2 },
      [[1, 4, 5, 6]],
      4 * 3 * 8 + 3,
      4 * 30 * 24,
    ],
    ['batch_norm', {}, [[2, 5, 3]], 10, 0],
    ['instance_norm', { affine: true }, [[2, 5, 3]], 10, 0],
    ['group_norm', { num_groups: 2 }, [[2, 6, 3]], 12, 0],
    ['layer_norm', { normalized_shape: [3, 4] }, [[2, 3, 4]], 24, 0],
    ['prelu', { num_parameters: 5 }, [[2, 5, 3]], 5, 0],
    ['embedding', { num_embeddings: 10, embedding_dim: 4 }, [[2, 3]], 40, 0],
    ['embedding_bag', { num_embeddings: 10, embedding_dim: 4 }, [[2, 3]], 40, 0],
    ['rnn_cell', { hidden_size: 4 }, [[2, 3]], 12 + 16 + 8, 2 * (12 + 16)],
    ['gru_cell', { hidden_size: 4 }, [[2, 3]], 3 * (12 + 16 + 8), 2 * 3 * (12 + 16)],
    ['lstm_cell', { hidden_size: 4, bias: false }, [[2, 3]], 4 * (12 + 16), 2 * 4 * (12 + 16)],
    ['lstm_cell', { hidden_size: 4, proj_size: 2 }, [[2, 3]], 48 + 32 + 32 + 8, 2 * (48 + 32 + 8)],
    ['rnn', { hidden_size: 4 }, [[5, 2, 3]], 12 + 16 + 8, 5 * 2 * 28],
    [
      'gru',
      { hidden_size: 4, num_layers: 2 },
      [[5, 2, 3]],
      3 * (28 + 8) + 3 * (32 + 8),
      5 * 2 * 3 * (28 + 32),
    ],
    [
      'lstm',
      { hidden_size: 4, num_layers: 2, bidirectional: true },
      [[5, 2, 3]],
      2 * (112 + 32) + 2 * (192 + 32),
      5 * 2 * 2 * (112 + 192),
    ],
    [
      'multihead_attention',
      { num_heads: 2 },
      [
        [2, 3, 8],
        [2, 5, 8],
        [2, 5, 8],
      ],
      4 * 64 + 32,
      2 * (2 * 3 + 2 * 5) * 64 + 2 * 2 * 15 * 8,
    ],
    [
      'transformer_encoder_layer',
      { num_heads: 2, dim_feedforward: 16 },
      [[2, 3, 8]],
      288 + 144 + 136 + 32,
      4 * 6 * 64 + 2 * 2 * 9 * 8 + 2 * 6 * 128,
    ],
    [
      'transformer_decoder_layer',
      { num_heads: 2, dim_feedforward: 16 },
      [
        [2, 3, 8],
        [2, 5, 8],
      ],
      2 * 288 + 144 + 136 + 48,
      1824 + 2528 + 1536,
    ],
  ] as const)(
    '%s %j of %j has %i parameters and %i multiply-accumulates',
    (op, attrs, inputs, parameters, macs) => {
      const counted = count(...alone(op, { attrs, inputs }));
      expect([counted.parameters, counted.macs]).toEqual([BigInt(parameters), BigInt(macs)]);
    },
  );

  test('of every layer are what running it allocates', () => {
    const r = random('counts');
    for (const [op, draw] of Object.entries(layerCases)) {
      const [network, named] = alone(op, draw(r));
      const { params, buffers } = compile(network, { inputs: named });
      const size = (all: typeof params) => [...all.values()].reduce((sum, { data }) => sum + data.length, 0);
      const counted = count(network, named);
      expect([op, counted.parameters]).toEqual([op, BigInt(size(params))]);
      expect([op, counted.buffers]).toEqual([op, BigInt(size(buffers))]);
    }
  });
});
