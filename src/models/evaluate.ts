import { compile, type Plan } from '../engine/index.ts';
import type { Matrix } from '../values/value.ts';
import { type Model, matrixOf } from './model.ts';
import { biasNames, type DenseLayer, targetNames, weightNames } from './names.ts';

/** Everything about one example, by name; gradients are of the loss, by weight and bias (0 without a loss). */
export interface Evaluation {
  readonly values: ReadonlyMap<string, number>;
  readonly gradients: ReadonlyMap<string, number>;
}

/** One number of a network: a place in the engine's memory, and the name that it goes by. */
interface Cell {
  readonly name: string;
  readonly data: Float64Array;
  readonly index: number;
}

interface Prepared {
  readonly plan: Plan;
  /** Filled before a run. */
  readonly free: readonly Cell[];
  /** Read after it. */
  readonly computed: readonly Cell[];
  readonly gradients: readonly Cell[];
}

const known = new WeakMap<Model['network'], Prepared>();

/** Runs a drawn network forward, and backward if it has a loss, at values for all free names. */
export function evaluateModel(model: Model, free: (name: string) => number): Evaluation {
  const { free: given, computed, gradients } = run(model, free);
  return { values: read([...given, ...computed]), gradients: read(gradients) };
}

/** The same pass for one gradient alone; NaN for a name that has none. */
export function gradientOf(model: Model, of: string, free: (name: string) => number): number {
  const cell = run(model, free).gradients.find(({ name }) => name === of);
  return cell?.data[cell.index] ?? Number.NaN;
}

function run(model: Model, free: (name: string) => number): Prepared {
  const prepared = known.get(model.network) ?? prepare(model);
  known.set(model.network, prepared);
  for (const { name, data, index } of prepared.free) data[index] = free(name);
  prepared.plan.forward();
  if (model.network.loss) prepared.plan.backward();
  return prepared;
}

const read = (cells: readonly Cell[]) =>
  new Map(cells.map(({ name, data, index }) => [name, data[index] ?? 0]));

function prepare(model: Model): Prepared {
  const layers = model.dense ?? [];
  const plan = compile(model.network, {
    inputs: { x: model.inputShape },
    ...(model.network.loss && { targets: { target: model.outputShape } }),
  });
  const cells = (names: readonly string[], data: Float64Array | undefined): Cell[] =>
    data ? names.map((name, index) => ({ name, data, index })) : [];
  const parameters = (part: 'data' | 'grad') =>
    layers.flatMap((layer) => [
      ...cells(weightNames(layer).flat(), plan.params.get(layer.matrix)?.[part]),
      ...cells(biasNames(layer), plan.params.get(layer.bias ?? '')?.[part]),
    ]);
  return {
    plan,
    free: [
      ...cells(model.inputs, plan.values.get('x')?.data),
      ...parameters('data'),
      ...cells(targetNames(model), plan.targets.get('target')?.data),
    ],
    computed: layers.flatMap((layer, i) => {
      const sums = plan.values.get(`z${i + 1}`)?.data;
      const units = plan.values.get(i === layers.length - 1 ? 'out' : `n${i + 1}`)?.data ?? sums;
      return [...cells(layer.sums, sums), ...cells(layer.units, units)];
    }),
    gradients: model.network.loss ? parameters('grad') : [],
  };
}

/** The drawn value of every weight and bias by its name, or null where some are not drawn. */
export function drawnValues(model: Model): Map<string, number> | null {
  if (!model.params || !model.dense) return null;
  const parameters = Object.keys(model.params).map((name) => [name, matrixOf(model, name)]);
  return namedWeights(model.dense, Object.fromEntries(parameters));
}

/** The numbers of given matrices (`{ W1: [[…]] }`, biases as columns) by the names of the weights. */
export function namedWeights(
  layers: readonly DenseLayer[],
  matrices: Readonly<Record<string, Matrix>>,
): Map<string, number> {
  const named = new Map<string, number>();
  const place = (names: readonly string[], matrix: Matrix | undefined) => {
    const numbers = matrix?.flat() ?? [];
    for (const [i, name] of names.entries()) named.set(name, numbers[i] ?? 0);
  };
  for (const layer of layers) {
    place(weightNames(layer).flat(), matrices[layer.matrix]);
    if (layer.bias !== null) place(biasNames(layer), matrices[layer.bias]);
  }
  return named;
}
