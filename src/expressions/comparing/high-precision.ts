import type { PreciseFunction } from '../../numbers/functions/index.ts';
import { costs } from '../budget.ts';
import { operators } from '../evaluate.ts';
import type { OwnFunction } from '../functions.ts';
import { type Exact, rationalOf } from '../rationals.ts';
import { template } from '../reading/formulas/parser.ts';
import type { BinaryOperator, Tree } from '../tree.ts';
import {
  add,
  circle,
  divide,
  exp,
  type Known,
  log,
  multiply,
  negate,
  signOf,
  sine,
  size,
  sqrt,
  type Wide,
  whole,
  wide,
} from './bigfloat.ts';
import type { Program, Step } from './program.ts';

const preciseFunctions: Readonly<Record<PreciseFunction, (x: Wide) => Known>> = {
  exp,
  log,
  sqrt,
  sin: (x) => sine(x, false),
  cos: (x) => sine(x, true),
};

const [zero, unit] = [whole(0n), whole(1n)];
const exactly = (x: Wide): boolean => x.error === Number.NEGATIVE_INFINITY;

/**
 * Runs the steps at a point with numbers of 256 bits and any exponent, where float64 overflows or hides a difference.
 * `undefined` and `unknown` as in float64; `of` gives the value of a step.
 */
export const closely = (
  program: Program,
  names: readonly string[],
  point: Float64Array,
): ((step: Step) => Known) => {
  const values = new Map<Step, Known>();
  const of = (step: Step): Known => values.get(step) ?? 'unknown';
  for (const [i, name] of names.entries()) {
    const step = program.names.get(name);
    if (step) values.set(step, wide(point[i] ?? 0));
  }
  for (const step of program.steps) if (step.kind !== 'name') values.set(step, closeValue(step, of));
  return of;
};

/** What it costs to run the steps once. */
export const closeCost = (steps: readonly Step[]): number =>
  steps.reduce((sum, step) => sum + costOf(step), 0);

const costOf = (step: Step): number => {
  if (step.kind === 'constant') return costs.closeFunction;
  if (step.kind === 'apply') {
    const { bySign, precise } = step.fn;
    if (bySign) return costs.close;
    return typeof precise === 'object' ? 2 * costs.closeFunction : costs.closeFunction;
  }
  if (step.kind !== 'binary') return costs.close;
  if (step.op !== '^') return step.op === '/' ? 2 * costs.close : costs.close;
  return step.power === undefined
    ? 3 * costs.closeFunction
    : 2 * costs.close * (1 + 3 * String(step.power).length);
};

const closeValue = (step: Exclude<Step, { kind: 'name' }>, of: (step: Step) => Known): Known => {
  switch (step.kind) {
    case 'number':
      return ratio(step.exactly);
    case 'constant':
      return step.name === 'e' ? exp(unit) : circle;
    case 'apply':
      return applied(step.fn, of(step.to));
    case 'binary':
      return operated(step.op, of(step.left), of(step.right), step.power);
    case 'choice':
      return chosen(of(step.when), of(step.then), step.otherwise ? of(step.otherwise) : 'undefined');
  }
};

const ratio = (value: Exact): Known =>
  typeof value === 'string' ? 'unknown' : divide(whole(value.numerator), whole(value.denominator));

const chosen = (when: Known, then: Known, otherwise: Known): Known => {
  if (typeof when === 'string') return when;
  const sign = signOf(when);
  return sign === undefined ? 'unknown' : sign === 0 ? otherwise : then;
};

const applied = ({ bySign, precise, table }: OwnFunction, x: Known): Known => {
  if (typeof x === 'string') return x;
  if (bySign) return selected(bySign, x);
  if (precise === undefined) return 'unknown';
  return typeof precise === 'string'
    ? preciseFunctions[precise](x)
    : inX(template(precise.formula, table), x);
};

/** Where the sign is not certain, a function that jumps at 0 is not known; any other is off by no more than x is. */
const selected = ([below, at, above]: NonNullable<OwnFunction['bySign']>, x: Wide): Known => {
  const jumps = [below, above].some((piece) => typeof piece === 'number' && piece !== at);
  const sign = jumps ? signOf(x) : x.m < 0n ? -1 : x.m > 0n ? 1 : 0;
  if (sign === undefined) return 'unknown';
  const piece = sign < 0 ? below : sign > 0 ? above : at;
  if (piece === 'x') return x;
  if (piece === '-x') return negate(x);
  return jumps ? whole(BigInt(piece)) : { ...zero, error: x.error };
};

/** A formula of ours in x. */
const inX = (tree: Tree, x: Wide): Known => {
  switch (tree.kind) {
    case 'number':
      return ratio(rationalOf(tree.digits));
    case 'name':
      return x;
    case 'apply':
      return applied(tree.fn, inX(tree.to, x));
    case 'binary': {
      const right = inX(tree.right, x);
      return operated(
        tree.op,
        inX(tree.left, x),
        right,
        tree.right.kind === 'number' ? BigInt(tree.right.value) : undefined,
      );
    }
    default:
      return 'unknown';
  }
};

const operated = (op: BinaryOperator, a: Known, b: Known, power: bigint | undefined): Known => {
  if (a === 'undefined' || b === 'undefined') return 'undefined';
  if (a === 'unknown' || b === 'unknown') return 'unknown';
  switch (op) {
    case '+':
      return add(a, b);
    case '-':
      return add(a, negate(b));
    case '*':
      return multiply(a, b);
    case '/':
      return divide(a, b);
    case '^':
      return power === undefined ? raised(a, b) : toWhole(a, power);
    default:
      return compared(op, a, b);
  }
};

const compared = (op: BinaryOperator, a: Wide, b: Wide): Known => {
  const difference = add(a, negate(b));
  const sign = typeof difference === 'string' ? undefined : signOf(difference);
  if (op === 'max' || op === 'min') {
    const [higher, lower] = sign === -1 ? [b, a] : [a, b];
    const found = op === 'max' ? higher : lower;
    return sign === undefined ? { ...found, error: Math.max(a.error, b.error) } : found;
  }
  if (sign === undefined) return 'unknown';
  return operators[op](sign, 0) === 1 ? unit : zero;
};

/** By squaring, from the highest digit on. */
const toWhole = (base: Wide, power: bigint): Known => {
  const count = power < 0n ? -power : power;
  if (count > 1n << 40n)
    return exactly(base) && (base.m === 0n || (base.e === 0 && base.m === 1n)) ? base : 'unknown';
  if (power < 0n && signOf(base) === 0) return 'undefined';
  let result: Known = unit;
  for (const digit of count.toString(2)) {
    if (typeof result === 'string') return result;
    result = multiply(result, result);
    if (digit === '1' && typeof result !== 'string') result = multiply(result, base);
  }
  return power < 0n && typeof result !== 'string' ? divide(unit, result) : result;
};

/** The value where it is a whole number. */
const wholePart = ({ m, e }: Wide): bigint | undefined => {
  if (e >= 0) return m << BigInt(e);
  const part = m >> BigInt(-e);
  return part << BigInt(-e) === m ? part : undefined;
};

/** x^y is exp(y·log x) for x > 0. */
const raised = (x: Wide, y: Wide): Known => {
  const sign = signOf(x);
  const power = exactly(y) && size(y) < 40 ? wholePart(y) : undefined;
  if (power !== undefined) return toWhole(x, power);
  if (sign === undefined) return 'unknown';
  if (sign === 0) return signOf(y) === 1 ? zero : 'unknown';
  if (sign < 0) return exactly(y) ? 'undefined' : 'unknown';
  const exponent = log(x);
  const product = typeof exponent === 'string' ? exponent : multiply(y, exponent);
  return typeof product === 'string' ? product : exp(product);
};
