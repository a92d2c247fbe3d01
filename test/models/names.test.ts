import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { evaluate, parse } from '../../src/expressions/index.ts';
import { labelText } from '../../src/figures/text.ts';
import { evaluateModel } from '../../src/models/evaluate.ts';
import { definitionsOf } from '../../src/models/formulas.ts';
import { modelOf } from '../../src/models/model.ts';
import { freeNames, nameLabel, nameLatex, namesOf } from '../../src/models/names.ts';
import { ModelSource } from '../../src/models/schema.ts';

const layer = (units: number, activation = 'relu') => ({ dense: { units, activation } });
const build = (inputs: string[], layers: unknown[], loss: string | undefined = 'squared-error') =>
  modelOf(ModelSource.parse({ inputs, layers, ...(loss && { loss }) }));

const models = {
  'one hidden layer': build(['A', 'B'], [layer(2), layer(1, 'identity')]),
  'an activated output': build(['A', 'B'], [layer(2), layer(1, 'sigmoid')]),
  'no hidden layer': build(['age', 'x2'], [layer(1, 'sigmoid')]),
  'several layers and outputs': build(['A', 'B'], [layer(3), layer(2, 'tanh'), layer(2)]),
  'hidden layers without activation': build(['A'], [layer(2, 'identity'), layer(1, 'identity')]),
  'sixteen units of four inputs': build(['A', 'B', 'C', 'D'], [layer(16), layer(12), layer(1, 'identity')]),
};

describe.each(Object.entries(models))('a network with %s', (_, model) => {
  it('has names that are read as written and as they are set', () => {
    const names = namesOf(model);
    for (const name of names) {
      for (const text of [name, nameLatex(name)]) {
        expect(parse(text, { names }), text).toMatchObject({ ok: true, tree: { kind: 'name', name } });
      }
    }
  });

  it('is defined by formulas that give what the engine gives', () => {
    const point = new Map(freeNames(model).map((name, i) => [name, Math.sin(7 * i + 1)]));
    const { values } = evaluateModel(model, (name) => point.get(name) ?? 0);
    const known = new Map(point);
    for (const [name, tree] of definitionsOf(model)) known.set(name, evaluate(tree, known));
    expect([...known.keys()].sort()).toEqual([...values.keys()].sort());
    for (const [name, value] of known) expect(value, name).toBeCloseTo(values.get(name) ?? Number.NaN, 12);
  });

  it('has names that are set without errors, in figures as in text', () => {
    for (const name of namesOf(model)) {
      expect(() => katex.renderToString(nameLatex(name), { throwOnError: true })).not.toThrow();
      expect(labelText(nameLabel(name)).replace(/[(),]/g, '')).not.toMatch(/[_^{}\\]/);
    }
  });
});

it.each([
  ['A', 'A', 'A'],
  ['n1', 'n_{1}', 'n_{1}'],
  ['n1_2', 'n_{2}^{(1)}', 'n_{2}^{(1)}'],
  ['W1', 'W^{(1)}', 'W^{(1)}'],
  ['b2', 'b^{(2)}', 'b^{(2)}'],
  ['b', 'b', 'b'],
  ['W1_12', 'W_{12}^{(1)}', 'W_{12}^{(1)}'],
  ['W1_{1,12}', 'W_{1,12}^{(1)}', 'W_{1,12}^{(1)}'],
  ['b1_2', 'b_{2}^{(1)}', 'b_{2}^{(1)}'],
  ['out', '\\mathrm{out}', 'out'],
  ['out12', '\\mathrm{out}_{12}', 'out_{12}'],
  ['X1', 'X_{1}', 'X_{1}'],
  ['theta1', '\\theta_{1}', 'theta_{1}'],
])('%s is set %s in text and %s in figures', (name, latex, label) => {
  expect(nameLatex(name)).toBe(latex);
  expect(nameLabel(name)).toBe(label);
});

describe('the inputs of a network', () => {
  const hidden = [layer(2), layer(1, 'identity')];

  it.each([
    [['x', 'y'], 'The input "y" has the name of the target in the loss: call it something else, such as x2.'],
    [['A', 'A'], 'Two inputs are called "A": give each its own name.'],
    [['n1', 'B'], 'The input "n1" has the name of another part of the network'],
    [['A', 'out'], 'The input "out" has the name of another part of the network'],
    [['A', 'z2'], 'The input "z2" has the name of another part of the network'],
    [['W1', 'B'], 'The input "W1" has the name of another part of the network'],
    [
      ['a1b', 'B'],
      'The input "a1b" would be read differently in formulas: call it something else, such as x1.',
    ],
    [['relu', 'B'], 'The input "relu" would be read differently in formulas'],
    [['e', 'B'], 'The input "e" would be read differently in formulas'],
  ])('cannot be %j', (inputs, message) => {
    expect(() => build(inputs, hidden)).toThrow(message);
  });

  it('may be called y where there is no loss, and n2 where no unit is', () => {
    expect(build(['x', 'y'], hidden, '').inputs).toEqual(['x', 'y']);
    expect(build(['n3', 'z3'], hidden).inputs).toEqual(['n3', 'z3']);
  });
});
