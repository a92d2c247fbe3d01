import { type BackwardResult, backward, forward, type Tensor, tensor } from '../engine/index.ts';
import type { Matrix } from '../values/value.ts';
import { type DenseLayer, type Model, matrixOf } from './model.ts';

/** What may stand in formulas about a drawn network: its inputs, weights, targets, sums, units and output. */
export function namesOf(model: Model): string[] {
  return [
    ...freeNames(model),
    ...(model.dense ?? []).flatMap(({ sums, units }) => [...sums, ...units]),
  ].filter((name, i, all) => all.indexOf(name) === i);
}

/** The names that may take any value; all others are computed from them by the forward pass. */
export function freeNames(model: Model): string[] {
  if (!model.dense) return [];
  const parameters = model.dense.flatMap((layer) => [...weightNames(layer).flat(), ...biasNames(layer)]);
  return [...model.inputs, ...parameters, ...(model.network.loss ? targetNames(model) : [])];
}

/** `W1_12`: the weight of layer 1 into unit 1 from input 2; [units][inputs]. Two-digit indices are set apart: `W1_1_12`. */
export function weightNames({ matrix, units, inputs }: DenseLayer): string[][] {
  const wide = units.length > 9 || inputs.length > 9;
  return units.map((_, i) => inputs.map((_, j) => `${matrix}_${i + 1}${wide ? '_' : ''}${j + 1}`));
}

export const biasNames = ({ bias, units }: DenseLayer): string[] =>
  bias === null ? [] : units.map((_, i) => `${bias}_${i + 1}`);

/** `y`, or `y1`, `y2`, … for several outputs. */
export function targetNames(model: Model): string[] {
  const outputs = model.dense?.at(-1)?.units ?? [];
  return outputs.length === 1 ? ['y'] : outputs.map((_, i) => `y${i + 1}`);
}

/** Everything about one example, by name; gradients are of the loss, by weight and bias. */
export interface Evaluation {
  readonly values: ReadonlyMap<string, number>;
  readonly gradients: ReadonlyMap<string, number>;
  readonly loss: number;
}

/**
 * Runs a drawn network forward (and backward, if it has a loss) at values for all free names. Targets that are
 * missing count as 0.
 */
export function evaluateModel(model: Model, free: (name: string) => number): Evaluation {
  const layers = model.dense ?? [];
  const params: Record<string, Tensor> = {};
  for (const layer of layers) {
    const rows = weightNames(layer);
    params[layer.matrix] = tensor([rows.length, layer.inputs.length], rows.flat().map(free));
    if (layer.bias !== null) params[layer.bias] = tensor([rows.length], biasNames(layer).map(free));
  }
  const inputs = { x: tensor(model.inputShape, model.inputs.map(free)) };
  const targets = { target: tensor(model.outputShape, targetNames(model).map(free)) };
  const run = model.network.loss
    ? backward(model.network, { inputs, params, targets })
    : { ...forward(model.network, { inputs, params }), loss: 0, paramGrads: new Map<string, Tensor>() };
  return {
    values: valuesOf(model, layers, run.values, free),
    gradients: gradientsOf(layers, run),
    loss: run.loss,
  };
}

function valuesOf(
  model: Model,
  layers: readonly DenseLayer[],
  tensors: ReadonlyMap<string, Tensor>,
  free: (name: string) => number,
): Map<string, number> {
  const values = new Map(freeNames(model).map((name) => [name, free(name)]));
  const place = (names: readonly string[], node: string) =>
    names.forEach((name, i) => {
      const value = tensors.get(node)?.data[i];
      if (value !== undefined) values.set(name, value);
    });
  layers.forEach(({ sums, units }, i) => {
    place(sums, `z${i + 1}`);
    place(
      units,
      units === layers.at(-1)?.units ? 'out' : tensors.has(`n${i + 1}`) ? `n${i + 1}` : `z${i + 1}`,
    );
  });
  return values;
}

function gradientsOf(
  layers: readonly DenseLayer[],
  { paramGrads }: Pick<BackwardResult, 'paramGrads'>,
): Map<string, number> {
  const gradients = new Map<string, number>();
  const place = (names: readonly string[], parameter: string | null) =>
    names.forEach((name, i) => gradients.set(name, paramGrads.get(parameter ?? '')?.data[i] ?? 0));
  for (const layer of layers) {
    place(weightNames(layer).flat(), layer.matrix);
    place(biasNames(layer), layer.bias);
  }
  return gradients;
}

/** The drawn value of every weight and bias by its name, or null where some are not drawn. */
export function drawnValues(model: Model): Map<string, number> | null {
  if (!model.params || !model.dense) return null;
  const parameters = Object.keys(model.params).map((name) => [name, matrixOf(model, name)]);
  return namedWeights(model, Object.fromEntries(parameters));
}

/** The numbers of given matrices (`{ W1: [[…]] }`, biases as columns) by the names of the weights. */
export function namedWeights(model: Model, matrices: Readonly<Record<string, Matrix>>): Map<string, number> {
  const named = new Map<string, number>();
  const place = (names: readonly string[], matrix: Matrix | undefined) =>
    names.forEach((name, i) => named.set(name, matrix?.flat()[i] ?? 0));
  for (const layer of model.dense ?? []) {
    place(weightNames(layer).flat(), matrices[layer.matrix]);
    if (layer.bias !== null) place(biasNames(layer), matrices[layer.bias]);
  }
  return named;
}
