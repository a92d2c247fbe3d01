import type { Network, Shapes } from '../../../src/engine/index.ts';
import { Builder } from './builder.ts';
import { WindowAttention } from './windows.ts';

interface SwinSizes {
  readonly width: number;
  readonly depths: readonly [number, number, number, number];
  readonly heads: readonly [number, number, number, number];
  readonly version: 1 | 2;
}

/**
 * Swin transformers (Liu et al. 2021, 2022) on pictures of 224×224. That the windows are shifted from block to block
 * changes no size. Between the blocks x is [samples, rows, columns, channels].
 */
export function swin({ width, depths, heads, version }: SwinSizes): Network & { readonly constants: Shapes } {
  const b = new Builder();
  const windows = new WindowAttention(b, { side: version === 1 ? 7 : 8, version });

  const linear = (x: string, out_features: number, bias = true): string =>
    b.add('linear', x, { out_features, bias });
  const norm = (x: string): string => b.add('layer_norm', x);
  const residual = (x: string, body: (x: string) => string): string =>
    b.add('add', [x, version === 1 ? body(norm(x)) : norm(body(x))]);

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
      x = residual(x, (y) => windows.over(y, size, channels, heads[stage]!));
      x = residual(x, (y) => linear(b.add('gelu', linear(y, 4 * channels)), channels));
    }
  }
  linear(b.add('mean', norm(x), { dim: [1, 2] }), 1000);
  return windows.network;
}
