import type { Network } from '../../../src/engine/index.ts';
import { Builder } from './builder.ts';

/** Vision transformer (Dosovitskiy et al. 2021) on pictures of 224×224. */
export function visionTransformer(patch: number, layers: number, num_heads: number, width: number): Network {
  const b = new Builder();
  const tokens = (224 / patch) ** 2;
  const attrs = { num_heads, dim_feedforward: 4 * width, activation: 'gelu', norm_first: true };
  const patches = b.conv('x', width, patch, { stride: patch, padding: 0, bias: true });
  const sequence = b.add('permute', b.add('reshape', patches, { shape: [-1, width, tokens] }), {
    dims: [0, 2, 1],
  });
  const withClass = b.add('concat', [b.parameter([1, 1, width]), sequence], { dim: 1 });
  let x = b.add('add', [withClass, b.parameter([1, tokens + 1, width])]);
  for (let i = 0; i < layers; i++) x = b.add('transformer_encoder_layer', x, attrs);
  const first = b.add('slice', b.add('layer_norm', x), { dim: 1, start: 0, length: 1 });
  b.add('linear', b.add('flatten', first), { out_features: 1000 });
  return b.network;
}

/** ConvNeXt (Liu et al. 2022): depthwise convolutions, and two linear layers on the channels of every place. */
export function convnext(width: number, depths: readonly number[]): Network {
  const b = new Builder();
  const last = (x: string): string => b.add('permute', x, { dims: [0, 2, 3, 1] });
  const back = (x: string): string => b.add('permute', x, { dims: [0, 3, 1, 2] });
  const norm = (x: string): string => back(b.add('layer_norm', last(x)));
  let x = norm(b.conv('x', width, 4, { stride: 4, padding: 0, bias: true }));
  let channels = width;
  for (const [stage, depth] of depths.entries()) {
    if (stage > 0) {
      channels *= 2;
      x = b.conv(norm(x), channels, 2, { stride: 2, padding: 0, bias: true });
    }
    for (let i = 0; i < depth; i++) {
      const filtered = b.conv(x, channels, 7, { groups: channels, bias: true });
      const wide = b.add('linear', b.add('layer_norm', last(filtered)), { out_features: 4 * channels });
      const narrow = back(b.add('linear', b.add('gelu', wide), { out_features: channels }));
      x = b.add('add', [x, b.add('mul', [b.parameter([channels, 1, 1]), narrow])]);
    }
  }
  const averaged = norm(b.add('adaptive_avg_pool2d', x, { output_size: 1 }));
  b.add('linear', b.add('flatten', averaged), { out_features: 1000 });
  return b.network;
}
