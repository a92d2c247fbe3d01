import { count, type Network } from '../../engine/index.ts';
import { defineExperiment, type Observation } from '../experiment.ts';
import { grouped } from '../says.ts';

const network: Network = {
  nodes: [
    { id: 'z', op: 'linear', in: ['x'], attrs: { in_features: 784, out_features: 256, bias: true } },
    { id: 'n', op: 'relu', in: ['z'] },
    { id: 'out', op: 'linear', in: ['n'], attrs: { in_features: 256, out_features: 10, bias: true } },
  ],
};

const SIZES = [1, 10, 100, 1000, 10_000, 100_000] as const;
const LARGE = 10_000;

/** Multiply-accumulates of the forward pass of one step; backward costs about twice as much again, for either method. */
const cost = (examples: number): bigint => count(network, { x: [examples, 784] }).macs;

/** "A step of batch descent is no more expensive than a step of stochastic descent", for a training set of this size. */
function observe(examples: number): Observation {
  const [batch, single] = [cost(examples), cost(1)];
  const set =
    examples === 1 ? 'a training set of one example' : `${grouped(BigInt(examples))} training examples`;
  return {
    holds: batch <= single,
    says: `with ${set}, one step of a 784-256-10 network takes ${grouped(batch)} multiplications in batch descent and ${grouped(single)} in stochastic descent.`,
  };
}

/** What a step costs, counted on a real network from its shapes. Control: a training set of one example. */
export const batchStepCheaper = defineExperiment('batch-step-cheaper', () => ({
  main: observe(LARGE),
  control: observe(1),
  plot: {
    title: 'Cost of one step',
    x: { label: 'training examples', scale: 'log' },
    y: { label: 'multiplications', scale: 'log' },
    series: [
      { name: 'batch', kind: 'line', points: SIZES.map((n): [number, number] => [n, Number(cost(n))]) },
      { name: 'stochastic', kind: 'line', points: SIZES.map((n): [number, number] => [n, Number(cost(1))]) },
    ],
  },
}));
