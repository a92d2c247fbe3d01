import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Matrix, matrix, multiply, multiplyAdd, transposed } from '../../src/engine/matmul.ts';
import { random } from '../../src/numbers/random.ts';

const size = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constantFrom(64, 259, 515));

test('every way of multiplying agrees with the definition, at any offset, transposed or not', () => {
  const property = fc.property(
    fc.tuple(size, size, size),
    fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
    fc.nat(),
    ([m, n, k], turned, seed) => {
      fc.pre(m * n * k < 1e6);
      const r = random(seed);
      const place = (rows: number, columns: number, turn: boolean): Matrix => {
        const data = Float64Array.from({ length: rows * columns + 3 }, () => r.integer(19) - 9);
        return turn ? transposed(matrix(data, rows, 3)) : matrix(data, columns, 3);
      };
      const [a, b, c] = [place(m, k, turned[0]), place(k, n, turned[1]), place(m, n, turned[2])];
      const at = ({ data, at, row, column }: Matrix, i: number, j: number): number =>
        data[at + i * row + j * column] ?? Number.NaN;
      const before = { ...c, data: c.data.slice() };
      multiply(m, n, k, a, b, c);
      const once = { ...c, data: c.data.slice() };
      multiplyAdd(m, n, k, a, b, c);
      for (let i = 0; i < m; i += Math.ceil(m / 9)) {
        for (let j = 0; j < n; j += Math.ceil(n / 9)) {
          let sum = 0;
          for (let t = 0; t < k; t++) sum += at(a, i, t) * at(b, t, j);
          expect(at(once, i, j)).toBe(sum);
          expect(at(c, i, j)).toBe(2 * sum);
        }
      }
      expect(c.data.slice(0, 3)).toEqual(before.data.slice(0, 3));
    },
  );
  fc.assert(property, { numRuns: 150, seed: 1 });
});
