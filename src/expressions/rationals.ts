import type { Piece } from '../numbers/functions/index.ts';
import { trySpend } from './budget.ts';
import type { OwnFunction } from './functions.ts';
import { limits } from './limits.ts';
import type { Tree } from './tree.ts';

/** A rational number in lowest terms; the denominator is positive. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** The result of exact arithmetic: a rational; `inexact` where a function left the rationals. */
export type Exact = Rational | 'inexact' | 'undefined' | 'too large';

const gcd = (a: bigint, b: bigint): bigint => {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
};

const bitLength = (value: bigint): number => value.toString(16).length * 4;

/** Euclid's algorithm takes a step for nearly every two bits, each over all of them. */
const costOfDivisor = (bits: number): number => 5 + bits * (2 + bits / 1000);

const bound = 1n << BigInt(limits.bits);
const tooLarge = (value: bigint): boolean => value > bound || value < -bound;

const rational = (numerator: bigint, denominator: bigint): Exact => {
  if (denominator === 0n) return 'undefined';
  if (tooLarge(numerator) || tooLarge(denominator)) return 'too large';
  if (denominator === 1n) return { numerator, denominator };
  if (!trySpend(costOfDivisor(bitLength(denominator)))) return 'too large';
  const sign = denominator < 0n ? -1n : 1n;
  const divisor = sign * gcd(numerator, sign * denominator);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
};

/** The rational of decimal digits such as `1.6e9`. */
export const rationalOf = (digits: string): Exact => {
  if (/^\d{1,15}$/.test(digits)) return { numerator: BigInt(digits), denominator: 1n };
  const [mantissa = '', exponent = '0'] = digits.split('e');
  const [whole = '', decimals = ''] = mantissa.split('.');
  const shift = Number(exponent) - decimals.length;
  if (Math.abs(shift) * 4 > limits.bits) return 'too large';
  const value = BigInt(whole + decimals);
  return shift >= 0 ? rational(value * 10n ** BigInt(shift), 1n) : rational(value, 10n ** BigInt(-shift));
};

const raise = (base: Rational, exponent: Rational): Exact => {
  if (exponent.denominator !== 1n) return 'inexact';
  const negative = exponent.numerator < 0n;
  const count = negative ? -exponent.numerator : exponent.numerator;
  if (base.numerator === 0n) return negative ? 'undefined' : rational(count === 0n ? 1n : 0n, 1n);
  const unit = base.denominator === 1n && (base.numerator === 1n || base.numerator === -1n);
  if (unit) return rational(base.numerator === 1n || count % 2n === 0n ? 1n : -1n, 1n);
  const bits = Math.max(bitLength(base.numerator), bitLength(base.denominator));
  if (count > BigInt(Math.ceil(limits.bits / Math.max(1, bits - 4)))) return 'too large';
  const [above, below] = [base.numerator ** count, base.denominator ** count];
  return negative ? rational(below, above) : rational(above, below);
};

const toNumberSign = (value: bigint): number => (value > 0n ? 1 : value < 0n ? -1 : 0);

const compare = (a: Rational, b: Rational): number =>
  toNumberSign(a.numerator * b.denominator - b.numerator * a.denominator);

/** Exact arithmetic over the rationals, bounded in bits before anything large is computed. */
export const exactly = (tree: Tree, named?: (name: string) => Exact): Exact => {
  const of = (node: Tree): Exact => {
    switch (node.kind) {
      case 'number':
        return rationalOf(node.digits);
      case 'constant':
        return 'inexact';
      case 'name':
        return named?.(node.name) ?? 'inexact';
      case 'choice': {
        const when = of(node.when);
        if (typeof when === 'string') return when;
        if (when.numerator !== 0n) return of(node.then);
        return node.otherwise ? of(node.otherwise) : 'undefined';
      }
      case 'apply': {
        const to = of(node.to);
        return typeof to === 'string' ? to : applied(node.fn, to);
      }
      case 'binary': {
        const [a, b] = [of(node.left), of(node.right)];
        if (typeof a === 'string' || typeof b === 'string') return worst(a, b);
        return operated(node.op, a, b);
      }
    }
  };
  return of(tree);
};

/** What cannot be computed at all outweighs what is merely not rational. */
const worst = (a: Exact, b: Exact): Exact =>
  [a, b].find((x) => x === 'undefined') ?? [a, b].find((x) => x === 'too large') ?? 'inexact';

const applied = ({ bySign, precise }: OwnFunction, x: Rational): Exact => {
  const sign = toNumberSign(x.numerator);
  if (bySign) return selected(bySign[sign + 1] ?? 0, x);
  if (precise === 'sqrt') return squareRoot(x);
  return precise === 'log' && sign <= 0 ? 'undefined' : 'inexact';
};

const selected = (piece: Piece, x: Rational): Rational => {
  if (piece === 'x') return x;
  if (piece === '-x') return { numerator: -x.numerator, denominator: x.denominator };
  return { numerator: BigInt(piece), denominator: 1n };
};

const squareRoot = (x: Rational): Exact => {
  if (x.numerator < 0n) return 'undefined';
  const [above, below] = [Math.sqrt(Number(x.numerator)), Math.sqrt(Number(x.denominator))];
  if (!Number.isSafeInteger(above) || !Number.isSafeInteger(below)) return 'inexact';
  const root = { numerator: BigInt(above), denominator: BigInt(below) };
  return root.numerator ** 2n === x.numerator && root.denominator ** 2n === x.denominator ? root : 'inexact';
};

const operated = (op: string, a: Rational, b: Rational): Exact => {
  switch (op) {
    case '+':
      return rational(
        a.numerator * b.denominator + b.numerator * a.denominator,
        a.denominator * b.denominator,
      );
    case '-':
      return rational(
        a.numerator * b.denominator - b.numerator * a.denominator,
        a.denominator * b.denominator,
      );
    case '*':
      return rational(a.numerator * b.numerator, a.denominator * b.denominator);
    case '/':
      return rational(a.numerator * b.denominator, a.denominator * b.numerator);
    case '^':
      return raise(a, b);
    case 'max':
      return compare(a, b) >= 0 ? a : b;
    case 'min':
      return compare(a, b) <= 0 ? a : b;
    default: {
      const order = compare(a, b);
      const holds =
        op === '<'
          ? order < 0
          : op === '<='
            ? order <= 0
            : op === '>'
              ? order > 0
              : op === '>='
                ? order >= 0
                : op === '='
                  ? order === 0
                  : order !== 0;
      return { numerator: holds ? 1n : 0n, denominator: 1n };
    }
  }
};

/** The nearest float64, ties to even; ±Infinity beyond its range. */
export const toNumber = ({ numerator, denominator }: Rational): number => {
  if (numerator < 0n) return -toNumber({ numerator: -numerator, denominator });
  const small = bitLength(numerator) <= 53 && bitLength(denominator) <= 53;
  if (small || denominator === 1n) return Number(numerator) / Number(denominator);
  const size = bitLength(numerator) - bitLength(denominator);
  // Below 2^-1021 the steps of float64 are all 2^-1074. Scaling a rounded number down to them would round it twice.
  if (size <= -1022) return Number(nearest(numerator << 1074n, denominator)) * Number.MIN_VALUE;
  // Scale so that the quotient has about 96 bits: more than float64 keeps, and never both parts infinite.
  const shift = 96 - size;
  const [dividend, divisor] =
    shift >= 0 ? [numerator << BigInt(shift), denominator] : [numerator, denominator << BigInt(-shift)];
  // What is left over makes the last bit 1, so that nothing just above a tie is taken for one.
  const quotient = (dividend / divisor) | (dividend % divisor === 0n ? 0n : 1n);
  return scaled(Number(quotient), -shift);
};

/** a/b of positive numbers as the nearest whole number, ties to even. */
const nearest = (a: bigint, b: bigint): bigint => {
  const floor = a / b;
  const twice = 2n * (a % b);
  return twice > b || (twice === b && floor % 2n === 1n) ? floor + 1n : floor;
};

/** value·2^exponent in two steps, so that neither power overflows on the way. */
const scaled = (value: number, exponent: number): number => {
  const half = Math.trunc(exponent / 2);
  return value * 2 ** half * 2 ** (exponent - half);
};
