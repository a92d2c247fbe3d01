import { matrix, multiply, multiplyAdd, transposed } from '../matmul.ts';
import type { Kernel, Variable } from '../operation.ts';

/** y = x Wᵀ + b over rows: x holds rows of `in` numbers, weight is [out, in], bias [out], y holds rows of `out`. */
export function affine(x: Variable, weight: Variable, bias: Variable | undefined, y: Variable): Kernel {
  const [out = 0, width = 0] = weight.shape;
  const rows = out === 0 ? 0 : y.data.length / out;
  const large = Math.min(rows, out, width) >= 4 && rows * out * width > 4096;
  return large ? byProducts(rows, x, weight, bias, y) : byLoops(rows, x, weight, bias, y);
}

/** For few numbers, loops without detours are fastest; their variables are arguments so that they stay in registers. */
function byLoops(
  rows: number,
  x: Variable,
  weight: Variable,
  bias: Variable | undefined,
  y: Variable,
): Kernel {
  const [out = 0, width = 0] = weight.shape;
  return {
    forward: () => forwardLoop(rows, out, width, x.data, weight.data, bias?.data, y.data),
    backward: () => {
      if (bias) biasLoop(rows, out, y.grad, bias.grad);
      if (x.wanted) bothLoop(rows, out, width, y.grad, x.data, weight.data, x.grad, weight.grad);
      else weightLoop(rows, out, width, y.grad, x.data, weight.grad);
    },
  };
}

type Numbers = Float64Array;

function forwardLoop(
  rows: number,
  out: number,
  width: number,
  x: Numbers,
  w: Numbers,
  b: Numbers | undefined,
  y: Numbers,
): void {
  for (let i = 0, to = 0; i < rows; i++) {
    for (let j = 0, q = 0; j < out; j++, to++) {
      let sum = b === undefined ? 0 : b[j]!;
      for (let t = 0, p = i * width; t < width; t++, p++, q++) sum += x[p]! * w[q]!;
      y[to] = sum;
    }
  }
}

function biasLoop(rows: number, out: number, dy: Numbers, db: Numbers): void {
  for (let i = 0, from = 0; i < rows; i++) {
    for (let j = 0; j < out; j++, from++) db[j] = db[j]! + dy[from]!;
  }
}

function weightLoop(rows: number, out: number, width: number, dy: Numbers, x: Numbers, dw: Numbers): void {
  for (let i = 0, from = 0; i < rows; i++) {
    for (let j = 0, q = 0; j < out; j++, from++) {
      const slope = dy[from]!;
      for (let t = 0, p = i * width; t < width; t++, p++, q++) dw[q] = dw[q]! + slope * x[p]!;
    }
  }
}

function bothLoop(
  rows: number,
  out: number,
  width: number,
  dy: Numbers,
  x: Numbers,
  w: Numbers,
  dx: Numbers,
  dw: Numbers,
): void {
  for (let i = 0, from = 0; i < rows; i++) {
    for (let j = 0, q = 0; j < out; j++, from++) {
      const slope = dy[from]!;
      for (let t = 0, p = i * width; t < width; t++, p++, q++) {
        dw[q] = dw[q]! + slope * x[p]!;
        dx[p] = dx[p]! + slope * w[q]!;
      }
    }
  }
}

function byProducts(
  m: number,
  x: Variable,
  weight: Variable,
  bias: Variable | undefined,
  y: Variable,
): Kernel {
  const [n = 0, k = 0] = weight.shape;
  const [X, W, Y] = [matrix(x.data, k), matrix(weight.data, k), matrix(y.data, n)];
  const [dX, dW, dY] = [matrix(x.grad, k), matrix(weight.grad, k), matrix(y.grad, n)];
  const [WT, dYT] = [transposed(W), transposed(dY)];
  return {
    forward: () => {
      multiply(m, n, k, X, WT, Y);
      if (bias) for (let i = 0; i < y.data.length; i++) y.data[i] = y.data[i]! + bias.data[i % n]!;
    },
    backward: () => {
      if (x.wanted) multiplyAdd(m, k, n, dY, W, dX);
      multiplyAdd(n, k, m, dYT, X, dW);
      if (bias) for (let i = 0; i < y.grad.length; i++) bias.grad[i % n] = bias.grad[i % n]! + y.grad[i]!;
    },
  };
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
