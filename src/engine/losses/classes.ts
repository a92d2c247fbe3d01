import { NetworkError, ShapeError } from '../errors.ts';
import { logSumExp } from '../operations/softmax.ts';
import { sameShape, show, sizeOf, type Tensor } from '../tensor.ts';
import type { LossCall, LossOperation } from './loss.ts';

/** Scores [N, classes, …]: the scores of sample s are at first(s), first(s) + step, … */
interface Scores {
  readonly samples: number;
  readonly classes: number;
  readonly step: number;
  first(sample: number): number;
}

function scoresOf({ input: { shape } }: LossCall): Scores {
  const axis = shape.length > 1 ? 1 : 0;
  const classes = shape[axis] ?? 1;
  const step = sizeOf(shape.slice(axis + 1));
  const samples = sizeOf(shape) / classes;
  return {
    samples,
    classes,
    step,
    first: (sample) => Math.floor(sample / step) * classes * step + (sample % step),
  };
}

function targetOf({ targets }: LossCall): Tensor {
  const target = targets['target'];
  if (target === undefined) throw new NetworkError("The loss needs targets under the name 'target'.");
  return target;
}

/** The class of a sample, or -1 if it is to be ignored. */
function classReader(call: LossCall, { samples, classes }: Scores): (sample: number) => number {
  const { shape, data } = targetOf(call);
  const ignored = call.attributes.number('ignore_index', -100);
  if (data.length !== samples) {
    throw new ShapeError(
      `The loss needs one class for each of ${samples} samples, but the targets are ${show(shape)}.`,
    );
  }
  return (sample) => {
    const index = data[sample]!;
    if (index === ignored) return -1;
    if (Number.isInteger(index) && index >= 0 && index < classes) return index;
    throw new NetworkError(`There is no class ${index}: the ${classes} classes are numbered from 0.`);
  };
}

function classWeight({ targets }: LossCall): (c: number) => number {
  const weights = targets['class_weight']?.data;
  return weights ? (c) => weights[c]! : () => 1;
}

/** Counts each sample by what `weight` gives it if the reduction is mean. */
function divisorOf({ attributes }: LossCall, samples: number, weight: (sample: number) => number): number {
  const reduction = attributes.word('reduction', ['mean', 'sum', 'batchmean'], 'mean');
  if (reduction === 'sum') return 1;
  if (reduction === 'batchmean') return samples;
  let sum = 0;
  for (let sample = 0; sample < samples; sample++) sum += weight(sample);
  return sum;
}

/**
 * -Σ q·ln p over classes, where p is softmax of the scores, or the scores are ln p already. q comes from a class index
 * or from probabilities, after label smoothing and class weights. With indices the mean is over the weights used.
 */
function crossEntropy(fromLogits: boolean): LossOperation {
  return (call) => {
    const { data: x, grad: dx } = call.input;
    const scores = scoresOf(call);
    const { samples, classes, step } = scores;
    const target = targetOf(call);
    const soft = fromLogits && sameShape(target.shape, call.input.shape);
    const smoothing = fromLogits ? call.attributes.number('label_smoothing', 0) : 0;
    const weight = classWeight(call);
    const classOf = soft ? () => 0 : classReader(call, scores);
    /** q of class c, whose score is at i. */
    const share = (sample: number, c: number, i: number): number => {
      const chosen = classOf(sample);
      const plain = soft ? target.data[i]! : chosen === c ? 1 : 0;
      return chosen < 0 ? 0 : weight(c) * (plain * (1 - smoothing) + smoothing / classes);
    };
    const divisor = (): number =>
      divisorOf(call, samples, (sample) => (soft ? 1 : classOf(sample) < 0 ? 0 : weight(classOf(sample))));
    const total = (first: number): number => (fromLogits ? logSumExp(x, first, step, classes) : 0);
    return {
      value: () => {
        let sum = 0;
        for (let sample = 0; sample < samples; sample++) {
          const first = scores.first(sample);
          const normalizer = total(first);
          for (let c = 0, i = first; c < classes; c++, i += step) {
            const q = share(sample, c, i);
            if (q !== 0) sum += q * (normalizer - x[i]!);
          }
        }
        return sum / divisor();
      },
      backward: () => {
        const scale = 1 / divisor();
        for (let sample = 0; sample < samples; sample++) {
          const first = scores.first(sample);
          const normalizer = total(first);
          let mass = 0;
          for (let c = 0, i = first; c < classes; c++, i += step) mass += share(sample, c, i);
          if (mass === 0) continue; // Ignored; if all are, the scale is infinite.
          for (let c = 0, i = first; c < classes; c++, i += step) {
            const predicted = fromLogits ? Math.exp(x[i]! - normalizer) * mass : 0;
            dx[i] = dx[i]! + (predicted - share(sample, c, i)) * scale;
          }
        }
      },
    };
  };
}

/** Σ over wrong classes of max(0, margin - x_right + x_wrong)^p / classes (Crammer and Singer 2001). */
const multiMargin: LossOperation = (call) => {
  const { data: x, grad: dx } = call.input;
  const scores = scoresOf(call);
  const { samples, classes, step } = scores;
  const power = call.attributes.number('p', 1);
  const margin = call.attributes.number('margin', 1);
  const weight = classWeight(call);
  const classOf = classReader(call, scores);
  const divisor = divisorOf(call, samples, () => 1);
  /** Visits every wrong class whose score comes too close. */
  const each = (body: (wrong: number, right: number, excess: number, factor: number) => void): void => {
    for (let sample = 0; sample < samples; sample++) {
      const chosen = classOf(sample);
      const right = scores.first(sample) + chosen * step;
      for (let c = 0, i = scores.first(sample); c < classes; c++, i += step) {
        const excess = margin - x[right]! + x[i]!;
        if (c !== chosen && excess > 0) body(i, right, excess, weight(chosen) / classes / divisor);
      }
    }
  };
  return {
    value: () => {
      let sum = 0;
      each((_wrong, _right, excess, factor) => {
        sum += factor * excess ** power;
      });
      return sum;
    },
    backward: () =>
      each((wrong, right, excess, factor) => {
        const slope = factor * power * excess ** (power - 1);
        dx[wrong] = dx[wrong]! + slope;
        dx[right] = dx[right]! - slope;
      }),
  };
};

export const classLosses = {
  cross_entropy: crossEntropy(true),
  nll: crossEntropy(false),
  multi_margin: multiMargin,
};
