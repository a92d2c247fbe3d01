import fc from 'fast-check';
import { functions } from '../../src/expressions/functions.ts';
import { apply, binary, choice, constant, digits, name, type Tree } from '../../src/expressions/tree.ts';

export const names = ['A', 'B', 'n1', 'out', 'yhat', 'W1_12', 'lambda'] as const;

const number = fc
  .oneof(
    fc.nat({ max: 20 }).map(String),
    fc.tuple(fc.nat({ max: 99 }), fc.nat({ max: 999 })).map(([whole, decimals]) => `${whole}.${decimals}`),
    fc.constantFrom('1e3', '2.5e-2', '1000000'),
  )
  .map(digits);

const leaf: fc.Arbitrary<Tree> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...names).map(name) },
  { weight: 3, arbitrary: number },
  { weight: 1, arbitrary: fc.constantFrom('e', 'pi').map(constant) },
);

/** Rational operations on a few names and small numbers. */
export const rational: fc.Arbitrary<Tree> = fc.letrec<{ tree: Tree; leaf: Tree }>((tie) => ({
  leaf: fc.oneof(
    fc.constantFrom('A', 'B', 'n1').map(name),
    fc.integer({ min: 1, max: 9 }).map((n) => digits(`${n}`)),
  ),
  tree: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'rational' },
    tie('leaf'),
    fc
      .tuple(fc.constantFrom('+', '-', '*', '/'), tie('tree'), tie('tree'))
      .map(([op, l, r]) => binary(op, l, r)),
    tie('tree').map((to) => apply('neg', to)),
    tie('tree').map((to) => binary('^', to, digits('2'))),
  ),
})).tree;

/** Anything that can be read, except powers of e, which are read as exp. */
export const anyTree: fc.Arbitrary<Tree> = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5, depthIdentifier: 'tree' },
    leaf,
    fc
      .tuple(fc.constantFrom('+', '-', '*', '/'), tie('tree'), tie('tree'))
      .map(([op, l, r]) => binary(op, l, r)),
    fc
      .tuple(tie('tree'), tie('tree'))
      .filter(([base]) => !(base.kind === 'constant' && base.name === 'e'))
      .map(([base, exponent]) => binary('^', base, exponent)),
    fc.tuple(fc.constantFrom(...functions.own.values()), tie('tree')).map(([fn, to]) => apply(fn, to)),
    fc
      .tuple(fc.constantFrom('max', 'min', '<', '<=', '>', '>=', '=', '!='), tie('tree'), tie('tree'))
      .map(([op, l, r]) => binary(op, l, r)),
    fc
      .tuple(tie('tree'), tie('tree'), fc.option(tie('tree'), { nil: undefined }))
      .map(([when, then, otherwise]) => choice(when, then, otherwise)),
  ),
})).tree;

/** What a network's formulas are made of: smooth and piecewise linear functions, no towers of powers. */
export const networkTree: fc.Arbitrary<Tree> = fc.letrec<{ tree: Tree; leaf: Tree }>((tie) => ({
  leaf: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('A', 'B', 'n1', 'out').map(name) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 5 }).map((n) => digits(`${n}`)) },
  ),
  tree: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'network' },
    tie('leaf'),
    fc.tuple(fc.constantFrom('+', '-', '*'), tie('tree'), tie('tree')).map(([op, l, r]) => binary(op, l, r)),
    fc
      .tuple(fc.constantFrom('relu', "relu'", 'sigmoid', "sigmoid'", 'tanh', 'abs', 'neg'), tie('tree'))
      .map(([fn, to]) => apply(fn, to)),
    fc.tuple(fc.constantFrom('max', 'min'), tie('tree'), tie('tree')).map(([op, l, r]) => binary(op, l, r)),
  ),
})).tree;
