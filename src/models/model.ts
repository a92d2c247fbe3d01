import { type NetworkOf, type Shape, type Tensor, tensor } from '../engine/index.ts';
import type { Matrix } from '../values/value.ts';
import { type Parts, standardParts } from './activations.ts';
import { Building } from './layers/building.ts';
import { ModelError, type SourcePath } from './model-error.ts';
import { checkInputs, type DenseLayer } from './names.ts';
import { ImageSource, type ModelSource } from './schema.ts';

/** The most units of a layer whose units and weights have names. */
const MOST_NAMED = 64;

/** A network built from its source: the engine's graph, its shapes, and its numbers where they are drawn. */
export interface Model {
  readonly source: ModelSource;
  readonly network: NetworkOf<string>;
  /** Of the input called `x`, with one sample: [1, inputs] or [1, channels, height, width]. */
  readonly inputShape: Shape;
  readonly outputShape: Shape;
  /** Names of the inputs of a drawn network; empty for images. */
  readonly inputs: readonly string[];
  /** The layers, when all are fully connected, of at most 64 units, and the inputs have names; else null. */
  readonly dense: readonly DenseLayer[] | null;
  /** All numbers, when every layer with parameters states them; else null. */
  readonly params: Readonly<Record<string, Tensor>> | null;
  /** What it was made of. */
  readonly parts: Parts;
}

/** Builds the network; throws ModelError where layers, numbers or names do not fit. */
export function modelOf(source: ModelSource, parts: Parts = standardParts): Model {
  const { image, inputs = [] } = source;
  const input: Shape = source.inputs
    ? [1, inputs.length]
    : [1, image?.channels ?? 0, image?.height ?? 0, image?.width ?? 0];
  const layers = source.layers.flatMap((layer, at) =>
    Array.from({ length: layer.repeat }, () => ({ layer, path: ['layers', at] })),
  );
  const network = new Building(input, inputs, layers.length, parts);
  const lastDense = layers.findLastIndex(({ layer }) => layer.units !== undefined);
  for (const [index, { layer, path }] of layers.entries()) {
    network.path = path;
    network.isLastDense = index === lastDense;
    located(path, () => layer.build(network));
  }

  const { nodes, params, complete } = network;
  const named =
    source.inputs !== undefined &&
    layers.every(({ layer }) => (layer.units ?? Number.POSITIVE_INFINITY) <= MOST_NAMED);
  const loss = source.loss && { op: 'mse' as const, in: nodes.at(-1)?.id ?? 'x', reduction: 'sum' as const };
  const model = {
    source,
    network: { nodes, operations: parts.operations, ...(loss && { loss }) },
    inputShape: input,
    outputShape: network.shape,
    inputs,
    dense: named ? network.dense : null,
    params: complete ? params : null,
    parts,
  };
  if (named) located(['inputs'], () => checkInputs(model));
  return model;
}

function located<T>(path: SourcePath, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw error instanceof ModelError ? error : new ModelError(path, error);
  }
}

/** The same network with other numbers, biases as columns; null where these are not its matrices, or it states none. */
export function withMatrices(model: Model, matrices: Readonly<Record<string, Matrix>>): Model | null {
  const { params, network } = model;
  if (!params || Object.keys(params).length !== Object.keys(matrices).length) return null;
  const own: Record<string, Tensor> = {};
  for (const [name, { shape }] of Object.entries(params)) {
    const [units, width = 1, ...area] = shape;
    const rows = matrices[name];
    if (!rows || area.length > 0 || rows.length !== units || rows.some((row) => row.length !== width))
      return null;
    own[name] = tensor(shape, rows.flat());
  }
  // What is remembered of a network is remembered by its graph.
  return { ...model, network: { ...network }, params: own };
}

/** The same network on an image of other sizes; null where its layers do not fit on it, or it has no image. */
export function withImage(model: Model, sizes: Partial<ModelSource['image']>): Model | null {
  const { source, parts } = model;
  const image = ImageSource.safeParse({ ...source.image, ...sizes });
  if (!source.image || !image.success) return null;
  try {
    return modelOf({ ...source, image: image.data }, parts);
  } catch {
    return null;
  }
}

/** A drawn matrix, as rows. */
export function matrixOf(model: Model, name: string): Matrix {
  const stated = model.params?.[name];
  if (!stated) throw new Error(`The network has no drawn weights "${name}".`);
  const width = stated.shape[1] ?? 1;
  return Array.from({ length: stated.shape[0] ?? 0 }, (_, row) => [
    ...stated.data.subarray(row * width, (row + 1) * width),
  ]);
}
