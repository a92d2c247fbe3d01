import { type Network, type Tensor, tensor, train } from '../../engine/index.ts';
import { type Message, say } from '../../language/index.ts';
import { random } from '../../numbers/random.ts';
import { defineExperiment, seeded } from '../experiment.ts';
import type { Observation } from '../experiment-result.ts';
import { decimal } from '../phrases.ts';

const RUNS = 30;
const STEPS = 2000;
const RATE = 0.1;
/** A loss this close to the best one counts as having reached it. */
const REACHED = 1e-3;
/** A run whose loss falls by less than this in its last tenth has settled. */
const SETTLED = 1e-6;

const inputs = { x: tensor([4, 2], [0, 0, 0, 1, 1, 0, 1, 1]) };
const targets = { target: tensor([4, 1], [0, 1, 1, 0]) };
const loss = { op: 'mse' as const, in: 'out', reduction: 'mean' as const };

/** Learns XOR exactly with the right weights, so its best loss is 0; the loss is not convex. */
const twoLayers: Network = {
  nodes: [
    { id: 'z', op: 'linear', in: ['x'], params: { weight: 'W1', bias: 'b1' } },
    { id: 'n', op: 'relu', in: ['z'] },
    { id: 'out', op: 'linear', in: ['n'], params: { weight: 'W2', bias: 'b2' } },
  ],
  loss,
};

/** A single layer has a convex loss; the best that it can do on XOR is to answer ½ always. */
const oneLayer: Network = {
  nodes: [{ id: 'out', op: 'linear', in: ['x'], params: { weight: 'W', bias: 'b' } }],
  loss,
};
const BEST_OF_ONE_LAYER = 0.25;

const shapes = {
  two: { W1: [2, 2], b1: [2], W2: [1, 2], b2: [1] },
  one: { W: [1, 2], b: [1] },
} as const;

interface End {
  /** How far the loss is above the lowest possible; not finite where the run diverged. */
  readonly excess: number;
  readonly settled: boolean;
}

function ends(
  network: Network,
  of: Readonly<Record<string, readonly number[]>>,
  best: number,
  seed: number,
): End[] {
  return Array.from({ length: RUNS }, (_, run) => {
    const generator = random(`start ${seed} ${run}`);
    const params = Object.fromEntries(
      Object.entries(of).map(([name, shape]): [string, Tensor] => {
        const size = shape.reduce((product, length) => product * length, 1);
        return [
          name,
          tensor(
            shape,
            Array.from({ length: size }, () => generator.uniform(-1, 1)),
          ),
        ];
      }),
    );
    const { losses } = train(network, {
      params,
      inputs,
      targets,
      optimizer: { method: 'sgd', rate: RATE },
      batch: 'all',
      steps: STEPS,
      seed,
    });
    const [before = Number.NaN, last = Number.NaN] = [losses.at(-STEPS / 10), losses.at(-1)];
    return { excess: last - best, settled: before - last < SETTLED };
  });
}

/** "Batch descent gives the optimum given time": refuted by one run that has settled above it. */
function observe(kind: Message, runs: readonly End[]): Observation {
  const reached = runs.filter(({ excess }) => excess < REACHED).length;
  const stuck = runs.filter(({ excess, settled }) => settled && excess >= REACHED).length;
  const diverged = runs.filter(({ excess }) => !Number.isFinite(excess)).length;
  return {
    holds: stuck > 0 ? false : reached === RUNS ? true : null,
    says: say(
      'of {runs, number} random starts {kind}, {reached, number} came within {close} of the lowest possible loss and {stuck, number} had settled above it{diverged, plural, =0 {} other { (# diverged)}}.',
      { runs: RUNS, kind, reached, close: decimal(REACHED), stuck, diverged },
    ),
  };
}

const sorted = (runs: readonly End[]): [number, number][] =>
  runs
    .map(({ excess }) => Math.max(0, excess))
    .filter(Number.isFinite)
    .sort((a, b) => a - b)
    .map((excess, i) => [i + 1, excess]);

/** Batch descent on XOR from random starts, long enough to settle. Control: a convex loss, where every start must get there. */
export const batchReachesOptimum = defineExperiment({
  name: 'batch-reaches-optimum',
  schema: seeded.describe(
    'Whether batch gradient descent reaches the optimum if given enough time, by training a network on XOR.',
  ),
  run: ({ seed }) => {
    const network = ends(twoLayers, shapes.two, 0, seed);
    const convex = ends(oneLayer, shapes.one, BEST_OF_ONE_LAYER, seed);
    return {
      main: observe(
        say(
          'of a network with a hidden layer, trained on XOR by {steps, number} steps of batch gradient descent',
          {
            steps: STEPS,
          },
        ),
        network,
      ),
      control: observe(say('of a network without a hidden layer, whose loss is convex'), convex),
      plot: {
        title: say('Where batch gradient descent ends'),
        x: { label: say('run, sorted by its end'), scale: 'linear' },
        y: { label: say('loss above the lowest possible'), scale: 'linear' },
        series: [
          { name: say('network with a hidden layer'), kind: 'bars', points: sorted(network) },
          { name: say('convex loss'), kind: 'points', points: sorted(convex) },
        ],
      },
    };
  },
});
