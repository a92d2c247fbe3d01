import { z } from 'zod';
import { evaluate } from '../../expressions/index.ts';
import { say } from '../../language/index.ts';
import { biasNames, freeNames, weightNames } from '../../models/names.ts';
import type { Misconception } from '../claim.ts';
import { defineClaim } from '../claim-kind.ts';
import { MATRIX_TAGS } from '../judge-matrix.ts';
import { namedModel, requireNamed } from '../weights.ts';
import { close, exampleAt, gradientAt, judgeFormula, judgeNumber } from './judge.ts';
import { entriesOf, isMatrix, judgeGradients, matrixAt, matrixForm, matrixMisconceptions } from './matrix.ts';
import { type Mistaken, mistakenGradients } from './mistakes.ts';

const schema = z.strictObject({
  of: z
    .string()
    .describe(
      'A weight, such as `W1_12` (layer 1, into unit 1, from input 2), or all weights of a layer: `W1`, `b1`.',
    ),
  at: z
    .record(z.string(), z.number())
    .optional()
    .describe(
      'Inputs and target. The answer is then a number, with the weights as drawn. Default: it is a formula.',
    ),
});
type Config = z.infer<typeof schema>;

/** The derivative of the loss with respect to a weight, by backpropagation: as a formula, or as a number at a point. */
export const gradient = defineClaim<Config>({
  name: 'gradient',
  level: 'proven',
  schema: schema.describe(
    'The derivative of the loss by a weight or by all weights of a layer, as formulas or as numbers at a point.',
  ),
  problems: ({ of, at }, context) => {
    const model = namedModel(context);
    if ('text' in model) return [model];
    if (!model.network.loss) return [say('needs a model with a loss, such as loss: squared-error')];
    const weights = model.dense.flatMap((layer) => [...weightNames(layer).flat(), ...biasNames(layer)]);
    const known = isMatrix(of) ? entriesOf(model, of).length > 0 : weights.includes(of);
    if (!known) return [say('there is no weight "{of}": the network has {weights}', { of, weights })];
    if (!at) return [];
    if (!model.params) return [say('needs a model that states its weights, because a number is asked for')];
    const asked = freeNames(model).filter((name) => !weights.includes(name));
    const extra = Object.keys(at).filter((name) => !asked.includes(name));
    if (extra.length > 0) {
      return extra.some((name) => weights.includes(name))
        ? [
            say('takes no value for {extra} in "at": give values only for {asked}; weights are as drawn', {
              extra,
              asked,
            }),
          ]
        : [say('takes no value for {extra} in "at": give values only for {asked}', { extra, asked })];
    }
    const missing = asked.filter((name) => !Object.hasOwn(at, name));
    return missing.length === 0 ? [] : [say('needs a value for {missing} in "at"', { missing })];
  },
  accepts: ({ of, at }) => (isMatrix(of) ? ['matrix'] : at ? ['number'] : ['expression']),
  form: ({ of, at }, context) => (isMatrix(of) ? matrixForm(requireNamed(context), of, at) : {}),
  judge: {
    expression: ({ tree }, { of }, context) => judgeFormula(tree, of, context),
    number: ({ value }, { of, at = {} }, context) => judgeNumber(value, of, at, context),
    matrix: (value, { of, at }, context) => judgeGradients(value, of, at, context),
  },
  solve({ of, at }, context) {
    if (!at) return null;
    const model = requireNamed(context);
    const example = exampleAt(model, at);
    if (isMatrix(of)) return matrixAt(model, of, example);
    const value = gradientAt(example, of);
    return Number.isFinite(value) ? { type: 'number', value, exact: null } : null;
  },
  misconceptions: ({ of, at }, context) => {
    const model = requireNamed(context);
    if (isMatrix(of)) return matrixMisconceptions(model, of, at, context);
    const { singles } = mistakenGradients(model, of);
    if (!at) return singles.map((mistaken) => named(mistaken, { type: 'expression', tree: mistaken.tree }));
    const example = exampleAt(model, at);
    return singles.flatMap((mistaken) => {
      const value = evaluate(mistaken.tree, example.values);
      if (!Number.isFinite(value) || close(value, gradientAt(example, of))) return [];
      return [named(mistaken, { type: 'number', value, exact: null })];
    });
  },
  tags: MATRIX_TAGS,
  unit: ({ of }) => (isMatrix(of) ? 'cell' : null),
});

const named = ({ notes: [note] }: Mistaken, value: Misconception['value']): Misconception => ({
  tag: note?.tag ?? 'other',
  says: note?.says ?? '',
  value,
});
