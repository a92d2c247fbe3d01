import type { Network, Shapes } from '../../../src/engine/index.ts';
import { Builder } from './builder.ts';

interface SwinSizes {
  readonly width: number;
  readonly depths: readonly [number, number, number, number];
  readonly heads: readonly [number, number, number, number];
  readonly version: 1 | 2;
}

/**
 * Swin transformers (Liu et al. 2021, 2022) on pictures of 224×224: attention within windows of `side`², whose shift
 * from block to block changes no size. Between the blocks x is [samples, rows, columns, channels].
 * `constants` are the shapes of the fixed tables of positions, which torch counts as buffers.
 */
export function swin({ width, depths, heads, version }: SwinSizes): Network & { readonly constants: Shapes } {
  const b = new Builder();
  const side = version === 1 ? 7 : 8;
  const tokens = side ** 2;
  const offsets = (2 * side - 1) ** 2;
  const constants: Record<string, readonly number[]> = {};

  const linear = (x: string, out_features: number, bias = true): string =>
    b.add('linear', x, { out_features, bias });
  const norm = (x: string): string => b.add('layer_norm', x);
  const residual = (x: string, body: (x: string) => string): string =>
    b.add('add', [x, version === 1 ? body(norm(x)) : norm(body(x))]);

  /** Scores and what a position adds to them, from its place in a table, or from a small network on it. */
  const withPositions = (scores: string, count: number): string => {
    const zeros = b.add('scale', b.add('mean', scores, { dim: [0, 1] }), { factor: 0 });
    const pairs = b.add('reshape', zeros, { shape: [tokens ** 2, 1] });
    const added =
      version === 1
        ? b.add('embedding', zeros, { num_embeddings: offsets, embedding_dim: count })
        : linear(b.add('relu', linear(b.add('concat', [pairs, pairs], { dim: 1 }), 512)), count, false);
    constants[`${added}.relative_position_index`] = [tokens ** 2];
    if (version === 2) constants[`${added}.relative_coords_table`] = [offsets, 2];
    const byHead = b.add('permute', b.add('reshape', added, { shape: [tokens, tokens, count] }), {
      dims: [2, 0, 1],
    });
    return b.add('add', [scores, byHead]);
  };

  const attention = (windows: string, channels: number, count: number): string => {
    const depth = channels / count;
    const all = b.add('reshape', linear(windows, 3 * channels), { shape: [-1, tokens, 3 * count, depth] });
    const part = (i: number, dims: readonly number[]): string =>
      b.add('permute', b.add('slice', all, { dim: 2, start: i * count, length: count }), { dims });
    const [q, k, v] = [part(0, [0, 2, 1, 3]), part(1, [0, 2, 3, 1]), part(2, [0, 2, 1, 3])];
    const product = b.add('matmul', [q, k]);
    const scores = version === 1 ? product : b.add('mul', [product, b.parameter([count, 1, 1])]);
    const weights = b.add('softmax', withPositions(scores, count), { dim: -1 });
    const mixed = b.add('permute', b.add('matmul', [weights, v]), { dims: [0, 2, 1, 3] });
    return linear(b.add('reshape', mixed, { shape: [-1, tokens, channels] }), channels);
  };

  /** Attention within the windows of a picture that is filled up to whole windows. */
  const inWindows = (x: string, size: number, channels: number, count: number): string => {
    const along = Math.ceil(size / side);
    const rest = along * side - size;
    const last = { dims: [0, 2, 3, 1] };
    const padded = b.add('pad2d', b.add('permute', x, { dims: [0, 3, 1, 2] }), { pad: [0, rest, 0, rest] });
    const cut = b.add('reshape', b.add('permute', padded, last), {
      shape: [-1, along, side, along, side, channels],
    });
    const windows = b.add('reshape', b.add('permute', cut, { dims: [0, 1, 3, 2, 4, 5] }), {
      shape: [-1, tokens, channels],
    });
    const attended = b.add('reshape', attention(windows, channels, count), {
      shape: [-1, along, along, side, side, channels],
    });
    const whole = b.add('reshape', b.add('permute', attended, { dims: [0, 1, 3, 2, 4, 5] }), {
      shape: [-1, along * side, along * side, channels],
    });
    return [1, 2].reduce((y, dim) => b.add('slice', y, { dim, start: 0, length: size }), whole);
  };

  /** Four neighbours become one place of twice the channels. */
  const merge = (x: string, size: number, channels: number): string => {
    const cut = b.add('reshape', x, { shape: [-1, size / 2, 2, size / 2, 2, channels] });
    const four = b.add('reshape', b.add('permute', cut, { dims: [0, 1, 3, 2, 4, 5] }), {
      shape: [-1, size / 2, size / 2, 4 * channels],
    });
    return version === 1 ? linear(norm(four), 2 * channels, false) : norm(linear(four, 2 * channels, false));
  };

  const patches = b.conv('x', width, 4, { stride: 4, padding: 0, bias: true });
  let x = norm(b.add('permute', patches, { dims: [0, 2, 3, 1] }));
  for (const [stage, depth] of depths.entries()) {
    const [size, channels] = [56 / 2 ** stage, width * 2 ** stage];
    if (stage > 0) x = merge(x, 2 * size, channels / 2);
    for (let i = 0; i < depth; i++) {
      x = residual(x, (y) => inWindows(y, size, channels, heads[stage]!));
      x = residual(x, (y) => linear(b.add('gelu', linear(y, 4 * channels)), channels));
    }
  }
  linear(b.add('mean', norm(x), { dim: [1, 2] }), 1000);

  const withTables = b.nodes.map((node) => {
    const own = Object.keys(constants).filter((name) => name.startsWith(`${node.id}.`));
    const buffers = Object.fromEntries(own.map((name) => [name, name]));
    return own.length > 0 ? { ...node, buffers } : node;
  });
  return { nodes: withTables, constants };
}
