import { z } from 'zod';
import { forward, type Tensor, tensor } from '../../engine/index.ts';
import { type Message, say } from '../../language/index.ts';
import type { Model } from '../../models/model.ts';
import type { MatrixForm } from '../../values/form.ts';
import type { Matrix } from '../../values/value.ts';
import type { Context } from '../claim.ts';
import { defineClaim } from '../claim-kind.ts';
import { countParts } from '../count-parts.ts';
import { memoizedByModel } from '../memoize.ts';
import { mistakeNotes } from '../mistake-notes.ts';
import { decimal } from '../phrases.ts';
import { fromUnit, intoUnit, sizeOf } from '../weights.ts';

const MOST_CELLS = 400;

/**
 * A·vec(x) + b computes the same as the question's (affine) network. Both are affine, so agreement at 0 and on the
 * basis vectors is agreement for every x. Images are read channel by channel, row by row.
 */
export const sameMapAs = defineClaim({
  name: 'same-map-as',
  level: 'proven',
  schema: z
    .literal('model')
    .describe('For every input x, A·vec(x) + b equals what the (affine) network computes.'),
  problems: (_, { model }) => {
    if (!model?.params) return [say('needs a model that states all its weights and biases')];
    const nonlinear = model.network.nodes.find(({ op }) => !AFFINE.has(op));
    if (nonlinear) {
      return [say('needs a model without {op}: a matrix can only do what is affine', { op: nonlinear.op })];
    }
    const cells = length(model.inputShape) * length(model.outputShape);
    return cells <= MOST_CELLS
      ? []
      : [
          say('asks for a matrix of {cells, number} numbers, more than the {most} that anybody should type', {
            cells,
            most: MOST_CELLS,
          }),
        ];
  },
  form: (_, context) => ({ weights: formOf(requireModel(context)) }),
  permits(value, _, context) {
    if (value.type !== 'weights') return null;
    for (const { name, rows, columns } of formOf(requireModel(context))) {
      const matrix = value.matrices[name];
      const fits = matrix?.length === rows.length && matrix.every((row) => row.length === columns.length);
      if (!fits)
        return say('{matrix} must be {wanted} (rows × columns), but is {size}.', {
          matrix: name,
          wanted: `${rows.length} × ${columns.length}`,
          size: matrix ? sizeOf(matrix) : say('missing'),
        });
    }
    return null;
  },
  judge: {
    weights({ matrices }, _, context) {
      const model = requireModel(context);
      const { map, mistakes } = known(model);
      const given = { A: matrices['A'] ?? [], b: matrices['b'] ?? map.b };
      const wrong = firstDifference(map, given);
      if (!wrong) return { verdict: 'right', notes: [] };
      const notes = mistakeNotes(mistakes.filter((mistake) => !firstDifference(mistake, given)));
      const parts = countParts([...cellsOf(map.A, given.A), ...cellsOf(map.b, given.b)]);
      return { verdict: 'wrong', notes, witness: witness(model, map, given, wrong), ...parts };
    },
  },
  solve: (_, context) => {
    const model = requireModel(context);
    const { map } = known(model);
    const asked = new Set(formOf(model).map(({ name }) => name));
    return { type: 'weights', matrices: asked.has('b') ? { A: map.A, b: map.b } : { A: map.A } };
  },
  misconceptions: (_, context) =>
    known(requireModel(context)).mistakes.map(({ tag, says, A, b }) => ({
      tag,
      says,
      value: { type: 'weights', matrices: { A, b } },
    })),
  unit: () => 'cell',
});

/** Most of such a matrix is 0, so a cell that rightly is 0 counts for nothing. */
const cellsOf = (right: Matrix, given: Matrix) =>
  right.flatMap((row, i) =>
    row.flatMap((wanted, j) => {
      const cell = given[i]?.[j] ?? Number.NaN;
      return wanted === 0 && cell === 0 ? [] : [{ given: cell, right: close(cell, wanted) }];
    }),
  );

const AFFINE: ReadonlySet<string> = new Set(['conv2d', 'linear', 'flatten', 'avg_pool2d', 'identity']);

interface AffineMap {
  readonly A: Matrix;
  /** One column. */
  readonly b: Matrix;
}

interface Mistake extends AffineMap {
  readonly tag: string;
  readonly says: Message;
}

const known = memoizedByModel((model: Model) => {
  const map = affineMap(model);
  return { map, mistakes: mistakesOf(model, map) };
});

const length = (shape: readonly number[]) => shape.reduce((product, size) => product * size, 1);

function requireModel({ model }: Context): Model {
  if (!model) throw new Error('The claim "same-map-as" needs a model.');
  return model;
}

/** The network at 0 is b; at a basis vector it is b plus a column of A. All of them go forward as one batch. */
function affineMap({ network, inputShape, params }: Model, changed = params): AffineMap {
  const inputs = length(inputShape);
  const vectors = [-1, ...Array(inputs).keys()].flatMap((one) => basis(inputs, one));
  const { output } = forward(network, {
    inputs: { x: tensor([inputs + 1, ...inputShape.slice(1)], vectors) },
    params: changed ?? {},
  });
  const outputs = output.data.length / (inputs + 1);
  const origin = [...output.data.subarray(0, outputs)];
  return {
    A: origin.map((offset, i) =>
      Array.from({ length: inputs }, (_, j) => (output.data[(j + 1) * outputs + i] ?? 0) - offset),
    ),
    b: origin.map((offset) => [offset]),
  };
}

const basis = (size: number, index: number) => Array.from({ length: size }, (_, j) => (j === index ? 1 : 0));
const close = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));

function formOf(model: Model): MatrixForm[] {
  const outputs = Array.from({ length: length(model.outputShape) }, (_, i) => intoUnit(`f${i + 1}`));
  const inputs = Array.from({ length: length(model.inputShape) }, (_, j) => fromUnit(`x${j + 1}`));
  const matrix: MatrixForm = { name: 'A', latex: 'A', rows: outputs, columns: inputs, free: false };
  const biased = Object.keys(model.params ?? {}).some((name) => name.startsWith('b'));
  return biased
    ? [matrix, { name: 'b', latex: 'b', rows: outputs, columns: [say('bias')], free: false }]
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

/**
 * One input at which the layers differ, with what the student's own gives there. What the network gives is a column of
 * A or all of b: that is for the solution.
 */
function witness(model: Model, map: AffineMap, given: AffineMap, { output, input }: Difference) {
  const at = ({ A, b }: AffineMap, i: number) =>
    (b[i]?.[0] ?? Number.NaN) + (input === null ? 0 : (A[i]?.[input] ?? Number.NaN));
  const place =
    input === null
      ? say('row {row} of {matrix}', { row: output + 1, matrix: 'b' })
      : say('row {row}, column {column} of {matrix}', { row: output + 1, column: input + 1, matrix: 'A' });
  const [name, n] = [nameOf(model, input), output + 1];
  return {
    says: say(
      'For {input}, your layer gives {mine} in output {n}, but the network gives a different number: look at {place}.',
      { input: name, mine: decimal(at(given, output)), n, place },
    ),
    expected: say('For {input}, the network gives {theirs}.', {
      input: name,
      theirs: map.b.map((_, i) => decimal(at(map, i))),
    }),
  };
}

/** The input of zeros, or a basis vector; images are numbered channel by channel, row by row. */
function nameOf({ inputShape: [, channels = 1, ...area] }: Model, input: number | null): Message {
  if (area.length === 0)
    return input === null
      ? say('the input 0')
      : say('the input with {name} = 1 and 0 elsewhere', { name: `x${input + 1}` });
  if (input === null) return say('the image of zeros');
  const pixel = (input % length(area)) + 1;
  if (channels === 1) return say('the image that is 1 in pixel {pixel} and 0 elsewhere', { pixel });
  const channel = Math.floor(input / length(area)) + 1;
  return say('the image that is 1 in pixel {pixel} of channel {channel} and 0 elsewhere', { pixel, channel });
}

function mistakesOf(model: Model, map: AffineMap): Mistake[] {
  const mistakes: Mistake[] = [
    {
      tag: 'filter-flipped',
      says: say(
        'The filter is flipped (rows and columns reversed): in deep learning it is laid on the image as it is written.',
      ),
      ...affineMap(model, flipped(model)),
    },
    {
      tag: 'filter-transposed',
      says: say('The filter is transposed: its rows run along the rows of the image.'),
      ...affineMap(model, transposedFilters(model)),
    },
    {
      tag: 'no-bias',
      says: say('The bias was left out: b is what the network gives when its input is 0.'),
      A: map.A,
      b: map.b.map(() => [0]),
    },
  ];
  return mistakes.filter((mistake) => firstDifference(map, mistake));
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
