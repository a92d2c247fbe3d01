import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WeightsValue } from '../../src/values/value.ts';
import { layOut, mark, matrixForm, problemsOf, right, setting, valueRead, write } from './setting.ts';

const answer = layOut('weights');
const free = layOut('weights', setting({ form: { weights: [matrixForm('W1', 2, 1, true)] } }));
const W1 = { 'W1.0.0': '1', 'W1.0.1': '0', 'W1.1.0': '-1', 'W1.1.1': '1' };
const W2 = { 'W2.0.0': '1', 'W2.0.1': '1' };
const or: WeightsValue = {
  type: 'weights',
  matrices: {
    W1: [
      [1, 0],
      [-1, 1],
    ],
    W2: [[1, 1]],
  },
};

describe('weights', () => {
  it('have a field for every cell and one to paste each matrix', () => {
    expect(answer.fields).toEqual([...Object.keys(W1), 'W1.text', ...Object.keys(W2), 'W2.text']);
  });

  it('are read from the grids, and shown as mathematics', () => {
    expect(valueRead(answer, { ...W1, ...W2 })).toEqual(or);
    expect(answer.read({ ...W1, ...W2 })).toMatchObject({
      shown: expect.stringContaining('W^{(2)} = \\begin{pmatrix} 1 & 1'),
    });
    expect(valueRead(answer, { ...W1, ...W2, 'W2.0.0': '1/2' })).toMatchObject({
      matrices: { W2: [[0.5, 1]] },
    });
  });

  it('are blank when no cell is filled', () => {
    expect(answer.read({ 'W1.0.0': ' ', 'W1.text': '' })).toEqual({ state: 'blank' });
    expect(mark(answer, {}, () => right)).toEqual({ state: 'blank' });
  });

  it.each([
    '[[1,0],[-1,1]]',
    '\\begin{pmatrix} 1 & 0 \\\\ -1 & 1 \\end{pmatrix}',
    '1\t0\n-1\t1',
    '1 0; −1 1',
  ])('take a pasted matrix for the grid: %j', (text) => {
    expect(valueRead(answer, { ...W2, 'W1.0.0': '7', 'W1.text': text })).toEqual(or);
  });

  it.each([
    'np.array([[1,0],[-1,1]])',
    '[[ 1.  0.] [-1.  1.]]',
    '1 0; -1 1',
    `${' '.repeat(200)}[[1,0],[-1,1]]`,
  ])('take a matrix that was pasted into one cell: %j', (text) => {
    expect(valueRead(answer, { ...W2, 'W1.0.0': text })).toEqual(or);
    expect(valueRead(answer, { ...W2, 'W1.1.1': text })).toEqual(or);
  });

  it('name a cell that holds several entries beside others', () => {
    expect(problemsOf(answer, { ...W1, ...W2, 'W1.0.0': '1 0; -1 1' })).toMatchObject([{ field: 'W1.0.0' }]);
    expect(problemsOf(answer, { ...W2, 'W1.0.0': '[[1, 0, 2]]' })).toMatchObject([
      { field: 'W1.0.0', message: expect.stringMatching(/2 × 2 entries.*this has 1 × 3/) },
    ]);
  });

  it('34: name the empty cells, an empty matrix, and use no try', () => {
    const problems = problemsOf(answer, { ...W1, 'W1.1.0': '' });
    expect(problems).toEqual([
      { field: 'W1.1.0', message: 'Nothing is entered yet in row 2, column 1 of W¹.' },
      { field: 'W2.text', message: 'W² is still empty.' },
    ]);
    expect(mark(answer, { 'W1.0.0': '1' }, () => right).state).toBe('invalid');
  });

  it('name a cell that cannot be read; the others stay', () => {
    const posted = { ...W1, ...W2, 'W1.1.0': '1/0' };
    const [problem, ...others] = problemsOf(answer, posted);
    expect(problem).toMatchObject({
      field: 'W1.1.0',
      message: expect.stringMatching(/^In row 2, column 1 of W¹: /),
    });
    expect(others).toEqual([]);
    expect(JSON.stringify(answer.view(posted))).toContain('"1/0"');
  });

  it('34: name the row of a ragged pasted matrix, and its size where it is another', () => {
    expect(problemsOf(answer, { ...W2, 'W1.text': '[[1,0],[1]]' })[0]?.message).toMatch(/^W¹: .*row 2/i);
    expect(problemsOf(answer, { ...W2, 'W1.text': '[[1,0]]' })[0]?.message).toMatch(
      /2 × 2 entries.*this has 1 × 2/,
    );
    expect(problemsOf(answer, { ...W2, 'W1.text': '[]' })).toHaveLength(1);
  });

  it('offer a square where the size is part of the answer, and take the filled rectangle', () => {
    expect(free.fields).toHaveLength(10);
    expect(valueRead(free, { 'W1.0.0': '1', 'W1.0.1': '2' })).toEqual({
      type: 'weights',
      matrices: { W1: [[1, 2]] },
    });
    expect(valueRead(free, { 'W1.text': '[[1,2,3,4]]' })).toEqual({
      type: 'weights',
      matrices: { W1: [[1, 2, 3, 4]] },
    });
    expect(problemsOf(free, { 'W1.0.0': '1', 'W1.0.1': '2', 'W1.1.0': '3' })[0]?.message).toMatch(
      /row 2, column 2 of W¹/,
    );
    expect(JSON.stringify(free.view({}))).not.toContain('n_');
  });

  it('write a key of the file, in the cells where it fits, as text where it does not', () => {
    expect(write(answer, or.matrices)).toEqual({ ...W1, ...W2 });
    expect(write(answer, { W1: [[1], [2]], W2: '1, 1' })).toEqual({
      'W1.text': '[[1], [2]]',
      'W2.text': '1, 1',
    });
    expect(write(free, [[1], [2]])).toEqual({ 'W1.0.0': '1', 'W1.1.0': '2' });
    expect(() => write(answer, { W3: [[1]] })).toThrow('W1, W2');
    expect(answer.write(7)).toHaveProperty('problem');
  });

  it('read back every value that they write', () => {
    const weight = fc.oneof(
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }),
    );
    const noMinusZero = weight.map((w) => w + 0);
    const row = fc.array(noMinusZero, { minLength: 2, maxLength: 2 });
    const matrices = fc.record({
      W1: fc.array(row, { minLength: 2, maxLength: 2 }),
      W2: fc.array(row, { minLength: 1, maxLength: 1 }),
    });
    fc.assert(
      fc.property(matrices, (drawn) => {
        const value: WeightsValue = { type: 'weights', matrices: { ...drawn } };
        expect(valueRead(answer, answer.writeValue(value) ?? {})).toEqual(value);
      }),
    );
  });

  it('31, 32, 39: bound what they read', () => {
    const zeros = `[${Array(20_000).fill('[0]').join()}]`;
    for (const text of [zeros, '['.repeat(5000), '1'.repeat(1e6), 'zeros(20000, 20000)']) {
      expect(problemsOf(answer, { ...W2, 'W1.text': text })).toHaveLength(1);
    }
    expect(problemsOf(answer, { ...W1, ...W2, 'W1.0.0': '9'.repeat(101) })[0]?.message).toMatch(/too long/);
    expect(problemsOf(answer, { ...W1, ...W2, 'W1.0.0': ['1', '2'] })[0]?.message).toMatch(/more than once/);
  });
});
