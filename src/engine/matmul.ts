/** A matrix inside an array: entry (i, j) lies at `at + i * row + j * column`. */
export interface Matrix {
  readonly data: Float64Array;
  at: number;
  readonly row: number;
  readonly column: number;
}

/** Row-major matrix with `columns` columns. */
export function matrix(data: Float64Array, columns: number, at = 0): Matrix {
  return { data, at, row: columns, column: 1 };
}

export function transposed({ data, at, row, column }: Matrix): Matrix {
  return { data, at, row: column, column: row };
}

/** C += A·B with A m×k, B k×n and C m×n. Blocks of 4×4 sums stay in registers. */
export function multiplyAdd(m: number, n: number, k: number, a: Matrix, b: Matrix, c: Matrix): void {
  const rows = m - (m % 4);
  const columns = n - (n % 4);
  for (let i = 0; i < rows; i += 4) {
    for (let j = 0; j < columns; j += 4) block(i, j, k, a, b, c);
  }
  if (columns < n) corner(0, rows, columns, n, k, a, b, c);
  if (rows < m) corner(rows, m, 0, n, k, a, b, c);
}

/** Rows `i0` to `i1`, columns `j0` to `j1`, one sum at a time. */
function corner(
  i0: number,
  i1: number,
  j0: number,
  j1: number,
  k: number,
  a: Matrix,
  b: Matrix,
  c: Matrix,
): void {
  const A = a.data;
  const B = b.data;
  const C = c.data;
  for (let i = i0; i < i1; i++) {
    for (let j = j0; j < j1; j++) {
      let sum = 0;
      let p = a.at + i * a.row;
      let q = b.at + j * b.column;
      for (let t = 0; t < k; t++) {
        sum += A[p]! * B[q]!;
        p += a.column;
        q += b.row;
      }
      const to = c.at + i * c.row + j * c.column;
      C[to] = C[to]! + sum;
    }
  }
}

function block(i: number, j: number, k: number, a: Matrix, b: Matrix, c: Matrix): void {
  const A = a.data;
  const B = b.data;
  const C = c.data;
  let p0 = a.at + i * a.row;
  let p1 = p0 + a.row;
  let p2 = p1 + a.row;
  let p3 = p2 + a.row;
  let q0 = b.at + j * b.column;
  let q1 = q0 + b.column;
  let q2 = q1 + b.column;
  let q3 = q2 + b.column;
  const step = a.column;
  const stride = b.row;
  let s00 = 0;
  let s01 = 0;
  let s02 = 0;
  let s03 = 0;
  let s10 = 0;
  let s11 = 0;
  let s12 = 0;
  let s13 = 0;
  let s20 = 0;
  let s21 = 0;
  let s22 = 0;
  let s23 = 0;
  let s30 = 0;
  let s31 = 0;
  let s32 = 0;
  let s33 = 0;
  for (let t = 0; t < k; t++) {
    const b0 = B[q0]!;
    const b1 = B[q1]!;
    const b2 = B[q2]!;
    const b3 = B[q3]!;
    const a0 = A[p0]!;
    s00 += a0 * b0;
    s01 += a0 * b1;
    s02 += a0 * b2;
    s03 += a0 * b3;
    const a1 = A[p1]!;
    s10 += a1 * b0;
    s11 += a1 * b1;
    s12 += a1 * b2;
    s13 += a1 * b3;
    const a2 = A[p2]!;
    s20 += a2 * b0;
    s21 += a2 * b1;
    s22 += a2 * b2;
    s23 += a2 * b3;
    const a3 = A[p3]!;
    s30 += a3 * b0;
    s31 += a3 * b1;
    s32 += a3 * b2;
    s33 += a3 * b3;
    p0 += step;
    p1 += step;
    p2 += step;
    p3 += step;
    q0 += stride;
    q1 += stride;
    q2 += stride;
    q3 += stride;
  }
  add(C, c.at + i * c.row + j * c.column, c.column, s00, s01, s02, s03);
  add(C, c.at + (i + 1) * c.row + j * c.column, c.column, s10, s11, s12, s13);
  add(C, c.at + (i + 2) * c.row + j * c.column, c.column, s20, s21, s22, s23);
  add(C, c.at + (i + 3) * c.row + j * c.column, c.column, s30, s31, s32, s33);
}

function add(
  C: Float64Array,
  at: number,
  step: number,
  s0: number,
  s1: number,
  s2: number,
  s3: number,
): void {
  C[at] = C[at]! + s0;
  C[at + step] = C[at + step]! + s1;
  C[at + 2 * step] = C[at + 2 * step]! + s2;
  C[at + 3 * step] = C[at + 3 * step]! + s3;
}
