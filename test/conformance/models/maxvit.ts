import type { Network, Shapes } from '../../../src/engine/index.ts';
import { Builder } from './builder.ts';
import { WindowAttention } from './windows.ts';

const HEAD = 32;

/** MaxViT (Tu et al. 2022) on pictures of 224×224: every layer is a convolution block, then attention near and far. */
export function maxvit(
  stem: number,
  stages: readonly { readonly channels: number; readonly depth: number }[],
): Network & { readonly constants: Shapes } {
  const b = new Builder();
  const windows = new WindowAttention(b, { side: 7, version: 1 });

  /** An inverted bottleneck with squeeze and excitation, normalized first; the way around it is projected where sizes change. */
  const bottleneck = (x: string, from: number, to: number, stride: number): string => {
    const wide = b.block(b.add('batch_norm', x), 4 * to, 1, {}, 'gelu');
    const deep = b.block(wide, 4 * to, 3, { stride, groups: 4 * to }, 'gelu');
    const narrow = b.conv(b.squeezeExcite(deep, 4 * to, to / 4), to, 1, { bias: true });
    if (stride === 1 && from === to) return b.add('add', [x, narrow]);
    const around = b.add('avg_pool2d', x, { kernel: 3, stride, padding: 1 });
    return b.add('add', [b.conv(around, to, 1, { bias: true }), narrow]);
  };

  const residual = (x: string, body: (x: string) => string): string =>
    b.add('add', [x, body(b.add('layer_norm', x))]);
  const perceptron = (x: string, channels: number): string =>
    b.add('linear', b.add('gelu', b.add('linear', x, { out_features: 4 * channels })), {
      out_features: channels,
    });

  let x = b.conv(b.block('x', stem, 3, { stride: 2 }, 'gelu'), stem, 3, { bias: true });
  let [size, width] = [112, stem];
  for (const { channels, depth } of stages) {
    size /= 2;
    for (let i = 0; i < depth; i++) {
      x = b.add('permute', bottleneck(x, width, channels, i === 0 ? 2 : 1), { dims: [0, 2, 3, 1] });
      width = channels;
      for (const together of ['neighbours', 'grid'] as const) {
        x = residual(x, (y) => windows.over(y, size, channels, channels / HEAD, together));
        x = residual(x, (y) => perceptron(y, channels));
      }
      x = b.add('permute', x, { dims: [0, 3, 1, 2] });
    }
  }
  const averaged = b.add('flatten', b.add('adaptive_avg_pool2d', x, { output_size: 1 }));
  const mixed = b.add('linear', b.add('layer_norm', averaged), { out_features: width });
  b.add('linear', b.add('tanh', mixed), { out_features: 1000, bias: false });
  return windows.network;
}
