import { type Network, type Node, type Shape, shapes, type Tensor, tensor } from '../engine/index.ts';
import type { Matrix } from '../values/value.ts';
import type { LayerSource, ModelSource } from './schema.ts';

/** One fully connected layer of a drawn network, with the names of everything in it. */
export interface DenseLayer {
  /** Parameter names in the network: `W1`, and `b1` or null without bias. */
  readonly matrix: string;
  readonly bias: string | null;
  /** Names of what comes in (`A`, `n1`), of the sums (`z1`), and of the units (`n1`, `out`). */
  readonly inputs: readonly string[];
  readonly sums: readonly string[];
  readonly units: readonly string[];
  readonly activation: 'relu' | 'sigmoid' | 'tanh' | 'identity';
}

/** A network built from its source: the engine's graph, its shapes, and its numbers where they are drawn. */
export interface Model {
  readonly source: ModelSource;
  readonly network: Network;
  /** Of the input called `x`, with one sample: [1, inputs] or [1, channels, height, width]. */
  readonly inputShape: Shape;
  readonly outputShape: Shape;
  /** Names of the inputs of a drawn network; empty for images. */
  readonly inputs: readonly string[];
  /** The layers, when all are fully connected and the inputs have names; else null. */
  readonly dense: readonly DenseLayer[] | null;
  /** All numbers, when every layer with parameters states them; else null. */
  readonly params: Readonly<Record<string, Tensor>> | null;
}

/** Builds the network; throws the engine's ShapeError when layers do not fit. */
export function modelOf(source: ModelSource): Model {
  const input: Shape = source.inputs
    ? [1, source.inputs.length]
    : [1, source.image?.channels ?? 0, source.image?.height ?? 0, source.image?.width ?? 0];
  const nodes: Node[] = [];
  const params: Record<string, Tensor> = {};
  const dense: DenseLayer[] = [];
  const layers = source.layers.flatMap(repeated);
  const hidden = layers.filter((layer) => typeof layer === 'object' && 'dense' in layer).length - 1;
  let shape = input;
  let complete = true;
  let number = 0;
  let inputs = source.inputs ?? [];

  const add = (node: Omit<Node, 'in'>) => {
    nodes.push({ ...node, in: [nodes.at(-1)?.id ?? 'x'] });
    shape = shapes({ nodes }, { x: input }).get(node.id) ?? shape;
  };
  const state = (name: string, of: Shape, data: readonly number[] | undefined) => {
    if (data) params[name] = tensor(of, data);
    else complete = false;
  };

  for (const layer of layers) {
    if (layer === 'flatten') {
      add({ id: `flatten${nodes.length}`, op: 'flatten' });
    } else if ('dense' in layer) {
      number += 1;
      const { units, bias, activation, weights, biases } = layer.dense;
      const last = number > hidden;
      const names = unitNames(units, number, hidden, last);
      const features = shape.at(-1) ?? 0;
      const [matrix, biasName] = [`W${number}`, `b${number}`];
      add({
        id: last && activation === 'identity' ? 'out' : `z${number}`,
        op: 'linear',
        attrs: { in_features: features, out_features: units, bias },
        params: { weight: matrix, ...(bias && { bias: biasName }) },
      });
      state(matrix, [units, features], weights && flat(weights, units, features, matrix));
      if (bias) state(biasName, [units], biases);
      if (activation !== 'identity') add({ id: last ? 'out' : `n${number}`, op: activation });
      dense.push({ matrix, bias: bias ? biasName : null, inputs, ...names, activation });
      inputs = names.units;
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
      state(filterName, [filters, channels, kernel, kernel], weights?.flat(3));
      if (bias) state(biasName, [filters], biases);
      if (activation !== 'identity') add({ id: `n${number}`, op: activation });
    } else {
      const [op, pool] =
        'max-pool' in layer
          ? (['max_pool2d', layer['max-pool']] as const)
          : (['avg_pool2d', layer['average-pool']] as const);
      const { kernel, stride, padding } = pool;
      add({ id: `pool${nodes.length}`, op, attrs: { kernel, stride: stride ?? kernel, padding } });
    }
  }

  const loss = source.loss && { op: 'mse' as const, in: nodes.at(-1)?.id ?? 'x', reduction: 'sum' as const };
  const allDense = source.inputs !== undefined && dense.length === layers.length;
  return {
    source,
    network: { nodes, ...(loss && { loss }) },
    inputShape: input,
    outputShape: shape,
    inputs: source.inputs ?? [],
    dense: allDense ? dense : null,
    params: complete ? params : null,
  };
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

/** As the sheet names them: n1, z1 of the only hidden layer; n1_2 (unit 2 of layer 1) where there are several. */
function unitNames(units: number, number: number, hidden: number, last: boolean) {
  if (units > 64) return { sums: [], units: [] };
  const indices = Array.from({ length: units }, (_, i) => i + 1);
  const named = (letter: string) =>
    indices.map((i) => (hidden === 1 && !last ? `${letter}${i}` : `${letter}${number}_${i}`));
  if (!last) return { sums: named('z'), units: named('n') };
  const outputs = units === 1 ? ['out'] : indices.map((i) => `out${i}`);
  return { sums: outputs, units: outputs };
}

function flat(rows: Matrix, height: number, width: number, name: string): number[] {
  const ragged = rows.findIndex((row) => row.length !== width);
  if (rows.length !== height || ragged >= 0) {
    throw new Error(
      `${name} must have ${height} rows of ${width} numbers, but ${
        rows.length !== height ? `has ${rows.length} rows` : `row ${ragged + 1} has ${rows[ragged]?.length}`
      }.`,
    );
  }
  return rows.flat();
}
