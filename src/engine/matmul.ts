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

/** C = A·B with A m×k, B k×n and C m×n. */
export function multiply(m: number, n: number, k: number, a: Matrix, b: Matrix, c: Matrix): void {
  product(m, n, k, a, b, c, false);
}

/** C += A·B with A m×k, B k×n and C m×n. */
export function multiplyAdd(m: number, n: number, k: number, a: Matrix, b: Matrix, c: Matrix): void {
  product(m, n, k, a, b, c, true);
}

/** Adds to C, or replaces it. Blocks pay where numbers are used often; else the longer of n and k goes innermost. */
function product(m: number, n: number, k: number, a: Matrix, b: Matrix, c: Matrix, add: boolean): void {
  if (m >= 4 && n >= 4 && k >= 4) blocked(m, n, k, a, b, c, add);
  else if (n > k && k > 0) rowsByNumber(m, n, k, a, b, c, add);
  else rowByColumn(m, n, k, a, b, c, add);
}

/** Every row of C as a sum of rows of B. */
function rowsByNumber(m: number, n: number, k: number, a: Matrix, b: Matrix, c: Matrix, add: boolean): void {
  const { data: A, row: rowA, column: columnA } = a;
  const { data: B, row: rowB, column: columnB } = b;
  const { data: C, row: rowC, column: columnC } = c;
  for (let i = 0; i < m; i++) {
    for (let t = 0; t < k; t++) {
      const keep = add || t > 0;
      const x = A[a.at + i * rowA + t * columnA]!;
      for (let j = 0, q = b.at + t * rowB, to = c.at + i * rowC; j < n; j++, q += columnB, to += columnC) {
        C[to] = (keep ? C[to]! : 0) + x * B[q]!;
      }
    }
  }
}

/** Every number of C as a row of A times a column of B. */
function rowByColumn(m: number, n: number, k: number, a: Matrix, b: Matrix, c: Matrix, add: boolean): void {
  const { data: A, row: rowA, column: columnA } = a;
  const { data: B, row: rowB, column: columnB } = b;
  const { data: C, row: rowC, column: columnC } = c;
  for (let i = 0, firstA = a.at, firstC = c.at; i < m; i++, firstA += rowA, firstC += rowC) {
    for (let j = 0, firstB = b.at, to = firstC; j < n; j++, firstB += columnB, to += columnC) {
      let sum = add ? C[to]! : 0;
      for (let t = 0, p = firstA, q = firstB; t < k; t++, p += columnA, q += rowB) sum += A[p]! * B[q]!;
      C[to] = sum;
    }
  }
}

// Blocks are copied into panels of four rows or columns, so that the innermost loop reads memory in order and keeps
// its 4×4 sums in registers (Goto and van de Geijn 2008). The panels stay in the cache.
const DEPTH = 256;
const WIDTH = 512;
const panelA = new Float64Array(4 * DEPTH);
const panelsB = new Float64Array(WIDTH * DEPTH);
const tile = new Float64Array(16);

function blocked(m: number, n: number, k: number, a: Matrix, b: Matrix, c: Matrix, add: boolean): void {
  for (let j0 = 0; j0 < n; j0 += WIDTH) {
    const width = Math.min(WIDTH, n - j0);
    for (let t0 = 0; t0 < k; t0 += DEPTH) {
      const depth = Math.min(DEPTH, k - t0);
      const keep = add || t0 > 0;
      for (let j = 0; j < width; j += 4) {
        const first = b.at + t0 * b.row + (j0 + j) * b.column;
        pack(b.data, first, b.column, b.row, Math.min(4, width - j), depth, panelsB, j * depth);
      }
      for (let i = 0; i < m; i += 4) {
        pack(a.data, a.at + i * a.row + t0 * a.column, a.row, a.column, Math.min(4, m - i), depth, panelA, 0);
        for (let j = 0; j < width; j += 4) {
          multiplyPanels(depth, j * depth);
          write(c, i, j0 + j, Math.min(4, m - i), Math.min(4, width - j), keep);
        }
      }
    }
  }
}

/** Copies up to four lanes side by side; lanes that are missing are zero. */
function pack(
  from: Float64Array,
  first: number,
  lane: number,
  step: number,
  lanes: number,
  depth: number,
  into: Float64Array,
  at: number,
): void {
  let p = first;
  let to = at;
  if (lanes === 4) {
    for (let t = 0; t < depth; t++, p += step, to += 4) {
      into[to] = from[p]!;
      into[to + 1] = from[p + lane]!;
      into[to + 2] = from[p + 2 * lane]!;
      into[to + 3] = from[p + 3 * lane]!;
    }
    return;
  }
  for (let t = 0; t < depth; t++, p += step, to += 4) {
    for (let i = 0; i < 4; i++) into[to + i] = i < lanes ? from[p + i * lane]! : 0;
  }
}

/** The 4×4 product of the panel of A with the panel of B that starts at `q`, into the tile. */
function multiplyPanels(depth: number, first: number): void {
  const A = panelA;
  const B = panelsB;
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
  for (let p = 0, q = first; p < 4 * depth; p += 4, q += 4) {
    const b0 = B[q]!;
    const b1 = B[q + 1]!;
    const b2 = B[q + 2]!;
    const b3 = B[q + 3]!;
    const a0 = A[p]!;
    s00 += a0 * b0;
    s01 += a0 * b1;
    s02 += a0 * b2;
    s03 += a0 * b3;
    const a1 = A[p + 1]!;
    s10 += a1 * b0;
    s11 += a1 * b1;
    s12 += a1 * b2;
    s13 += a1 * b3;
    const a2 = A[p + 2]!;
    s20 += a2 * b0;
    s21 += a2 * b1;
    s22 += a2 * b2;
    s23 += a2 * b3;
    const a3 = A[p + 3]!;
    s30 += a3 * b0;
    s31 += a3 * b1;
    s32 += a3 * b2;
    s33 += a3 * b3;
  }
  tile[0] = s00;
  tile[1] = s01;
  tile[2] = s02;
  tile[3] = s03;
  tile[4] = s10;
  tile[5] = s11;
  tile[6] = s12;
  tile[7] = s13;
  tile[8] = s20;
  tile[9] = s21;
  tile[10] = s22;
  tile[11] = s23;
  tile[12] = s30;
  tile[13] = s31;
  tile[14] = s32;
  tile[15] = s33;
}

/** Puts the part of the tile that lies inside C where it belongs. */
function write(
  { data, at, row, column }: Matrix,
  i: number,
  j: number,
  rows: number,
  columns: number,
  keep: boolean,
): void {
  for (let p = 0; p < rows; p++) {
    let to = at + (i + p) * row + j * column;
    for (let q = 0; q < columns; q++, to += column) {
      data[to] = keep ? data[to]! + tile[4 * p + q]! : tile[4 * p + q]!;
    }
  }
}
