import { NetworkError, ShapeError } from '../errors.ts';
import { type Shape, sameShape, show, type Tensor } from '../tensor.ts';
import type { Shapes } from './layout.ts';
import type { NetworkOf } from './network.ts';
import { compile, type Mode, type Plan } from './plan.ts';

export type Tensors = Readonly<Record<string, Tensor>>;

export interface RunOptions {
  readonly inputs: Tensors;
  readonly params?: Tensors;
  readonly buffers?: Tensors;
  /** `eval` by default; `train` uses batch statistics and draws dropout. */
  readonly mode?: Mode;
  /** Of dropout. */
  readonly seed?: number | string;
}

export interface ForwardResult {
  /** What the last layer gives. */
  readonly output: Tensor;
  /** Inputs and outputs of all layers, by name. */
  readonly values: ReadonlyMap<string, Tensor>;
  /** Running statistics after the pass. */
  readonly buffers: ReadonlyMap<string, Tensor>;
}

export interface BackwardResult extends ForwardResult {
  readonly loss: number;
  readonly paramGrads: ReadonlyMap<string, Tensor>;
  readonly inputGrads: ReadonlyMap<string, Tensor>;
  /** Gradients of the loss by what each layer gives. */
  readonly nodeGrads: ReadonlyMap<string, Tensor>;
}

/** Computes every layer's output. */
export function forward(network: NetworkOf<string>, options: RunOptions): ForwardResult {
  const plan = prepare(network, options);
  plan.forward();
  return forwardResult(network, plan);
}

/** Computes the loss and its gradient by every parameter, input and layer, by backpropagation. */
export function backward(
  network: NetworkOf<string>,
  options: RunOptions & { readonly targets: Tensors },
): BackwardResult {
  const plan = prepare(network, options, options.targets);
  plan.forward();
  const loss = plan.loss();
  plan.backward();
  const { inputs } = options;
  return {
    ...forwardResult(network, plan),
    loss,
    paramGrads: gradients(plan.params, () => true),
    inputGrads: gradients(plan.values, (name) => Object.hasOwn(inputs, name)),
    nodeGrads: gradients(plan.values, (name) => !Object.hasOwn(inputs, name)),
  };
}

/** A plan filled with the given numbers. */
function prepare(network: NetworkOf<string>, options: RunOptions, targets?: Tensors): Plan {
  const { inputs, params = {}, buffers = {}, mode, seed } = options;
  const plan = compile(network, {
    inputs: shapesOf(inputs),
    params: shapesOf(params),
    buffers: shapesOf(buffers),
    ...(targets !== undefined && { targets: shapesOf(targets) }),
    ...(mode !== undefined && { mode }),
    ...(seed !== undefined && { seed }),
  });
  for (const name of Object.keys(inputs)) fill(plan.values, name, inputs);
  for (const name of plan.params.keys()) fill(plan.params, name, params);
  for (const name of plan.buffers.keys()) fill(plan.buffers, name, buffers);
  for (const name of plan.targets.keys()) fill(plan.targets, name, targets ?? {});
  return plan;
}

/** Copies the tensor called `name` into its place. */
export function fill(places: ReadonlyMap<string, Tensor>, name: string, tensors: Tensors): void {
  const place = places.get(name);
  const given = Object.hasOwn(tensors, name) ? tensors[name] : undefined;
  if (place === undefined) throw new NetworkError(`The network has nothing called '${name}'.`);
  if (given === undefined) throw new NetworkError(`The network needs numbers for '${name}'.`);
  if (!sameShape(given.shape, place.shape)) {
    throw new ShapeError(`'${name}' must be ${show(place.shape)}, but is ${show(given.shape)}.`);
  }
  place.data.set(given.data);
}

export function shapesOf(tensors: Tensors): Shapes {
  return Object.fromEntries(
    Object.entries(tensors).map(([name, { shape }]): [string, Shape] => [name, shape]),
  );
}

function forwardResult(network: NetworkOf<string>, plan: Plan): ForwardResult {
  const last = network.nodes.at(-1);
  const output = plan.values.get(last?.outs?.[0] ?? last?.id ?? '');
  if (output === undefined) throw new NetworkError('The network has no layers.');
  return { output, values: plan.values, buffers: plan.buffers };
}

function gradients(variables: Plan['values'], include: (name: string) => boolean): Map<string, Tensor> {
  const chosen = [...variables].filter(([name]) => include(name));
  return new Map(chosen.map(([name, { shape, grad }]) => [name, { shape, data: grad }]));
}
