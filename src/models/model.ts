import { type Network, type Node, type Shape, shapes, type Tensor, tensor } from '../engine/index.ts';
import { SaidError, saidBy } from '../language/index.ts';
import type { Matrix } from '../values/value.ts';
import { checkInputs, type DenseLayer, unitNames } from './names.ts';
import { type LayerSource, ModelSource } from './schema.ts';
import { type Level, type Nested, stated } from './stated-numbers.ts';

/** The most units of a layer whose units and weights have names. */
const MOST_NAMED = 64;

/** A network built from its source: the engine's graph, its shapes, and its numbers where they are drawn. */
export interface Model {
  readonly source: ModelSource;
  readonly network: Network;
  /** Of the input called `x`, with one sample: [1, inputs] or [1, channels, height, width]. */
  readonly inputShape: Shape;
  readonly outputShape: Shape;
  /** Names of the inputs of a drawn network; empty for images. */
  readonly inputs: readonly string[];
  /** The layers, when all are fully connected, of at most 64 units, and the inputs have names; else null. */
  readonly dense: readonly DenseLayer[] | null;
  /** All numbers, when every layer with parameters states them; else null. */
  readonly params: Readonly<Record<string, Tensor>> | null;
}

/** What does not fit in a network's source: a sentence, and where in the source. */
export class ModelError extends SaidError {
  override readonly name = 'ModelError';
  readonly path: readonly (string | number)[];

  constructor(path: readonly (string | number)[], cause: unknown) {
    super(saidBy(cause), { cause });
    this.path = path;
  }
}

/** Builds the network; throws ModelError where layers, numbers or names do not fit. */
export function modelOf(source: ModelSource): Model {
  const input: Shape = source.inputs
    ? [1, source.inputs.length]
    : [1, source.image?.channels ?? 0, source.image?.height ?? 0, source.image?.width ?? 0];
  const nodes: Node[] = [];
  const params: Record<string, Tensor> = {};
  const dense: DenseLayer[] = [];
  const places = source.layers.flatMap((layer, at) => repeated(layer).map(() => at));
  const layers = source.layers.flatMap(repeated);
  const unitsOf = (layer: LayerSource) =>
    typeof layer === 'object' && 'dense' in layer ? layer.dense.units : undefined;
  const lastDense = layers.findLastIndex((layer) => unitsOf(layer) !== undefined);
  const named =
    source.inputs !== undefined && layers.every((layer) => (unitsOf(layer) ?? Infinity) <= MOST_NAMED);
  let shape = input;
  let complete = true;
  let number = 0;
  let inputs = source.inputs ?? [];

  const add = (node: Omit<Node, 'in'>) => {
    nodes.push({ ...node, in: [nodes.at(-1)?.id ?? 'x'] });
    shape = shapes({ nodes }, { x: input }).get(node.id) ?? shape;
  };
  const located = <T>(path: readonly (string | number)[], run: () => T): T => {
    try {
      return run();
    } catch (error) {
      throw error instanceof ModelError ? error : new ModelError(path, error);
    }
  };
  const state = (
    name: string,
    shape: Shape,
    lists: Nested | undefined,
    { levels, path }: { readonly levels: readonly Level[]; readonly path: readonly (string | number)[] },
  ) => {
    if (lists)
      params[name] = tensor(
        shape,
        located(path, () => stated(name, lists, shape, levels)),
      );
    else complete = false;
  };

  const build = (layer: LayerSource, index: number) => {
    const at = ['layers', places[index] ?? 0];
    if (layer === 'flatten') {
      add({ id: `flatten${nodes.length}`, op: 'flatten' });
    } else if ('dense' in layer) {
      number += 1;
      const { units, bias, activation, weights, biases } = layer.dense;
      const last = index === lastDense;
      const features = shape.at(-1) ?? 0;
      const [matrix, biasName] = [`W${number}`, `b${number}`];
      add({
        id: last && activation === 'identity' ? 'out' : `z${number}`,
        op: 'linear',
        attrs: { in_features: features, out_features: units, bias },
        params: { weight: matrix, ...(bias && { bias: biasName }) },
      });
      const path = [...at, 'dense'];
      state(matrix, [units, features], weights, { levels: ['rows', 'numbers'], path: [...path, 'weights'] });
      if (bias) state(biasName, [units], biases, { levels: ['numbers'], path: [...path, 'biases'] });
      if (activation !== 'identity') add({ id: last ? 'out' : `n${number}`, op: activation });
      if (named) {
        const names = unitNames(units, number, layers.length, activation);
        dense.push({ matrix, bias: bias ? biasName : null, inputs, ...names, activation });
        inputs = names.units;
      }
    } else if ('conv2d' in layer) {
      number += 1;
      const { filters, kernel, stride, padding, bias, activation, weights, biases } = layer.conv2d;
      const channels = shape[1] ?? 0;
      const [filterName, biasName] = [`W${number}`, `b${number}`];
      add({
        id: `z${number}`,
        op: 'conv2d',
        attrs: { in_channels: channels, out_channels: filters, kernel, stride, padding, bias },
        params: { weight: filterName, ...(bias && { bias: biasName }) },
      });
      const levels: readonly Level[] = ['filters', 'channels', 'rows', 'numbers'];
      const path = [...at, 'conv2d'];
      state(filterName, [filters, channels, kernel, kernel], weights, { levels, path: [...path, 'weights'] });
      if (bias) state(biasName, [filters], biases, { levels: ['numbers'], path: [...path, 'biases'] });
      if (activation !== 'identity') add({ id: `n${number}`, op: activation });
    } else {
      const [op, pool] =
        'max-pool' in layer
          ? (['max_pool2d', layer['max-pool']] as const)
          : (['avg_pool2d', layer['average-pool']] as const);
      const { kernel, stride, padding } = pool;
      add({ id: `pool${nodes.length}`, op, attrs: { kernel, stride: stride ?? kernel, padding } });
    }
  };
  for (const [index, layer] of layers.entries())
    located(['layers', places[index] ?? 0], () => build(layer, index));

  const loss = source.loss && { op: 'mse' as const, in: nodes.at(-1)?.id ?? 'x', reduction: 'sum' as const };
  const model = {
    source,
    network: { nodes, ...(loss && { loss }) },
    inputShape: input,
    outputShape: shape,
    inputs: source.inputs ?? [],
    dense: named ? dense : null,
    params: complete ? params : null,
  };
  if (named) located(['inputs'], () => checkInputs(model));
  return model;
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
  const { image } = model.source;
  const source = ModelSource.safeParse({ ...model.source, image: { ...image, ...sizes } });
  if (!image || !source.success) return null;
  try {
    return modelOf(source.data);
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

function repeated(layer: LayerSource): LayerSource[] {
  const times = typeof layer === 'object' && 'repeat' in layer ? layer.repeat : 1;
  return Array.from({ length: times }, () => layer);
}
