import { describe, expect, it } from 'vitest';
import { experimentCache } from '../../src/claims/experiment-result.ts';
import { judgeEntries, type Wanted } from '../../src/claims/judge-matrix.ts';
import { compile, parse, type Tree } from '../../src/expressions/index.ts';
import type { Verdict } from '../../src/values/outcome.ts';

const tree = (text: string): Tree => {
  const read = parse(text, { names: ['x'] });
  if (!read.ok) throw new Error(text);
  return read.tree;
};
const POINTS = 24;
const side = 8;
const grid = (text: (place: number) => string) =>
  Array.from({ length: side }, (_, i) => Array.from({ length: side }, (_, j) => tree(text(side * i + j))));

/** Judges as little as possible, and counts what is worked out for it. */
function counted(given: readonly (readonly Tree[])[], right: readonly (readonly Tree[])[]) {
  let [values, notes] = [0, 0];
  const sample = (of: Tree) => {
    const value = compile(of, ['x']);
    return (point: number) => {
      values++;
      return value(Float64Array.of(point + 0.5));
    };
  };
  const wanted: Wanted = {
    values: right.map((row) =>
      row.map((of) => (point: number) => compile(of, ['x'])(Float64Array.of(point + 0.5))),
    ),
    points: POINTS,
    sample,
    judge: (of, i, j): Verdict =>
      JSON.stringify(of) === JSON.stringify(right[i]?.[j])
        ? { verdict: 'right', notes: [] }
        : {
            verdict: 'wrong',
            get notes() {
              notes++;
              return [];
            },
            witness: { says: '' },
          },
    tellsFactor: true,
  };
  const notation = { names: ['x'], sigma: null, decimalComma: false };
  const verdict = judgeEntries({ type: 'matrix', rows: given }, wanted, {
    model: null,
    fits: null,
    notation,
    experiments: experimentCache(),
    seed: '',
  });
  return { verdict: verdict.verdict, values, notes };
}

describe('37: of a matrix no more is worked out than decides it', () => {
  const right = grid((place) => `x^2+${place}`);

  it('37: a right one is not compared with what it could be as a whole', () => {
    expect(counted(right, right)).toEqual({ verdict: 'right', values: 0, notes: 0 });
  });

  it('37: a wrong one is compared until it differs, and not all of its entries are explained', () => {
    const { verdict, values, notes } = counted(
      grid((place) => `x^3-${place}`),
      right,
    );
    expect(verdict).toBe('wrong');
    expect(values).toBeLessThan(5 * side * side);
    expect(notes).toBe(1);
  });
});
