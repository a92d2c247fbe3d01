import type { Layer, Operation } from '../operation.ts';
import { sizeOf } from '../tensor.ts';
import { axisOf } from './offsets.ts';

/** The lines along one axis: `body(first, step, length)` for each. */
function alongAxis(layer: Layer): (body: (first: number, step: number, length: number) => void) => void {
  const x = layer.input(0, 1);
  const dim = axisOf(layer, layer.attributes.number('dim', -1), x.length);
  const length = x[dim]!;
  const step = sizeOf(x.slice(dim + 1));
  const outer = sizeOf(x.slice(0, dim));
  return (body) => {
    for (let i = 0; i < outer; i++) {
      for (let j = 0; j < step; j++) body(i * length * step + j, step, length);
    }
  };
}

/** ln Σ exp(x) along a line, shifted by the largest so that nothing overflows. */
export function logSumExp(x: Float64Array, first: number, step: number, length: number): number {
  let largest = Number.NEGATIVE_INFINITY;
  for (let k = 0, i = first; k < length; k++, i += step) largest = Math.max(largest, x[i]!);
  let sum = 0;
  for (let k = 0, i = first; k < length; k++, i += step) sum += Math.exp(x[i]! - largest);
  return largest + Math.log(sum);
}

/** y = exp(x) / Σ exp(x), or its logarithm. */
function softmaxAlong(logarithm: boolean): Operation {
  return {
    outputs: (layer) => {
      alongAxis(layer);
      return [layer.input()];
    },
    kernel: ({ layer, inputs, outputs }) => {
      const { data: x, grad: dx } = inputs[0]!;
      const { data: y, grad: dy } = outputs[0]!;
      const each = alongAxis(layer);
      return {
        forward: () =>
          each((first, step, length) => {
            const total = logSumExp(x, first, step, length);
            for (let k = 0, i = first; k < length; k++, i += step) {
              y[i] = logarithm ? x[i]! - total : Math.exp(x[i]! - total);
            }
          }),
        backward: () =>
          each((first, step, length) => {
            let sum = 0;
            for (let k = 0, i = first; k < length; k++, i += step) sum += logarithm ? dy[i]! : dy[i]! * y[i]!;
            for (let k = 0, i = first; k < length; k++, i += step) {
              dx[i] = dx[i]! + (logarithm ? dy[i]! - Math.exp(y[i]!) * sum : y[i]! * (dy[i]! - sum));
            }
          }),
      };
    },
  };
}

export const softmaxOperations = { softmax: softmaxAlong(false), log_softmax: softmaxAlong(true) };
