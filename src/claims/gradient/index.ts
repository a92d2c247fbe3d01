import { z } from 'zod';
import { agreesWith, evaluate, type Tree } from '../../expressions/index.ts';
import { drawnValues, type Evaluation, evaluateModel, gradientOf } from '../../models/evaluate.ts';
import { definitionsOf } from '../../models/formulas.ts';
import { biasNames, freeNames, weightNames } from '../../models/names.ts';
import { defineClaim, type Misconception } from '../claim.ts';
import { list } from '../says.ts';
import { type NamedModel, namedModel, requireNamed } from '../weights.ts';
import { formulaEvidence, numberEvidence } from './evidence.ts';
import { explain, type Mistaken, mistakenGradients, notesOf } from './mistakes.ts';
import { distinctExamples, kinkNames, readableExamples, valuesAt } from './points.ts';

const schema = z.strictObject({
  of: z.string().describe('The weight, such as W1_12: layer 1, into unit 1, from input 2.'),
  at: z
    .record(z.string(), z.number())
    .optional()
    .describe('Inputs and target at which the number is asked for, with the weights as drawn.'),
});
type Config = z.infer<typeof schema>;

/** The derivative of the loss with respect to a weight, by backpropagation: as a formula, or as a number at a point. */
export const gradient = defineClaim<Config>({
  name: 'gradient',
  level: 'proven',
  schema,
  problems: ({ of, at }, context) => {
    const model = namedModel(context);
    if (typeof model === 'string') return [model];
    if (!model.network.loss) return ['needs a model with a loss, such as loss: squared-error'];
    const weights = model.dense.flatMap((layer) => [...weightNames(layer).flat(), ...biasNames(layer)]);
    if (!weights.includes(of)) return [`there is no weight "${of}": the network has ${list(weights)}`];
    if (!at) return [];
    if (!model.params) return ['needs a model that states its weights, because a number is asked for'];
    const asked = freeNames(model).filter((name) => !weights.includes(name));
    const extra = Object.keys(at).filter((name) => !asked.includes(name));
    if (extra.length > 0) {
      const drawn = extra.some((name) => weights.includes(name)) ? '; weights are as drawn' : '';
      return [`takes no value for ${list(extra)} in "at": give values for ${list(asked)} alone${drawn}`];
    }
    const missing = asked.filter((name) => !Object.hasOwn(at, name));
    return missing.length === 0 ? [] : [`needs a value for ${list(missing)} in "at"`];
  },
  accepts: ({ at }) => (at ? ['number'] : ['expression']),
  judge: {
    expression({ tree }, { of }, context) {
      const model = requireNamed(context);
      const answer = agreesWith(tree, (point) => gradientOf(model, of, (name) => point[name] ?? 0), {
        variables: Object.fromEntries(freeNames(model).map((name) => [name, 'real' as const])),
        definitions: definitionsOf(model),
        kinks: kinkNames(model).map((name) => ({ kind: 'name', name })),
        seed: context.seed,
      });
      if (answer.verdict === 'undecided') return { verdict: 'undecided', reason: answer.reason };
      if (answer.verdict === 'equal') return { verdict: 'right', notes: [] };
      const { point } = answer.witness;
      const example = readable(model, of, tree) ?? evaluateModel(model, (name) => point[name] ?? 0);
      const mine = valuesAt(tree, distinctExamples(model));
      const matches = ({ values }: Mistaken) =>
        values.every((value, i) => close(mine[i] ?? Number.NaN, value));
      const explaining = explain(mistakenGradients(model, of), matches);
      return {
        verdict: 'wrong',
        notes: notesOf(explaining),
        witness: formulaEvidence(model, of, tree, example, explaining),
      };
    },
    number({ value }, { of, at = {} }, context) {
      const model = requireNamed(context);
      const example = exampleAt(model, at);
      const right = gradientAt(example, of);
      if (close(value, right)) return { verdict: 'right', notes: [] };
      const matches = ({ tree }: Mistaken) => {
        const mistaken = evaluate(tree, example.values);
        return close(mistaken, value) && !close(mistaken, right);
      };
      const explaining = explain(mistakenGradients(model, of), matches);
      return {
        verdict: 'wrong',
        notes: notesOf(explaining),
        witness: numberEvidence(model, of, value, Object.keys(at), example, explaining),
      };
    },
  },
  misconceptions: ({ of, at }, context) => {
    const model = requireNamed(context);
    const { singles } = mistakenGradients(model, of);
    if (!at) return singles.map((mistaken) => named(mistaken, { type: 'expression', tree: mistaken.tree }));
    const example = exampleAt(model, at);
    return singles.flatMap((mistaken) => {
      const value = evaluate(mistaken.tree, example.values);
      if (!Number.isFinite(value) || close(value, gradientAt(example, of))) return [];
      return [named(mistaken, { type: 'number', value, exact: null })];
    });
  },
});

const named = ({ notes: [note] }: Mistaken, value: Misconception['value']): Misconception => ({
  tag: note?.tag ?? 'other',
  says: note?.says ?? '',
  value,
});

/** Numbers that students work out by hand from small numbers: equal but for the rounding of decimals. */
const close = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));

const gradientAt = ({ gradients }: Evaluation, of: string): number => gradients.get(of) ?? Number.NaN;

/** The network with its weights as drawn. */
function exampleAt(model: NamedModel, at: NonNullable<Config['at']>): Evaluation {
  const drawn = drawnValues(model);
  return evaluateModel(model, (name) => at[name] ?? drawn?.get(name) ?? Number.NaN);
}

/** An example of small numbers at which the formula is clearly wrong; evidence that a person can check by hand. */
function readable(model: NamedModel, of: string, tree: Tree): Evaluation | undefined {
  const examples = readableExamples(model);
  const mine = valuesAt(tree, examples);
  return examples.find((example, i) => {
    const [value, right] = [mine[i] ?? Number.NaN, gradientAt(example, of)];
    return Number.isFinite(value) && Math.abs(value - right) > 1e-6 * Math.max(1, Math.abs(right));
  });
}
