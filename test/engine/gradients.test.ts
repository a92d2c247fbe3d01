import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile, isOpName, type Mode, type Network, type Plan, shapes } from '../../src/engine/index.ts';
import { type Random, random } from '../../src/numbers/random.ts';
import { type LayerCase, layerCases } from './cases.ts';

/** The layer, and all that it gives laid side by side, so that one product with a random vector reaches everything. */
function networkOf(op: string, { attrs = {}, inputs, outs }: LayerCase): Network {
  if (!isOpName(op)) throw new Error(`There is no operation ${op}.`);
  const names = inputs.map((_, i) => `x${i}`);
  const given = outs ?? ['layer'];
  return {
    nodes: [
      { id: 'layer', op, in: names, attrs, outs: given },
      ...given.map((name) => ({
        id: `flat ${name}`,
        op: 'reshape' as const,
        in: [name],
        attrs: { shape: [1, -1] },
      })),
      { id: 'all', op: 'concat', in: given.map((name) => `flat ${name}`), attrs: { dim: 1 } },
    ],
    loss: { op: 'vjp', in: 'all' },
  };
}

function planOf(
  network: Network,
  { inputs, indicesBelow, positive }: LayerCase,
  mode: Mode,
  r: Random,
): Plan {
  const given = Object.fromEntries(inputs.map((shape, i) => [`x${i}`, shape]));
  const plan = compile(network, {
    inputs: given,
    targets: { target: shapes(network, given).get('all') ?? [] },
    mode,
  });
  for (const name of Object.keys(given)) {
    const data = plan.values.get(name)?.data ?? [];
    // Distinct numbers off the usual kinks: no central difference may cross one.
    const places = r.shuffle(Array.from(data, (_, i) => i));
    for (const [i, place] of places.entries()) {
      const spread = (place + 0.37) * 0.11;
      data[i] = indicesBelow
        ? r.integer(indicesBelow)
        : positive
          ? 0.5 + spread
          : spread - 0.055 * data.length;
    }
  }
  for (const { data } of plan.params.values()) for (let i = 0; i < data.length; i++) data[i] = r.normal();
  for (const [name, { data }] of plan.buffers) data.fill(name.endsWith('var') ? 1.7 : 0.3);
  for (const { data } of plan.targets.values()) for (let i = 0; i < data.length; i++) data[i] = r.normal();
  return plan;
}

/** Every gradient against (L(w + h) - L(w - h)) / 2h. */
function expectTrueGradients(plan: Plan, variables: readonly string[]): void {
  plan.forward();
  plan.loss();
  plan.backward();
  for (const name of variables) {
    const { data, grad } = plan.values.get(name) ?? plan.params.get(name) ?? { data: [], grad: [] };
    const claimed = Float64Array.from(grad);
    for (const [i, w] of Array.from(data).entries()) {
      const h = 1e-5 * Math.max(1, Math.abs(w));
      const lossAt = (moved: number): number => {
        data[i] = moved;
        plan.forward();
        return plan.loss();
      };
      const measured = (lossAt(w + h) - lossAt(w - h)) / (2 * h);
      data[i] = w;
      const error = Math.abs(measured - (claimed[i] ?? Number.NaN)) / Math.max(1, Math.abs(measured));
      expect(
        error,
        `d loss / d ${name}[${i}]: backward says ${claimed[i]}, differences ${measured}`,
      ).toBeLessThan(1e-7);
    }
  }
}

describe('backward agrees with central differences', () => {
  for (const [op, draw] of Object.entries(layerCases)) {
    const modes: Mode[] = op.endsWith('_norm') ? ['eval', 'train'] : ['eval'];
    for (const mode of modes) {
      test(`of ${op}${mode === 'train' ? ' in training' : ''}`, () => {
        const property = fc.property(fc.nat(), (seed) => {
          const r = random(seed);
          const drawn = draw(r);
          const plan = planOf(networkOf(op, drawn), drawn, mode, r);
          const inputs = drawn.indicesBelow ? [] : drawn.inputs.map((_, i) => `x${i}`);
          expectTrueGradients(plan, [...inputs, ...plan.params.keys()]);
        });
        fc.assert(property, { numRuns: 12, seed: 1 });
      });
    }
  }
});
