import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOut, mark, problemsOf, right, setting, valueRead, write } from './setting.ts';

const table = layOut(
  'table',
  setting({
    accepts: ['table'],
    form: {
      table: {
        given: ['A', 'B'],
        asked: ['n1', 'out'],
        rows: [
          [0, 0],
          [0, 1],
        ],
      },
    },
  }),
);
const filled = { 'r0.n1': '0', 'r0.out': '0', 'r1.n1': '1', 'r1.out': '2/2' };

describe('a table', () => {
  it('is filled cell by cell beside what is given', () => {
    expect(table.fields).toEqual(Object.keys(filled));
    expect(valueRead(table, filled)).toEqual({
      type: 'table',
      rows: [
        [0, 0],
        [1, 1],
      ],
    });
    expect(table.read(filled)).toMatchObject({
      state: 'read',
      shown: '$n_{1}$: 0, 1; $\\mathrm{out}$: 0, 1',
    });
    expect(table.read({})).toEqual({ state: 'blank' });
  });

  it('34: names empty cells and cells that cannot be read by their row', () => {
    expect(problemsOf(table, { ...filled, 'r1.n1': '', 'r0.out': 'x' })).toMatchObject([
      { field: 'r0.out', message: expect.stringMatching(/^In out of the row A = 0, B = 0: /) },
      { field: 'r1.n1', message: 'Nothing is entered yet in n1 of the row A = 0, B = 1.' },
    ]);
  });

  it('writes rows as lists or by name', () => {
    expect(
      write(table, [
        [0, 0],
        [1, '2/2'],
      ]),
    ).toEqual(filled);
    expect(
      write(table, [
        { n1: 0, out: 0 },
        { n1: 1, out: '2/2' },
      ]),
    ).toEqual(filled);
    expect(() => write(table, [[0, 0]])).toThrow('2 rows');
  });

  it('reads back what it writes', () => {
    const row = fc.array(
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0),
      { minLength: 2, maxLength: 2 },
    );
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 2 }), (rows) => {
        expect(valueRead(table, table.writeValue({ type: 'table', rows }) ?? {})).toEqual({
          type: 'table',
          rows,
        });
      }),
    );
  });
});

const items = ['A', 'B', 'C'].map((id) => ({ id, label: `curve ${id}` }));
const choices = [
  { id: 'identity', label: 'identity' },
  { id: 'relu', label: 'ReLU' },
  { id: 'sigmoid', label: '$\\mathrm{sigmoid}$' },
];
const curves = setting({ accepts: ['matching'], form: { matching: { items, choices } } });
const matching = layOut('matching', curves);
const pairs = { A: 'identity', B: 'relu', C: 'sigmoid' };

describe('a matching', () => {
  it('is one choice for each item', () => {
    expect(valueRead(matching, pairs)).toEqual({ type: 'matching', pairs });
    expect(matching.read(pairs)).toMatchObject({
      state: 'read',
      shown: 'curve A: identity, curve B: ReLU, curve C: $\\mathrm{sigmoid}$',
    });
    expect(matching.read({})).toEqual({ state: 'blank' });
  });

  it('names the items that are not matched yet', () => {
    expect(problemsOf(matching, { B: 'relu' })).toEqual([
      { field: 'A', message: 'Nothing is chosen yet for curve A and curve C.' },
    ]);
  });

  it('45: takes a choice of nowhere as unreadable', () => {
    expect(problemsOf(matching, { ...pairs, B: 'constructor' })[0]?.message).toBe(
      'For curve B, choose one from the list.',
    );
    expect(mark(matching, { ...pairs, B: ['relu', 'relu'] }, () => right).state).toBe('invalid');
  });

  it('writes a key, and names the items where the key has another', () => {
    expect(write(matching, pairs)).toEqual(pairs);
    expect(() => write(matching, { D: 'relu' })).toThrow('A, B, C');
    expect(matching.writeValue({ type: 'matching', pairs })).toEqual(pairs);
  });

  it('can be an option of a choice', () => {
    const choice = layOut({ choice: { a: pairs, b: { ...pairs, A: 'relu', B: 'identity' } } }, curves);
    expect(choice.options[0]).toEqual({
      id: 'a',
      shown: 'curve A: identity, curve B: ReLU, curve C: $\\mathrm{sigmoid}$',
      value: { type: 'matching', pairs },
    });
    expect(() => layOut({ choice: { a: pairs, b: { A: 'relu' } } }, curves)).toThrow(
      'option "b": match each of A, B, C with one of identity, relu, sigmoid',
    );
  });
});
