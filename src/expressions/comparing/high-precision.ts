import type { PreciseFunction } from '../../numbers/functions/index.ts';
import { costs } from '../budget.ts';
import { operators } from '../evaluate.ts';
import type { OwnFunction } from '../functions.ts';
import { type Exact, rationalOf } from '../rationals.ts';
import { template } from '../reading/formulas/parser.ts';
import type { BinaryOperator, Tree } from '../tree.ts';
import {
  add,
  type BigFloat,
  type BigResult,
  divide,
  exp,
  fromFloat,
  fromInteger,
  log,
  multiply,
  negate,
  pi,
  signOf,
  sine,
  size,
  sqrt,
} from './bigfloat.ts';
import type { Instruction, Program } from './program.ts';

const preciseFunctions: Readonly<Record<PreciseFunction, (x: BigFloat) => BigResult>> = {
  exp,
  log,
  sqrt,
  sin: (x) => sine(x, false),
  cos: (x) => sine(x, true),
};

const [zero, unit] = [fromInteger(0n), fromInteger(1n)];
const exactly = (x: BigFloat): boolean => x.error === Number.NEGATIVE_INFINITY;

/**
 * Runs the steps at a point with numbers of 256 bits and any exponent, where float64 overflows or hides a difference.
 * `undefined` and `unknown` as in float64; `of` gives the value of a step.
 */
export const preciseValues = (
  program: Program,
  names: readonly string[],
  point: Float64Array,
): ((step: Instruction) => BigResult) => {
  const values = new Map<Instruction, BigResult>();
  const of = (step: Instruction): BigResult => values.get(step) ?? 'unknown';
  for (const [i, name] of names.entries()) {
    const step = program.names.get(name);
    if (step) values.set(step, fromFloat(point[i] ?? 0));
  }
  for (const step of program.instructions) if (step.kind !== 'name') values.set(step, preciseValue(step, of));
  return of;
};

/** What it costs to run the steps once. */
export const preciseCost = (steps: readonly Instruction[]): number =>
  steps.reduce((sum, step) => sum + costOf(step), 0);

const costOf = (step: Instruction): number => {
  if (step.kind === 'constant') return costs.preciseFunction;
  if (step.kind === 'apply') {
    const { bySign, precise } = step.fn;
    if (bySign) return costs.precise;
    return typeof precise === 'object' ? 2 * costs.preciseFunction : costs.preciseFunction;
  }
  if (step.kind !== 'binary') return costs.precise;
  if (step.op !== '^') return step.op === '/' ? 2 * costs.precise : costs.precise;
  return step.power === undefined
    ? 3 * costs.preciseFunction
    : 2 * costs.precise * (1 + 3 * String(step.power).length);
};

const preciseValue = (
  step: Exclude<Instruction, { kind: 'name' }>,
  of: (step: Instruction) => BigResult,
): BigResult => {
  switch (step.kind) {
    case 'number':
      return ratio(step.exactly);
    case 'constant':
      return step.name === 'e' ? exp(unit) : pi;
    case 'apply':
      return applied(step.fn, of(step.to));
    case 'binary':
      return operated(step.op, of(step.left), of(step.right), step.power);
    case 'choice':
      return chosen(of(step.when), of(step.then), step.otherwise ? of(step.otherwise) : 'undefined');
  }
};

const ratio = (value: Exact): BigResult =>
  typeof value === 'string'
    ? 'unknown'
    : divide(fromInteger(value.numerator), fromInteger(value.denominator));

const chosen = (when: BigResult, then: BigResult, otherwise: BigResult): BigResult => {
  if (typeof when === 'string') return when;
  const sign = signOf(when);
  return sign === undefined ? 'unknown' : sign === 0 ? otherwise : then;
};

const applied = ({ bySign, precise, table }: OwnFunction, x: BigResult): BigResult => {
  if (typeof x === 'string') return x;
  if (bySign) return selected(bySign, x);
  if (precise === undefined) return 'unknown';
  return typeof precise === 'string'
    ? preciseFunctions[precise](x)
    : inX(template(precise.formula, table), x);
};

/** Where the sign is not certain, a function that jumps at 0 is not known; any other is off by no more than x is. */
const selected = ([below, at, above]: NonNullable<OwnFunction['bySign']>, x: BigFloat): BigResult => {
  const jumps = [below, above].some((piece) => typeof piece === 'number' && piece !== at);
  const sign = jumps ? signOf(x) : x.m < 0n ? -1 : x.m > 0n ? 1 : 0;
  if (sign === undefined) return 'unknown';
  const piece = sign < 0 ? below : sign > 0 ? above : at;
  if (piece === 'x') return x;
  if (piece === '-x') return negate(x);
  return jumps ? fromInteger(BigInt(piece)) : { ...zero, error: x.error };
};

/** A formula of ours in x. */
const inX = (tree: Tree, x: BigFloat): BigResult => {
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

const operated = (op: BinaryOperator, a: BigResult, b: BigResult, power: bigint | undefined): BigResult => {
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

const compared = (op: BinaryOperator, a: BigFloat, b: BigFloat): BigResult => {
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
const toWhole = (base: BigFloat, power: bigint): BigResult => {
  const count = power < 0n ? -power : power;
  if (count > 1n << 40n)
    return exactly(base) && (base.m === 0n || (base.e === 0 && base.m === 1n)) ? base : 'unknown';
  if (power < 0n && signOf(base) === 0) return 'undefined';
  let result: BigResult = unit;
  for (const digit of count.toString(2)) {
    if (typeof result === 'string') return result;
    result = multiply(result, result);
    if (digit === '1' && typeof result !== 'string') result = multiply(result, base);
  }
  return power < 0n && typeof result !== 'string' ? divide(unit, result) : result;
};

/** The value where it is a whole number. */
const wholePart = ({ m, e }: BigFloat): bigint | undefined => {
  if (e >= 0) return m << BigInt(e);
  const part = m >> BigInt(-e);
  return part << BigInt(-e) === m ? part : undefined;
};

/** x^y is exp(y·log x) for x > 0. */
const raised = (x: BigFloat, y: BigFloat): BigResult => {
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
