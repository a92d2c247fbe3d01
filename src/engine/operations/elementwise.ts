import type { Family } from '../activations.ts';
import type { Kernel, Operation, Variable } from '../operation.ts';
import { broadcast, broadcastTable } from './offsets.ts';

/** y = f(x), number by number. */
export function elementwise(family: Family): Operation {
  return {
    windows: () => [],
    outputs: (layer) => [layer.input()],
    kernel: ({ layer, inputs, outputs }) => {
      const { data: x, grad: dx } = inputs[0]!;
      const { data: y, grad: dy } = outputs[0]!;
      const { value, derivative, rectifies } = family(layer.attributes);
      if (rectifies) return rectifier(inputs[0]!, outputs[0]!);
      return {
        forward: () => {
          for (let i = 0; i < y.length; i++) y[i] = value(x[i]!);
        },
        backward: () => {
          for (let i = 0; i < y.length; i++) dx[i] = dx[i]! + dy[i]! * derivative(x[i]!);
        },
      };
    },
  };
}

function rectifier({ data: x, grad: dx }: Variable, { data: y, grad: dy }: Variable): Kernel {
  return {
    forward: () => {
      for (let i = 0; i < y.length; i++) y[i] = x[i]! <= 0 ? 0 : x[i]!;
    },
    backward: () => {
      for (let i = 0; i < y.length; i++) if (!(x[i]! <= 0)) dx[i] = dx[i]! + dy[i]!;
    },
  };
}

type Binary = (a: number, b: number) => number;

/** y = f(a, b) with both stretched as in numpy; `da` and `db` are the partial derivatives. */
function binary(f: Binary, da: Binary, db: Binary): Operation {
  return {
    windows: () => [],
    outputs: (layer) => [broadcast(layer, [layer.input(0), layer.input(1)])],
    kernel: ({ inputs, outputs, table }) => {
      const [a, b, y] = [inputs[0]!, inputs[1]!, outputs[0]!];
      const fromA = broadcastTable(a.shape, y.shape, table);
      const fromB = broadcastTable(b.shape, y.shape, table);
      return {
        forward: () => {
          for (let i = 0; i < y.data.length; i++) {
            y.data[i] = f(a.data[fromA ? fromA[i]! : i]!, b.data[fromB ? fromB[i]! : i]!);
          }
        },
        backward: () => {
          for (let i = 0; i < y.data.length; i++) {
            const p = fromA ? fromA[i]! : i;
            const q = fromB ? fromB[i]! : i;
            const [left, right, dy] = [a.data[p]!, b.data[q]!, y.grad[i]!];
            a.grad[p] = a.grad[p]! + dy * da(left, right);
            b.grad[q] = b.grad[q]! + dy * db(left, right);
          }
        },
      };
    },
  };
}

const one: Binary = () => 1;

/** x, or slope·x for x ≤ 0, with one slope for all or one a channel (He et al. 2015). */
const prelu: Operation = {
  windows: () => [],
  parameters: (layer) => ({ weight: [layer.attributes.number('num_parameters', 1)] }),
  outputs: (layer) => {
    const x = layer.input();
    const slopes = layer.parameter('weight')[0];
    if (slopes !== 1 && slopes !== x[1])
      layer.refuse(
        `it has ${slopes} slopes, but its input ${x[1]} channels; it needs one slope, or one a channel.`,
      );
    return [x];
  },
  kernel: ({ inputs, outputs, parameters }) => {
    const { data: x, grad: dx, shape } = inputs[0]!;
    const { data: y, grad: dy } = outputs[0]!;
    const { data: slope, grad: dSlope } = parameters['weight']!;
    const plane = shape.slice(2).reduce((size, length) => size * length, 1);
    const channel = (i: number): number => Math.floor(i / plane) % slope.length;
    return {
      forward: () => {
        for (let i = 0; i < y.length; i++) y[i] = x[i]! > 0 ? x[i]! : slope[channel(i)]! * x[i]!;
      },
      backward: () => {
        for (let i = 0; i < y.length; i++) {
          const c = channel(i);
          if (x[i]! > 0) {
            dx[i] = dx[i]! + dy[i]!;
          } else {
            dx[i] = dx[i]! + dy[i]! * slope[c]!;
            dSlope[c] = dSlope[c]! + dy[i]! * x[i]!;
          }
        }
      },
    };
  },
};

/** In training each number is dropped with probability p and the others grow by 1/(1 - p) (Srivastava et al. 2014). */
const dropout: Operation = {
  windows: () => [],
  outputs: (layer) => [layer.input()],
  kernel: ({ layer, inputs, outputs, training, random, scratch }) => {
    const { data: x, grad: dx } = inputs[0]!;
    const { data: y, grad: dy } = outputs[0]!;
    const p = layer.attributes.number('p', 0.5);
    const keep = training && p > 0;
    const factor = keep ? scratch(y.length) : new Float64Array(y.length).fill(1);
    return {
      forward: () => {
        if (keep) for (let i = 0; i < y.length; i++) factor[i] = random.uniform() < p ? 0 : 1 / (1 - p);
        for (let i = 0; i < y.length; i++) y[i] = x[i]! * factor[i]!;
      },
      backward: () => {
        for (let i = 0; i < y.length; i++) dx[i] = dx[i]! + dy[i]! * factor[i]!;
      },
    };
  },
};

export const elementwiseOperations = {
  prelu,
  dropout,
  add: binary((a, b) => a + b, one, one),
  sub: binary(
    (a, b) => a - b,
    one,
    () => -1,
  ),
  mul: binary(
    (a, b) => a * b,
    (_, b) => b,
    (a) => a,
  ),
  div: binary(
    (a, b) => a / b,
    (_, b) => 1 / b,
    (a, b) => -a / (b * b),
  ),
};
