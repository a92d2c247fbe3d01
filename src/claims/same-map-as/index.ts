import { z } from 'zod';
import { forward, type Tensor, tensor } from '../../engine/index.ts';
import type { Model } from '../../models/model.ts';
import type { MatrixForm } from '../../values/form.ts';
import type { Matrix } from '../../values/value.ts';
import { type Context, defineClaim, type Misconception } from '../claim.ts';
import { format } from '../says.ts';
import { sizeOf } from '../weights.ts';

const MOST_CELLS = 400;

/**
 * A·vec(x) + b computes the same as the question's (affine) network. Both are affine, so agreement at 0 and on the
 * basis vectors is agreement for every x. Images are read channel by channel, row by row.
 */
export const sameMapAs = defineClaim({
  name: 'same-map-as',
  level: 'proven',
  schema: z.literal('model'),
  problems: (_, { model }) => {
    if (!model?.params) return ['needs a model that states all its weights and biases'];
    const nonlinear = model.network.nodes.find(({ op }) => !AFFINE.has(op));
    if (nonlinear) return [`needs a model without ${nonlinear.op}: a matrix can only do what is affine`];
    const cells = length(model.inputShape) * length(model.outputShape);
    return cells <= MOST_CELLS
      ? []
      : [`asks for a matrix of ${cells} numbers, more than the ${MOST_CELLS} that anybody should type`];
  },
  form: (_, context) => ({ weights: formOf(requireModel(context)) }),
  judge: {
    weights({ matrices }, _, context) {
      const model = requireModel(context);
      const forms = formOf(model);
      for (const { name, rows, columns } of forms) {
        const matrix = matrices[name];
        const fits = matrix?.length === rows.length && matrix.every((row) => row.length === columns.length);
        if (!fits)
          return {
            verdict: 'invalid',
            message: `${name} must be ${rows.length} × ${columns.length}, but is ${matrix ? sizeOf(matrix) : 'missing'}.`,
          };
      }
      const map = affineMap(model);
      const given = { A: matrices['A'] ?? [], b: matrices['b'] ?? map.b };
      const wrong = firstDifference(map, given);
      if (!wrong) return { verdict: 'right', notes: [] };
      const notes = misconceptions(context)
        .filter(
          ({ value }) =>
            value.type === 'weights' &&
            firstDifference({ A: value.matrices['A'] ?? [], b: value.matrices['b'] ?? map.b }, given) ===
              null,
        )
        .map(({ tag, says }) => ({ tag, says }));
      return { verdict: 'wrong', fraction: 0, notes, witness: witness(model, given, wrong) };
    },
  },
  misconceptions: (_, context) => misconceptions(context),
});

const AFFINE: ReadonlySet<string> = new Set(['conv2d', 'linear', 'flatten', 'avg_pool2d', 'identity']);

interface AffineMap {
  readonly A: Matrix;
  /** One column. */
  readonly b: Matrix;
}

const length = (shape: readonly number[]) => shape.reduce((product, size) => product * size, 1);

function requireModel({ model }: Context): Model {
  if (!model) throw new Error('The claim "same-map-as" needs a model.');
  return model;
}

function run(model: Model, x: readonly number[], params = model.params): readonly number[] {
  const { output } = forward(model.network, {
    inputs: { x: tensor(model.inputShape, x) },
    params: params ?? {},
  });
  return [...output.data];
}

/** The network at 0 is b; at a basis vector it is b plus a column of A. */
function affineMap(model: Model, params = model.params): AffineMap {
  const inputs = length(model.inputShape);
  const origin = run(model, new Array<number>(inputs).fill(0), params);
  const columns = Array.from({ length: inputs }, (_, j) => run(model, basis(inputs, j), params));
  return {
    A: origin.map((offset, i) => columns.map((column) => (column[i] ?? 0) - offset)),
    b: origin.map((offset) => [offset]),
  };
}

const basis = (size: number, index: number) => Array.from({ length: size }, (_, j) => (j === index ? 1 : 0));
const close = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));

function formOf(model: Model): MatrixForm[] {
  const outputs = Array.from({ length: length(model.outputShape) }, (_, i) => `to $f_{${i + 1}}$`);
  const inputs = Array.from({ length: length(model.inputShape) }, (_, j) => `from $x_{${j + 1}}$`);
  const matrix: MatrixForm = { name: 'A', latex: 'A', rows: outputs, columns: inputs, free: false };
  const biased = Object.keys(model.params ?? {}).some((name) => name.startsWith('b'));
  return biased
    ? [matrix, { name: 'b', latex: 'b', rows: outputs, columns: ['bias'], free: false }]
    : [matrix];
}

interface Difference {
  readonly output: number;
  /** null: the networks differ at x = 0 already. */
  readonly input: number | null;
}

function firstDifference(map: AffineMap, given: AffineMap): Difference | null {
  const offset = map.b.findIndex((row, i) => !close(given.b[i]?.[0] ?? Number.NaN, row[0] ?? 0));
  if (offset >= 0) return { output: offset, input: null };
  for (const [output, row] of map.A.entries()) {
    const input = row.findIndex((weight, j) => !close(given.A[output]?.[j] ?? Number.NaN, weight));
    if (input >= 0) return { output, input };
  }
  return null;
}

function witness(model: Model, given: AffineMap, { output, input }: Difference) {
  const x = basis(length(model.inputShape), input ?? -1);
  const theirs = run(model, x);
  const yours = given.A.map((row, i) =>
    row.reduce((sum, weight, j) => sum + weight * (x[j] ?? 0), given.b[i]?.[0] ?? 0),
  );
  const image =
    input === null ? 'the image of zeros' : `the image that is 1 in pixel ${input + 1} and 0 elsewhere`;
  const row = `row ${output + 1}`;
  return {
    says: `For ${image}, your layer gives ${format(yours[output] ?? Number.NaN)} in output ${output + 1}, and the convolution ${format(theirs[output] ?? Number.NaN)}: look at ${input === null ? `${row} of b` : `${row}, column ${input + 1} of A`}.`,
    table: {
      columns: ['output', 'your layer', 'convolution'],
      rows: theirs.map((value, i) => ({
        cells: [String(i + 1), format(yours[i] ?? Number.NaN), format(value)],
        differs: !close(yours[i] ?? Number.NaN, value),
      })),
    },
  };
}

function misconceptions(context: Context): Misconception[] {
  const model = requireModel(context);
  const right = affineMap(model);
  const found: Misconception[] = [];
  const add = (tag: string, says: string, { A, b }: AffineMap) => {
    if (firstDifference(right, { A, b }))
      found.push({ tag, says, value: { type: 'weights', matrices: { A, b } } });
  };
  add(
    'filter-flipped',
    'The filter is flipped (rows and columns reversed): in deep learning it is laid on the image as it is written.',
    affineMap(model, flipped(model)),
  );
  add(
    'filter-transposed',
    'The filter is transposed: its rows run along the rows of the image.',
    affineMap(model, transposedFilters(model)),
  );
  add('no-bias', 'The bias is forgotten: b repeats it for every pixel of the output.', {
    A: right.A,
    b: right.b.map(() => [0]),
  });
  return found;
}

type Params = Readonly<Record<string, Tensor>>;

const flipped = (model: Model): Params =>
  filters(model, (filter) => ({ shape: filter.shape, data: Float64Array.from(flip(filter)) }));

/** Reverses each kernel, which reverses runs of height × width numbers. */
function flip({ shape: [, , height = 1, width = 1], data }: Tensor): number[] {
  const area = height * width;
  return Array.from(data, (_, i) => data[i - (i % area) + (area - 1 - (i % area))] ?? 0);
}

const transposedFilters = (model: Model): Params =>
  filters(model, ({ shape, data }) => {
    const [, , height = 1, width = 1] = shape;
    const area = height * width;
    const cell = (i: number) => i - (i % area) + (i % width) * width + Math.floor((i % area) / width);
    return { shape, data: height === width ? Float64Array.from(data, (_, i) => data[cell(i)] ?? 0) : data };
  });

function filters({ params }: Model, change: (filter: Tensor) => Tensor): Params {
  return Object.fromEntries(
    Object.entries(params ?? {}).map(([name, value]) => [
      name,
      value.shape.length === 4 ? change(value) : value,
    ]),
  );
}
