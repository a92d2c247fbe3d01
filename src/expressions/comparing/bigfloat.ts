/**
 * A real number m·2^e of about 300 bits with a bound of its error: |true value − m·2^e| ≤ 2^error, and −Infinity where
 * it is exact. Exponents have no end here, so that nothing overflows and nothing vanishes.
 */
export interface BigFloat {
  readonly m: bigint;
  readonly e: number;
  readonly error: number;
}

/** `undefined`: certainly outside the domain; `unknown`: the bound cannot tell. */
export type BigResult = BigFloat | 'undefined' | 'unknown';

const bits = 256;
/** Fixed-point digits of the series: room for arguments of 40 bits. */
const fraction = bits + 64;
const F = BigInt(fraction);
const one = 1n << F;
/** Beyond this size the arguments of exp, sin and cos are not reduced. */
const largest = 40;

const length = (m: bigint): number => {
  const hex = (m < 0n ? -m : m).toString(16);
  return hex === '0' ? 0 : 4 * hex.length - Math.clz32(Number.parseInt(hex.charAt(0), 16)) + 28;
};

/** |x| < 2^size, and |x| ≥ 2^(size − 1) but for its error; −Infinity for 0. */
export const size = ({ m, e }: BigFloat): number => (m === 0n ? Number.NEGATIVE_INFINITY : length(m) + e);

/** log2(2^a + 2^b + …), rounded up. */
const sum = (...powers: readonly number[]): number => {
  const top = Math.max(...powers);
  if (!Number.isFinite(top)) return top;
  return top + Math.log2(powers.reduce((total, power) => total + 2 ** (power - top), 0)) + 1e-12;
};

const rounded = (m: bigint, e: number, error: number): BigResult => {
  const extra = length(m) - bits - 8;
  if (extra <= 0) return { m, e, error };
  const kept = m >> BigInt(extra);
  const exact = kept << BigInt(extra) === m;
  return { m: kept, e: e + extra, error: exact ? error : sum(error, e + extra) };
};

const shifted = (m: bigint, by: number): bigint => (by >= 0 ? m << BigInt(by) : m >> BigInt(-by));

export const fromInteger = (m: bigint): BigFloat => ({ m, e: 0, error: Number.NEGATIVE_INFINITY });
const [zero, unit] = [fromInteger(0n), fromInteger(1n)];

/** A float64, exactly. */
export const fromFloat = (value: number): BigResult => {
  if (!Number.isFinite(value)) return 'unknown';
  let [m, e] = [value, 0];
  while (!Number.isSafeInteger(m))
    [m, e] = [m > 2 ** 53 || m < -(2 ** 53) ? m / 2 : m * 2, e + (Math.abs(m) > 2 ** 53 ? 1 : -1)];
  return { ...fromInteger(BigInt(m)), e };
};

/** Whether it is certainly above 0, below it, exactly 0, or not known. */
export const signOf = (x: BigFloat): 1 | -1 | 0 | undefined => {
  if (x.m === 0n) return x.error === Number.NEGATIVE_INFINITY ? 0 : undefined;
  if (size(x) - 1 <= x.error) return undefined;
  return x.m > 0n ? 1 : -1;
};

export const negate = (x: BigFloat): BigFloat => ({ ...x, m: -x.m });

export const add = (a: BigFloat, b: BigFloat): BigResult => {
  if (a.m === 0n) return { ...b, error: sum(a.error, b.error) };
  if (b.m === 0n) return { ...a, error: sum(a.error, b.error) };
  const [high, low] = size(a) >= size(b) ? [a, b] : [b, a];
  // What is far below the last bit counts as error alone.
  if (size(high) - size(low) > 2 * bits) return { ...high, error: sum(a.error, b.error, size(low)) };
  const e = Math.min(a.e, b.e);
  return rounded(shifted(a.m, a.e - e) + shifted(b.m, b.e - e), e, sum(a.error, b.error));
};

export const multiply = (a: BigFloat, b: BigFloat): BigResult => {
  const error = sum(size(a) + b.error, size(b) + a.error, a.error + b.error);
  return rounded(a.m * b.m, a.e + b.e, Number.isNaN(error) ? Number.NEGATIVE_INFINITY : error);
};

export const divide = (a: BigFloat, b: BigFloat): BigResult => {
  const sign = signOf(b);
  if (sign === 0) return 'undefined';
  const least = size(b) - 1;
  if (sign === undefined || b.error > least - 1) return 'unknown';
  const shift = bits + 8 + length(b.m) - length(a.m);
  const m = shifted(a.m, shift) / b.m;
  const e = a.e - b.e - shift;
  const quotient = { m, e, error: 0 };
  const spread = sum(a.error, size(quotient) + b.error) - (least - 1);
  // The quotient of whole numbers is often exact.
  const exact =
    a.error === Number.NEGATIVE_INFINITY && b.error === a.error && m * b.m === shifted(a.m, shift);
  return rounded(m, e, exact ? Number.NEGATIVE_INFINITY : sum(spread, e));
};

/** x as fixed-point digits; only for sizes that are bounded. */
const fixed = ({ m, e }: BigFloat): bigint => shifted(m, e + fraction);
const times = (a: bigint, b: bigint): bigint => (a * b) >> F;

/** atanh(1/n) or atan(1/n) by its series. */
const inverseTangent = (n: bigint, alternating: boolean): bigint => {
  let [term, total] = [one / n, one / n];
  for (let k = 3n; term !== 0n; k += 2n) {
    term /= alternating ? -n * n : n * n;
    total += term / k;
  }
  return total;
};
const ln2 = 2n * inverseTangent(3n, false);
const piDigits = 16n * inverseTangent(5n, true) - 4n * inverseTangent(239n, true);
export const pi: BigFloat = { m: piDigits, e: -fraction, error: -bits };

/** e^x of fixed-point digits of size below 1. */
const exponential = (x: bigint): bigint => {
  const halvings = 8n;
  const small = x >> halvings;
  let [term, total] = [one, one];
  for (let k = 1n; term !== 0n && term !== -1n; k++) {
    term = times(term, small) / k;
    total += term;
  }
  for (let i = 0n; i < halvings; i++) total = times(total, total);
  return total;
};

export const exp = (x: BigFloat): BigResult => {
  if (x.m === 0n && x.error === Number.NEGATIVE_INFINITY) return unit;
  if (size(x) > largest || x.error > -2) return 'unknown';
  const digits = fixed(x);
  const twos = digits / ln2;
  const value = { m: exponential(digits - twos * ln2), e: Number(twos) - fraction, error: 0 };
  return rounded(value.m, value.e, size(value) + sum(x.error + 1, -bits));
};

/** By Halley's iteration on e^y, which triples the digits of Math.log. */
export const log = (x: BigFloat): BigResult => {
  const sign = signOf(x);
  if (sign === undefined) return 'unknown';
  if (sign <= 0) return 'undefined';
  const least = size(x) - 1;
  if (x.error > least - 2) return 'unknown';
  if (x.m === 1n && x.e === 0 && x.error === Number.NEGATIVE_INFINITY) return zero;
  const scaled = shifted(x.m, fraction - length(x.m));
  let y = (BigInt(Math.round(Math.log(Number(scaled >> (F - 60n)) / 2 ** 60) * 2 ** 50)) << F) >> 50n;
  for (let i = 0; i < 2; i++) {
    const power = exponential(y);
    y += (((scaled - power) << F) / (scaled + power)) * 2n;
  }
  const value = y + BigInt(size(x)) * ln2;
  return rounded(value, -fraction, sum(x.error - least + 1, -bits + Math.log2(Math.abs(size(x)) + 2)));
};

export const sqrt = (x: BigFloat): BigResult => {
  const sign = signOf(x);
  if (sign === undefined) return 'unknown';
  if (sign === 0) return zero;
  if (sign < 0) return 'undefined';
  const raw = 2 * bits - length(x.m);
  const shift = raw + ((x.e - raw) & 1);
  const m = shifted(x.m, shift);
  const root = squareRoot(m);
  const value = { m: root, e: (x.e - shift) / 2, error: 0 };
  const exact = x.error === Number.NEGATIVE_INFINITY && root * root === m && shift >= 0;
  const spread = x.error - (size(value) - 1);
  return rounded(root, value.e, exact ? Number.NEGATIVE_INFINITY : sum(spread, value.e + 1));
};

/** The whole part of √m by Newton's iteration from above. */
const squareRoot = (m: bigint): bigint => {
  let root = 1n << BigInt(Math.ceil(length(m) / 2));
  for (;;) {
    const next = (root + m / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
};

/** The sine, or the cosine with `quarter`, by its series after taking away whole turns. */
export const sine = (x: BigFloat, quarter: boolean): BigResult => {
  if (size(x) > largest || x.error > -2) return 'unknown';
  if (x.m === 0n && x.error === Number.NEGATIVE_INFINITY) return quarter ? unit : zero;
  const turned = fixed(x) + (quarter ? piDigits / 2n : 0n);
  const turns = (turned + piDigits) / (2n * piDigits) - (turned + piDigits < 0n ? 1n : 0n);
  const angle = turned - turns * 2n * piDigits;
  const square = times(angle, angle);
  let [term, total] = [angle, angle];
  for (let k = 2n; term !== 0n && term !== -1n; k += 2n) {
    term = -times(term, square) / (k * (k + 1n));
    total += term;
  }
  return rounded(total, -fraction, sum(x.error, -bits));
};

/** The nearest float64 or so; NaN where undefined. */
export const toFloat = (x: BigResult): number => {
  if (typeof x === 'string') return Number.NaN;
  const cut = Math.max(0, length(x.m) - 60);
  const head = Number(x.m >> BigInt(cut));
  const exponent = x.e + cut;
  const half = Math.trunc(Math.max(-3000, Math.min(3000, exponent)) / 2);
  const rest = Math.max(-3000, Math.min(3000, exponent)) - half;
  return head * 2 ** half * 2 ** rest;
};
