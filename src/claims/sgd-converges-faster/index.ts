import { type Network, random, tensor, train } from '../../engine/index.ts';
import { defineExperiment, type Observation } from '../experiment.ts';
import { grouped } from '../says.ts';

const network: Network = {
  nodes: [{ id: 'out', op: 'linear', in: ['x'], params: { weight: 'w', bias: 'b' } }],
  loss: { op: 'mse', in: 'out', reduction: 'mean' },
};

/** Each method gets the best of these rates. */
const RATES = [0.003, 0.01, 0.03, 0.1, 0.3, 0.8] as const;
const NOISE = 0.3;
const LARGE = 1000;
const SMALL = 4;

interface Data {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}

function dataOf(examples: number, seed: number): Data {
  const generator = random(`data ${seed} ${examples}`);
  const xs = Array.from({ length: examples }, () => generator.uniform(-1.7, 1.7));
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

interface Goal {
  readonly tolerance: number;
  /** How often a run may go over all examples. */
  readonly passes: number;
}

interface Run {
  readonly evaluations: number;
  readonly path: [number, number][];
}

/** Evaluations until the mean loss is within the tolerance of the least one, with the best rate; Infinity if never. */
function descend(data: Data, batch: number, { tolerance, passes }: Goal, seed: number): Run {
  const examples = data.xs.length;
  const excess = excessOf(data);
  const column = (values: readonly number[]) => tensor([values.length, 1], values);
  const runs = RATES.map((rate): Run => {
    const path: [number, number][] = [];
    let reached: number | null = null;
    const steps = Math.ceil((passes * examples) / batch);
    train(network, {
      params: { w: tensor([1, 1], [0]), b: tensor([1], [0]) },
      inputs: { x: column(data.xs) },
      targets: { target: column(data.ys) },
      optimizer: { method: 'sgd', rate },
      batch,
      steps,
      seed,
      watch(step, params) {
        const above = excess(params.get('w')?.data[0] ?? 0, params.get('b')?.data[0] ?? 0);
        const evaluations = (step + 1) * batch;
        // Passing through by luck does not count: from there on, the run must stay within the tolerance.
        reached = above <= tolerance ? (reached ?? evaluations) : null;
        const due = path.length === 0 || evaluations >= 1.3 * (path.at(-1)?.[0] ?? 0);
        if (due && Number.isFinite(above)) path.push([evaluations, Math.max(above, 1e-12)]);
      },
    });
    return { evaluations: reached ?? Number.POSITIVE_INFINITY, path };
  });
  return runs.reduce((best, run) => (run.evaluations < best.evaluations ? run : best));
}

/** The better of small steps' noise and the budget decides: on few examples to high precision, batch descent wins. */
function race(examples: number, goal: Goal, seed: number) {
  const { tolerance, passes } = goal;
  const data = dataOf(examples, seed);
  const batch = descend(data, examples, goal, seed);
  const stochastic = descend(data, 1, goal, seed);
  const told = ({ evaluations }: Run) =>
    Number.isFinite(evaluations)
      ? `${grouped(BigInt(evaluations))}`
      : `more than ${grouped(BigInt(passes * examples))}`;
  const observation: Observation = {
    holds: stochastic.evaluations < batch.evaluations,
    says: `to fit a line to ${grouped(BigInt(examples))} examples until the loss was within ${tolerance} of its least value (and stayed there), stochastic descent took ${told(stochastic)} evaluations of an example's gradient and batch descent ${told(batch)}.`,
  };
  return { observation, batch, stochastic };
}

/** Evaluations to a tolerance on large data. Control: four examples and a tight tolerance, where the noise costs more. */
export const sgdConvergesFaster = defineExperiment('sgd-converges-faster', (seed) => {
  const large = race(LARGE, { tolerance: 0.01, passes: 15 }, seed);
  const small = race(SMALL, { tolerance: 1e-8, passes: 60 }, seed);
  return {
    main: large.observation,
    control: small.observation,
    plot: {
      title: `Fitting a line to ${LARGE} examples`,
      x: { label: 'evaluations of the gradient of one example', scale: 'log' },
      y: { label: 'loss above the least', scale: 'log' },
      series: [
        { name: 'batch', kind: 'line', points: large.batch.path },
        { name: 'stochastic', kind: 'line', points: large.stochastic.path },
      ],
    },
  };
});
