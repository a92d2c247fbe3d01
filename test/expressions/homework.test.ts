import { describe, expect, test } from 'vitest';
import {
  differentiate,
  equivalent,
  parse,
  readNumber,
  readShape,
  substitute,
  type Tree,
} from '../../src/expressions/index.ts';
import { english } from '../language/english.ts';

const inputs = ['A', 'B', 'y'];
const weights = ['W1_11', 'W1_12', 'W1_21', 'W1_22', 'W2_11', 'W2_12'];
const names = [...inputs, ...weights, 'z1', 'z2', 'n1', 'n2', 'out', 'L'];

const tree = (text: string): Tree => {
  const parsed = parse(text, { names, sigma: 'relu' });
  if (!parsed.ok) throw new Error(english(parsed.error.message));
  return parsed.tree;
};

const forward = {
  z1: tree('W1_11*A + W1_12*B'),
  z2: tree('W1_21*A + W1_22*B'),
  n1: tree('σ(z_1)'),
  n2: tree('σ(z_2)'),
  out: tree('W2_11*n1 + W2_12*n2'),
};
/** The loss in weights, inputs and target alone. */
const loss = ['out', 'n1', 'n2', 'z1', 'z2'].reduce(
  (sum, name) => substitute(sum, new Map(Object.entries(forward).filter(([key]) => key === name))),
  tree('(y-out)^2'),
);
const options = { definitions: forward, seed: 1 };

describe('exercise 1c: ∂L/∂W₁₁⁽²⁾', () => {
  const key = differentiate(loss, 'W2_11');
  test.each([
    ['2(y - out) \\cdot n_1', 'different'],
    ['2(out - y) \\cdot n_1', 'equal'],
    ['2(y - out) \\cdot n_2', 'different'],
    ['2(out - y) \\cdot n_2', 'different'],
    ['-2 (y − out)·relu(z₁)', 'equal'],
    ['2(W2_11*n1 + W2_12*n2 - y) relu(W1_11*A+W1_12*B)', 'equal'],
    ['(out - y) n1', 'different'],
  ])('%s is %s', (text, verdict) => {
    expect(equivalent(tree(text), key, options).verdict).toBe(verdict);
  });
});

describe('exercise 1d: ∂L/∂W₁₂⁽¹⁾', () => {
  const key = differentiate(loss, 'W1_12');
  test.each([
    ["2(out - y) \\cdot W_{11}^{(2)} \\cdot \\sigma'(W_{11}^{(1)} A + W_{12}^{(1)} B) * B", 'equal'],
    ["2(out - y) \\cdot W_{12}^{(2)} \\cdot \\sigma'(W_{11}^{(1)} A + W_{12}^{(1)} B) * B", 'different'],
    ["2(out - y) \\cdot W_{11}^{(2)} \\cdot \\sigma'(W_{11}^{(1)} A + W_{12}^{(1)} B) * A", 'different'],
    ["2(out - y) \\cdot W_{12}^{(2)} \\cdot \\sigma'(W_{11}^{(1)} A + W_{12}^{(1)} B) * A", 'different'],
    ['2(out-y) W2_11 [z1 > 0] B', 'equal'],
    ['2(out-y) W2_11 [n1 > 0] B', 'equal'],
    ['2(out-y) W2_11 B', 'different'],
    ["2(out-y) W2_11 σ'(z2) B", 'different'],
    ["2(out-y) W2_11 σ'(z1)", 'different'],
  ])('%s is %s', (text, verdict) => {
    expect(equivalent(tree(text), key, options).verdict).toBe(verdict);
  });
});

describe('exercise 2', () => {
  const exactly = (text: string) => {
    const read = readNumber(text);
    return read.ok ? read.exact : english(english(read.error.message));
  };

  test.each([
    ['1920*1080*3*256 + 256 + 256*10 + 10', 1592527626n],
    ["1'592'527'626", 1592527626n],
    ["1'592'525'056 + 2570", 1592527626n],
    ['1,592,527,626', 1592527626n],
    ['1 592 527 626', 1592527626n],
    ['\\(1920 \\cdot 1080 \\times 3 * 256 + 256 + 2{,}570\\)', 1592527626n],
    ['1.6 * 10^9', 1600000000n],
    ['(4*4*3 + 1)*64 + 9*(4*4*64 + 1)*64', 593536n],
    ["593'536", 593536n],
  ])('%s is counted exactly', (text, numerator) => {
    expect(exactly(text)).toEqual({ numerator, denominator: 1n });
  });

  test.each(['961 * 541', '961 × 541', '961x541', '(961, 541)', '[961,541]', '961 \\times 541'])(
    '%s is a shape',
    (text) => {
      expect(readShape(text)).toEqual({ ok: true, sizes: [961, 541] });
    },
  );
});
