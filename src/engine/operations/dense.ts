import { matrix, multiplyAdd, transposed } from '../matmul.ts';
import type { Operation } from '../operation.ts';
import { countOf, sizeOf } from '../tensor.ts';

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
  kernel: ({ inputs: [input], outputs: [output], parameters }) => {
    const x = input!;
    const y = output!;
    const weight = parameters['weight']!;
    const bias = parameters['bias'];
    const [n, k] = [weight.shape[0]!, weight.shape[1]!];
    const m = sizeOf(y.shape.slice(0, -1));
    const [X, W, Y] = [matrix(x.data, k), matrix(weight.data, k), matrix(y.data, n)];
    const [dX, dW, dY] = [matrix(x.grad, k), matrix(weight.grad, k), matrix(y.grad, n)];
    const [WT, dYT] = [transposed(W), transposed(dY)];
    return {
      forward: () => {
        if (bias) for (let i = 0; i < m; i++) y.data.set(bias.data, i * n);
        else y.data.fill(0);
        multiplyAdd(m, n, k, X, WT, Y);
      },
      backward: () => {
        if (x.wanted) multiplyAdd(m, k, n, dY, W, dX);
        if (weight.wanted) multiplyAdd(n, k, m, dYT, X, dW);
        if (bias) addRows(m, n, y.grad, bias.grad);
      },
    };
  },
};

/** sums[j] += Σ_i rows[i, j]. */
function addRows(m: number, n: number, rows: Float64Array, sums: Float64Array): void {
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) sums[j] = sums[j]! + rows[i * n + j]!;
  }
}

export const denseOperations = { linear };
