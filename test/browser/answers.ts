import type { Entries } from './sitting.ts';

/** Right answers to the sheet, exercise by exercise; 2d and 2e are for a person to mark. */
export const SHEET: readonly Entries[] = [
  {
    '1a': { pick: ['W(1) = (-1, 1; 1, -1), W(2) = (1, 1)'] },
    '1b': { pick: ['XOR'] },
    '1c': { pick: ['2(out - y) · n1'] },
    '1d': { pick: ["2(out - y) · W11(2) · σ'(W11(1) A + W12(1) B) * B"] },
    '1e': { pick: ['W(1) = (1, 0; -1, 1), W(2) = (1, 1)'] },
  },
  {
    '2a': { type: '1920*1080*3*256 + 256 + 256*10 + 10' },
    '2b': { type: '593536' },
    '2c': { type: '961 × 541' },
    '2d': { type: 'Write $x$ and $f$ as vectors; each output is a **linear** function of $x$ plus a bias.' },
    '2e': { type: 'By (d), every convolutional layer is a linear layer.' },
  },
  {
    '3a': { pick: ['sigmoid', 'tanh'] },
    '3b': { pick: ['sigmoid', 'tanh', 'identity'] },
    '3c': { pick: ['sigmoid', 'tanh', 'ReLU'] },
    '3d': { pick: ['tanh', 'identity'] },
    '3e': { pick: ['(A, B, C) = (identity, ReLU, sigmoid)'] },
  },
  {
    '4a': { pick: ['False'] },
    '4b': { pick: ['False'] },
    '4c': { pick: ['True'] },
    '4d': { pick: ['True'] },
    '4e': { pick: ['False'] },
  },
];

export const BY_PERSON = ['2d', '2e'];

/** A matrix as entries of its grid, named by its rows and columns. */
function grid(
  name: string,
  rows: readonly string[],
  columns: readonly string[],
  matrix: readonly (readonly number[])[],
): Record<string, string> {
  return Object.fromEntries(
    rows.flatMap((row, i) =>
      columns.map((column, j) => [`${name}, ${row}, ${column}`, String(matrix[i]?.[j] ?? '')]),
    ),
  );
}

const count = (word: string, to: number) => Array.from({ length: to }, (_, i) => `${word}${i + 1}`);

/** Right answers to the free version, each written as a student might. */
export const FREE: readonly Entries[] = [
  {
    '1a': {
      cells: {
        ...grid(
          'W¹',
          ['row 1', 'row 2'],
          ['column 1', 'column 2'],
          [
            [-1, 1],
            [1, -1],
          ],
        ),
        ...grid('W²', ['row 1'], ['column 1', 'column 2'], [[1, 1]]),
      },
    },
    '1b': {
      cells: Object.fromEntries(
        [
          [0, 0, 0, 0, 0],
          [0, 1, 1, 0, 1],
          [1, 0, 0, 1, 1],
          [1, 1, 0, 0, 0],
        ].flatMap(([a, b, n1, n2, out]) => [
          [`n1 for A = ${a}, B = ${b}`, String(n1)],
          [`n2 for A = ${a}, B = ${b}`, String(n2)],
          [`out for A = ${a}, B = ${b}`, String(out)],
        ]),
      ),
    },
    '1c': { type: '-2(y - out)*relu(W1_11*A + W1_12*B)' },
    '1d': { type: '2*(1 - 3)*1' },
    '1e': { type: "2(out - y)·W_{11}^{(2)}·σ'(z_1)·B" },
    '1f': { type: '6' },
    '1g': {
      cells: {
        ...grid(
          'W¹',
          ['to n1', 'to n2'],
          ['from A', 'from B'],
          [
            [1, -1],
            [0, 1],
          ],
        ),
        ...grid('W²', ['to out'], ['from n1', 'from n2'], [[1, 1]]),
      },
    },
    '1h': {
      cells: {
        '∂L/∂W1, to n1, from A': "2(out - y) W2_11 relu'(z1) A",
        '∂L/∂W1, to n1, from B': '2(out - y) W2_11 [z1 > 0] B',
        '∂L/∂W1, to n2, from A': "2(out - y) W2_12 σ'(z2) A",
        '∂L/∂W1, to n2, from B': "-2(y - out) W2_12 relu'(z2) B",
      },
    },
  },
  {
    '2a': { type: "1'592'527'626" },
    '2b': { type: '(4*4*3 + 1)*64 + 9*(4*4*64 + 1)*64' },
    '2c': { type: '(961, 541)' },
    '2d': {
      cells: {
        ...grid('A', count('to f', 4), count('from x', 9), [
          [1, 2, 0, 0, -1, 0, 0, 0, 0],
          [0, 1, 2, 0, 0, -1, 0, 0, 0],
          [0, 0, 0, 1, 2, 0, 0, -1, 0],
          [0, 0, 0, 0, 1, 2, 0, 0, -1],
        ]),
        ...grid('b', count('to f', 4), ['bias'], [[3], [3], [3], [3]]),
      },
    },
  },
  { '3a': { match: { A: 'identity', B: 'ReLU', C: 'sigmoid' } } },
];
