import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFormulas } from '../../src/expressions/index.ts';
import type { Verdict } from '../../src/values/outcome.ts';
import type { Value } from '../../src/values/value.ts';
import { english } from '../language/english.ts';
import { runs } from '../runs.ts';
import { contextOf, notesOf, says, state } from './context.ts';

const names = ['x', 'y'];
function matrix(rows: readonly (readonly (string | number)[])[], of: readonly string[] = names): Value {
  const text = `[${rows.map((row) => `[${row.join(', ')}]`).join(', ')}]`;
  const read = readFormulas(text, { names: of, functions: { sigma: 'relu' } });
  if (!read.ok) throw new Error(english(read.error.message));
  return { type: 'matrix', rows: read.rows };
}
const equals = (to: readonly (readonly (string | number)[])[], more = {}) =>
  state({ equals: { to, names, ...more } });

const notesSaid = (verdict: Verdict) =>
  verdict.verdict === 'wrong' ? verdict.notes.map(({ tag, says }) => [tag, english(says)]) : [];

/** Matrices of different monomials, so that no other arrangement is the same by chance. */
const different = fc
  .record({
    rows: fc.integer({ min: 2, max: 4 }),
    columns: fc.integer({ min: 2, max: 4 }),
    draws: fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 3 })), {
      minLength: 16,
      maxLength: 16,
    }),
  })
  .map(({ rows, columns, draws }) =>
    Array.from({ length: rows }, (_, i) =>
      Array.from({ length: columns }, (_, j) => {
        const [factor, power] = draws[i * 4 + j] ?? [1, 1];
        return `${factor} x^${power} + ${i * 4 + j + 1} y`;
      }),
    ),
  );
const transposed = <T>(rows: readonly (readonly T[])[]) =>
  (rows[0] ?? []).map((_, j) => rows.flatMap((row) => row.slice(j, j + 1)));
const times = (factor: string, rows: string[][]) =>
  rows.map((row) => row.map((entry) => `${factor}(${entry})`));
const cases = { numRuns: runs(60, 20) };

describe('a matrix that is wrong as a whole is named', () => {
  it('and not as rearranged where one entry differs by less than its order would show', () => {
    const claim = equals([
      [1, 2],
      [3, 4],
    ]);
    expect(
      notesSaid(
        claim.judge(
          matrix([
            ['1+10^(-300)', '2'],
            ['3', '4'],
          ]),
        ),
      ),
    ).toEqual([]);
  });

  it.each([
    ['transposed', transposed<string>],
    ['rows-swapped', (rows: string[][]) => [...rows.slice(1), rows[0] ?? []]],
    ['columns-swapped', (rows: string[][]) => rows.map((row) => row.toReversed())],
    ['sign-flipped', (rows: string[][]) => times('-', rows)],
    ['scaled', (rows: string[][]) => times('1/3', rows)],
  ])('%s', (tag, change) => {
    fc.assert(
      fc.property(different, (right) => {
        expect(notesOf(equals(right, { size: 'free' }), matrix(change(right)))).toEqual([tag]);
      }),
      cases,
    );
  });

  it('by two names, where one does not explain it', () => {
    fc.assert(
      fc.property(different, (right) => {
        const claim = equals(right, { size: 'free' });
        expect(notesOf(claim, matrix(times('-', transposed(right))))).toEqual(['transposed', 'sign-flipped']);
        expect(notesOf(claim, matrix(times('2', right.toReversed())))).toEqual(['rows-swapped', 'scaled']);
      }),
      cases,
    );
  });

  it('with the factor, unless that would give the numbers away', () => {
    const formulas = equals([['x', 'y']]).judge(matrix([['2x', '2y']]));
    expect(notesSaid(formulas)).toEqual([
      ['scaled', expect.stringContaining('it is 2 times what it should be')],
    ]);
    const numbers = equals([[3, 5]]).judge(matrix([[6, 10]]));
    expect(notesSaid(numbers)).toEqual([['scaled', 'Every entry is off by the same constant factor.']]);
    expect(numbers.verdict === 'wrong' && english(numbers.witness.expected ?? '')).toContain('2 times');
  });

  it('as of another shape', () => {
    const claim = equals([['x', 'y']], { size: 'free' });
    expect(notesOf(claim, matrix([['x', 'y', 1]]))).toEqual(['shape-differs']);
    expect(says(claim, matrix([['x', 'y', 1]]))).toContain('1 × 3');
    expect(says(claim, matrix([['x', 'y', 1]]))).not.toContain('1 × 2');
  });
});

describe('a matrix is judged entry by entry', () => {
  it('is right however its entries are written', () => {
    fc.assert(
      fc.property(different, (right) => {
        const rewritten = right.map((row) => row.map((entry) => `(${entry})*(1 + x - x)`));
        expect(equals(right).judge(matrix(rewritten)).verdict).toBe('right');
      }),
      cases,
    );
  });

  it('has exactly the wrong entry marked', () => {
    fc.assert(
      fc.property(different, fc.nat(), fc.nat(), (right, a, b) => {
        const [row, column] = [a % right.length, b % (right[0]?.length ?? 1)];
        const given = right.map((cells, i) =>
          cells.map((cell, j) => (i === row && j === column ? `${cell} + 0.001 x` : cell)),
        );
        const verdict = equals(right).judge(matrix(given));
        if (verdict.verdict !== 'wrong') throw new Error(verdict.verdict);
        const marked = verdict.witness.matrix?.map((cells) => cells.map((cell) => cell.verdict));
        expect(marked).toEqual(
          right.map((cells, i) => cells.map((_, j) => (i === row && j === column ? 'wrong' : 'right'))),
        );
        expect(english(verdict.witness.says)).toContain(`row ${row + 1}, column ${column + 1}.`);
        const of = right.flat().length;
        expect(verdict.parts).toEqual({ right: of - 1, open: 0, of });
      }),
      cases,
    );
  });
});

describe('the gradient by all weights of a layer', () => {
  const context = contextOf();
  const all = context.notation.names;
  const entry = (unit: number, input: string) => `2(out - y) W2_1${unit} relu'(z${unit}) ${input}`;
  const right = [
    [entry(1, 'A'), entry(1, 'B')],
    [entry(2, 'A'), entry(2, 'B')],
  ];

  it('is right as the network says', () => {
    expect(state({ gradient: { of: 'W1' } }).judge(matrix(right, all)).verdict).toBe('right');
    expect(state({ gradient: { of: 'W2' } }).judge(matrix([['2(out-y)n1', '2(out-y)n2']], all)).verdict).toBe(
      'right',
    );
  });

  it('is named by the mistake that all wrong entries have in common', () => {
    const claim = state({ gradient: { of: 'W1' } });
    const change = (from: string, to: string) =>
      right.map((row) => row.map((cell) => cell.replace(from, to)));
    expect(notesOf(claim, matrix(change('2(', '('), all))).toEqual(['scaled', 'factor-2']);
    expect(notesOf(claim, matrix(change(/relu'/.source, '0*relu'), all))).toEqual([]);
    expect(
      notesOf(
        claim,
        matrix(
          right.map((row) => row.map((c) => c.replace(/relu'\(z\d\)/, ''))),
          all,
        ),
      ),
    ).toEqual(['activation-derivative-forgotten']);
  });

  it('at a point is a matrix of numbers, which no name stands in', () => {
    const claim = state({ gradient: { of: 'W1', at: { A: 1, B: 3, y: 1 } } });
    expect(claim.form.names).toEqual([]);
    expect(
      claim.judge(
        matrix([
          ['2*(2-1)*1*1', 6],
          [0, 0],
        ]),
      ).verdict,
    ).toBe('right');
    expect(
      notesOf(
        claim,
        matrix([
          [2, 0],
          [6, 0],
        ]),
      ),
    ).toContain('transposed');
  });

  it('may be of biases, a column', () => {
    const biased = contextOf({
      inputs: ['A'],
      layers: [{ dense: { units: 2, activation: 'sigmoid' } }, { dense: { units: 1 } }],
      loss: 'squared-error',
    });
    const of = biased.notation.names;
    const column = [1, 2].map((i) => [`2(out - y) W2_1${i} sigmoid'(z1_${i})`]);
    expect(
      state({ gradient: { of: 'b1' } }, biased).judge(
        matrix(
          column.map(([c = '']) => [c.replace('z1_', 'z')]),
          of,
        ),
      ).verdict,
    ).toBe('right');
  });
});
