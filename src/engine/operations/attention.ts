import { matrix, multiply, multiplyAdd, transposed } from '../matmul.ts';
import type { Call, Layer, Operation, Roles, Variable } from '../operation.ts';
import { countOf, type Shape, show, sizeOf } from '../tensor.ts';
import { affine, rowsOf } from './affine.ts';
import { logSumExp } from './softmax.ts';

/** Query, key and value; one input serves as all three (self-attention). */
function roles<Item>(inputs: readonly Item[]): [Item, Item, Item] {
  return [inputs[0]!, inputs[1] ?? inputs[0]!, inputs[2] ?? inputs[1] ?? inputs[0]!];
}

const width = (layer: Layer): number => layer.input(0, 3, 3)[2]!;

/**
 * softmax(Q Kᵀ / √d) V in each of `num_heads` heads, between learned projections (Vaswani et al. 2017).
 * Inputs are [samples, time, features]; `causal` hides later times. in_proj_weight stacks the rows of q, k and v.
 */
const multiheadAttention: Operation = {
  parameters: (layer): Roles => {
    const { attributes } = layer;
    const size = attributes.number('embed_dim', width(layer));
    const bias = attributes.flag('bias', true);
    const [keys, values] = [attributes.number('kdim', size), attributes.number('vdim', size)];
    return {
      ...(keys === size && values === size
        ? { in_proj_weight: [3 * size, size] }
        : { q_proj_weight: [size, size], k_proj_weight: [size, keys], v_proj_weight: [size, values] }),
      ...(bias && { in_proj_bias: [3 * size] }),
      out_proj_weight: [size, size],
      ...(bias && { out_proj_bias: [size] }),
    };
  },
  outputs: (layer) => {
    const [q, k, v] = roles(layer.inputs);
    const size = width(layer);
    const heads = layer.attributes.positive('num_heads');
    if (size % heads !== 0)
      layer.refuse(
        `${heads} heads cannot share ${size} features evenly; the features must be a multiple of the heads.`,
      );
    if (k.length !== 3 || v.length !== 3 || k[0] !== q[0] || v[0] !== q[0] || k[1] !== v[1]) {
      layer.refuse(
        `query ${show(q)}, key ${show(k)} and value ${show(v)} do not belong together: all need the same samples and three axes, key and value the same times.`,
      );
    }
    if (layer.parameters['in_proj_weight']) {
      if (k[2] !== size || v[2] !== size)
        layer.refuse(
          `key and value must have the ${size} features of the query, but have ${k[2]} and ${v[2]}.`,
        );
      layer.expect('in_proj_weight', [3 * size, size]);
    }
    layer.expect('in_proj_bias', [3 * size]);
    layer.expect('out_proj_weight', [size, size]);
    layer.expect('out_proj_bias', [size]);
    return [q];
  },
  macs: (layer) => {
    const [q, k, v] = roles(layer.inputs);
    const [size, samples] = [BigInt(width(layer)), BigInt(q[0]!)];
    const projections = (2n * countOf(q) + countOf(k) + countOf(v)) * size;
    return projections + 2n * samples * BigInt(q[1]!) * BigInt(k[1]!) * size;
  },
  kernel: (call) => {
    const [q, k, v] = roles(call.inputs);
    const bias = call.parameters['in_proj_bias'];
    const size = width(call.layer);
    const projected = [q, k, v].map((x, i) => {
      const y = temporary(call, [x.shape[0]!, x.shape[1]!, size]);
      return { y, map: affine(x, projectionOf(call, i, size), bias && rowsOf(bias, i * size, size), y) };
    });
    const mixed = temporary(call, q.shape);
    const heads = attention(
      call,
      projected.map(({ y }) => y),
      mixed,
    );
    const out = affine(
      mixed,
      call.parameters['out_proj_weight']!,
      call.parameters['out_proj_bias'],
      call.outputs[0]!,
    );
    return {
      forward: () => {
        for (const { map } of projected) map.forward();
        heads.forward();
        out.forward();
      },
      backward: () => {
        for (const { y } of projected) y.grad.fill(0);
        mixed.grad.fill(0);
        out.backward();
        heads.backward();
        for (const { map } of projected) map.backward();
      },
    };
  },
};

function projectionOf({ parameters }: Call, i: number, size: number): Variable {
  const stacked = parameters['in_proj_weight'];
  return stacked
    ? rowsOf(stacked, i * size, size)
    : parameters[['q_proj_weight', 'k_proj_weight', 'v_proj_weight'][i]!]!;
}

function temporary(call: Call, shape: Shape): Variable {
  const size = sizeOf(shape);
  return { shape, data: call.scratch(size), grad: call.scratch(size), wanted: true };
}

/** softmax(Q Kᵀ / √d) V, head by head; the features of a head are neighbours. */
function attention(
  call: Call,
  [q, k, v]: readonly Variable[],
  y: Variable,
): { forward(): void; backward(): void } {
  const [samples = 0, times = 0, size = 0] = q!.shape;
  const keys = k!.shape[1]!;
  const heads = call.layer.attributes.positive('num_heads');
  const causal = call.layer.attributes.flag('causal', false);
  const depth = size / heads;
  const scale = 1 / Math.sqrt(depth);
  const weights = call.scratch(samples * heads * times * keys);
  const slopes = call.scratch(times * keys);

  const [Q, K, V, Y] = [q!, k!, v!, y].map(({ data }) => matrix(data, size));
  const [dQ, dK, dV, dY] = [q!, k!, v!, y].map(({ grad }) => matrix(grad, size));
  const [P, S] = [matrix(weights, keys), matrix(slopes, keys)];
  const [KT, VT, PT, ST] = [transposed(K!), transposed(V!), transposed(P), transposed(S)];
  const each = (body: () => void): void => {
    for (let i = 0; i < samples * heads; i++) {
      const [sample, head] = [Math.floor(i / heads), i % heads];
      for (const view of [Q!, Y!, dQ!, dY!]) view.at = sample * times * size + head * depth;
      for (const view of [K!, V!, KT, VT, dK!, dV!]) view.at = sample * keys * size + head * depth;
      P.at = PT.at = i * times * keys;
      body();
    }
  };
  /** How many keys a query may see. */
  const seen = (time: number): number => (causal ? Math.min(time + 1, keys) : keys);

  return {
    forward: () => {
      each(() => {
        multiply(times, keys, depth, Q!, KT, P);
        for (let time = 0, row = P.at; time < times; time++, row += keys) {
          for (let i = row; i < row + keys; i++) weights[i] = weights[i]! * scale;
          const total = logSumExp(weights, row, 1, seen(time));
          for (let i = row; i < row + keys; i++)
            weights[i] = i < row + seen(time) ? Math.exp(weights[i]! - total) : 0;
        }
        multiply(times, depth, keys, P, V!, Y!);
      });
    },
    backward: () =>
      each(() => {
        multiply(times, keys, depth, dY!, VT, S);
        multiplyAdd(keys, depth, times, PT, dY!, dV!);
        for (let time = 0, row = 0; time < times; time++, row += keys) {
          let sum = 0;
          for (let i = 0; i < keys; i++) sum += slopes[row + i]! * weights[P.at + row + i]!;
          for (let i = 0; i < keys; i++) {
            slopes[row + i] = weights[P.at + row + i]! * (slopes[row + i]! - sum) * scale;
          }
        }
        multiplyAdd(times, depth, keys, S, K!, dQ!);
        multiplyAdd(keys, depth, times, ST, Q!, dK!);
      }),
  };
}

export const attentionOperations = { multihead_attention: multiheadAttention };
