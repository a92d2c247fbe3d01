import { add, type Double, exp, multiply, product } from '../double-double.ts';
import * as normal from '../normal.ts';
import type { Activation } from './activation.ts';

type Scalar = (x: number) => number;

function smooth(value: Scalar, derivative: Scalar): Activation {
  return { value, derivative, kinks: [] };
}

/** σ(x), from the exponential that cannot overflow. */
const logistic = (x: number): number => {
  const e = Math.exp(-Math.abs(x));
  return x >= 0 ? 1 / (1 + e) : e / (1 + e);
};

/** ln(1 + eˣ) without overflow. */
const logOnePlusExp = (x: number): number => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));

/** σ(x) = 1 / (1 + e⁻ˣ). */
export const sigmoid = smooth(logistic, (x) => {
  const e = Math.exp(-Math.abs(x));
  return e / ((1 + e) * (1 + e));
});

/** tanh′ = sech² from e^(-2|x|), since 1 - tanh² has no digits left in the tails. */
export const tanh = smooth(Math.tanh, (x) => {
  const e = Math.exp(-2 * Math.abs(x));
  return (4 * e) / ((1 + e) * (1 + e));
});

export const logSigmoid = smooth(
  (x) => -logOnePlusExp(-x),
  (x) => logistic(-x),
);

/** ln(1 + e^(βx)) / β; linear above βx > threshold, where the difference is lost anyway. */
export const softplus = (beta: number, threshold: number): Activation =>
  smooth(
    (x) => (beta * x > threshold ? x : logOnePlusExp(beta * x) / beta),
    (x) => (beta * x > threshold ? 1 : logistic(beta * x)),
  );

export const softsign = smooth(
  (x) => x / (1 + Math.abs(x)),
  (x) => 1 / ((1 + Math.abs(x)) * (1 + Math.abs(x))),
);

/** factor·eˣ, rounded once where it is subnormal. */
const scaledExp = (factor: number, x: number): number => factor * Math.exp(x / 2) * Math.exp(x / 2);

/** x·σ(x); the slope is σ(x)·(1 + eˣ + x) / (1 + eˣ), whose zero lies at -1.278. */
export const silu = smooth(
  (x) => (x < -40 ? scaledExp(x, x) : x * logistic(x)),
  (x) => {
    if (x < -40) return scaledExp(1 + x, x);
    if (x < -1.7 || x > -1.1) return logistic(x) * (1 + x * logistic(-x));
    return (logistic(x) * add(add(exp([x, 0]), [1, 0]), [x, 0])[0]) / (1 + Math.exp(x));
  },
);

/** x·tanh(ln(1 + eˣ)) = x·n/(n + 2) with n = eˣ(eˣ + 2); beyond 20 the factor is 1 (Misra 2019). */
export const mish = smooth(
  (x) => {
    if (x < -40 || x > 20) return x < 0 ? scaledExp(x, x) : x;
    const e = Math.exp(x);
    const n = e * (e + 2);
    return (x * n) / (n + 2);
  },
  (x) => {
    if (x < -40 || x > 20) return x < 0 ? scaledExp(1 + x, x) : 1;
    const e = Math.exp(x);
    const d = e * (e + 2) + 2;
    return (e * mishNumerator(x)) / (d * d);
  },
);

/** 4(x + 1) + eˣ(4x + 6) + 4e²ˣ + e³ˣ, whose zero lies at -1.192. */
function mishNumerator(x: number): number {
  if (x < -1.4 || x > -0.9) {
    const e = Math.exp(x);
    return 4 * (x + 1) + e * (4 * x + 6 + e * (4 + e));
  }
  const e = exp([x, 0]);
  const inner = add([4 * x, 0], add([6, 0], multiply(e, add(e, [4, 0]))));
  return add(add([4, 0], [4 * x, 0]), multiply(e, inner))[0];
}

/** x·Φ(x) with the normal distribution (Hendrycks and Gimpel 2016). */
export const gelu = smooth(
  (x) => x * normal.normalDistribution(x),
  (x) => {
    if (x > -2 && x < -0.5) return normal.normalSlope(x);
    return normal.normalDistribution(x) + x * normal.normalDensity(x);
  },
);

const GELU_LINEAR: Double = [1.5957691216057308, -9.96930880911092e-17];
const GELU_CUBIC: Double = [0.07135481627260025, -6.175149918155315e-19];

/** 2√(2/π)·(x + 0.044715 x³) with twice the digits, since an exponential follows. */
function geluArgument(x: number): Double {
  return multiply([x, 0], add(GELU_LINEAR, multiply(GELU_CUBIC, product(x, x))));
}

/** x·½(1 + tanh(√(2/π)(x + 0.044715 x³))) = x·σ(t) with t = 2√(2/π)(…). */
export const geluTanh = smooth(
  (x) => (Math.abs(x) > 40 ? Math.max(x, 0) : x * logisticOf(geluArgument(x))),
  (x) => {
    if (Math.abs(x) > 40) return x > 0 ? 1 : 0;
    const t = geluArgument(x);
    // x·t′ = 2√(2/π)·(x + 3·0.044715 x³)
    const rise = multiply([x, 0], add(GELU_LINEAR, multiply([3, 0], multiply(GELU_CUBIC, product(x, x)))));
    if (x < -2 || x > -0.5) return logisticOf(t) * (1 + rise[0] * logisticOf([-t[0], -t[1]]));
    return (logisticOf(t) * add(add(exp(t), [1, 0]), rise)[0]) / (1 + Math.exp(t[0]));
  },
);

function logisticOf([high, low]: Double): number {
  const e = Math.exp(-Math.abs(high)) * (1 - Math.sign(high) * low);
  return high >= 0 ? 1 / (1 + e) : e / (1 + e);
}

/** erf(x) = 2/√π ∫₀ˣ exp(-t²) dt. */
export const erf = smooth(normal.erf, (x) => 1.1283791670955126 * normal.gaussian(x, 1));

export const exponential = smooth(Math.exp, Math.exp);
export const logarithm = smooth(Math.log, (x) => 1 / x);
export const squareRoot = smooth(Math.sqrt, (x) => 0.5 / Math.sqrt(x));
export const square = smooth(
  (x) => x * x,
  (x) => 2 * x,
);
export const negative = smooth(
  (x) => -x,
  () => -1,
);
export const scale = (factor: number): Activation =>
  smooth(
    (x) => factor * x,
    () => factor,
  );
