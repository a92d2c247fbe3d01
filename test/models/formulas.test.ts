import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/expressions/index.ts';
import { gradientOf } from '../../src/models/evaluate.ts';
import { derivativeOf } from '../../src/models/formulas.ts';
import { type Model, modelOf } from '../../src/models/model.ts';
import { freeNames } from '../../src/models/names.ts';
import { ModelSource } from '../../src/models/schema.ts';
import { random } from '../../src/numbers/random.ts';

const dense = (units: number, activation = 'identity', bias = true) => ({
  dense: { units, activation, bias },
});
const networks = {
  'the homework': [dense(2, 'relu', false), dense(1, 'identity', false)],
  'several outputs': [dense(2, 'tanh'), dense(3, 'sigmoid')],
  'three layers': [dense(2, 'relu'), dense(3, 'sigmoid'), dense(1)],
  'wide layers': [dense(11, 'relu'), dense(1)],
  'no hidden layer': [dense(1, 'relu')],
};

/** The derivative by its formula, at a point. */
function byChainRule(model: Model, of: string, point: ReadonlyMap<string, number>): number {
  const { tree, definitions } = derivativeOf(model, of);
  const values = new Map(point);
  for (const [name, definition] of definitions) values.set(name, evaluate(definition, values));
  return evaluate(tree, values);
}

describe('the derivative of the loss as a formula', () => {
  it.each(Object.entries(networks))('is what the backward pass gives, with %s', (_, layers) => {
    const model = modelOf(ModelSource.parse({ inputs: ['A', 'B'], layers, loss: 'squared-error' }));
    const generator = random('points');
    const free = freeNames(model);
    for (const of of free.filter((name) => /^[Wb]/.test(name))) {
      for (let i = 0; i < 3; i++) {
        const point = new Map(free.map((name) => [name, generator.uniform(-2, 2)]));
        const right = gradientOf(model, of, (name) => point.get(name) ?? Number.NaN);
        expect(byChainRule(model, of, point)).toBeCloseTo(right, 10);
      }
    }
  });
});
