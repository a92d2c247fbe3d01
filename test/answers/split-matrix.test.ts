import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMatrix } from '../../src/expressions/index.ts';
import { splitMatrix } from '../../views/assets/scripts/split-matrix.ts';

const expected = [
  ['1', '0'],
  ['-1', '1/2'],
];

describe('a matrix pasted into a grid', () => {
  it.each([
    '[[1,0],[-1,1/2]]',
    '[[1, 0],\n [-1, 1/2]]',
    '((1, 0), (-1, 1/2))',
    '{{1, 0}, {-1, 1/2}}',
    'np.array([[1, 0], [-1, 1/2]])',
    'array([[ 1,   0],\n       [-1, 1/2]], dtype=object)',
    'Matrix([[1, 0], [-1, 1/2]])',
    '[[ 1   0]\n [-1 1/2]]',
    '1\t0\n-1\t1/2\n',
    '1\t0\r\n-1\t1/2',
    '1 0; -1 1/2',
    '[1 0; -1 1/2]',
    '1, 0\n-1, 1/2',
    '\\begin{pmatrix} 1 & 0 \\\\ -1 & 1/2 \\end{pmatrix}',
    '$W = \\begin{bmatrix}1&0\\\\-1&1/2\\\\\\end{bmatrix}$',
  ])('is taken apart: %j', (text) => {
    expect(splitMatrix(text)).toEqual(expected);
  });

  it.each(['1', '-1/2', '', '[[1]]', '[[1,0],[1]]', '1\t\n2\t3', 'x'.repeat(20_001)])(
    'is left to the field where it is no matrix or not a whole one: %.20j',
    (text) => {
      expect(splitMatrix(text)).toBeNull();
    },
  );

  it('has the entries that the server reads', () => {
    const matrix = fc.integer({ min: 2, max: 4 }).chain((width) =>
      fc.array(fc.array(fc.integer(), { minLength: width, maxLength: width }), {
        minLength: 1,
        maxLength: 4,
      }),
    );
    fc.assert(
      fc.property(matrix, (rows) => {
        const text = JSON.stringify(rows);
        expect(splitMatrix(text)?.map((row) => row.map(Number))).toEqual(rows);
        expect(readMatrix(text)).toMatchObject({ ok: true, rows: rows.map((row) => row.map((n) => n + 0)) });
      }),
    );
  });

  it('33: takes linear time, whatever is pasted', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'[](){};,& \t\n\\1-'), maxLength: 20_000 }),
        (text) => {
          splitMatrix(text);
        },
      ),
    );
  });
});
