import { constants, operators, power } from '../evaluate.ts';
import type { Instruction, Kink } from './program.ts';

/** A value with a bound of its error: NaN and 0 where certainly undefined, an infinite error where nothing is known. */
export interface Measured {
  readonly value: number;
  readonly error: number;
}

/** Unit roundoff of float64. */
const u = 2 ** -53;
/** More than what is lost to underflow. */
const tiny = 2 ** -1060;
/** Math.exp and its like are right to a few units in the last place. */
const functionError = 8 * u;

/** What underflow may have taken from a result that is not exactly 0, or from its bound. */
const lost = (value: number): number => (Math.abs(value) < 1e-290 ? tiny : 0);
const isZero = ({ value, error }: Measured): boolean => value === 0 && error === 0;

/**
 * Runs steps at the point that their names hold, with a running bound of the rounding error:
 * first-order error analysis, with the values at both ends of the interval for functions.
 */
export const measure = (steps: readonly Instruction[]): void => {
  for (const step of steps) if (step.kind !== 'name') measureOne(step);
};

// What follows writes into the step and allocates nothing: this is what a comparison spends its time on.
type Computed = Exclude<Instruction, { kind: 'name' }>;

const known = (step: Instruction, value: number, error: number): Instruction => {
  const isKnown = Number.isFinite(value) && error < Number.POSITIVE_INFINITY;
  step.value = isKnown ? value : 0;
  step.error = isKnown ? error : Number.POSITIVE_INFINITY;
  return step;
};
const nowhere = (step: Instruction): Instruction => {
  step.value = Number.NaN;
  step.error = 0;
  return step;
};
const unknown = (step: Instruction): Instruction => {
  step.value = 0;
  step.error = Number.POSITIVE_INFINITY;
  return step;
};
const same = (step: Instruction, { value, error }: Measured): Instruction => {
  step.value = value;
  step.error = error;
  return step;
};

const measureOne = (step: Computed): Instruction => {
  switch (step.kind) {
    case 'number':
      return known(step, step.number, step.exact ? 0 : u * step.number);
    case 'constant':
      return known(step, constants[step.name], u * 4);
    case 'apply':
      return applied(step, step.to);
    case 'binary':
      if (Number.isNaN(step.left.value) || Number.isNaN(step.right.value)) return nowhere(step);
      if (step.left.error + step.right.error === Number.POSITIVE_INFINITY) return unknown(step);
      return operated(step, step.left, step.right);
    case 'choice': {
      const { when } = step;
      if (Number.isNaN(when.value)) return nowhere(step);
      if (when.error > 0 && Math.abs(when.value) <= when.error) return unknown(step);
      const chosen = when.value !== 0 ? step.then : step.otherwise;
      return chosen ? same(step, chosen) : nowhere(step);
    }
  }
};

const applied = (
  step: Extract<Instruction, { kind: 'apply' }>,
  { value: x, error }: Measured,
): Instruction => {
  const { fn } = step;
  if (Number.isNaN(x)) return nowhere(step);
  if (error === Number.POSITIVE_INFINITY) return unknown(step);
  const value = fn.value(x);
  const rounding = fn.bySign ? 0 : functionError * Math.abs(value) + lost(value);
  if (error === 0) {
    // sin 0, √0, log 1 and their like are 0 without rounding; exp of −1000 is 0 by underflow.
    const zero = value === 0 && Math.abs(x) <= 1;
    return Number.isNaN(value) ? nowhere(step) : known(step, value, zero ? 0 : rounding);
  }
  const [low, high] = [fn.value(x - error), fn.value(x + error)];
  if (Number.isNaN(value) && Number.isNaN(low) && Number.isNaN(high)) return nowhere(step);
  // NaN at one end only: the domain ends inside the interval, and the bound is NaN too.
  const spread = Math.max(Math.abs(low - value), Math.abs(high - value), (fn.slope ?? 0) * error);
  const jumps = fn.bySign !== undefined && spread > 2 * error;
  return jumps ? unknown(step) : known(step, value, spread + rounding);
};

/** Sums, products and quotients of whole numbers that float64 holds are exact. */
const isExact = (value: number, a: Measured, b: Measured): boolean =>
  a.error === 0 &&
  b.error === 0 &&
  Number.isSafeInteger(value) &&
  Number.isSafeInteger(a.value) &&
  Number.isSafeInteger(b.value);

/** A factor that rounds nothing. */
const isUnit = ({ value, error }: Measured): boolean => error === 0 && Math.abs(value) === 1;

const operated = (step: Extract<Instruction, { kind: 'binary' }>, a: Measured, b: Measured): Instruction => {
  switch (step.op) {
    case '+':
    case '-': {
      const value = step.op === '+' ? a.value + b.value : a.value - b.value;
      return known(step, value, isExact(value, a, b) ? 0 : a.error + b.error + u * Math.abs(value));
    }
    case '*': {
      const value = a.value * b.value;
      if (isExact(value, a, b)) return known(step, value, 0);
      if (isUnit(a) || isUnit(b)) return known(step, value, Math.max(a.error, b.error));
      const spread = Math.abs(a.value) * b.error + Math.abs(b.value) * a.error + a.error * b.error;
      const underflow = isZero(a) || isZero(b) ? 0 : lost(value);
      return known(step, value, spread + u * Math.abs(value) + underflow);
    }
    case '/': {
      if (Math.abs(b.value) <= b.error) return b.error === 0 ? nowhere(step) : unknown(step);
      const value = a.value / b.value;
      if (isExact(value, a, b) && value * b.value === a.value) return known(step, value, 0);
      const spread = (a.error + Math.abs(value) * b.error) / (Math.abs(b.value) - b.error);
      return known(step, value, spread + u * Math.abs(value) + (isZero(a) ? 0 : lost(value)));
    }
    case '^':
      return raised(step, a, step.power === undefined ? b : { value: Number(step.power), error: 0 });
    case 'max':
    case 'min': {
      const apart = Math.abs(a.value - b.value) > a.error + b.error;
      const chosen = operators[step.op](a.value, b.value) === a.value ? a : b;
      return apart ? same(step, chosen) : known(step, chosen.value, Math.max(a.error, b.error));
    }
    default: {
      const error = a.error + b.error;
      const undecided = error > 0 && Math.abs(a.value - b.value) <= error;
      return undecided ? unknown(step) : known(step, operators[step.op](a.value, b.value), 0);
    }
  }
};

const raised = (step: Instruction, a: Measured, b: Measured): Instruction => {
  const whole = b.error === 0 && Number.isInteger(b.value);
  const straddles = a.error > 0 && Math.abs(a.value) <= a.error;
  if (straddles && !(whole && b.value >= 0)) return unknown(step);
  if (a.value < 0 && !whole) {
    return Math.abs(b.value - Math.round(b.value)) <= b.error ? unknown(step) : nowhere(step);
  }
  const value = power(a.value, b.value);
  if (Number.isNaN(value)) return nowhere(step);
  if (isExact(value, a, b) && b.value >= 0) return known(step, value, 0);
  const rounding = functionError * Math.abs(value) + (isZero(a) ? 0 : lost(value));
  return known(step, value, spreadOfPower(value, a, b) + rounding);
};

/** The most that a power changes between the corners of what its base and exponent may be. */
const spreadOfPower = (value: number, a: Measured, b: Measured): number => {
  let spread = 0;
  for (const x of a.error === 0 ? [a.value] : [a.value - a.error, a.value + a.error]) {
    for (const y of b.error === 0 ? [b.value] : [b.value - b.error, b.value + b.error]) {
      spread = Math.max(spread, Math.abs(power(x, y) - value));
    }
  }
  return spread;
};

/** How far a kink is, with its sign; 0 exactly on it; NaN where that is unknown. */
export const offset = ({ left, right, edge }: Kink): number => {
  const distance = left.value - (right?.value ?? edge);
  const error = left.error + (right?.error ?? 0);
  return error === 0 || Math.abs(distance) > error ? distance : Number.NaN;
};
