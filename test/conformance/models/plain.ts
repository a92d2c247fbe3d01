import type { Network } from '../../../src/engine/index.ts';
import { Builder } from './builder.ts';

/** AlexNet as in torchvision (Krizhevsky 2014). */
export function alexnet(): Network {
  const b = new Builder();
  const conv = (x: string, out: number, kernel: number, padding: number, stride = 1): string =>
    b.add('relu', b.conv(x, out, kernel, { padding, stride, bias: true }));
  let x = b.maxPool(conv('x', 64, 11, 2, 4), 3, 2);
  x = b.maxPool(conv(x, 192, 5, 2), 3, 2);
  x = b.maxPool(conv(conv(conv(x, 384, 3, 1), 256, 3, 1), 256, 3, 1), 3, 2);
  x = b.add('flatten', b.add('adaptive_avg_pool2d', x, { output_size: 6 }));
  for (const out_features of [4096, 4096, 1000]) x = b.add('linear', x, { out_features });
  return b.network;
}

/** VGG (Simonyan and Zisserman 2015): 3×3 convolutions between poolings, with batch normalization if asked. */
export function vgg(depths: readonly number[], normalized = false): Network {
  const b = new Builder();
  let x = 'x';
  for (const [stage, depth] of depths.entries()) {
    for (let i = 0; i < depth; i++) {
      const conv = b.conv(x, Math.min(512, 64 * 2 ** stage), 3, { bias: true });
      x = b.add('relu', normalized ? b.add('batch_norm', conv) : conv);
    }
    x = b.maxPool(x, 2, 2);
  }
  x = b.add('flatten', x);
  for (const out_features of [4096, 4096, 1000]) x = b.add('linear', x, { out_features });
  return b.network;
}

/** SqueezeNet (Iandola et al. 2016), version 1.0 or 1.1. */
export function squeezenet(version: 0 | 1): Network {
  const b = new Builder();
  const fire = (x: string, squeeze: number): string => {
    const narrow = b.add('relu', b.conv(x, squeeze, 1, { bias: true }));
    const wide = [1, 3].map((kernel) => b.add('relu', b.conv(narrow, 4 * squeeze, kernel, { bias: true })));
    return b.add('concat', wide, { dim: 1 });
  };
  const [width, kernel] = version === 0 ? [96, 7] : [64, 3];
  let x = b.add('relu', b.conv('x', width, kernel, { stride: 2, padding: 0, bias: true }));
  const poolBefore = version === 0 ? [0, 3, 7] : [0, 2, 4];
  for (const [i, squeeze] of [16, 16, 32, 32, 48, 48, 64, 64].entries()) {
    if (poolBefore.includes(i)) x = b.maxPool(x, 3, 2, 0, true);
    x = fire(x, squeeze);
  }
  b.classifier(b.conv(x, 1000, 1, { bias: true }), []);
  return b.network;
}

/** GoogLeNet (Szegedy et al. 2015) with both auxiliary classifiers; as in torchvision, 5×5 filters are 3×3. */
export function googlenet(): Network {
  const b = new Builder();
  const inception = (x: string, [one, narrow3, three, narrow5, five, pooled]: readonly number[]): string => {
    const parts = [
      b.block(x, one ?? 0, 1),
      b.block(b.block(x, narrow3 ?? 0, 1), three ?? 0, 3),
      b.block(b.block(x, narrow5 ?? 0, 1), five ?? 0, 3),
      b.block(b.maxPool(x, 3, 1, 1), pooled ?? 0, 1),
    ];
    return b.add('concat', parts, { dim: 1 });
  };
  const auxiliary = (x: string): void => {
    const small = b.block(b.add('adaptive_avg_pool2d', x, { output_size: 4 }), 128, 1);
    const hidden = b.add('linear', b.add('flatten', small), { out_features: 1024 });
    b.add('linear', hidden, { out_features: 1000 });
  };
  let x = b.maxPool(b.block('x', 64, 7, { stride: 2 }), 3, 2, 0, true);
  x = b.maxPool(b.block(b.block(x, 64, 1), 192, 3), 3, 2, 0, true);
  x = inception(inception(x, [64, 96, 128, 16, 32, 32]), [128, 128, 192, 32, 96, 64]);
  x = inception(b.maxPool(x, 3, 2, 0, true), [192, 96, 208, 16, 48, 64]);
  auxiliary(x);
  x = inception(inception(x, [160, 112, 224, 24, 64, 64]), [128, 128, 256, 24, 64, 64]);
  x = inception(x, [112, 144, 288, 32, 64, 64]);
  auxiliary(x);
  x = b.maxPool(inception(x, [256, 160, 320, 32, 128, 128]), 2, 2, 0, true);
  b.classifier(inception(inception(x, [256, 160, 320, 32, 128, 128]), [384, 192, 384, 48, 128, 128]));
  return b.network;
}

/** Inception v3 (Szegedy et al. 2016) with its auxiliary classifier. */
export function inceptionV3(): Network {
  const b = new Builder();
  const join = (parts: readonly string[]): string => b.add('concat', parts, { dim: 1 });
  const averaged = (x: string): string => b.add('avg_pool2d', x, { kernel: 3, stride: 1, padding: 1 });
  /** Convolutions one after the other: [channels, kernel] each. */
  const chain = (x: string, ...steps: readonly (readonly [number, number | readonly number[]])[]): string =>
    steps.reduce((from, [out, kernel]) => b.block(from, out, kernel), x);
  const halved = (x: string, out: number): string => b.block(x, out, 3, { stride: 2, padding: 0 });
  const [row, column] = [
    [1, 7],
    [7, 1],
  ] as const;

  let x = b.block(halved('x', 32), 32, 3, { padding: 0 });
  x = b.maxPool(b.block(x, 64, 3), 3, 2);
  x = b.maxPool(b.block(b.block(x, 80, 1), 192, 3, { padding: 0 }), 3, 2);
  for (const pooled of [32, 64, 64]) {
    x = join([
      chain(x, [64, 1]),
      chain(x, [48, 1], [64, 5]),
      chain(x, [64, 1], [96, 3], [96, 3]),
      chain(averaged(x), [pooled, 1]),
    ]);
  }
  x = join([halved(x, 384), halved(chain(x, [64, 1], [96, 3]), 96), b.maxPool(x, 3, 2)]);
  for (const c of [128, 160, 160, 192]) {
    const twice = chain(x, [c, 1], [c, column], [c, row], [c, column], [192, row]);
    x = join([
      chain(x, [192, 1]),
      chain(x, [c, 1], [c, row], [192, column]),
      twice,
      chain(averaged(x), [192, 1]),
    ]);
  }
  const auxiliary = b.block(chain(b.add('avg_pool2d', x, { kernel: 5, stride: 3 }), [128, 1]), 768, 5, {
    padding: 0,
  });
  b.classifier(auxiliary);
  const straight = halved(chain(x, [192, 1]), 320);
  x = join([straight, halved(chain(x, [192, 1], [192, row], [192, column]), 192), b.maxPool(x, 3, 2)]);
  for (let i = 0; i < 2; i++) {
    const split = (from: string): string => join([chain(from, [384, [1, 3]]), chain(from, [384, [3, 1]])]);
    x = join([
      chain(x, [320, 1]),
      split(chain(x, [384, 1])),
      split(chain(x, [448, 1], [384, 3])),
      chain(averaged(x), [192, 1]),
    ]);
  }
  b.classifier(x);
  return b.network;
}
