import { ENGLISH, type Message, numeral, say, type Words } from '../language/index.ts';
import { type Model, withMatrices } from '../models/model.ts';
import { type DenseLayer, nameLatex } from '../models/names.ts';
import type { MatrixForm } from '../values/form.ts';
import type { Matrix, Value, WeightsValue } from '../values/value.ts';
import type { Context } from './claim.ts';
import { exactly } from './phrases.ts';

/** A network whose inputs and units have names: all its layers are fully connected. */
export type NamedModel = Model & { readonly dense: readonly DenseLayer[] };

/** The question's network with named units, or what to add to the file. */
export function namedModel({ model }: Context): NamedModel | Message {
  if (!model) return say('needs a model: describe the network with inputs and layers');
  const { dense } = model;
  return dense
    ? { ...model, dense }
    : say('needs a model with named inputs whose layers are all dense, of at most 64 units');
}

/** As `namedModel`, where the file was checked before. */
export function requireNamed(context: Context): NamedModel {
  const model = namedModel(context);
  if ('text' in model) throw new Error(`The claim ${ENGLISH.say(model)}.`);
  return model;
}

/** The matrices of a network: a row for each unit that it feeds, a column for each input that it reads. */
export function weightsForm(context: Context, free: boolean): MatrixForm[] {
  return requireNamed(context).dense.flatMap(({ matrix, bias, units, inputs }) => {
    const rows = units.map(intoUnit);
    const form = (name: string, columns: readonly Words[]) => ({
      name,
      latex: nameLatex(name),
      rows,
      columns,
      free,
    });
    const weights = form(matrix, inputs.map(fromUnit));
    return bias === null ? [weights] : [weights, form(bias, [say('bias')])];
  });
}

/** What a row of a weight matrix feeds, and what a column comes from. */
export const intoUnit = (name: string): Words => say('to {unit}', { unit: `$${nameLatex(name)}$` });
export const fromUnit = (name: string): Words => say('from {unit}', { unit: `$${nameLatex(name)}$` });

export const sizeOf = (matrix: Matrix): string => `${matrix.length} × ${matrix[0]?.length ?? 0}`;

/** Whether the matrices have the sizes that the network needs; a sentence if not. */
export function wrongSize({ matrices }: WeightsValue, context: Context): Message | null {
  for (const { name, rows, columns } of weightsForm(context, false)) {
    const matrix = matrices[name];
    if (!matrix) return say('{matrix} is missing.', { matrix: name });
    if (matrix.length === rows.length && matrix.every((row) => row.length === columns.length)) continue;
    return say('{matrix} must be {wanted} (rows × columns), but is {size}.', {
      matrix: name,
      wanted: `${rows.length} × ${columns.length}`,
      size: sizeOf(matrix),
    });
  }
  return null;
}

/** The network of a later question with these weights in it. */
export const carryWeights = (value: Value, _: unknown, later: Model): Model | null =>
  value.type === 'weights' ? withMatrices(later, value.matrices) : null;

/** Names the first weight that is not one of the allowed values. */
export function notAllowed(
  { matrices }: WeightsValue,
  allowed: readonly number[] | undefined,
): Message | null {
  if (!allowed) return null;
  for (const [name, matrix] of Object.entries(matrices)) {
    for (const [i, row] of matrix.entries()) {
      for (const [j, weight] of row.entries()) {
        if (allowed.includes(weight)) continue;
        return say(
          '{matrix}, row {row}, column {column}: {weight} is not allowed. Weights can only be {values}. This cost you nothing.',
          {
            matrix: name,
            row: i + 1,
            column: j + 1,
            weight: numeral(exactly(weight)),
            values: allowed.map((each) => numeral(exactly(each))),
          },
        );
      }
    }
  }
  return null;
}
