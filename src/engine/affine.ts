import { matrix, multiplyAdd, transposed } from './matmul.ts';
import type { Kernel, Variable } from './operation.ts';

/** y = x Wᵀ + b over rows: x holds rows of `in` numbers, weight is [out, in], bias [out], y holds rows of `out`. */
export function affine(x: Variable, weight: Variable, bias: Variable | undefined, y: Variable): Kernel {
  const n = weight.shape[0]!;
  const k = weight.shape[1]!;
  const m = n === 0 ? 0 : y.data.length / n;
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
      multiplyAdd(n, k, m, dYT, X, dW);
      if (bias) addRows(m, n, y.grad, bias.grad);
    },
  };
}

/** sums[j] += Σ_i rows[i, j]. */
function addRows(m: number, n: number, rows: Float64Array, sums: Float64Array): void {
  for (let i = 0, at = 0; i < m; i++) {
    for (let j = 0; j < n; j++) sums[j] = sums[j]! + rows[at++]!;
  }
}

/** Rows `from` to `from + count` of a parameter, sharing its memory. */
export function rowsOf({ shape, data, grad, wanted }: Variable, from: number, count: number): Variable {
  const width = shape.slice(1).reduce((product, length) => product * length, 1);
  const [start, end] = [from * width, (from + count) * width];
  return {
    shape: [count, ...shape.slice(1)],
    data: data.subarray(start, end),
    grad: grad.subarray(start, end),
    wanted,
  };
}
