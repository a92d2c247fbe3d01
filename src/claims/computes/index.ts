import { z } from 'zod';
import { say } from '../../language/index.ts';
import { evaluateModel, namedWeights } from '../../models/evaluate.ts';
import type { Model } from '../../models/model.ts';
import type { Matrix, WeightsValue } from '../../values/value.ts';
import { allInputs, inputProblems, outputProblems, readBoolean } from '../boolean-functions.ts';
import type { Context } from '../claim.ts';
import { defineClaim } from '../claim-kind.ts';
import { decimal } from '../phrases.ts';
import { carryWeights, namedModel, notAllowed, weightsForm, wrongSize } from '../weights.ts';

const schema = z.strictObject({
  function: z.string().describe('A Boolean function of the inputs, such as `A or B`.'),
  'weights-in': z
    .array(z.number())
    .min(1)
    .max(9)
    .optional()
    .describe('The only values that a weight may have. Default: any.'),
  compare: z
    .enum(['exactly', 'threshold'])
    .default('exactly')
    .describe('`exactly`: the output is 0 or 1. `threshold`: an output of at least 0.5 counts as 1.'),
});
type Config = z.infer<typeof schema>;

const MOST_SETTINGS = 200_000;

/** The weights make the network compute a Boolean function: run on all its inputs. */
export const computes = defineClaim({
  name: 'computes',
  level: 'proven',
  schema: schema.describe('With these weights, the network computes a Boolean function on all its inputs.'),
  problems: (config, context) => {
    const model = namedModel(context);
    if ('text' in model) return [model];
    const problems = [...inputProblems(model.inputs), ...outputProblems(model.dense.at(-1)?.units ?? [])];
    if (problems.length > 0 || readBoolean(config.function, model.inputs)) return problems;
    const values = { text: config.function, inputs: model.inputs.join(', ') };
    return [say('cannot read the function "{text}": write it in {inputs}, using and, or, xor, not', values)];
  },
  form: (_, context) => ({ weights: weightsForm(context, false) }),
  permits: (value, config, context) =>
    value.type === 'weights' ? (wrongSize(value, context) ?? notAllowed(value, config['weights-in'])) : null,
  judge: {
    weights(value, config, context) {
      const model = requireModel(context);
      const rows = allInputs(model.inputs.length).map(runWith(value.matrices, config, model));
      const failing = rows.find((row) => !row.right);
      if (!failing) return { verdict: 'right', notes: [] };
      return {
        verdict: 'wrong',
        notes: [],
        witness: witness(config, model, value, rows, failing),
      };
    },
  },
  solve(config, context) {
    for (const { matrices, right } of everySetting(config, requireModel(context), context)) {
      if (right) return { type: 'weights', matrices };
    }
    return null;
  },
  carry: carryWeights,
  solutions: (config, context) => countSolutions(config, requireModel(context), context),
});

interface Row {
  readonly inputs: readonly boolean[];
  readonly expected: boolean;
  readonly values: ReadonlyMap<string, number>;
  readonly out: number;
  readonly right: boolean;
}

/** Runs the network with these weights: gives the row of its truth table for each input. */
function runWith(matrices: WeightsValue['matrices'], config: Config, model: Model) {
  const f = readBoolean(config.function, model.inputs);
  const weights = namedWeights(model.dense ?? [], matrices);
  const output = model.dense?.at(-1)?.units[0] ?? 'out';
  return (inputs: readonly boolean[]): Row => {
    const given = new Map(model.inputs.map((name, i) => [name, inputs[i] ? 1 : 0]));
    const { values } = evaluateModel(model, (name) => given.get(name) ?? weights.get(name) ?? 0);
    const out = values.get(output) ?? Number.NaN;
    const expected = f?.(inputs) ?? false;
    return { inputs, expected, values, out, right: agrees(out, expected, config.compare) };
  };
}

function agrees(out: number, expected: boolean, compare: Config['compare']): boolean {
  if (!Number.isFinite(out)) return false;
  if (compare === 'threshold') return out >= 0.5 === expected;
  return Math.abs(out - (expected ? 1 : 0)) <= 1e-9;
}

function witness(
  config: Config,
  model: Model,
  { matrices }: WeightsValue,
  rows: readonly Row[],
  failing: Row,
) {
  const hidden = (model.dense ?? []).slice(0, -1).flatMap((layer) => layer.units);
  const out = model.dense?.at(-1)?.units[0] ?? 'out';
  const digit = (bit: boolean) => (bit ? '1' : '0');
  const at = model.inputs.map((name, i) => `${name} = ${digit(failing.inputs[i] ?? false)}`).join(', ');
  return {
    says: say('For {at} your network outputs {out}, but {function} is {bit}.', {
      at,
      out: decimal(failing.out),
      function: config.function,
      bit: digit(failing.expected),
    }),
    table: {
      columns: [...model.inputs, ...hidden, out, config.function],
      rows: rows.map((row) => ({
        cells: [
          ...row.inputs.map(digit),
          ...hidden.map((name) => decimal(row.values.get(name) ?? Number.NaN)),
          decimal(row.out),
          digit(row.expected),
        ],
        differs: !row.right,
        wrong: row.right ? [] : [model.inputs.length + hidden.length],
      })),
    },
    network: {
      values: Object.fromEntries(
        [...model.inputs, ...hidden, out].map((name) => [name, failing.values.get(name) ?? 0]),
      ),
      differs: [out],
      weights: mutable(matrices),
    },
  };
}

const mutable = (matrices: Readonly<Record<string, Matrix>>): Record<string, number[][]> =>
  Object.fromEntries(Object.entries(matrices).map(([name, rows]) => [name, rows.map((row) => [...row])]));

/** Every setting of the allowed weights, and whether it is right; nothing where they are too many to try. */
function* everySetting(config: Config, model: Model, context: Context) {
  const allowed = config['weights-in'] ?? [];
  const settings = settingsOf(config, model, context);
  const forms = weightsForm(context, false);
  const all = allInputs(model.inputs.length);
  for (let number = 0; number < settings; number++) {
    let rest = number;
    const next = () => {
      const weight = allowed[rest % allowed.length] ?? 0;
      rest = Math.floor(rest / allowed.length);
      return weight;
    };
    const matrices = Object.fromEntries(
      forms.map(({ name, rows, columns }) => [name, rows.map(() => columns.map(next))]),
    );
    const row = runWith(matrices, config, model);
    yield { matrices, right: all.every((inputs) => row(inputs).right) };
  }
}

/** How many there are; 0 where they are too many to try. */
function settingsOf(config: Config, model: Model, context: Context): number {
  const cells = weightsForm(context, false).reduce(
    (sum, { rows, columns }) => sum + rows.length * columns.length,
    0,
  );
  const settings = (config['weights-in']?.length ?? Infinity) ** cells;
  return model.dense && settings <= MOST_SETTINGS ? settings : 0;
}

function countSolutions(config: Config, model: Model, context: Context) {
  const settings = settingsOf(config, model, context);
  if (settings === 0) return null;
  let right = 0;
  for (const setting of everySetting(config, model, context)) if (setting.right) right += 1;
  return { settings, right };
}

function requireModel({ model }: Context): Model {
  if (!model) throw new Error('The claim "computes" needs a model.');
  return model;
}
