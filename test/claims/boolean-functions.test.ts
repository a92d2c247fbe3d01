import { describe, expect, it } from 'vitest';
import { allInputs, readBoolean } from '../../src/claims/boolean-functions.ts';

/** The rows of counting order on which the function is 1, as decimal numbers. */
function ones(text: string, inputs: string[]): number[] | null {
  const read = readBoolean(text, inputs);
  return read && allInputs(inputs.length).flatMap((row, i) => (read(row) ? [i] : []));
}

describe('a word alone', () => {
  it.each([
    ['AND', [7]],
    ['or', [1, 2, 3, 4, 5, 6, 7]],
    ['NAND', [0, 1, 2, 3, 4, 5, 6]],
    ['NOR', [0]],
    ['XOR', [1, 2, 4, 7]],
  ])('%s of three inputs is 1 in rows %j', (word, rows) => {
    expect(ones(word, ['A', 'B', 'C'])).toEqual(rows);
  });

  it('XNOR is read of two inputs, and of no other number', () => {
    expect(ones('XNOR', ['A', 'B'])).toEqual([0, 3]);
    expect(ones('XNOR', ['A', 'B', 'C'])).toBeNull();
    expect(ones('XNOR', ['A'])).toBeNull();
  });

  it('of one input is that input, or its opposite', () => {
    expect([ones('AND', ['A']), ones('NAND', ['A']), ones('NOR', ['A'])]).toEqual([[1], [0], [0]]);
  });
});

describe('a formula', () => {
  it.each([
    ['A and B or C', [1, 3, 5, 6, 7]],
    ['A and (B or C)', [5, 6, 7]],
    ['A xor B xor C', [1, 2, 4, 7]],
    ['¬A ∧ ¬B', [0, 1]],
    ['not (A or B) or C', [0, 1, 3, 5, 7]],
    ['1', [0, 1, 2, 3, 4, 5, 6, 7]],
  ])('%s is 1 in rows %j', (text, rows) => {
    expect(ones(text, ['A', 'B', 'C'])).toEqual(rows);
  });

  it.each(['', 'A or', 'A B', '(A', 'D', 'A or or B', 'A)'])('"%s" is not read', (text) => {
    expect(ones(text, ['A', 'B', 'C'])).toBeNull();
  });
});
