import { random } from '../../numbers/random.ts';
import { NetworkError } from '../errors.ts';
import type { NetworkOf } from '../networks/network.ts';
import { compile } from '../networks/plan.ts';
import { fill, shapesOf, type Tensors } from '../networks/run.ts';
import type { Tensor } from '../tensor.ts';
import { type Optimizer, stepper } from './optimizers.ts';

export interface TrainOptions {
  /** Where the parameters start. */
  readonly params: Tensors;
  readonly buffers?: Tensors;
  /** Training data: the first axis of every tensor counts the samples. */
  readonly inputs: Tensors;
  readonly targets: Tensors;
  readonly optimizer: Optimizer;
  /** `all`: batch gradient descent. A number: so many samples a step; shuffled anew whenever all have been used. */
  readonly batch: 'all' | number;
  readonly steps: number;
  readonly seed: number | string;
  /** Called after every step with the parameters as they stand; copy what you keep. */
  readonly watch?: (step: number, params: ReadonlyMap<string, Tensor>) => void;
}

export interface Trained {
  readonly params: Record<string, Tensor>;
  readonly buffers: Record<string, Tensor>;
  /** The loss of each step's batch before the step. */
  readonly losses: Float64Array;
}

/** Trains a network by gradient descent. The same options give the same numbers. */
export function train(network: NetworkOf<string>, options: TrainOptions): Trained {
  const { inputs, targets, params, buffers = {}, steps, seed } = options;
  const samples = sampleCount({ ...inputs, ...targets });
  const batch = options.batch === 'all' ? samples : options.batch;
  if (!Number.isInteger(batch) || batch < 1 || batch > samples) {
    throw new NetworkError(`A batch of ${batch} cannot be drawn from ${samples} samples.`);
  }
  const cut = (tensors: Tensors): Tensors => {
    return Object.fromEntries(Object.entries(tensors).map(([name, t]) => [name, rows(t, batch)]));
  };
  const plan = compile(network, {
    inputs: shapesOf(cut(inputs)),
    targets: shapesOf(cut(targets)),
    params: shapesOf(params),
    buffers: shapesOf(buffers),
    mode: 'train',
    seed,
    inputGradients: false,
  });
  for (const name of plan.params.keys()) fill(plan.params, name, params);
  for (const name of plan.buffers.keys()) fill(plan.buffers, name, buffers);

  const draw = batches(samples, batch, seed);
  const move = stepper(options.optimizer, [...plan.params.values()]);
  const losses = new Float64Array(steps);
  for (let step = 0; step < steps; step++) {
    const chosen = draw();
    for (const [name, data] of Object.entries(inputs)) pick(data, chosen, plan.values.get(name)!);
    for (const [name, data] of Object.entries(targets)) pick(data, chosen, plan.targets.get(name)!);
    plan.forward();
    losses[step] = plan.loss();
    plan.backward();
    move();
    options.watch?.(step, plan.params);
  }
  return { params: copies(plan.params), buffers: copies(plan.buffers), losses };
}

function sampleCount(data: Tensors): number {
  const counts = new Set(Object.values(data).map(({ shape }) => shape[0]));
  const [samples] = counts;
  if (counts.size === 1 && samples !== undefined) return samples;
  throw new NetworkError(
    `Inputs and targets must have the same number of samples, but have ${[...counts].join(', ')}.`,
  );
}

/** Indices of the next batch: consecutive stretches of endlessly reshuffled samples; in order if it is all of them. */
function batches(samples: number, batch: number, seed: number | string): () => readonly number[] {
  const all = Array.from({ length: samples }, (_, i) => i);
  if (batch === samples) return () => all;
  const generator = random(seed);
  let queue: number[] = [];
  return () => {
    while (queue.length < batch) queue = [...queue, ...generator.shuffle(all)];
    return queue.splice(0, batch);
  };
}

/** Copies the chosen rows of `from` into `into`. */
function pick(from: Tensor, chosen: readonly number[], into: Tensor): void {
  const width = from.data.length / from.shape[0]!;
  for (const [i, row] of chosen.entries())
    into.data.set(from.data.subarray(row * width, (row + 1) * width), i * width);
}

/** The first `count` rows: enough to know shapes. */
function rows({ shape, data }: Tensor, count: number): Tensor {
  const width = data.length / shape[0]!;
  return { shape: [count, ...shape.slice(1)], data: data.subarray(0, count * width) };
}

function copies(variables: ReadonlyMap<string, Tensor>): Record<string, Tensor> {
  return Object.fromEntries(
    [...variables].map(([name, { shape, data }]) => [name, { shape, data: data.slice() }]),
  );
}
