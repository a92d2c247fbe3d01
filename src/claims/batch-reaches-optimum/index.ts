import { type Network, random, type Tensor, tensor, train } from '../../engine/index.ts';
import { defineExperiment } from '../experiment.ts';

const RUNS = 30;
const STEPS = 4000;
const RATE = 0.1;
/** A loss this close to the best one counts as having reached it. */
const REACHED = 1e-3;

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

function finalLosses(
  network: Network,
  of: Readonly<Record<string, readonly number[]>>,
  best: number,
  seed: number,
): number[] {
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
    return (losses.at(-1) ?? Number.NaN) - best;
  });
}

const bars = (losses: readonly number[]): [number, number][] =>
  [...losses].sort((a, b) => a - b).map((excess, i) => [i + 1, Math.max(0, excess)]);

/** Batch descent from 30 random starts, long enough to settle. Control: a convex loss, where every start must get there. */
export const batchReachesOptimum = defineExperiment('batch-reaches-optimum', (seed) => {
  const network = finalLosses(twoLayers, shapes.two, 0, seed);
  const convex = finalLosses(oneLayer, shapes.one, BEST_OF_ONE_LAYER, seed);
  const stuck = (losses: readonly number[]) => losses.filter((excess) => !(excess < REACHED)).length;
  const steps = `${STEPS} steps of batch gradient descent on XOR`;
  return {
    main: {
      holds: stuck(network) === 0,
      says: `after ${steps} from ${RUNS} random starts, ${stuck(network)} of ${RUNS} networks with a hidden layer had settled above the lowest possible loss.`,
    },
    control: {
      holds: stuck(convex) === 0,
      says: `with a convex loss (no hidden layer), ${RUNS - stuck(convex)} of ${RUNS} runs reached its lowest value.`,
    },
    plot: {
      title: 'Where batch gradient descent ends',
      x: { label: 'run, sorted by its end', scale: 'linear' },
      y: { label: 'loss above the lowest possible', scale: 'linear' },
      series: [
        { name: 'network with a hidden layer', kind: 'bars', points: bars(network) },
        { name: 'convex loss', kind: 'points', points: bars(convex) },
      ],
    },
  };
});
