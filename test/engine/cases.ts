import { type Attributes, isOpName, type Network, type OpName, type Shape } from '../../src/engine/index.ts';
import type { Random } from '../../src/numbers/random.ts';

/** One layer on inputs of given shapes; its parameters follow from the attributes. */
export interface LayerCase {
  readonly attrs?: Attributes;
  readonly inputs: readonly Shape[];
  /** Whole numbers below this instead of real ones: indices have no gradient. */
  readonly indicesBelow?: number;
  /** Real numbers above 0. */
  readonly positive?: boolean;
  readonly outs?: readonly string[];
}

/** A network of that layer alone, called `layer`, and the shapes of its inputs by name. */
export function alone(op: string, { attrs = {}, inputs }: LayerCase): [Network, Record<string, Shape>] {
  if (!isOpName(op)) throw new Error(`There is no operation ${op}.`);
  const named = Object.fromEntries(inputs.map((shape, i) => [`x${i}`, shape]));
  return [{ nodes: [{ id: 'layer', op, in: Object.keys(named), attrs }] }, named];
}

type Draw = (r: Random) => LayerCase;

/** A whole number from `low` to `high`. */
const int = (r: Random, low: number, high: number): number => low + r.integer(high - low + 1);
const pick = <Item>(r: Random, items: readonly [Item, ...Item[]]): Item =>
  items[r.integer(items.length)] ?? items[0];
const ints = (r: Random, count: number, low: number, high: number): number[] =>
  Array.from({ length: count }, () => int(r, low, high));
const anyShape = (r: Random): Shape => ints(r, int(r, 1, 3), 1, 4);

const onAnyShape: Draw = (r) => ({ inputs: [anyShape(r)] });
const positive: Draw = (r) => ({ inputs: [anyShape(r)], positive: true });
const withAttrs =
  (attrs: (r: Random) => Attributes): Draw =>
  (r) => ({ attrs: attrs(r), inputs: [anyShape(r)] });

const convolution =
  (axes: number): Draw =>
  (r) => {
    const groups = int(r, 1, 2);
    const stride = ints(r, axes, 1, 2);
    const same = stride.every((step) => step === 1) && r.integer(3) === 0;
    const attrs = {
      out_channels: groups * int(r, 1, 2),
      kernel: ints(r, axes, 1, 3),
      stride,
      padding: same ? 'same' : pick<number | number[] | string>(r, [0, ints(r, axes, 0, 2), 'tf-same']),
      dilation: ints(r, axes, 1, 2),
      groups,
      bias: r.integer(2) === 0,
    };
    return { attrs, inputs: [[int(r, 1, 2), groups * int(r, 1, 2), ...ints(r, axes, 5, 6)]] };
  };

const transposed =
  (axes: number): Draw =>
  (r) => {
    const groups = int(r, 1, 2);
    const attrs = {
      out_channels: groups * int(r, 1, 2),
      kernel: ints(r, axes, 2, 3),
      stride: 2,
      padding: ints(r, axes, 0, 1),
      output_padding: ints(r, axes, 0, 1),
      dilation: ints(r, axes, 1, 2),
      groups,
      bias: r.integer(2) === 0,
    };
    return { attrs, inputs: [[int(r, 1, 2), groups * int(r, 1, 2), ...ints(r, axes, 2, 4)]] };
  };

const pooling =
  (axes: number, more: (r: Random) => Attributes): Draw =>
  (r) => {
    const attrs = {
      kernel: ints(r, axes, 2, 3),
      stride: ints(r, axes, 1, 3),
      padding: int(r, 0, 1),
      ceil_mode: r.integer(2) === 0,
      ...more(r),
    };
    return { attrs, inputs: [[int(r, 1, 2), int(r, 1, 2), ...ints(r, axes, 5, 7)]] };
  };
const averaging = (r: Random): Attributes =>
  pick<Attributes>(r, [{ count_include_pad: r.integer(2) === 0 }, { divisor_override: 3 }]);
const adaptive: Draw = (r) => ({
  attrs: { output_size: ints(r, 2, 1, 4) },
  inputs: [[2, 2, ...ints(r, 2, 3, 6)]],
});

const channels: Draw = (r) => ({
  attrs: { affine: r.integer(2) === 0 },
  inputs: [[int(r, 2, 3), int(r, 1, 3), ...ints(r, int(r, 0, 2), 2, 3)]],
});

/** Two shapes that stretch to each other. */
const broadcasting: Draw = (r) => {
  const whole = ints(r, 3, 1, 3);
  const thin = (shape: number[]): number[] =>
    shape.map((length) => (r.integer(3) === 0 ? 1 : length)).slice(r.integer(2));
  return { inputs: [thin(whole), thin(whole)] };
};

const reduction: Draw = (r) => {
  const dim = pick<number | number[]>(r, [0, 1, -1, [0, 2], [1, 2]]);
  return {
    attrs: { keepdim: r.integer(2) === 0, ...(r.integer(5) > 0 && { dim }) },
    inputs: [ints(r, 3, 1, 3)],
  };
};

const cell =
  (outs: readonly string[]): Draw =>
  (r) => {
    const [samples, hidden, projected] = [
      int(r, 1, 2),
      int(r, 2, 3),
      outs.length > 1 && r.integer(2) === 0 ? 1 : 0,
    ];
    const states = [
      [samples, projected || hidden],
      [samples, hidden],
    ].slice(0, outs.length);
    const attrs = {
      hidden_size: hidden,
      bias: r.integer(3) > 0,
      proj_size: projected,
      nonlinearity: pick(r, ['tanh', 'relu']),
    };
    return { attrs, inputs: [[samples, int(r, 1, 3)], ...(r.integer(3) > 0 ? states : [])], outs };
  };

const recurrent =
  (outs: readonly string[]): Draw =>
  (r) => {
    const [layers, directions, hidden] = [int(r, 1, 2), int(r, 1, 2), int(r, 1, 2)];
    const first = r.integer(2) === 0;
    const [samples, times] = [int(r, 1, 2), int(r, 1, 3)];
    const attrs = {
      hidden_size: hidden,
      num_layers: layers,
      bidirectional: directions === 2,
      batch_first: first,
    };
    const states = outs.slice(1).map(() => [layers * directions, samples, hidden]);
    const x = [...(first ? [samples, times] : [times, samples]), int(r, 1, 2)];
    return { attrs, inputs: [x, ...(r.integer(2) === 0 ? states : [])], outs };
  };

const attention: Draw = (r) => {
  const [samples, heads] = [int(r, 1, 2), int(r, 1, 2)];
  const size = heads * int(r, 1, 2);
  const attrs = { num_heads: heads, bias: r.integer(2) === 0 };
  const [queries, keys] = [
    [samples, int(r, 1, 3), size],
    [samples, int(r, 1, 3), size],
  ];
  const other = r.integer(3) === 0 ? [samples, keys[1] ?? 1, 3] : keys;
  return pick<LayerCase>(r, [
    { attrs: { ...attrs, causal: true }, inputs: [queries] },
    { attrs, inputs: [queries, keys, keys] },
    { attrs: { ...attrs, kdim: other[2] ?? size, vdim: size }, inputs: [queries, other, keys] },
  ]);
};

const transformer =
  (inputs: number): Draw =>
  (r) => {
    const attrs = {
      num_heads: 2,
      dim_feedforward: 3,
      norm_first: r.integer(2) === 0,
      causal: r.integer(2) === 0,
      activation: pick(r, ['relu', 'gelu']),
    };
    return { attrs, inputs: Array.from({ length: inputs }, () => [int(r, 1, 1), int(r, 1, 3), 4]) };
  };

const upsampled =
  (more: (r: Random) => Attributes): Draw =>
  (r) => ({
    attrs: { scale: pick<number | number[]>(r, [2, 3, [1, 2], 1.5]), ...more(r) },
    inputs: [[1, 2, ...ints(r, 2, 2, 4)]],
  });

/** How to draw a case of every operation. */
export const layerCases: Readonly<Record<OpName, Draw>> = {
  linear: (r) => ({
    attrs: { out_features: int(r, 1, 6), bias: r.integer(2) === 0 },
    inputs: [[...ints(r, int(r, 0, 2), 1, 5), int(r, 1, 5)]],
  }),
  matmul: (r) => {
    const [m, k, n, batch] = [int(r, 1, 5), int(r, 1, 5), int(r, 1, 5), int(r, 1, 3)];
    return pick<LayerCase>(r, [
      {
        inputs: [
          [m, k],
          [k, n],
        ],
      },
      {
        inputs: [
          [batch, m, k],
          [k, n],
        ],
      },
      {
        inputs: [
          [2, 1, m, k],
          [batch, k, n],
        ],
      },
      { inputs: [[k], [batch, k, n]] },
      { inputs: [[batch, m, k], [k]] },
    ]);
  },
  conv1d: convolution(1),
  conv2d: convolution(2),
  conv_transpose1d: transposed(1),
  conv_transpose2d: transposed(2),
  max_pool1d: pooling(1, (r) => ({ dilation: int(r, 1, 2) })),
  max_pool2d: pooling(2, (r) => ({ dilation: int(r, 1, 2) })),
  avg_pool1d: pooling(1, averaging),
  avg_pool2d: pooling(2, averaging),
  adaptive_avg_pool2d: adaptive,
  adaptive_max_pool2d: adaptive,
  batch_norm: channels,
  instance_norm: (r) => ({
    attrs: { affine: r.integer(2) === 0 },
    inputs: [[2, 2, ...ints(r, int(r, 1, 2), 2, 3)]],
  }),
  group_norm: (r) => ({
    attrs: { num_groups: int(r, 1, 2) },
    inputs: [[2, 4, ...ints(r, int(r, 0, 2), 2, 2)]],
  }),
  layer_norm: (r) => {
    const x = ints(r, 3, 2, 3);
    return {
      attrs: { normalized_shape: x.slice(int(r, 1, 2)), elementwise_affine: r.integer(2) === 0 },
      inputs: [x],
    };
  },
  relu: onAnyShape,
  leaky_relu: withAttrs((r) => ({ negative_slope: r.uniform() })),
  elu: withAttrs((r) => ({ alpha: r.uniform(0.5, 2) })),
  selu: onAnyShape,
  silu: onAnyShape,
  mish: onAnyShape,
  softplus: withAttrs((r) => ({ beta: r.uniform(0.5, 2), threshold: 20 })),
  gelu: withAttrs((r) => ({ approximate: pick(r, ['none', 'tanh']) })),
  sigmoid: onAnyShape,
  log_sigmoid: onAnyShape,
  tanh: onAnyShape,
  softsign: onAnyShape,
  relu6: onAnyShape,
  hardtanh: withAttrs(() => ({ min: -0.5, max: 1.5 })),
  hard_sigmoid: onAnyShape,
  hard_swish: onAnyShape,
  step: onAnyShape,
  identity: onAnyShape,
  erf: onAnyShape,
  abs: onAnyShape,
  exp: onAnyShape,
  log: positive,
  sqrt: positive,
  square: onAnyShape,
  neg: onAnyShape,
  scale: withAttrs((r) => ({ factor: r.normal() })),
  prelu: (r) => {
    const x = ints(r, int(r, 2, 3), 1, 3);
    return { attrs: { num_parameters: pick(r, [1, x[1] ?? 1]) }, inputs: [x] };
  },
  softmax: withAttrs(() => ({ dim: 0 })),
  log_softmax: withAttrs(() => ({ dim: -1 })),
  embedding: (r) => ({
    attrs: { num_embeddings: 5, embedding_dim: 2 },
    inputs: [anyShape(r)],
    indicesBelow: 5,
  }),
  embedding_bag: (r) => ({
    attrs: { num_embeddings: 5, embedding_dim: 2, mode: pick(r, ['sum', 'mean', 'max']) },
    inputs: [ints(r, 2, 1, 3)],
    indicesBelow: 5,
  }),
  dropout: onAnyShape,
  add: broadcasting,
  sub: broadcasting,
  mul: broadcasting,
  div: (r) => ({ ...broadcasting(r), positive: true }),
  concat: (r) => {
    const shape = ints(r, 3, 1, 3);
    const dim = r.integer(3);
    return { attrs: { dim }, inputs: ints(r, int(r, 1, 3), 1, 3).map((length) => shape.with(dim, length)) };
  },
  sum: reduction,
  mean: reduction,
  max: reduction,
  reshape: (r) => ({ attrs: { shape: pick(r, [[-1], [4, -1], [2, 3, 2], [1, 12]]) }, inputs: [[2, 6]] }),
  permute: (r) => ({ attrs: { dims: r.shuffle([0, 1, 2]) }, inputs: [ints(r, 3, 1, 3)] }),
  slice: (r) => ({
    attrs: { dim: int(r, -2, 1), start: int(r, 0, 1), length: int(r, 1, 2) },
    inputs: [[3, 4]],
  }),
  flatten: (r) => ({
    attrs: { start_dim: int(r, 0, 1), end_dim: pick(r, [-1, 2]) },
    inputs: [ints(r, 4, 1, 3)],
  }),
  pad2d: (r) => ({
    attrs: { pad: ints(r, 4, 0, 2), mode: pick(r, ['constant', 'reflect']), value: 0.5 },
    inputs: [[1, 2, 3, 4]],
  }),
  upsample_nearest2d: upsampled(() => ({})),
  upsample_bilinear2d: upsampled((r) => ({ align_corners: r.integer(2) === 0 })),
  rnn_cell: cell(['h']),
  gru_cell: cell(['h']),
  lstm_cell: cell(['h', 'c']),
  multihead_attention: attention,
  rnn: recurrent(['y', 'h']),
  gru: recurrent(['y', 'h']),
  lstm: recurrent(['y', 'h', 'c']),
  transformer_encoder_layer: transformer(1),
  transformer_decoder_layer: transformer(2),
};
