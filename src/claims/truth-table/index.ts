import { z } from 'zod';
import { say } from '../../language/index.ts';
import { drawnValues, evaluateModel } from '../../models/evaluate.ts';
import type { Matrix } from '../../values/value.ts';
import { allInputs, inputProblems, outputProblems, readBoolean } from '../boolean-functions.ts';
import type { Context, Misconception } from '../claim.ts';
import { defineClaim } from '../claim-kind.ts';
import { countParts } from '../count-parts.ts';
import { memoizedByModel } from '../memoize.ts';
import { decimal, equation } from '../phrases.ts';
import { type NamedModel, namedModel, requireNamed } from '../weights.ts';

const schema = z.strictObject({
  of: z.literal('model').describe('The network of the question.'),
  show: z
    .array(z.string())
    .min(1)
    .optional()
    .describe(
      'Units to fill in, as columns of a table. Default: the output, and the answer may also name the function.',
    ),
  within: z
    .number()
    .min(0)
    .max(0.5)
    .default(0)
    .describe('How far a number may be from the exact one, such as 0.005 for two decimals.'),
});
type Config = z.infer<typeof schema>;

const ACTIVATION_FORGOTTEN = say(
  'These are the values without the activation function: it is applied to the sum that enters a unit, on the way to the output too.',
);

/** What a drawn network gives on all Boolean inputs: as a table of its units, or as the name of the function. */
export const truthTable = defineClaim<Config>({
  name: 'truth-table',
  level: 'proven',
  schema: schema.describe(
    'What the network computes on all Boolean inputs: the values of its units, or the name of the function.',
  ),
  accepts: ({ show }) => (show ? ['table'] : ['table', 'words']),
  problems: ({ show }, context) => {
    const model = namedModel(context);
    if ('text' in model) return [model];
    if (!model.params) return [say('needs a model that states its weights')];
    const units = model.dense.flatMap((layer) => [...layer.units, ...layer.sums]);
    const unknown = (show ?? []).filter((name) => !units.includes(name));
    return [
      ...inputProblems(model.inputs),
      ...(show ? [] : outputProblems(model.dense.at(-1)?.units ?? [])),
      ...unknown.map((name) => say('there is no unit "{name}": the network has {units}', { name, units })),
    ];
  },
  form: (config, context) => {
    const { inputs } = requireNamed(context);
    return { table: { given: inputs, asked: shown(config, context), rows: inputRows(inputs) } };
  },
  permits(value, _, context) {
    if (value.type !== 'words') return null;
    const { text } = value;
    const { inputs } = requireNamed(context);
    return readBoolean(text, inputs)
      ? null
      : say('“{text}” is not a Boolean function of {inputs}.', { text, inputs });
  },
  judge: {
    table(value, config, context) {
      const expected = tableOf(config, context);
      const wrong = expected.map((row, i) =>
        row.map((cell, j) => !close(value.rows[i]?.[j], cell, config.within)),
      );
      const first = wrong.findIndex((row) => row.includes(true));
      if (first < 0) return { verdict: 'right', notes: [] };
      const notes = misconceptions(config, context)
        .filter((known) => known.value.type === 'table' && same(known.value.rows, value.rows, config.within))
        .map(({ tag, says }) => ({ tag, says }));
      return {
        verdict: 'wrong',
        notes,
        witness: tableWitness(config, context, value.rows, wrong, first),
        ...countParts(
          value.rows.flatMap((row, i) => row.map((given, j) => ({ given, right: !wrong[i]?.[j] }))),
        ),
      };
    },
    words({ text }, _, context) {
      const model = requireNamed(context);
      const f = readBoolean(text, model.inputs);
      if (!f) throw new Error(`"${text}" was not permitted.`);
      const outputs = run(model).map((values) => values.get(outputOf(model)) ?? Number.NaN);
      const named = allInputs(model.inputs.length).map((row) => (f(row) ? 1 : 0));
      const failing = outputs.findIndex((out, i) => !close(out, named[i] ?? Number.NaN));
      if (failing < 0) return { verdict: 'right', notes: [] };
      return {
        verdict: 'wrong',
        notes: [],
        witness: wordsWitness(model, text, outputs, named, failing),
      };
    },
  },
  solve: (config, context) => ({ type: 'table', rows: tableOf(config, context) }),
  misconceptions,
  same(a, b, _, context) {
    if (a.type !== 'words' || b.type !== 'words') return undefined;
    const { inputs } = requireNamed(context);
    const [f, g] = [readBoolean(a.text, inputs), readBoolean(b.text, inputs)];
    return f && g ? allInputs(inputs.length).every((row) => f(row) === g(row)) : undefined;
  },
  unit: () => 'cell',
});

/** Wide enough for rounding in a forward pass of small numbers, and no wider. */
const close = (a: number | undefined, b: number, within = 0) =>
  a !== undefined && Math.abs(a - b) <= within + 1e-9 * Math.max(1, Math.abs(b));
const same = (a: Matrix, b: Matrix, within: number) =>
  a.every((row, i) => row.every((cell, j) => close(b[i]?.[j], cell, within)));

const outputOf = (model: NamedModel) => model.dense.at(-1)?.units[0] ?? 'out';
const shown = (config: Config, context: Context) => config.show ?? [outputOf(requireNamed(context))];
const inputRows = (inputs: readonly string[]) => allInputs(inputs.length).map((row) => row.map(Number));

/** The value of every name for each row of inputs. */
const run = memoizedByModel((model: NamedModel) => {
  const weights = drawnValues(model);
  return inputRows(model.inputs).map((row) => {
    const given = new Map(model.inputs.map((name, i) => [name, row[i] ?? 0]));
    return evaluateModel(model, (name) => given.get(name) ?? weights?.get(name) ?? 0).values;
  });
});

function tableOf(config: Config, context: Context): number[][] {
  const names = shown(config, context);
  return run(requireNamed(context)).map((values) => names.map((name) => values.get(name) ?? Number.NaN));
}

function misconceptions(config: Config, context: Context): Misconception[] {
  const names = shown(config, context);
  const rows = run(linear(requireNamed(context))).map((values) =>
    names.map((name) => values.get(name) ?? Number.NaN),
  );
  if (same(tableOf(config, context), rows, config.within)) return [];
  return [{ tag: 'activation-forgotten', says: ACTIVATION_FORGOTTEN, value: { type: 'table', rows } }];
}

/** The same network without its activation functions. */
const linear = memoizedByModel((model: NamedModel): NamedModel => {
  const kinds = new Set(model.dense.map(({ activation }) => activation.name));
  const nodes = model.network.nodes.map((node) => (kinds.has(node.op) ? { ...node, op: 'identity' } : node));
  return { ...model, network: { ...model.network, nodes } };
});

const inputsIn = (model: NamedModel, index: number) =>
  model.inputs.map((name, i) => `${name} = ${inputRows(model.inputs)[index]?.[i]}`);

function tableWitness(
  config: Config,
  context: Context,
  rows: Matrix,
  wrong: readonly boolean[][],
  first: number,
) {
  const model = requireNamed(context);
  const names = shown(config, context);
  const differs = names.filter((_, j) => wrong[first]?.[j]);
  const given = inputRows(model.inputs);
  const evaluated = tableOf(config, context);
  const mine = new Map(names.map((name, j) => [name, rows[first]?.[j] ?? Number.NaN]));
  const units = new Set(model.dense.flatMap((layer) => layer.units));
  const row = inputsIn(model, first);
  return {
    says: say('Check the row {row}: the network does not give your {values}.', {
      row,
      values: differs.map((name) => equation(name, mine.get(name) ?? Number.NaN)),
    }),
    expected: say('For {row} the network gives {values}.', {
      row,
      values: names.map((name, j) => equation(name, evaluated[first]?.[j] ?? Number.NaN)),
    }),
    // What was filled in for that row runs through the network, right or wrong.
    network: {
      values: Object.fromEntries([
        ...model.inputs.map((name, i) => [name, given[first]?.[i] ?? 0] as const),
        ...[...mine].filter(([name]) => units.has(name)),
      ]),
      differs: differs.filter((name) => units.has(name)),
    },
    table: {
      columns: [...model.inputs, ...names.map((name) => say('your {name}', { name }))],
      rows: given.map((row, i) => ({
        cells: [...row.map(String), ...names.map((_, j) => decimal(rows[i]?.[j] ?? Number.NaN))],
        differs: wrong[i]?.includes(true) ?? false,
        wrong: names.flatMap((_, j) => (wrong[i]?.[j] ? [row.length + j] : [])),
      })),
    },
  };
}

function wordsWitness(
  model: NamedModel,
  text: string,
  outputs: readonly number[],
  named: readonly number[],
  failing: number,
) {
  const values = run(model)[failing];
  const units = [...model.inputs, ...model.dense.flatMap((layer) => layer.units)];
  return {
    says: say('For {row} the network outputs {out}, but {text} is {bit}.', {
      row: inputsIn(model, failing),
      out: decimal(outputs[failing] ?? Number.NaN),
      text,
      bit: String(named[failing]),
    }),
    table: {
      columns: [...model.inputs, outputOf(model), text],
      // Only the row that fails: the others would spell out the answer.
      rows: [
        {
          cells: [
            ...(inputRows(model.inputs)[failing] ?? []).map(String),
            decimal(outputs[failing] ?? Number.NaN),
            String(named[failing]),
          ],
          differs: true,
        },
      ],
    },
    network: {
      values: Object.fromEntries(units.map((name) => [name, values?.get(name) ?? 0])),
      // The network is right; what the words say of it is not.
      differs: [],
    },
  };
}
