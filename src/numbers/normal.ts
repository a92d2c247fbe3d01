import { add, type Double, divide, exp, multiply, product } from './double-double.ts';

// Rational approximations of the error function: Sun Microsystems, fdlibm s_erf.c, 1993 (freely granted).
// Lists run from the constant term upwards.
const NEAR_P = [
  0.12837916709551256, -0.3250421072470015, -0.02848174957559851, -0.005770270296489442,
  -2.3763016656650163e-5,
];
const NEAR_Q = [
  1, 0.39791722395915535, 0.0650222499887673, 0.005081306281875766, 0.00013249473800432164,
  -3.960228278775368e-6,
];
const ERF_ONE = 0.8450629115104675;
const ONE_P = [
  -0.0023621185607526594, 0.41485611868374833, -0.3722078760357013, 0.31834661990116175, -0.11089469428239668,
  0.035478304325618236, -0.002166375594868791,
];
const ONE_Q = [
  1, 0.10642088040084423, 0.540397917702171, 0.07182865441419627, 0.12617121980876164, 0.01363708391202905,
  0.011984499846799107,
];
const MIDDLE_P = [
  -0.009864944034847148, -0.6938585727071818, -10.558626225323291, -62.375332450326006, -162.39666946257347,
  -184.60509290671104, -81.2874355063066, -9.814329344169145,
];
const MIDDLE_Q = [
  1, 19.651271667439257, 137.65775414351904, 434.56587747522923, 645.3872717332679, 429.00814002756783,
  108.63500554177944, 6.570249770319282, -0.0604244152148581,
];
const FAR_P = [
  -0.0098649429247001, -0.799283237680523, -17.757954917754752, -160.63638485582192, -637.5664433683896,
  -1025.0951316110772, -483.5191916086514,
];
const FAR_Q = [
  1, 30.33806074348246, 325.7925129965739, 1536.729586084437, 3199.8582195085955, 2553.0504064331644,
  474.52854120695537, -22.44095244658582,
];

function polynomial(coefficients: readonly number[], x: number): number {
  let value = 0;
  for (let i = coefficients.length - 1; i >= 0; i--) value = value * x + (coefficients[i] ?? 0);
  return value;
}

const rational = (p: readonly number[], q: readonly number[], x: number): number =>
  polynomial(p, x) / polynomial(q, x);

/** erf(x) = 2/√π ∫₀ˣ exp(-t²) dt. */
export function erf(x: number): number {
  const a = Math.abs(x);
  if (a < 0.84375) return x + x * rational(NEAR_P, NEAR_Q, x * x);
  if (a < 1.25) return Math.sign(x) * (ERF_ONE + rational(ONE_P, ONE_Q, a - 1));
  return a < 6 ? Math.sign(x) * (1 - tail(a, 1)) : Math.sign(x);
}

/** exp(-c·x²) with the square split, since its rounding error would be magnified. */
export function gaussian(x: number, c: number): number {
  if (Math.abs(x) > 40) return 0;
  const high = Math.fround(x);
  return Math.exp(-c * high * high) * Math.exp(c * (high - x) * (high + x));
}

/** erfc(t·√c) for t·√c ≥ 1.25; c = ½ serves the normal distribution without rounding t/√2. */
function tail(t: number, c: number): number {
  const z = t * Math.sqrt(c);
  const s = 1 / (c * t * t);
  const correction = z < 1 / 0.35 ? rational(MIDDLE_P, MIDDLE_Q, s) : rational(FAR_P, FAR_Q, s);
  const high = Math.fround(t);
  return (Math.exp(-c * high * high - 0.5625) * Math.exp(c * (high - t) * (high + t) + correction)) / z;
}

/** Φ(x), the standard normal distribution function, to full relative accuracy in both tails. */
export function normalDistribution(x: number): number {
  const z = Math.abs(x) * Math.SQRT1_2;
  if (z < 0.84375) return 0.5 + 0.5 * erf(x * Math.SQRT1_2);
  const outside =
    z < 1.25 ? 1 - ERF_ONE - rational(ONE_P, ONE_Q, z - 1) : z < 28 ? tail(Math.abs(x), 0.5) : 0;
  return x < 0 ? outside / 2 : 1 - outside / 2;
}

/** φ(x) = exp(-x²/2) / √(2π). */
export function normalDensity(x: number): number {
  return gaussian(x, 0.5) * 0.3989422804014327;
}

const INVERSE_ROOT_2PI: Double = [0.3989422804014327, -2.4923272022777433e-17];

/** Φ(x) + x·φ(x) near its zero at -0.7518: ½ + φ(x)·(x + x + x³/3 + x⁵/15 + …) with twice the digits. */
export function normalSlope(x: number): number {
  const square = product(x, x);
  let term: Double = [x, 0];
  let series: Double = [2 * x, 0];
  for (let odd = 3; odd < 60; odd += 2) {
    term = divide(multiply(term, square), odd);
    series = add(series, term);
  }
  const density = multiply(exp([-square[0] / 2, -square[1] / 2]), INVERSE_ROOT_2PI);
  return add([0.5, 0], multiply(density, series))[0];
}
