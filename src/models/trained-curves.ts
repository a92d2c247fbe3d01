import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { forward, type NetworkOf, type Tensor, tensor, train } from '../engine/index.ts';
import { compile, parse } from '../expressions/index.ts';
import { packed, SaidError, say } from '../language/index.ts';
import { random } from '../numbers/random.ts';
import { ActivationName } from './schema.ts';

/** Points × hidden units × steps of one training, which runs in the server when its curve is first asked for: seconds. */
const MOST_WORK = 50_000_000;

/** Networks with one hidden layer, trained on one seeded data set: what is drawn and asked about is what they learned. */
export const FitsSource = z
  .strictObject({
    data: z
      .strictObject({
        count: z.number().int().min(4).max(1000).describe('Number of points.'),
        from: z.number().describe('No x is below this.'),
        to: z.number().describe('No x is above this.'),
        function: z.string().describe('The formula of y in x, such as `sin(2 x)`.'),
        noise: z.number().min(0).default(0).describe('Standard deviation of the normal noise on y.'),
        seed: z.number().int().describe('Seeds the points.'),
      })
      .describe('The points that the networks learn.'),
    hidden: z.number().int().min(1).max(100).describe('Number of units in the hidden layer.'),
    networks: z
      .record(
        z.string().regex(/^[A-Z]$/, packed(say('must be named by a capital letter, such as A'))),
        ActivationName,
      )
      .describe('The activation function of each network, by its letter.'),
    training: z
      .strictObject({
        rate: z.number().positive().max(1).describe('The learning rate.'),
        steps: z.number().int().min(1).max(20_000).describe('Number of steps.'),
        seed: z.number().int().describe('Seeds the initial weights and the training.'),
      })
      .describe('How the networks are trained.'),
  })
  .refine(({ data, hidden, training }) => data.count * hidden * training.steps <= MOST_WORK, {
    path: ['training', 'steps'],
    error: packed(
      say('takes too long: points × hidden units × steps must be at most {most}', { most: MOST_WORK }),
    ),
  });
export type FitsSource = z.infer<typeof FitsSource>;

type Point = readonly [x: number, y: number];

export interface TrainedCurves {
  readonly networks: Readonly<Record<string, string>>;
  readonly data: readonly Point[];
  /** Learned functions on a fine grid over the data's range, by the network's letter; trained when first read. */
  readonly curves: Readonly<Record<string, readonly Point[]>>;
}

const SAMPLES = 2401;

/** Learned functions by the data, the training and the activation. */
export type CurveCache = LRUCache<string, readonly Point[]>;

/** Training takes seconds, and all variants of a question show the same curves. */
export const curveCache = (): CurveCache => new LRUCache({ max: 200 });

/** Trains what is not in `kept` when a curve is first read. Throws a sentence if the function cannot be read. */
export function trainedCurvesOf(source: FitsSource, kept: CurveCache): TrainedCurves {
  const data = sampleData(source.data);
  let curves: Record<string, readonly Point[]> | undefined;
  return {
    networks: source.networks,
    data,
    get curves() {
      curves ??= Object.fromEntries(
        Object.entries(source.networks).map(([letter, activation]) => [
          letter,
          learned(source, activation, data, kept),
        ]),
      );
      return curves;
    },
  };
}

function sampleData({ count, from, to, function: text, noise, seed }: FitsSource['data']): Point[] {
  const read = parse(text, { names: ['x'] });
  if (!read.ok)
    throw new SaidError(
      say('The function of the data cannot be read: {reason}', { reason: read.error.message }),
    );
  const f = compile(read.tree, ['x']);
  const generator = random(`data ${seed}`);
  const xs = Array.from({ length: count }, () => generator.uniform(from, to)).sort((a, b) => a - b);
  return xs.map((x) => [x, f(Float64Array.of(x)) + generator.normal(0, noise)]);
}

/** Whichever letter the network has: variants only exchange the letters. */
function learned(
  { networks: _, ...source }: FitsSource,
  activation: string,
  data: readonly Point[],
  kept: CurveCache,
): readonly Point[] {
  const key = JSON.stringify([source, activation]);
  const curve = kept.get(key) ?? learn(source, activation, data);
  kept.set(key, curve);
  return curve;
}

function learn(source: Omit<FitsSource, 'networks'>, activation: string, data: readonly Point[]): Point[] {
  const { hidden, training } = source;
  const { from, to } = source.data;
  const network: NetworkOf<string> = {
    nodes: [
      { id: 'z', op: 'linear', in: ['x'], params: { weight: 'W1', bias: 'b1' } },
      { id: 'n', op: activation, in: ['z'] },
      { id: 'out', op: 'linear', in: ['n'], params: { weight: 'W2', bias: 'b2' } },
    ],
    loss: { op: 'mse', in: 'out', reduction: 'mean' },
  };
  // Uniform in ±1/√inputs, as frameworks start a layer; the inputs here are one number.
  const generator = random(`weights ${training.seed} ${activation}`);
  const draw = (bound: number) => Array.from({ length: hidden }, () => generator.uniform(-bound, bound));
  const slopes = draw(1);
  const offsets = draw(1);
  const outer = draw(1 / Math.sqrt(hidden));
  const params: Record<string, Tensor> = {
    W1: tensor([hidden, 1], slopes),
    b1: tensor([hidden], offsets),
    W2: tensor([1, hidden], outer),
    b2: tensor([1], [0]),
  };
  const column = (values: readonly number[]) => tensor([values.length, 1], values);
  const trained = train(network, {
    params,
    inputs: { x: column(data.map(([x]) => x)) },
    targets: { target: column(data.map(([, y]) => y)) },
    optimizer: { method: 'adam', rate: training.rate },
    batch: 'all',
    steps: training.steps,
    seed: training.seed,
  });
  const xs = Array.from({ length: SAMPLES }, (_, i) => from + ((to - from) * i) / (SAMPLES - 1));
  const { output } = forward(network, { inputs: { x: column(xs) }, params: trained.params });
  return xs.map((x, i) => [x, output.data[i] ?? Number.NaN]);
}
