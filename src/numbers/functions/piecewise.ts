import type { Activation } from './activation.ts';

type Scalar = (x: number) => number;

function kinked(kinks: readonly number[], value: Scalar, derivative: Scalar): Activation {
  return { value, derivative, kinks };
}

/** Linear between two bounds and flat outside; the slope at both bounds is 0. */
function clamped(low: number, high: number, value: Scalar, slope: number): Activation {
  return kinked([low, high], value, (x) => (x <= low || x >= high ? 0 : slope));
}

const clamp = (x: number, low: number, high: number): number => (x < low ? low : x > high ? high : x);

/** max(0, x); NaN stays NaN. */
export const relu: Activation = {
  value: (x) => (x <= 0 ? 0 : x),
  derivative: (x) => (x <= 0 ? 0 : 1),
  kinks: [0],
  rectifies: true,
};

/** 1 for x > 0, else 0: the threshold unit. Its gradient is zero wherever there is one. */
export const step = kinked(
  [0],
  (x) => (x > 0 ? 1 : 0),
  () => 0,
);

export const leakyRelu = (slope: number): Activation =>
  kinked(
    [0],
    (x) => (x > 0 ? x : slope * x),
    (x) => (x > 0 ? 1 : slope),
  );

/** x, or α(eˣ - 1) for x ≤ 0. */
export const elu = (alpha: number): Activation =>
  kinked(
    alpha === 1 ? [] : [0],
    (x) => (x <= 0 ? alpha * Math.expm1(x) : x),
    (x) => (x <= 0 ? alpha * Math.exp(x) : 1),
  );

const SELU_SCALE = 1.0507009873554805;
const SELU_SCALE_ALPHA = 1.7580993408473768;

/** λx, or λα(eˣ - 1) for x ≤ 0 (Klambauer et al. 2017). */
export const selu = kinked(
  [0],
  (x) => (x <= 0 ? SELU_SCALE_ALPHA * Math.expm1(x) : SELU_SCALE * x),
  (x) => (x <= 0 ? SELU_SCALE_ALPHA * Math.exp(x) : SELU_SCALE),
);

export const relu6 = clamped(0, 6, (x) => clamp(x, 0, 6), 1);
export const hardtanh = (low: number, high: number): Activation =>
  clamped(low, high, (x) => clamp(x, low, high), 1);
/** relu6(x + 3) / 6. */
export const hardSigmoid = clamped(-3, 3, (x) => clamp(x + 3, 0, 6) / 6, 1 / 6);

/** x · hard_sigmoid(x); both ends take the slope of the middle piece. */
export const hardSwish = kinked(
  [-3, 3],
  (x) => (x * clamp(x + 3, 0, 6)) / 6,
  (x) => (x < -3 ? 0 : x <= 3 ? (2 * x + 3) / 6 : 1),
);

export const abs = kinked([0], Math.abs, Math.sign);
