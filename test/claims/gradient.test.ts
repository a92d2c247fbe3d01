import { describe, expect, it } from 'vitest';
import { claimProblems } from '../../src/claims/index.ts';
import { contextOf, expressionOf, notesOf, numberOf, says, state, xor } from './context.ts';

const outer = state({ gradient: { of: 'W2_11' } });
const inner = state({ gradient: { of: 'W1_12' } });

describe('a gradient as a formula', () => {
  it.each([
    '2(out - y) n_1',
    '-2*(y-out)*n1',
    '2(out - y)\\cdot \\sigma(W_{11}^{(1)} A + W_{12}^{(1)} B)',
    '2(W2_11*n1 + W2_12*n2 - y) n1',
    '2(out-y) max(0, z1)',
  ])('accepts %s for W2_11', (text) => {
    expect(outer.judge(expressionOf(text)).verdict).toBe('right');
  });

  it.each([
    "2(out - y) \\cdot W_{11}^{(2)} \\cdot \\sigma'(W_{11}^{(1)} A + W_{12}^{(1)} B) * B",
    "2(out-y)*W2_11*relu'(z1)*B",
    '2(out-y)·W2_11·[z1>0]·B',
    '2B(out-y)W2_11 step(z1)',
  ])('accepts %s for W1_12', (text) => {
    expect(inner.judge(expressionOf(text)).verdict).toBe('right');
  });

  it.each([
    ['sign-flipped', '2(y - out) n1'],
    ['factor-2', '(out - y) n1'],
    ['wrong-unit', '2(out - y) n2'],
    ['error-forgotten', '2 n1'],
    ['signal-forgotten', '2(out - y)'],
    ['activation-forgotten', '2(out - y) z1'],
  ])('names %s in %s', (tag, text) => {
    expect(notesOf(outer, expressionOf(text))).toEqual([tag]);
  });

  it.each([
    ['activation-derivative-forgotten', '2(out-y)*W2_11*B'],
    ['wrong-outgoing-weight', "2(out-y)*W2_12*relu'(z1)*B"],
    ['wrong-input', "2(out-y)*W2_11*relu'(z1)*A"],
    ['outgoing-weight-forgotten', "2(out-y)*relu'(z1)*B"],
    ['wrong-unit', "2(out-y)*W2_11*relu'(z2)*B"],
    ['activation-instead-of-derivative', '2(out-y)*W2_11*relu(z1)*B'],
  ])('names %s in %s', (tag, text) => {
    expect(notesOf(inner, expressionOf(text))).toContain(tag);
  });

  it('names both mistakes of the sheet’s options that make two', () => {
    expect(notesOf(outer, expressionOf('2(y - out) n2')).sort()).toEqual(['sign-flipped', 'wrong-unit']);
    expect(notesOf(inner, expressionOf("2(out-y)*W2_12*relu'(z1)*A")).sort()).toEqual([
      'wrong-input',
      'wrong-outgoing-weight',
    ]);
  });

  it('shows a point of small numbers at which the formula really is wrong', () => {
    const verdict = outer.judge(expressionOf('2(out - y) n2'));
    if (verdict.verdict !== 'wrong') throw new Error('the formula is wrong');
    const { network, table } = verdict.witness;
    const told = (name: string) =>
      Number(table?.rows.find(({ cells }) => cells[0] === name)?.cells[1]?.replace('−', '-'));
    const at = (name: string) => network?.values[name] ?? Number.NaN;
    const [w11 = Number.NaN, w12 = Number.NaN] = network?.weights?.['W1']?.[0] ?? [];
    expect(at('n1')).toBe(Math.max(0, w11 * at('A') + w12 * at('B')));
    expect(told('your formula')).toBe(2 * (at('out') - told('y')) * at('n2'));
    expect(told('∂L/∂W2_11')).toBe(2 * (at('out') - told('y')) * at('n1'));
    expect(told('your formula')).not.toBe(told('∂L/∂W2_11'));
  });

  it('leaves the convention at the kink open', () => {
    expect(inner.judge(expressionOf('2(out-y)*W2_11*B*[z1>=0]')).verdict).toBe('right');
  });

  it('does not take an almost right factor', () => {
    expect(outer.judge(expressionOf('2.0000001(out - y) n1')).verdict).toBe('wrong');
  });
});

describe('a gradient as a number', () => {
  const at = state({ gradient: { of: 'W2_11', at: { A: 0, B: 1, y: 3 } } });

  it('is computed with the weights as drawn', () => {
    expect(at.judge(numberOf(-4)).verdict).toBe('right');
    expect(notesOf(at, numberOf(4))).toEqual(['sign-flipped']);
    expect(notesOf(at, numberOf(-2))).toEqual(['factor-2']);
  });

  it('does not tell the right number before the solution', () => {
    expect(says(at, numberOf(7))).not.toContain('−4');
  });

  it('needs every input and the target', () => {
    expect(claimProblems({ gradient: { of: 'W2_11', at: { A: 0 } } }, contextOf())).toEqual([
      'needs a value for B and y in "at"',
    ]);
  });
});

it.each([
  [{ A: 0, B: 1, y: 3, C: 2 }, 'takes no value for C in "at": give values for A, B and y alone'],
  [
    { A: 0, B: 1, y: 3, W2_11: 5 },
    'takes no value for W2_11 in "at": give values for A, B and y alone; weights are as drawn',
  ],
])('refuses to be asked at %j', (at, problem) => {
  expect(claimProblems({ gradient: { of: 'W2_11', at } }, contextOf())).toEqual([problem]);
});

it('asks for a number exactly where a point is given, for a formula elsewhere', () => {
  expect(outer.accepts).toEqual(['expression']);
  expect(state({ gradient: { of: 'W2_11', at: { A: 0, B: 1, y: 3 } } }).accepts).toEqual(['number']);
});

it('lists the weights when a file asks for one that is not there', () => {
  expect(claimProblems({ gradient: { of: 'W3_11' } }, contextOf())[0]).toContain(
    'there is no weight "W3_11": the network has W1_11',
  );
});

it('needs a loss', () => {
  const { loss: _, ...lossless } = xor;
  expect(claimProblems({ gradient: { of: 'W2_11' } }, contextOf(lossless))[0]).toContain(
    'needs a model with a loss',
  );
});
