import { say } from '../../language/index.ts';
import { random } from '../../numbers/random.ts';
import { defineExperiment, seeded } from '../experiment.ts';
import { decimal } from '../phrases.ts';

const RUNS = 100;
const STEPS = 2000;
const RATE = 0.02;
const EXAMPLES = 50;
/** Standard deviation of the distribution that the examples' own slopes are drawn from. */
const SPREAD = 6;

/** The mean loss: a shallow minimum near w = 1, the lowest one near w = −1, a hill between them. */
const loss = (w: number) => (w * w - 1) ** 2 + 0.3 * w;
const slope = (w: number) => 4 * w * (w * w - 1) + 0.3;

/** The hill between the minima is nowhere steeper: w(w² − 1) is extreme at ±1/√3. */
const STEEPEST = slope(-1 / Math.sqrt(3));
const SHALLOW = settle(1);
const DEEP = settle(-1);

/** Where descent with the mean gradient settles from here. */
function settle(from: number): number {
  let w = from;
  for (let step = 0; step < STEPS; step++) w -= RATE * slope(w);
  return w;
}

/** Example i has the loss L(w) + cᵢw, with slopes cᵢ that add up to 0, so that the mean over all examples is L. */
function slopesOf(seed: number): number[] {
  const generator = random(`examples ${seed}`);
  const raw = Array.from({ length: EXAMPLES }, () => generator.normal(0, SPREAD));
  const mean = raw.reduce((sum, c) => sum + c, 0) / EXAMPLES;
  return raw.map((c) => c - mean);
}

/** Each step follows one random example; at the end, the mean gradient shows which minimum the run has come to. */
function endsFrom(start: number, slopes: readonly number[], seed: string): number[] {
  return Array.from({ length: RUNS }, (_, run) => {
    const draws = random(`${seed} ${run}`);
    let w = start;
    for (let step = 0; step < STEPS; step++) w -= RATE * (slope(w) + (slopes[draws.integer(EXAMPLES)] ?? 0));
    return settle(w);
  });
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const deviation = (slopes: readonly number[]) =>
  Math.sqrt(slopes.reduce((sum, c) => sum + c * c, 0) / slopes.length);
const point = (w: number): [number, number] => [w, loss(w)];

/** Runs that start in the shallow minimum and end in the deep one. Control: the same start without noise, which is one run. */
export const sgdEscapes = defineExperiment({
  name: 'sgd-escapes',
  schema: seeded.describe(
    'Whether stochastic gradient descent tends to escape local minima, by runs from the higher of two minima.',
  ),
  run: ({ seed }) => {
    const slopes = slopesOf(seed);
    const ends = endsFrom(SHALLOW, slopes, `run ${seed}`);
    const escaped = ends.filter((w) => w < 0).length;
    const left = endsFrom(DEEP, slopes, `deep run ${seed}`).filter((w) => w > 0).length;
    const quiet = settle(SHALLOW);
    const spread = decimal(Number(deviation(slopes).toPrecision(2)));
    return {
      main: {
        holds: escaped > RUNS / 2,
        says: say(
          'of {runs, number} runs of stochastic gradient descent that started in a local minimum, {escaped, number} ended in the lowest one; of {runs, number} that started in the lowest one, {left, number} ended in the other. The noise was strong: the slopes of single examples scatter by {spread} (standard deviation) around the mean, and the hill between the minima is nowhere steeper than {steepest}.',
          { runs: RUNS, escaped, left, spread, steepest: decimal(Number(STEEPEST.toPrecision(3))) },
        ),
      },
      control: {
        holds: quiet < 0,
        says: say(
          'batch gradient descent from the same local minimum {end, select, away {got away} other {stayed there}} (one run, because without noise all are alike).',
          { end: quiet < 0 ? 'away' : 'there' },
        ),
      },
      plot: {
        title: say('A loss with two minima'),
        x: { label: say('weight w'), scale: 'linear' },
        y: { label: say('loss'), scale: 'linear' },
        series: [
          {
            name: say('mean loss'),
            kind: 'line',
            points: Array.from({ length: 141 }, (_, i) => point(-1.6 + i * 0.0225)),
          },
          { name: say('start, and end of batch gradient descent'), kind: 'points', points: [point(SHALLOW)] },
          {
            name: say('median end of stochastic gradient descent'),
            kind: 'points',
            points: [point(median(ends))],
          },
        ],
      },
    };
  },
});
