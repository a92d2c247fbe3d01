import { matrix, multiply, multiplyAdd, transposed } from '../matmul.ts';
import type { Layer, Operation } from '../operation.ts';
import { countOf, type Shape, show, sizeOf } from '../tensor.ts';
import { affine } from './affine.ts';
import { broadcast, broadcastTable } from './offsets.ts';

/** y = x Wᵀ + b on the last axis; weight [out, in], bias [out]. */
const linear: Operation = {
  parameters: (layer) => {
    const out = layer.attributes.number('out_features');
    const width = layer.attributes.number('in_features', layer.input(0, 1).at(-1));
    return layer.attributes.flag('bias', true)
      ? { weight: [out, width], bias: [out] }
      : { weight: [out, width] };
  },
  outputs: (layer) => {
    const x = layer.input(0, 1);
    const [out = 0, width = 0] = layer.parameter('weight');
    if (x.at(-1) !== width) {
      layer.refuse(
        `it gets ${x.at(-1)} features, but its weights take ${width}. Set its inputs to ${x.at(-1)}, or let the layer before give ${width}.`,
      );
    }
    layer.expect('weight', [out, width]);
    layer.expect('bias', [out]);
    return [[...x.slice(0, -1), out]];
  },
  macs: (layer, output) => countOf(output) * BigInt(layer.input().at(-1) ?? 0),
  kernel: ({ inputs, outputs, parameters }) => {
    return affine(inputs[0]!, parameters['weight']!, parameters['bias'], outputs[0]!);
  },
};

/** Batches of A·B as in numpy: the leading axes stretch, an operand of one axis is a row or a column. */
const matmul: Operation = {
  outputs: (layer) => {
    const { a, b, batch } = operands(layer);
    const [rows, columns] = [a.at(-2)!, b.at(-1)!];
    if (a.at(-1) !== b.at(-2)) {
      layer.refuse(
        `${show(layer.input(0))} times ${show(layer.input(1))}: the left matrix has ${a.at(-1)} columns, but the right one ${b.at(-2)} rows.`,
      );
    }
    const row = layer.input(0).length === 1 ? [] : [rows];
    return [[...batch, ...row, ...(layer.input(1).length === 1 ? [] : [columns])]];
  },
  macs: (layer, output) => countOf(output) * BigInt(layer.input(0).at(-1) ?? 0),
  kernel: ({ layer, inputs, outputs, table }) => {
    const { a, b, batch } = operands(layer);
    const [m, k, n] = [a.at(-2)!, a.at(-1)!, b.at(-1)!];
    const [A, B, C] = [matrix(inputs[0]!.data, k), matrix(inputs[1]!.data, n), matrix(outputs[0]!.data, n)];
    const [dA, dB, dC] = [
      matrix(inputs[0]!.grad, k),
      matrix(inputs[1]!.grad, n),
      matrix(outputs[0]!.grad, n),
    ];
    const [AT, BT] = [transposed(A), transposed(B)];
    const fromA = broadcastTable(a.slice(0, -2), batch, table);
    const fromB = broadcastTable(b.slice(0, -2), batch, table);
    const each = (body: () => void): void => {
      for (let i = 0; i < sizeOf(batch); i++) {
        A.at = AT.at = dA.at = (fromA ? fromA[i]! : i) * m * k;
        B.at = BT.at = dB.at = (fromB ? fromB[i]! : i) * k * n;
        C.at = dC.at = i * m * n;
        body();
      }
    };
    return {
      forward: () => each(() => multiply(m, n, k, A, B, C)),
      backward: () =>
        each(() => {
          multiplyAdd(m, k, n, dC, BT, dA);
          multiplyAdd(k, n, m, AT, dC, dB);
        }),
    };
  },
};

/** Both operands as stacks of matrices. */
function operands(layer: Layer): { a: Shape; b: Shape; batch: Shape } {
  const [left, right] = [layer.input(0, 1), layer.input(1, 1)];
  const a = left.length === 1 ? [1, ...left] : left;
  const b = right.length === 1 ? [...right, 1] : right;
  return { a, b, batch: broadcast(layer, [a.slice(0, -2), b.slice(0, -2)]) };
}

export const denseOperations = { linear, matmul };
