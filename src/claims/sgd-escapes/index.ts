import { random } from '../../engine/index.ts';
import { defineExperiment } from '../experiment.ts';

const RUNS = 100;
const STEPS = 2000;
const RATE = 0.02;
const EXAMPLES = 50;
/** Standard deviation of the examples' own slopes around the mean. */
const SPREAD = 6;

/** The mean loss: a shallow minimum near w = 1, the lowest one near w = −1, a hill between them. */
const loss = (w: number) => (w * w - 1) ** 2 + 0.3 * w;
const slope = (w: number) => 4 * w * (w * w - 1) + 0.3;

/** Where descent with the mean gradient settles from here. */
function settle(from: number): number {
  let w = from;
  for (let step = 0; step < STEPS; step++) w -= RATE * slope(w);
  return w;
}

/**
 * Example i has the loss L(w) + cᵢw with slopes cᵢ that add up to 0, so that the mean over all examples is L. Each step
 * follows one random example; at the end the mean gradient shows which minimum the run has come to.
 */
function stochasticEnds(spread: number, seed: number): number[] {
  const generator = random(`examples ${seed}`);
  const raw = Array.from({ length: EXAMPLES }, () => generator.normal(0, spread));
  const mean = raw.reduce((sum, c) => sum + c, 0) / EXAMPLES;
  const slopes = raw.map((c) => c - mean);
  return Array.from({ length: RUNS }, (_, run) => {
    const draws = random(`run ${seed} ${run}`);
    let w = settle(1);
    for (let step = 0; step < STEPS; step++) {
      w -= RATE * (slope(w) + (slopes[draws.integer(EXAMPLES)] ?? 0));
      // Far out, the steep walls and a fixed rate would throw a run to infinity.
      w = Math.min(2, Math.max(-2, w));
    }
    return settle(w);
  });
}

const escaped = (ends: readonly number[]) => ends.filter((w) => w < 0).length;

/** Runs that start in the shallow minimum and end in the deep one. Control: examples that all agree, so no noise. */
export const sgdEscapes = defineExperiment('sgd-escapes', (seed) => {
  const noisy = stochasticEnds(SPREAD, seed);
  const quiet = stochasticEnds(0, seed);
  const curve = Array.from({ length: 141 }, (_, i): [number, number] => [
    -1.6 + i * 0.0225,
    loss(-1.6 + i * 0.0225),
  ]);
  const start = settle(1);
  return {
    main: {
      holds: escaped(noisy) > RUNS / 2,
      says: `of ${RUNS} runs of stochastic descent that started in a local minimum, ${escaped(noisy)} ended in the lower one; batch descent stayed where it was.`,
    },
    control: {
      holds: escaped(quiet) > RUNS / 2,
      says: `without noise (all examples alike), ${escaped(quiet)} of ${RUNS} got away.`,
    },
    plot: {
      title: 'A loss with two minima',
      x: { label: 'weight w', scale: 'linear' },
      y: { label: 'loss', scale: 'linear' },
      series: [
        { name: 'mean loss', kind: 'line', points: curve },
        { name: 'start, and end of batch descent', kind: 'points', points: [[start, loss(start)]] },
        {
          name: 'most common end of stochastic descent',
          kind: 'points',
          points: [[median(noisy), loss(median(noisy))]],
        },
      ],
    },
  };
});

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
