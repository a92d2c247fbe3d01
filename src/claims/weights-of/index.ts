import { z } from 'zod';
import { say } from '../../language/index.ts';
import { matrixOf } from '../../models/model.ts';
import type { Note } from '../../values/outcome.ts';
import type { Matrix, WeightsValue } from '../../values/value.ts';
import type { Witness } from '../../values/witness.ts';
import type { Misconception } from '../claim.ts';
import { defineClaim } from '../claim-kind.ts';
import { countParts } from '../count-parts.ts';
import { memoizedByModel } from '../memoize.ts';
import { decimal } from '../phrases.ts';
import { carryWeights, type NamedModel, namedModel, requireNamed, sizeOf, weightsForm } from '../weights.ts';

const schema = z.union([
  z.literal('model'),
  z.strictObject({
    of: z.literal('model').describe('The network of the question.'),
    size: z
      .enum(['given', 'free'])
      .default('given')
      .describe('`free`: students must find the sizes of the matrices too.'),
  }),
]);
type Config = z.infer<typeof schema>;

const NOTES = {
  transposed: say(
    'Rows and columns are swapped: row i of a weight matrix holds the weights of the edges into unit i.',
  ),
  'hidden-units-permuted': say(
    'Your network computes the same function, but its hidden units are in a different order. The question asks for the network as drawn.',
  ),
  'sign-flipped': say('Every weight has the opposite sign in the drawing.'),
  'size-differs': say(
    'A matrix is not the size that its layer needs: a row for each unit that it leads to, a column for each input.',
  ),
  'edge-differs': say('Some weights differ from those on their edges in the drawing.'),
} as const;

const note = (tag: keyof typeof NOTES): Note => ({ tag, says: NOTES[tag] });

/** The weights are those of the network as stated; the order of its hidden units counts. */
export const weightsOf = defineClaim<Config>({
  name: 'weights-of',
  level: 'proven',
  schema: schema.describe(
    'The weights are those of the network as drawn, with its hidden units in the same order.',
  ),
  problems: (_, context) => {
    const model = namedModel(context);
    if ('text' in model) return [model];
    return model.params ? [] : [say('needs a model that states its weights: they are what is asked for')];
  },
  form: (config, context) => ({
    weights: weightsForm(context, config !== 'model' && config.size === 'free'),
  }),
  judge: {
    weights(value, _, context) {
      const model = requireNamed(context);
      const stated = statedMatrices(model);
      const wrong = Object.keys(stated).find((name) => !equal(value.matrices[name], stated[name]));
      if (wrong === undefined) return { verdict: 'right', notes: [] };
      const witness = difference(model, wrong, value.matrices, stated);
      const notes = diagnose(model, value, stated);
      return { verdict: 'wrong', notes, witness, ...countParts(cellsOf(value, stated)) };
    },
  },
  solve: (_, context) => ({ type: 'weights', matrices: statedMatrices(requireNamed(context)) }),
  misconceptions: (_, context) => misconceptions(requireNamed(context)),
  tags: ['transposed', 'size-differs', 'edge-differs'],
  unit: () => 'cell',
  carry: carryWeights,
  shownInExercise: true,
});

type Matrices = Readonly<Record<string, Matrix>>;

/** Biases as columns, as they are asked for. */
function statedMatrices(model: NamedModel): Matrices {
  return Object.fromEntries(Object.keys(model.params ?? {}).map((name) => [name, matrixOf(model, name)]));
}

const equal = (a: Matrix | undefined, b: Matrix | undefined): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
const transpose = (matrix: Matrix): Matrix =>
  (matrix[0] ?? []).map((_, j) => matrix.map((row) => row[j] ?? 0));
const negate = (matrix: Matrix): Matrix => matrix.map((row) => row.map((weight) => 0 - weight));
const everyMatrix = (matrices: Matrices, change: (matrix: Matrix) => Matrix): Matrices =>
  Object.fromEntries(Object.entries(matrices).map(([name, matrix]) => [name, change(matrix)]));

function diagnose(model: NamedModel, { matrices }: WeightsValue, stated: Matrices): Note[] {
  const known = misconceptions(model).filter(
    ({ value }) => value.type === 'weights' && sameAll(value.matrices, matrices),
  );
  if (known.length > 0) return known.map(({ tag, says }) => ({ tag, says }));
  const names = Object.keys(stated).filter((name) => !equal(matrices[name], stated[name]));
  const turned = names.filter(
    (name) => !square(stated[name]) && hasShape(matrices[name], transpose(stated[name] ?? [])),
  );
  const swapped = turned.filter((name) => equal(matrices[name], transpose(stated[name] ?? [])));
  const misfit = names.filter(
    (name) => !turned.includes(name) && !hasShape(matrices[name], stated[name] ?? []),
  );
  const other = names.filter((name) => !swapped.includes(name) && !misfit.includes(name));
  return [
    ...(turned.length > 0 ? [note('transposed')] : []),
    ...(misfit.length > 0 ? [note('size-differs')] : []),
    ...(other.length > 0 ? [note('edge-differs')] : []),
  ];
}

/** The cells of all matrices as stated; none of a matrix of another size is right. */
const cellsOf = ({ matrices }: WeightsValue, stated: Matrices) =>
  Object.entries(stated).flatMap(([name, rows]) =>
    rows.flatMap((row, i) =>
      row.map((weight, j) => {
        const given = hasShape(matrices[name], rows) ? matrices[name]?.[i]?.[j] : undefined;
        return { given: given ?? 'none', right: given === weight };
      }),
    ),
  );

const sameAll = (a: Matrices, b: Matrices) => Object.keys(a).every((name) => equal(a[name], b[name]));
const square = (matrix: Matrix | undefined) => matrix?.length === matrix?.[0]?.length;
const hasShape = (a: Matrix | undefined, b: Matrix) =>
  a?.length === b.length && a[0]?.length === b[0]?.length;

const misconceptions = memoizedByModel((model: NamedModel): Misconception[] => {
  const stated = statedMatrices(model);
  const found: Misconception[] = [];
  const add = (tag: keyof typeof NOTES, matrices: Matrices) => {
    const named = found.some(({ value }) => value.type === 'weights' && sameAll(value.matrices, matrices));
    if (!named && !sameAll(matrices, stated))
      found.push({ ...note(tag), value: { type: 'weights', matrices } });
  };
  for (const permuted of permutations(model, stated)) add('hidden-units-permuted', permuted);
  for (const [name, matrix] of Object.entries(stated))
    add('transposed', { ...stated, [name]: transpose(matrix) });
  add('transposed', everyMatrix(stated, transpose));
  add('sign-flipped', everyMatrix(stated, negate));
  return found;
});

const MOST_PERMUTED = 4;

/** The same network with the units of one hidden layer in each other order. */
function permutations(model: NamedModel, stated: Matrices): Matrices[] {
  return model.dense.slice(0, -1).flatMap((layer, i) => {
    const next = model.dense[i + 1];
    if (!next || layer.units.length > MOST_PERMUTED) return [];
    return orders(layer.units.length).map((order) => ({
      ...stated,
      [layer.matrix]: order.map((unit) => stated[layer.matrix]?.[unit] ?? []),
      [next.matrix]: (stated[next.matrix] ?? []).map((row) => order.map((unit) => row[unit] ?? 0)),
      ...(layer.bias !== null && {
        [layer.bias]: order.map((unit) => stated[layer.bias ?? '']?.[unit] ?? []),
      }),
    }));
  });
}

function orders(count: number): number[][] {
  if (count === 0) return [[]];
  return orders(count - 1).flatMap((order) =>
    Array.from({ length: count }, (_, at) => [...order.slice(0, at), count - 1, ...order.slice(at)]),
  );
}

/** The first edge at which the network with these weights is not the one that is stated. */
function difference(model: NamedModel, name: string, matrices: Matrices, right: Matrices): Witness {
  const [given, stated] = [matrices[name], right[name] ?? []];
  const layer = model.dense.find(({ matrix, bias }) => matrix === name || bias === name);
  if (!given || given.length !== stated.length || given[0]?.length !== stated[0]?.length) {
    const values = {
      matrix: name,
      size: given ? sizeOf(given) : say('missing'),
      inputs: name === layer?.bias ? 0 : (layer?.inputs.length ?? 0),
      units: layer?.units.length ?? 0,
    };
    return {
      says: say(
        'Your {matrix} is {size}. It leads from {inputs, plural, =0 {one bias} one {# input} other {# inputs}} to {units, plural, one {# unit} other {# units}}, so it needs a row for each unit and {inputs, plural, =0 {one column} other {a column for each input}}.',
        values,
      ),
      expected: say('{matrix} is {size}.', { matrix: name, size: sizeOf(stated) }),
    };
  }
  const row = stated.findIndex((cells, i) => !equal([cells], [given[i] ?? []]));
  const column = (stated[row] ?? []).findIndex((weight, j) => weight !== given[row]?.[j]);
  const source = name === layer?.bias ? null : (layer?.inputs[column] ?? '');
  const [from, to] = [source ?? say('the bias'), layer?.units[row] ?? ''];
  const place = { from, to, matrix: name, row: row + 1, column: column + 1 };
  const fits = Object.entries(right).every(([each, matrix]) => hasShape(matrices[each], matrix));
  const weights = Object.fromEntries(
    Object.entries(matrices).map(([each, rows]) => [each, rows.map((cells) => [...cells])]),
  );
  return {
    says: say(
      'Look at the edge from {from} to {to}: your {matrix} has {mine} there (row {row}, column {column}), but the drawing has a different weight.',
      { ...place, mine: decimal(given[row]?.[column] ?? Number.NaN) },
    ),
    expected: say('The drawing has {weight} on the edge from {from} to {to}.', {
      from,
      to,
      weight: decimal(stated[row]?.[column] ?? Number.NaN),
    }),
    ...(fits && {
      network: {
        values: {},
        ...(source === null ? { differs: [to] } : { differs: [], edges: [[source, to]] }),
        mark: say('different from the drawing above'),
        weights,
      },
    }),
  };
}
