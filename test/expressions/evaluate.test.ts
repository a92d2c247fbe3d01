import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { functions } from '../../src/expressions/functions.ts';
import {
  compile,
  differentiate,
  evaluate,
  namesIn,
  parse,
  simplify,
  type Tree,
  toText,
} from '../../src/expressions/index.ts';
import { apply, name } from '../../src/expressions/tree.ts';
import { expressionPairs } from '../conformance/expressions.ts';
import { english } from '../language/english.ts';

const names = ['x', 'z', 'A', 'B'];
const tree = (text: string): Tree => {
  const parsed = parse(text, { names });
  if (!parsed.ok) throw new Error(english(parsed.error.message));
  return parsed.tree;
};

describe('a value', () => {
  test('is NaN where the expression is undefined over the reals', () => {
    for (const text of [
      'log(-1)',
      'log(0)',
      'sqrt(-1)',
      '1/0',
      '0^-1',
      '(-8)^(1/3)',
      'asin(2)',
      'atanh(1)',
      'if(0,1)',
      '[1/0 > 1]',
      'max(1, 0/0)',
      'relu(log(-1))',
    ]) {
      expect(evaluate(tree(text), {}), text).toBeNaN();
    }
  });

  test('of the branch that is not taken does not matter', () => {
    expect(evaluate(tree('if(z > 0, log(z), 0)'), { z: -1 })).toBe(0);
  });

  test('needs all names, from a record or a map', () => {
    expect(evaluate(tree('A-B'), { A: 3, B: 1 })).toBe(2);
    expect(
      evaluate(
        tree('A-B'),
        new Map([
          ['A', 3],
          ['B', 1],
        ]),
      ),
    ).toBe(2);
    expect(() => evaluate(tree('A-B'), { A: 3 })).toThrow('There is no value for ‘B’.');
    expect([...namesIn(tree('B-A+B'))]).toEqual(['B', 'A']);
  });

  test('is computed many times from one compilation', () => {
    const f = compile(tree('A^2 - B'), ['A', 'B']);
    expect(f(Float64Array.of(3, 1))).toBe(8);
    expect(f(Float64Array.of(-1, 5))).toBe(-4);
  });
});

describe('a derivative', () => {
  test.each([...functions.own])('of %s agrees with a central difference', (_, fn) => {
    const points = [-2.3, -0.7, -0.21, 0.4, 0.83, 1.9, 3.3].filter((x) => Number.isFinite(fn.value(x)));
    const derivative = differentiate(apply(fn, name('x')), 'x');
    for (const x of points) {
      const h = 1e-5 * Math.max(1, Math.abs(x));
      const central = (fn.value(x + h) - fn.value(x - h)) / (2 * h);
      expect(Math.abs(evaluate(derivative, { x }) - central), `${fn.name} at ${x}`).toBeLessThan(
        1e-8 * Math.max(1, Math.abs(central)),
      );
    }
  });

  test.each([
    'x^3',
    '3^x',
    'x^x',
    '(x^2+1)/(x-5)',
    'max(x, x^2)',
    'min(x, 2-x)',
    'if(x>1, x^2, 3*x)',
    'tanh(2*x)*sigmoid(x)',
    '1/x',
    'x/3',
    'gelu(x)',
    'softsign(x)',
    'silu(x)',
    'elu(x)',
    'mish(x)',
    '-x*-x',
    '2-(3-x)',
  ])('of %s agrees with a central difference', (text) => {
    for (const x of [0.3, 0.8, 1.7, 2.6]) {
      const f = compile(tree(text), ['x']);
      const h = 1e-5;
      const central = (f(Float64Array.of(x + h)) - f(Float64Array.of(x - h))) / (2 * h);
      expect(Math.abs(evaluate(differentiate(tree(text), 'x'), { x }) - central), `at ${x}`).toBeLessThan(
        1e-8 * Math.max(1, Math.abs(central)),
      );
    }
  });

  test.each([
    "relu'",
    "tanh'",
    "sigmoid'",
    "softplus'",
    "silu'",
    "gelu'",
    "elu'",
    "leakyrelu'",
    "softsign'",
    "log'",
    "exp'",
  ])('%s is the derivative of its function', (prime) => {
    const f = compile(tree(`${prime.slice(0, -1)}(x)`), ['x']);
    for (const x of [0.3, 1.7]) {
      const central = (f(Float64Array.of(x + 1e-5)) - f(Float64Array.of(x - 1e-5))) / 2e-5;
      expect(Math.abs(evaluate(tree(`${prime}(x)`), { x }) - central)).toBeLessThan(1e-8);
    }
  });

  test('is tidied for display', () => {
    expect(toText(differentiate(tree('(z-(A*x+B))^2'), 'x'))).toBe('-(2*(z - (A*x + B))*A)');
    expect(toText(simplify(tree('0*x + 1*z^1 - 0')))).toBe('z');
    expect(toText(simplify(tree('2*(3*x)')))).toBe('6*x');
  });
});

const shared = '../shared/fixtures';
const reason = existsSync(shared) ? '' : ' (skipped: no ../shared here)';

describe.skipIf(!existsSync(shared))(`the reference fixtures${reason}`, () => {
  const load = (file: string): unknown => JSON.parse(readFileSync(`${shared}/${file}`, 'utf8'));

  test('of expression pairs all pass', () => {
    const outcomes = [...expressionPairs(load('expressions.json'))];
    expect(outcomes.length).toBeGreaterThan(0);
    expect(outcomes.filter(({ failure }) => failure !== undefined)).toEqual([]);
  });
});
