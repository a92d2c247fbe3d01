import { samplePoints } from '../../numbers/random.ts';
import { costs, trySpend } from '../budget.ts';
import type { OwnFunction } from '../functions.ts';
import { template } from '../reading/formulas/parser.ts';
import { isComparison, type Tree } from '../tree.ts';
import type { Instruction } from './program.ts';

/** 2^61 − 1. Two different rational expressions agree at a random point with probability degree/p at most. */
const p = (1n << 61n) - 1n;

const reduce = (value: bigint): bigint => {
  const rest = value % p;
  return rest < 0n ? rest + p : rest;
};

/** By Fermat's little theorem the exponent counts modulo p − 1. */
const raise = (base: bigint, exponent: bigint): bigint => {
  if (base === 0n) return exponent === 0n ? 1n : 0n;
  let [result, square] = [1n, base];
  for (let rest = exponent % (p - 1n); rest > 0n; rest >>= 1n) {
    if ((rest & 1n) === 1n) result = (result * square) % p;
    square = (square * square) % p;
  }
  return result;
};

/** By Euclid's algorithm. */
const inverse = (value: bigint): bigint | undefined => {
  if (value === 0n) return undefined;
  let [high, low, before, last] = [p, value, 0n, 1n];
  while (low > 1n) {
    const quotient = high / low;
    [high, low] = [low, high - quotient * low];
    [before, last] = [last, before - quotient * last];
  }
  return reduce(last);
};

/**
 * A pseudo-random function: what is not rational stands as an unknown of its own,
 * the same for equal arguments. So agreement proves equality, while disagreement proves nothing.
 */
const opaque = (code: number, salt: bigint, ...args: readonly bigint[]): bigint => {
  let hash = salt ^ BigInt(code);
  for (const arg of args) {
    hash = BigInt.asUintN(64, (hash ^ arg) * 0x9e3779b97f4a7c15n);
    hash = BigInt.asUintN(64, (hash ^ (hash >> 29n)) * 0xbf58476d1ce4e5b9n);
    hash ^= hash >> 32n;
  }
  return reduce(hash);
};

/** A number for each operator and function, by its name. */
const code = (name: string): number => {
  const known = codes.get(name) ?? samplePoints(name)() * 2 ** 32;
  codes.set(name, known);
  return known;
};
const codes = new Map<string, number>();

/**
 * Runs steps modulo p; the residues of names are already set. `salt` chooses the unknowns. Once no operations are left,
 * the residues of further steps are not known.
 */
export const reduceAll = (steps: readonly Instruction[], salt: bigint): void => {
  for (const step of steps) {
    if (step.kind !== 'name') step.residue = trySpend(costOf(step)) ? residue(step, salt) : undefined;
  }
};

const costOf = (step: Instruction): number => {
  const inverts = step.kind === 'apply' || (step.kind === 'binary' && step.op === '/');
  const raises = step.kind === 'binary' && (step.power ?? 0n) > 1000n;
  return inverts || raises ? costs.residueOfPower : costs.residue;
};

const residue = (step: Instruction, salt: bigint): bigint | undefined => {
  switch (step.kind) {
    case 'number': {
      const { exactly } = step;
      if (typeof exactly === 'string') return undefined;
      if (exactly.denominator === 1n) return reduce(exactly.numerator);
      const below = inverse(reduce(exactly.denominator));
      return below === undefined ? undefined : reduce(exactly.numerator * below);
    }
    case 'constant':
      return opaque(code(step.name), salt, 0n);
    case 'name':
      return step.residue;
    case 'apply':
      return step.to.residue === undefined ? undefined : applied(step.fn, step.to.residue, salt);
    case 'binary': {
      const [a, b] = [step.left.residue, step.right.residue];
      return a === undefined || b === undefined ? undefined : operated(step, a, b, salt);
    }
    case 'choice': {
      const [when, then, otherwise] = [step.when.residue, step.then.residue, step.otherwise?.residue];
      if (when === undefined) return undefined;
      // A choice by a comparison w, which is 1 or 0, is w·a + (1 − w)·b.
      if (isTruth(step.when) && then !== undefined && otherwise !== undefined)
        return reduce(when * then + (1n - when) * otherwise);
      return opaque(code('if'), salt, when, then ?? p, otherwise ?? p);
    }
  }
};

const isTruth = (step: Instruction): boolean =>
  (step.kind === 'binary' && isComparison(step.op)) ||
  (step.kind === 'apply' && step.fn.bySign?.every((piece) => piece === 0 || piece === 1) === true);

/** By the identities that make more pairs provable, as the function declares them. */
const applied = ({ name, proof, table }: OwnFunction, x: bigint, salt: bigint): bigint | undefined => {
  if (!proof) return opaque(code(name), salt, x);
  if ('formula' in proof) return inX(template(proof.formula, table), x, salt);
  const negative = x > p - x;
  const size = negative ? p - x : x;
  const value = opaque(code(name), salt, size);
  switch (proof.symmetry) {
    case 'even':
      return value;
    case 'odd':
      return size === 0n ? 0n : negative ? reduce(-value) : value;
    case 'reciprocal':
      return size === 0n ? 1n : negative ? inverse(value) : value;
  }
};

/** A formula of ours in x, whose numbers are whole. */
const inX = (tree: Tree, x: bigint, salt: bigint): bigint | undefined => {
  switch (tree.kind) {
    case 'number':
      return reduce(BigInt(tree.digits));
    case 'name':
      return x;
    case 'apply': {
      const to = inX(tree.to, x, salt);
      return to === undefined ? undefined : applied(tree.fn, to, salt);
    }
    case 'binary': {
      const [a, b] = [inX(tree.left, x, salt), inX(tree.right, x, salt)];
      const power = tree.right.kind === 'number' ? BigInt(tree.right.digits) : undefined;
      return a === undefined || b === undefined ? undefined : operated({ op: tree.op, power }, a, b, salt);
    }
    default:
      return undefined;
  }
};

const half = (p + 1n) / 2n;

const operated = (
  { op, power }: Pick<Extract<Instruction, { kind: 'binary' }>, 'op' | 'power'>,
  a: bigint,
  b: bigint,
  salt: bigint,
): bigint | undefined => {
  const distance = (): bigint => {
    const x = reduce(a - b);
    return opaque(code('abs'), salt, x > p - x ? p - x : x);
  };
  switch (op) {
    case '+':
      return reduce(a + b);
    case '-':
      return reduce(a - b);
    case '*':
      return reduce(a * b);
    case '/': {
      const below = inverse(b);
      return below === undefined ? undefined : reduce(a * below);
    }
    case '^': {
      if (power === undefined) return opaque(code('^'), salt, a, b);
      if (power >= 0n) return raise(a, power);
      const below = inverse(a);
      return below === undefined ? undefined : raise(below, -power);
    }
    case 'max':
      return reduce((a + b + distance()) * half);
    case 'min':
      return reduce((a + b - distance()) * half);
    case '>':
      return opaque(code('<'), salt, b, a);
    case '>=':
      return opaque(code('<='), salt, b, a);
    case '!=':
      return reduce(1n - opaque(code('='), salt, a, b));
    default:
      return opaque(code(op), salt, a, b);
  }
};
