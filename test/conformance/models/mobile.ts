import type { Network, OpName } from '../../../src/engine/index.ts';
import { Builder, divisible } from './builder.ts';

/** A block that widens, filters each channel on its own, and narrows again. */
interface Inverted {
  readonly input: number;
  readonly kernel: number;
  readonly expanded: number;
  readonly out: number;
  readonly stride: number;
  readonly activation: OpName;
  /** Channels of the squeeze, if there is one, and its gate. */
  readonly squeeze?: readonly [number, OpName];
}

function inverted(
  b: Builder,
  x: string,
  { input, kernel, expanded, out, stride, activation, squeeze }: Inverted,
): string {
  const wide = expanded === input ? x : b.block(x, expanded, 1, {}, activation);
  const filtered = b.block(wide, expanded, kernel, { stride, groups: expanded }, activation);
  const weighed = squeeze ? b.squeezeExcite(filtered, expanded, ...squeeze) : filtered;
  const narrow = b.block(weighed, out, 1, {}, null);
  return stride === 1 && input === out ? b.add('add', [x, narrow]) : narrow;
}

type Stage = readonly [
  factor: number,
  kernel: number,
  out: number,
  depth: number,
  stride: number,
  /** Widening and filtering in one convolution. */
  fused?: boolean,
];

interface StageOptions {
  readonly activation: OpName;
  /** Channels after the first layer and before the classifier. */
  readonly first?: number;
  readonly last?: number;
  /** Squeeze and excitation in every block that is not fused. */
  readonly squeezed?: boolean;
}

/** Inverted blocks stage by stage, each first one with the stage's stride. */
function invertedStages(
  stages: readonly Stage[],
  { activation, first = 32, last = 1280, squeezed = false }: StageOptions,
): Network {
  const b = new Builder();
  let x = b.block('x', first, 3, { stride: 2 }, activation);
  let input = first;
  for (const [factor, kernel, out, depth, firstStride, fused = false] of stages) {
    for (let i = 0; i < depth; i++) {
      const stride = i === 0 ? firstStride : 1;
      const expanded = factor * input;
      const squeeze = squeezed && { squeeze: [Math.floor(input / 4), 'sigmoid'] as const };
      x = fused
        ? fusedBlock(b, x, { input, kernel, expanded, out, stride, activation })
        : inverted(b, x, { input, kernel, expanded, out, stride, activation, ...squeeze });
      input = out;
    }
  }
  b.classifier(b.block(x, last, 1, {}, activation));
  return b.network;
}

function fusedBlock(
  b: Builder,
  x: string,
  { input, kernel, expanded, out, stride, activation }: Inverted,
): string {
  const wide = b.block(x, expanded, kernel, { stride }, activation);
  const narrow = expanded === input ? wide : b.block(wide, out, 1, {}, null);
  return stride === 1 && input === out ? b.add('add', [x, narrow]) : narrow;
}

/** MobileNet v2 (Sandler et al. 2018). */
export const mobilenetV2 = (): Network =>
  invertedStages(
    [
      [1, 3, 16, 1, 1],
      [6, 3, 24, 2, 2],
      [6, 3, 32, 3, 2],
      [6, 3, 64, 4, 2],
      [6, 3, 96, 3, 1],
      [6, 3, 160, 3, 2],
      [6, 3, 320, 1, 1],
    ],
    { activation: 'relu6' },
  );

/** MnasNet (Tan et al. 2019) with all widths times `width`. */
export function mnasnet(width: number): Network {
  const stages: readonly Stage[] = [
    [1, 3, 16, 1, 1],
    [3, 3, 24, 3, 2],
    [3, 5, 40, 3, 2],
    [6, 5, 80, 3, 2],
    [6, 3, 96, 2, 1],
    [6, 5, 192, 4, 2],
    [6, 3, 320, 1, 1],
  ];
  const scaled = stages.map(
    ([factor, kernel, out, ...rest]): Stage => [factor, kernel, divisible(out * width), ...rest],
  );
  return invertedStages(scaled, { activation: 'relu', first: divisible(32 * width) });
}

/** EfficientNet (Tan and Le 2019): B0 with widths and depths scaled. */
export function efficientnet(width: number, depth: number): Network {
  const stages: readonly Stage[] = [
    [1, 3, 16, 1, 1],
    [6, 3, 24, 2, 2],
    [6, 5, 40, 2, 2],
    [6, 3, 80, 3, 2],
    [6, 5, 112, 3, 1],
    [6, 5, 192, 4, 2],
    [6, 3, 320, 1, 1],
  ];
  const scaled = stages.map(([factor, kernel, out, repeats, stride]): Stage => {
    return [factor, kernel, divisible(out * width), Math.ceil(repeats * depth), stride];
  });
  const last = 4 * divisible(320 * width);
  return invertedStages(scaled, { activation: 'silu', first: divisible(32 * width), last, squeezed: true });
}

const v2: Readonly<Record<'s' | 'm' | 'l', readonly Stage[]>> = {
  s: [
    [1, 3, 24, 2, 1, true],
    [4, 3, 48, 4, 2, true],
    [4, 3, 64, 4, 2, true],
    [4, 3, 128, 6, 2],
    [6, 3, 160, 9, 1],
    [6, 3, 256, 15, 2],
  ],
  m: [
    [1, 3, 24, 3, 1, true],
    [4, 3, 48, 5, 2, true],
    [4, 3, 80, 5, 2, true],
    [4, 3, 160, 7, 2],
    [6, 3, 176, 14, 1],
    [6, 3, 304, 18, 2],
    [6, 3, 512, 5, 1],
  ],
  l: [
    [1, 3, 32, 4, 1, true],
    [4, 3, 64, 7, 2, true],
    [4, 3, 96, 7, 2, true],
    [4, 3, 192, 10, 2],
    [6, 3, 224, 19, 1],
    [6, 3, 384, 25, 2],
    [6, 3, 640, 7, 1],
  ],
};

/** EfficientNet v2 (Tan and Le 2021). */
export const efficientnetV2 = (size: 's' | 'm' | 'l'): Network =>
  invertedStages(v2[size], { activation: 'silu', first: size === 'l' ? 32 : 24, squeezed: true });

type Row = readonly [
  kernel: number,
  expanded: number,
  out: number,
  squeezed: 0 | 1,
  activation: 'relu' | 'hard_swish',
  stride: number,
];

const large: readonly Row[] = [
  [3, 16, 16, 0, 'relu', 1],
  [3, 64, 24, 0, 'relu', 2],
  [3, 72, 24, 0, 'relu', 1],
  [5, 72, 40, 1, 'relu', 2],
  [5, 120, 40, 1, 'relu', 1],
  [5, 120, 40, 1, 'relu', 1],
  [3, 240, 80, 0, 'hard_swish', 2],
  [3, 200, 80, 0, 'hard_swish', 1],
  [3, 184, 80, 0, 'hard_swish', 1],
  [3, 184, 80, 0, 'hard_swish', 1],
  [3, 480, 112, 1, 'hard_swish', 1],
  [3, 672, 112, 1, 'hard_swish', 1],
  [5, 672, 160, 1, 'hard_swish', 2],
  [5, 960, 160, 1, 'hard_swish', 1],
  [5, 960, 160, 1, 'hard_swish', 1],
];

const small: readonly Row[] = [
  [3, 16, 16, 1, 'relu', 2],
  [3, 72, 24, 0, 'relu', 2],
  [3, 88, 24, 0, 'relu', 1],
  [5, 96, 40, 1, 'hard_swish', 2],
  [5, 240, 40, 1, 'hard_swish', 1],
  [5, 240, 40, 1, 'hard_swish', 1],
  [5, 120, 48, 1, 'hard_swish', 1],
  [5, 144, 48, 1, 'hard_swish', 1],
  [5, 288, 96, 1, 'hard_swish', 2],
  [5, 576, 96, 1, 'hard_swish', 1],
  [5, 576, 96, 1, 'hard_swish', 1],
];

/** MobileNet v3 (Howard et al. 2019). */
export function mobilenetV3(size: 'large' | 'small'): Network {
  const [rows, last] = size === 'large' ? [large, 1280] : [small, 1024];
  const b = new Builder();
  let x = b.block('x', 16, 3, { stride: 2 }, 'hard_swish');
  let input = 16;
  for (const [kernel, expanded, out, squeezed, activation, stride] of rows) {
    const squeeze = squeezed ? ([divisible(expanded / 4), 'hard_sigmoid'] as const) : undefined;
    x = inverted(b, x, { input, kernel, expanded, out, stride, activation, ...(squeeze && { squeeze }) });
    input = out;
  }
  b.classifier(b.block(x, 6 * input, 1, {}, 'hard_swish'), [last, 1000]);
  return b.network;
}

/** ShuffleNet v2 (Ma et al. 2018): half of the channels pass by, then both halves are interleaved. */
export function shufflenetV2(widths: readonly [number, number, number, number]): Network {
  const b = new Builder();
  let x = b.maxPool(b.block('x', 24, 3, { stride: 2 }), 3, 2, 1);
  let input = 24;
  let side = 56;
  for (const [stage, depth] of [4, 8, 4].entries()) {
    const out = widths[stage] ?? 0;
    side /= 2;
    for (let i = 0; i < depth; i++) {
      const stride = i === 0 ? 2 : 1;
      const half = out / 2;
      const part = (start: number): string =>
        i === 0 ? x : b.add('slice', x, { dim: 1, start, length: half });
      const passed =
        i === 0 ? b.block(b.block(x, input, 3, { stride, groups: input }, null), half, 1) : part(0);
      const filtered = b.block(b.block(part(half), half, 1), half, 3, { stride, groups: half }, null);
      const joined = b.add('concat', [passed, b.block(filtered, half, 1)], { dim: 1 });
      const paired = b.add('permute', b.add('reshape', joined, { shape: [-1, 2, half, side * side] }), {
        dims: [0, 2, 1, 3],
      });
      x = b.add('reshape', paired, { shape: [-1, out, side, side] });
      input = out;
    }
  }
  b.classifier(b.block(x, widths[3], 1));
  return b.network;
}
