import { type Network, tensor, train } from '../../engine/index.ts';
import { say } from '../../language/index.ts';
import { groupedInteger } from '../../numbers/digits.ts';
import { random } from '../../numbers/random.ts';
import { defineExperiment, seeded } from '../experiment.ts';
import type { Observation } from '../experiment-result.ts';
import { decimal } from '../phrases.ts';

const network: Network = {
  nodes: [{ id: 'out', op: 'linear', in: ['x'], params: { weight: 'w', bias: 'b' } }],
  loss: { op: 'mse', in: 'out', reduction: 'mean' },
};

/** Each method gets the best of these rates. */
const RATES = [0.003, 0.01, 0.03, 0.1, 0.3, 0.8] as const;
const NOISE = 0.3;
const LARGE = 1000;
const SMALL = 5;
/** How close to the least loss a run must come and stay. */
const CLOSE = 0.01;
/** Gradients of one example that each run may evaluate. */
const BUDGET = 15_000;

interface Data {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}

/** Evenly spaced, so that sets of every size are equally well conditioned; the noise is drawn. */
function dataOf(examples: number, seed: number): Data {
  const generator = random(`data ${seed} ${examples}`);
  const xs = Array.from({ length: examples }, (_, i) => -1.7 + (3.4 * i) / (examples - 1));
  return { xs, ys: xs.map((x) => 1.5 * x - 0.7 + generator.normal(0, NOISE)) };
}

/** How far the mean loss at (w, b) is above its least value, from the normal equations. */
function excessOf({ xs, ys }: Data): (w: number, b: number) => number {
  const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;
  const [mx, my] = [mean(xs), mean(ys)];
  const variance = mean(xs.map((x) => (x - mx) ** 2));
  const best = mean(xs.map((x, i) => (x - mx) * ((ys[i] ?? 0) - my))) / variance;
  return (w, b) => (w - best) ** 2 * variance + (b + w * mx - my) ** 2;
}

interface Run {
  readonly evaluations: number;
  readonly path: [number, number][];
}

/** Evaluations after which the mean loss stays close to the least one, with the best rate; Infinity if it never does. */
function descend(data: Data, batch: number, seed: number): Run {
  const excess = excessOf(data);
  const column = (values: readonly number[]) => tensor([values.length, 1], values);
  const runs = RATES.map((rate): Run => {
    const path: [number, number][] = [];
    let reached: number | null = null;
    train(network, {
      params: { w: tensor([1, 1], [0]), b: tensor([1], [0]) },
      inputs: { x: column(data.xs) },
      targets: { target: column(data.ys) },
      optimizer: { method: 'sgd', rate },
      batch,
      steps: Math.floor(BUDGET / batch),
      seed,
      watch(step, params) {
        const above = excess(params.get('w')?.data[0] ?? 0, params.get('b')?.data[0] ?? 0);
        const evaluations = (step + 1) * batch;
        // Passing by luck does not count: from there on, the run must stay close.
        reached = above <= CLOSE ? (reached ?? evaluations) : null;
        const due = path.length === 0 || evaluations >= 1.3 * (path.at(-1)?.[0] ?? 0);
        if (due && Number.isFinite(above)) path.push([evaluations, Math.max(above, 1e-12)]);
      },
    });
    return { evaluations: reached ?? Number.POSITIVE_INFINITY, path };
  });
  return runs.reduce((best, run) => (run.evaluations < best.evaluations ? run : best));
}

/** "Stochastic descent comes close faster", counted in evaluations; nothing is decided where neither method arrives. */
function race(examples: number, seed: number) {
  const data = dataOf(examples, seed);
  const [batch, stochastic] = [descend(data, examples, seed), descend(data, 1, seed)];
  const arrived = Number.isFinite(Math.min(batch.evaluations, stochastic.evaluations));
  const told = ({ evaluations }: Run) =>
    Number.isFinite(evaluations)
      ? groupedInteger(BigInt(evaluations))
      : say('more than {n}', { n: groupedInteger(BigInt(BUDGET)) });
  const observation: Observation = {
    holds: arrived ? stochastic.evaluations < batch.evaluations : null,
    says: say(
      'fitting a line to {examples} examples, stochastic gradient descent took {stochastic} evaluations of the gradient of an example to come within {close} of the least loss and stay there, and batch gradient descent {batch} (each with the best of {rates, number} learning rates).',
      {
        examples: groupedInteger(BigInt(examples)),
        stochastic: told(stochastic),
        close: decimal(CLOSE),
        batch: told(batch),
        rates: RATES.length,
      },
    ),
  };
  return { observation, batch, stochastic };
}

/** A race on many examples. Control: the same on so few that a batch step costs little more than a stochastic one. */
export const sgdConvergesFaster = defineExperiment({
  name: 'sgd-converges-faster',
  schema: seeded.describe(
    'Whether stochastic gradient descent converges faster than batch descent, by a race on many examples.',
  ),
  run: ({ seed }) => {
    const [large, small] = [race(LARGE, seed), race(SMALL, seed)];
    return {
      main: large.observation,
      control: small.observation,
      plot: {
        title: say('Fitting a line to {examples, number} examples', { examples: LARGE }),
        x: { label: say('evaluations of the gradient of one example'), scale: 'log' },
        y: { label: say('loss above the least'), scale: 'log' },
        series: [
          { name: say('batch gradient descent'), kind: 'line', points: large.batch.path },
          { name: say('stochastic gradient descent'), kind: 'line', points: large.stochastic.path },
        ],
      },
    };
  },
});
