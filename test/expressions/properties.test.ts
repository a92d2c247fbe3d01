import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { compile, equivalent, evaluate, parse, toLatex, toText } from '../../src/expressions/index.ts';
import { english } from '../language/english.ts';
import { runs } from '../runs.ts';
import { anyTree, names, networkTree, rational } from './arbitrary.ts';
import { mutated, rewritten } from './comparing/rewrites.ts';

const variables = { A: 'real', B: 'real', n1: 'real', out: 'real' } as const;
const order = Object.keys(variables);

/** The same cases in every build; `SEED=… npx vitest run test/expressions/properties.test.ts` tries others. */
const seed = Number(process.env['SEED'] ?? 20_230_403);
const cases = (all: number, fewer = all) => ({ numRuns: runs(all, fewer), seed });

beforeAll(() => console.log(`the seed of these properties is ${seed}`));

describe('a tree printed', () => {
  test('as text reads back to an equal tree', () => {
    fc.assert(
      fc.property(anyTree, (tree) => {
        expect(parse(toText(tree), { names })).toEqual({ ok: true, tree });
      }),
      cases(10_000, 1_000),
    );
  });

  test('as LaTeX reads back to the same value', () => {
    const values = Float64Array.from(names, (_, i) => 0.3 + i / 7);
    fc.assert(
      fc.property(anyTree, (tree) => {
        const again = parse(toLatex(tree), { names });
        if (!again.ok) throw new Error(`${toLatex(tree)}: ${english(english(again.error.message))}`);
        const [before, after] = [compile(tree, names)(values), compile(again.tree, names)(values)];
        const close = Object.is(before, after) || Math.abs(before - after) <= 1e-9 * Math.abs(before);
        expect(close, `${toText(tree)} is ${before}, but ${after} from ${toLatex(tree)}`).toBe(true);
      }),
      cases(10_000, 1_000),
    );
  });

  test('with σ for a function reads back with that σ', () => {
    fc.assert(
      fc.property(networkTree, (tree) => {
        expect(parse(toText(tree, { sigma: 'relu' }), { names, sigma: 'relu' })).toEqual({ ok: true, tree });
      }),
    );
  });
});

describe('equivalence', () => {
  const withRewrites = (trees: fc.Arbitrary<Parameters<typeof rewritten>[0]>) =>
    trees.chain((tree) => rewritten(tree).map((other) => [tree, other] as const));

  test('holds after random rewrites of rational expressions', () => {
    fc.assert(
      fc.property(withRewrites(rational), ([tree, other]) => {
        const { verdict } = equivalent(tree, other, { variables, seed: 1 });
        // What is divided by 0 everywhere is compared nowhere.
        const somewhere = Number.isFinite(evaluate(tree, { A: 0.37, B: -1.9, n1: 2.3, out: 0.8 }));
        expect(verdict, `${toText(tree)} and ${toText(other)}`).not.toBe('different');
        if (somewhere) expect(verdict, `${toText(tree)} and ${toText(other)}`).toBe('equal');
      }),
      cases(5_000, 500),
    );
  });

  test('holds after random rewrites of the formulas of networks', () => {
    fc.assert(
      fc.property(withRewrites(networkTree), ([tree, other]) => {
        const result = equivalent(tree, other, { variables, seed: 1 });
        expect(result.verdict, `${toText(tree)} and ${toText(other)}: ${JSON.stringify(result)}`).toBe(
          'equal',
        );
      }),
      cases(5_000, 500),
    );
  });

  test('is refuted after a slip, with a witness that separates the two', () => {
    let slips = 0;
    fc.assert(
      fc.property(
        networkTree.chain((tree) => mutated(tree).map((other) => [tree, other] as const)),
        ([tree, other]) => {
          if (!differClearly(tree, other)) return;
          slips++;
          const result = equivalent(tree, other, { variables, seed: 1 });
          expect(result.verdict, `${toText(tree)} and ${toText(other)}`).toBe('different');
          if (result.verdict !== 'different') return;
          const [a, b] = [tree, other].map((side) => evaluate(side, result.witness.point));
          expect(a).not.toBe(b);
        },
      ),
      cases(10_000, 1_000),
    );
    expect(slips).toBeGreaterThan(runs(2_000, 200));
  });

  test('does not depend on anything but the trees and the seed', () => {
    fc.assert(
      fc.property(networkTree, networkTree, (a, b) => {
        const options = { variables, seed: 'a seed' };
        expect(equivalent(a, b, options)).toEqual(equivalent(a, b, options));
      }),
      cases(30),
    );
  });
});

/** By plain values on a grid of irrational steps: a second opinion that shares nothing with the search. */
function differClearly(a: Parameters<typeof compile>[0], b: Parameters<typeof compile>[0]): boolean {
  const [f, g] = [compile(a, order), compile(b, order)];
  let differences = 0;
  for (let i = 0; i < 100; i++) {
    const point = Float64Array.from(order, (_, k) => 4 * Math.sin(i * (1.7 + k) + k));
    const [x, y] = [f(point), g(point)];
    if (Math.abs(x - y) > 1e-6 * Math.max(Math.abs(x), Math.abs(y))) differences++;
  }
  return differences >= 5;
}
