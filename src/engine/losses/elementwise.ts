import { logSigmoid, sigmoid } from '../../numbers/functions/smooth.ts';
import { NetworkError, ShapeError } from '../errors.ts';
import { sameShape, show, type Tensor } from '../tensor.ts';
import type { LossCall, LossOperation } from './loss.ts';

/** One number's share of the loss, and its derivative by x; i is the number's place. */
interface Term {
  value(x: number, t: number, i: number): number;
  derivative(x: number, t: number, i: number): number;
}

/** The sum of a term over all numbers, divided as the reduction says. */
function elementwise(termOf: (call: LossCall) => Term, reduction = reductionDivisor): LossOperation {
  return (call) => {
    const { data: x, grad: dx } = call.input;
    const { data: t } = targetLike(call);
    const term = termOf(call);
    const divisor = reduction(call);
    return {
      value: () => {
        let sum = 0;
        for (let i = 0; i < x.length; i++) sum += term.value(x[i]!, t[i]!, i);
        return sum / divisor;
      },
      backward: () => {
        for (let i = 0; i < x.length; i++) dx[i] = dx[i]! + term.derivative(x[i]!, t[i]!, i) / divisor;
      },
    };
  };
}

/** mean: by all numbers; batchmean: by the samples; sum: by nothing. */
function reductionDivisor({ attributes, input }: LossCall): number {
  const reduction = attributes.word('reduction', ['mean', 'sum', 'batchmean'], 'mean');
  if (reduction === 'mean') return input.data.length;
  return reduction === 'batchmean' ? (input.shape[0] ?? 1) : 1;
}

const alwaysSummed = (): number => 1;

function targetLike({ input, targets }: LossCall): Tensor {
  const target = targets['target'];
  if (target === undefined) throw new NetworkError("The loss needs targets under the name 'target'.");
  if (sameShape(target.shape, input.shape)) return target;
  throw new ShapeError(
    `The loss compares an output of ${show(input.shape)} with targets of ${show(target.shape)}; they must have the same shape.`,
  );
}

/** Quadratic for |d| up to `bend`, then linear with slope `slope`, without a jump. */
function bentQuadratic(bend: number, slope: number): Term {
  return {
    value: (x, t) => {
      const d = Math.abs(x - t);
      return d < bend ? (slope * d * d) / (2 * bend) : slope * (d - bend / 2);
    },
    derivative: (x, t) => {
      const d = x - t;
      return Math.abs(d) < bend ? (slope * d) / bend : slope * Math.sign(d);
    },
  };
}

// torch keeps this bound in single precision.
const LEAST_VARIANCE = Math.fround(1e-12);

/** -t·ln x - (1 - t)·ln(1 - x) of probabilities; logarithms stop at -100 and slopes at 1e12, as in torch. */
const crossEntropyOfProbability: Term = {
  value: (x, t) => -(t * Math.max(Math.log(x), -100) + (1 - t) * Math.max(Math.log1p(-x), -100)),
  derivative: (x, t) => (x - t) / Math.max(x * (1 - x), LEAST_VARIANCE),
};

/** The same of σ(x), without computing σ(x); `pos_weight` (one a class, or one) weighs the positive targets. */
function crossEntropyOfLogit({ targets }: LossCall): Term {
  const positive = targets['pos_weight']?.data ?? Float64Array.of(1);
  const weight = (i: number): number => positive[i % positive.length]!;
  return {
    value: (x, t, i) => -weight(i) * t * logSigmoid.value(x) - (1 - t) * logSigmoid.value(-x),
    derivative: (x, t, i) => (1 - t) * sigmoid.value(x) - weight(i) * t * sigmoid.value(-x),
  };
}

/** max(0, margin - t·x), to a power. */
function hinge(power: number): Term {
  return {
    value: (x, t) => Math.max(0, 1 - t * x) ** power,
    derivative: (x, t) => (t * x < 1 ? -t * power * (1 - t * x) ** (power - 1) : 0),
  };
}

function hingeEmbedding({ attributes }: LossCall): Term {
  const margin = attributes.number('margin', 1);
  return {
    value: (x, t) => (t === 1 ? x : Math.max(0, margin - x)),
    derivative: (x, t) => (t === 1 ? 1 : x <= margin ? -1 : 0),
  };
}

/** eˣ - t·x of a logarithmic rate, or x - t·ln x of a rate. */
function poisson({ attributes }: LossCall): Term {
  const eps = 1e-8;
  if (attributes.flag('log_input', true)) {
    return { value: (x, t) => Math.exp(x) - t * x, derivative: (x, t) => Math.exp(x) - t };
  }
  return { value: (x, t) => x - t * Math.log(x + eps), derivative: (x, t) => 1 - t / (x + eps) };
}

/** ½(ln v + (x - t)²/v) with the given variances: one a number, one a row, or one for all. */
function gaussian({ targets, input }: LossCall): Term {
  const variances = targets['var'];
  if (variances === undefined)
    throw new NetworkError("The loss gaussian_nll needs targets under the name 'var'.");
  const each = input.data.length / variances.data.length;
  const variance = (i: number): number => Math.max(variances.data[Math.floor(i / each)]!, 1e-6);
  return {
    value: (x, t, i) => 0.5 * (Math.log(variance(i)) + (x - t) ** 2 / variance(i)),
    derivative: (x, t, i) => (x - t) / variance(i),
  };
}

export const elementwiseLosses = {
  mse: elementwise(() => ({ value: (x, t) => (x - t) ** 2, derivative: (x, t) => 2 * (x - t) })),
  half_mse_sum: elementwise(
    () => ({ value: (x, t) => 0.5 * (x - t) ** 2, derivative: (x, t) => x - t }),
    alwaysSummed,
  ),
  l1: elementwise(() => bentQuadratic(0, 1)),
  huber: elementwise(({ attributes }) => {
    const delta = attributes.number('delta', 1);
    return bentQuadratic(delta, delta);
  }),
  smooth_l1: elementwise(({ attributes }) => bentQuadratic(attributes.number('beta', 1), 1)),
  bce: elementwise(() => crossEntropyOfProbability),
  bce_with_logits: elementwise(crossEntropyOfLogit),
  hinge_embedding: elementwise(hingeEmbedding),
  binary_hinge: elementwise(() => hinge(1)),
  squared_hinge: elementwise(() => hinge(2)),
  soft_margin: elementwise(() => ({
    value: (x, t) => -logSigmoid.value(t * x),
    derivative: (x, t) => -t * sigmoid.value(-t * x),
  })),
  /** t·(ln t - x) of log-probabilities x, 0 where t is 0. */
  kl_div: elementwise(() => ({
    value: (x, t) => (t > 0 ? t * (Math.log(t) - x) : 0),
    derivative: (_, t) => -t,
  })),
  poisson_nll: elementwise(poisson),
  gaussian_nll: elementwise(gaussian),
  /** Σ x·t: its gradient is t, so backpropagation gives the vector-Jacobian product. */
  vjp: elementwise(() => ({ value: (x, t) => x * t, derivative: (_, t) => t }), alwaysSummed),
};
