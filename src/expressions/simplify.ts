import { apply, type BinaryOperator, binary, integer, isNegated, mapChildren, type Tree } from './tree.ts';

const numberIn = (tree: Tree): number | undefined => {
  if (tree.kind === 'number') return tree.value;
  return isNegated(tree) && tree.to.kind === 'number' ? -tree.to.value : undefined;
};

const negated = (tree: Tree): Tree =>
  isNegated(tree) ? tree.to : numberIn(tree) === 0 ? tree : apply('neg', tree);

/** The one of a node's own rules that applies: zeros, ones, signs and whole numbers; nothing is expanded. */
const reduced = (op: BinaryOperator, a: Tree, b: Tree): Tree => {
  const [x, y] = [numberIn(a), numberIn(b)];
  switch (op) {
    case '+':
      if (x === 0) return b;
      if (y === 0) return a;
      if (isNegated(b)) return reduced('-', a, b.to);
      return folded(x, y, (p, q) => p + q) ?? binary('+', a, b);
    case '-':
      if (x === 0) return negated(b);
      if (y === 0) return a;
      if (isNegated(b)) return reduced('+', a, b.to);
      return folded(x, y, (p, q) => p - q) ?? binary('-', a, b);
    case '*':
      if (x === 0 || y === 0) return integer(0);
      if (x === 1) return b;
      if (y === 1) return a;
      if (isNegated(a)) return negated(reduced('*', a.to, b));
      if (isNegated(b)) return negated(reduced('*', a, b.to));
      if (y !== undefined && x === undefined) return reduced('*', b, a);
      return folded(x, y, (p, q) => p * q) ?? coefficientsJoined(x, b) ?? flatProduct(a, b);
    case '/':
      if (x === 0) return a;
      if (y === 1) return a;
      if (isNegated(a)) return negated(reduced('/', a.to, b));
      return folded(x, y, (p, q) => p / q) ?? binary('/', a, b);
    case '^':
      if (y === 0) return integer(1);
      return y === 1 ? a : binary('^', a, b);
    default:
      return binary(op, a, b);
  }
};

/** a·(b·c) is a·b·c. */
const flatProduct = (a: Tree, b: Tree): Tree =>
  b.kind === 'binary' && b.op === '*' ? binary('*', flatProduct(a, b.left), b.right) : binary('*', a, b);

/** 2·(3·x) is 6·x. */
const coefficientsJoined = (x: number | undefined, b: Tree): Tree | undefined => {
  if (b.kind !== 'binary' || b.op !== '*') return undefined;
  const product = folded(x, numberIn(b.left), (p, q) => p * q);
  return product && binary('*', product, b.right);
};

const folded = (
  x: number | undefined,
  y: number | undefined,
  compute: (x: number, y: number) => number,
): Tree | undefined => {
  if (x === undefined || y === undefined || !Number.isSafeInteger(x) || !Number.isSafeInteger(y))
    return undefined;
  const value = compute(x, y);
  return Number.isSafeInteger(value) ? integer(value) : undefined;
};

/**
 * A tidier tree for display. Equal wherever the tree is defined, though a factor 0 or a power 0 may hide
 * where it was not: never judge an answer by it.
 */
export const simplify = (tree: Tree): Tree => {
  const simple = mapChildren(tree, simplify);
  if (simple.kind === 'binary') return reduced(simple.op, simple.left, simple.right);
  return isNegated(simple) ? negated(simple.to) : simple;
};
