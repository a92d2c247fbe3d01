import type { Call, Layer, Operation } from '../operation.ts';
import { type Shape, sizeOf } from '../tensor.ts';
import { axisOf, offsetTable, strides } from './offsets.ts';

/** The axes that go away: `dim` as a number or a list, all of them by default. */
function reducedAxes(layer: Layer): ReadonlySet<number> {
  const x = layer.input();
  const dims = layer.attributes.has('dim') ? layer.attributes.numbers('dim') : x.map((_, axis) => axis);
  return new Set(dims.map((dim) => axisOf(layer, dim, x.length)));
}

function outputs(layer: Layer): readonly Shape[] {
  const gone = reducedAxes(layer);
  const kept = layer.input().map((length, axis) => (gone.has(axis) ? 1 : length));
  return [layer.attributes.flag('keepdim', false) ? kept : kept.filter((_, axis) => !gone.has(axis))];
}

/** For every entry of the input, the entry of the output that takes it in. */
function intoTable({ layer, inputs, table }: Call): Int32Array {
  const x = inputs[0]!.shape;
  const gone = reducedAxes(layer);
  const steps = strides(x.map((length, axis) => (gone.has(axis) ? 1 : length)));
  return offsetTable(x, (axis, i) => (gone.has(axis) ? 0 : i * steps[axis]!), table);
}

/** Sums over axes, times `factor`. */
function summed(factor: (layer: Layer) => number): Operation {
  return {
    outputs,
    kernel: (call) => {
      const { data: x, grad: dx } = call.inputs[0]!;
      const { data: y, grad: dy } = call.outputs[0]!;
      const into = intoTable(call);
      const scale = factor(call.layer);
      return {
        forward: () => {
          y.fill(0);
          for (let i = 0; i < x.length; i++) y[into[i]!] = y[into[i]!]! + x[i]!;
          if (scale !== 1) for (let i = 0; i < y.length; i++) y[i] = y[i]! * scale;
        },
        backward: () => {
          for (let i = 0; i < x.length; i++) dx[i] = dx[i]! + dy[into[i]!]! * scale;
        },
      };
    },
  };
}

/** The largest entry over axes; of equal ones the first gets the gradient. */
const max: Operation = {
  outputs,
  kernel: (call) => {
    const { data: x, grad: dx } = call.inputs[0]!;
    const { data: y, grad: dy } = call.outputs[0]!;
    const into = intoTable(call);
    const winner = call.table(y.length);
    return {
      forward: () => {
        winner.fill(-1);
        for (let i = 0; i < x.length; i++) {
          const to = into[i]!;
          if (winner[to]! >= 0 && !(x[i]! > y[to]! || Number.isNaN(x[i]!))) continue;
          y[to] = x[i]!;
          winner[to] = i;
        }
      },
      backward: () => {
        for (let i = 0; i < y.length; i++) dx[winner[i]!] = dx[winner[i]!]! + dy[i]!;
      },
    };
  },
};

const mean = summed((layer) => sizeOf(outputs(layer)[0]!) / sizeOf(layer.input()));

export const reductionOperations = { sum: summed(() => 1), mean, max };
