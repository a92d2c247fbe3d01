import { z } from 'zod';
import { count, type Network } from '../../engine/index.ts';
import { say } from '../../language/index.ts';
import { groupedInteger } from '../../numbers/digits.ts';
import { defineExperiment } from '../experiment.ts';
import type { Observation } from '../experiment-result.ts';

const network: Network = {
  nodes: [
    { id: 'z', op: 'linear', in: ['x'], attrs: { in_features: 784, out_features: 256, bias: true } },
    { id: 'n', op: 'relu', in: ['z'] },
    { id: 'out', op: 'linear', in: ['n'], attrs: { in_features: 256, out_features: 10, bias: true } },
  ],
};

const SIZES = [1, 10, 100, 1000, 10_000, 100_000] as const;

const schema = z.strictObject({
  examples: z.number().int().min(2).max(1_000_000).describe('Number of examples in the training set.'),
});

/** Multiply-accumulates of the forward pass of one step; backward costs about twice as much again, for either method. */
const cost = (examples: number): bigint => count(network, { x: [examples, 784] }).macs;

/** "A step of batch descent costs no more than a step of stochastic descent", for a training set of this size. */
function observe(examples: number): Observation {
  const [batch, single] = [cost(examples), cost(1)];
  const holds = batch <= single;
  return {
    holds,
    says: say(
      'with {examples, plural, =1 {one training example} other {{set} training examples}}, the forward pass of one step of a 784-256-10 network takes {batch} multiplications in batch gradient descent and {single} in stochastic gradient descent, so a step of batch gradient descent costs {holds, select, yes {no more} other {more}}.',
      {
        examples,
        set: groupedInteger(BigInt(examples)),
        batch: groupedInteger(batch),
        single: groupedInteger(single),
        holds: holds ? 'yes' : 'no',
      },
    ),
  };
}

/** What a step costs: counted from shapes, so nothing is random. Control: one training example, where both cost the same. */
export const batchStepCheaper = defineExperiment({
  name: 'batch-step-cheaper',
  schema: schema.describe(
    'Whether a step of batch descent costs no more than a step of stochastic descent, by counting multiplications.',
  ),
  run: ({ examples }) => ({
    main: observe(examples),
    control: observe(1),
    plot: {
      title: say('Cost of one step'),
      x: { label: say('training examples'), scale: 'log' },
      y: { label: say('multiplications of the forward pass'), scale: 'log' },
      series: [
        {
          name: say('batch gradient descent'),
          kind: 'line',
          points: SIZES.map((n): [number, number] => [n, Number(cost(n))]),
        },
        {
          name: say('stochastic gradient descent'),
          kind: 'line',
          points: SIZES.map((n): [number, number] => [n, Number(cost(1))]),
        },
      ],
    },
  }),
});
