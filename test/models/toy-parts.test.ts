import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { backward, forward, type NetworkOf, tensor } from '../../src/engine/index.ts';
import {
  agreesWith,
  differentiate,
  equivalent,
  evaluate,
  reader,
  toLatex,
  toText,
} from '../../src/expressions/index.ts';
import { drawActivations, graphOf } from '../../src/figures/index.ts';
import { partsOf, standardParts } from '../../src/models/activations.ts';
import { evaluateModel, gradientOf } from '../../src/models/evaluate.ts';
import { definitionsOf } from '../../src/models/formulas.ts';
import { layerKinds } from '../../src/models/layers/index.ts';
import { defineLayer } from '../../src/models/layers/layer.ts';
import { modelOf } from '../../src/models/model.ts';
import { modelSchema } from '../../src/models/schema.ts';
import { type ScalarFunction, scalarFunctions } from '../../src/numbers/functions/index.ts';

/** An activation in one entry: x² for x > 1, else 1, with its kink at 1. */
const bump: ScalarFunction = {
  name: 'toy_bump',
  spellings: ['bumped'],
  layer: () => ({
    value: (x) => (x > 1 ? x * x : 1),
    derivative: (x) => (x > 1 ? 2 * x : 0),
    kinks: [1],
  }),
  formula: {
    value: (x) => (x > 1 ? x * x : x <= 1 ? 1 : Number.NaN),
    derivative: '2*x*(x>1)',
    edges: [1],
    precise: { formula: 'max(1,x)^2' },
    proof: { formula: 'max(1,x)^2' },
    latex: '\\operatorname{Bump}',
  },
  model: { label: 'Bump', learns: 'smooth' },
};

const parts = partsOf([...scalarFunctions, bump]);
const read = reader({ names: ['z', 'w'], table: parts.formulas, sigma: 'toy_bump' });
const tree = (text: string) => {
  const found = read(text);
  if (!found.ok) throw new Error(found.error.message.text);
  return found.tree;
};

describe('a function that is added to the list', () => {
  const network: NetworkOf<string> = {
    nodes: [{ id: 'out', op: 'toy_bump', in: ['x'] }],
    loss: { op: 'mse', in: 'out', reduction: 'sum' },
    operations: parts.operations,
  };
  const x = tensor([1, 3], [-2, 1, 3]);

  it('runs forward and backward in the engine', () => {
    const target = tensor([1, 3], [0, 0, 8]);
    const { output, inputGrads } = backward(network, { inputs: { x }, targets: { target } });
    expect([...output.data]).toEqual([1, 1, 9]);
    expect([...(inputGrads.get('x')?.data ?? [])]).toEqual([0, 0, 12]);
    expect(() => forward({ nodes: network.nodes }, { inputs: { x } })).toThrow('there is no operation');
  });

  it('is read in every spelling, as σ, and set in LaTeX; other tables do not know it', () => {
    for (const text of ['toy_bump(z)', 'ToyBump(z)', '\\bumped(z)', 'σ(z)']) {
      expect(toText(tree(text)), text).toBe('toybump(z)');
    }
    expect(toLatex(tree('2*bumped(z)'))).toBe('2 \\, \\operatorname{Bump}\\left(z\\right)');
    expect(reader({ names: ['z'] })('toy_bump(z)').ok).toBe(false);
  });

  it('is evaluated and differentiated', () => {
    expect(evaluate(tree('bumped(z)'), { z: 3 })).toBe(9);
    const slope = differentiate(tree('bumped(w*z)'), 'z');
    expect(evaluate(slope, { z: 3, w: 2 })).toBe(24);
    expect(toText(tree("bumped'(z)"))).toContain('2*z*');
  });

  it('is compared: on both sides of its kink, and far out where only more digits tell', () => {
    const different = equivalent(tree('bumped(z)'), tree('z^2'));
    expect(different).toMatchObject({ verdict: 'different' });
    expect(equivalent(tree('bumped(z)'), tree('if(z>1, z^2, 1)')).verdict).toBe('equal');
    expect(equivalent(tree('bumped(z)'), tree('max(z, 1)^2')).verdict).toBe('equal');
    expect(equivalent(tree('bumped(1e9*z)+1e-9'), tree('max(1e9*z, 1)^2')).verdict).toBe('different');
    const reference = ({ z = 0 }) => (z > 1 ? z * z : 1);
    const options = { variables: { z: 'real' as const }, kinks: [{ of: tree('z'), at: 1 }] };
    expect(agreesWith(tree('bumped(z)'), reference, options).verdict).toBe('equal');
  });

  it('is an activation of model files, and of no others than those with its list', () => {
    const source = { inputs: ['A'], layers: [{ dense: { units: 2, activation: 'toy_bump' } }] };
    expect(modelSchema(layerKinds, standardParts).safeParse(source).success).toBe(false);
    const model = modelOf(modelSchema(layerKinds, parts).parse({ ...source, loss: 'squared-error' }), parts);
    const values: Readonly<Record<string, number>> = { A: 1, W1_11: 3, b1_1: 0, y1: 8 };
    const free = (name: string) => values[name] ?? 0;
    const { values: computed } = evaluateModel(model, free);
    expect([computed.get('z1'), computed.get('out1'), computed.get('out2')]).toEqual([3, 9, 1]);
    expect(gradientOf(model, 'W1_11', free)).toBe(2 * (9 - 8) * 6);
    expect(toText(definitionsOf(model).get('out1') ?? tree('0'))).toBe('toybump(z1)');
    expect(model.dense?.[0]?.activation).toMatchObject({ label: 'Bump', kinks: [1], isIdentity: false });
  });

  it('is drawn, with a gap in its derivative at the kink', () => {
    const activation = parts.activations.get('toy_bump');
    if (!activation) throw new Error('missing');
    const { alt } = drawActivations([graphOf(activation)], { id: 'toy' });
    expect(alt).toContain('(a) toy_bump');
    expect(alt).toContain('At x = 1 the derivative is 0 from the left, 2 from the right, no value there.');
  });
});

describe('a kind of layer that is added to the list', () => {
  const twice = defineLayer({
    name: 'toy-twice',
    repeats: true,
    fields: (activation) => z.strictObject({ factor: z.number().default(2), activation }),
    build({ factor, activation }, network) {
      const id = `twice${network.nodes.length}`;
      network.add({ id, op: 'scale', attrs: { factor } });
      network.add({ id: `${id}/bent`, op: network.activation(activation).name });
    },
  });
  const schema = modelSchema([...layerKinds, twice], standardParts);

  it('is read with its defaults, built as often as it says, and stands in messages', () => {
    const source = schema.parse({
      inputs: ['A', 'B'],
      layers: [{ 'toy-twice': { activation: 'relu' }, repeat: 2 }, 'flatten'],
    });
    const model = modelOf(source);
    const { output } = forward(model.network, { inputs: { x: tensor([1, 2], [-1, 3]) } });
    expect([...output.data]).toEqual([0, 12]);
    expect(JSON.parse(JSON.stringify(source))).toEqual({
      inputs: ['A', 'B'],
      layers: [{ 'toy-twice': { factor: 2, activation: 'relu' }, repeat: 2 }, 'flatten'],
    });
    const refused = schema.safeParse({ inputs: ['A'], layers: [3] });
    expect(refused.error?.issues[0]?.message).toContain('{toy-twice: …}');
    expect(modelSchema(layerKinds, standardParts).safeParse(source).success).toBe(false);
  });
});

it('a read model is hashed as before: as plain data with its defaults', () => {
  const source = modelSchema(layerKinds, standardParts).parse({
    inputs: ['A'],
    layers: [{ dense: { units: 2 } }, { 'max-pool': { kernel: 2 } }, 'flatten'],
  });
  expect(JSON.parse(JSON.stringify(source))).toEqual({
    inputs: ['A'],
    layers: [
      { dense: { units: 2, bias: true, activation: 'identity' }, repeat: 1 },
      { 'max-pool': { kernel: 2, padding: 0 } },
      'flatten',
    ],
  });
});
