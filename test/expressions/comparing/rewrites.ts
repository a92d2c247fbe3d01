import fc from 'fast-check';
import {
  apply,
  binary,
  children,
  digits,
  integer,
  mapChildren,
  name,
  type Tree,
} from '../../../src/expressions/tree.ts';

/** Identities of algebra and of activation functions, at almost every point. */
const identities: readonly ((tree: Tree) => Tree | undefined)[] = [
  (t) => binary('+', t, digits('0')),
  (t) => binary('*', digits('1'), t),
  (t) => apply('neg', apply('neg', t)),
  (t) => binary('-', binary('+', t, name('A')), name('A')),
  (t) => binary('/', binary('*', t, digits('3')), digits('3')),
  (t) => (t.kind === 'binary' && (t.op === '+' || t.op === '*') ? binary(t.op, t.right, t.left) : undefined),
  (t) => (t.kind === 'binary' && t.op === '-' ? binary('+', t.left, apply('neg', t.right)) : undefined),
  (t) =>
    t.kind === 'binary' && t.op === '/' ? binary('*', t.left, binary('^', t.right, integer(-1))) : undefined,
  (t) => (t.kind === 'apply' && t.fn.name === 'neg' ? binary('*', integer(-1), t.to) : undefined),
  (t) =>
    t.kind === 'binary' && t.op === '^' && t.right.kind === 'number' && t.right.value === 2
      ? binary('*', t.left, t.left)
      : undefined,
  (t) => {
    if (t.kind !== 'binary' || t.op !== '*' || t.right.kind !== 'binary' || t.right.op !== '+')
      return undefined;
    return binary('+', binary('*', t.left, t.right.left), binary('*', t.left, t.right.right));
  },
  (t) => {
    if (t.kind !== 'binary' || t.op !== '+' || t.left.kind !== 'binary' || t.left.op !== '+')
      return undefined;
    return binary('+', t.left.left, binary('+', t.left.right, t.right));
  },
  (t) => (t.kind === 'apply' && t.fn.name === 'relu' ? binary('max', digits('0'), t.to) : undefined),
  (t) => (t.kind === 'apply' && t.fn.name === 'relu' ? binary('*', t.to, apply('step', t.to)) : undefined),
  (t) => (t.kind === 'apply' && t.fn.name === "relu'" ? binary('>', t.to, digits('0')) : undefined),
  (t) => (t.kind === 'apply' && t.fn.name === 'abs' ? binary('max', t.to, apply('neg', t.to)) : undefined),
  (t) =>
    t.kind === 'binary' && t.op === 'max'
      ? apply('neg', binary('min', apply('neg', t.left), apply('neg', t.right)))
      : undefined,
  (t) =>
    t.kind === 'apply' && t.fn.name === 'sigmoid'
      ? binary('/', digits('1'), binary('+', digits('1'), apply('exp', apply('neg', t.to))))
      : undefined,
  (t) =>
    t.kind === 'apply' && t.fn.name === "sigmoid'"
      ? binary('*', apply('sigmoid', t.to), binary('-', digits('1'), apply('sigmoid', t.to)))
      : undefined,
  (t) =>
    t.kind === 'apply' && t.fn.name === 'tanh'
      ? binary('-', binary('*', digits('2'), apply('sigmoid', binary('*', digits('2'), t.to))), digits('1'))
      : undefined,
];

const swap: Readonly<Record<string, '+' | '-' | '*' | 'max' | 'min'>> = {
  '+': '-',
  '-': '+',
  '*': '+',
  max: 'min',
  min: 'max',
};

/** Single slips: a sign, an operator, a number, a name, a function left out or exchanged. */
const slips: readonly ((tree: Tree) => Tree | undefined)[] = [
  (t) => apply('neg', t),
  (t) => {
    const op = t.kind === 'binary' ? swap[t.op] : undefined;
    return t.kind === 'binary' && op ? binary(op, t.left, t.right) : undefined;
  },
  (t) => (t.kind === 'number' ? digits(`${t.value + 1}`) : undefined),
  (t) => (t.kind === 'name' ? name(t.name === 'A' ? 'B' : 'A') : undefined),
  (t) => (t.kind === 'apply' && t.fn.name !== 'neg' ? t.to : undefined),
  (t) => (t.kind === 'apply' && t.fn.name === 'relu' ? apply('abs', t.to) : undefined),
  (t) => (t.kind === 'binary' ? t.left : undefined),
];

const size = (tree: Tree): number => children(tree).reduce((sum, child) => sum + size(child), 1);

/** The tree with its node number `at` (in preorder) changed. */
const changeAt = (tree: Tree, at: number, change: (node: Tree) => Tree): Tree => {
  let count = 0;
  const visit = (node: Tree): Tree => {
    if (count++ === at) return change(node);
    // A whole exponent keeps a negative base defined; the rounding of a rewritten one would not.
    return node.kind === 'binary' && node.op === '^'
      ? binary('^', visit(node.left), node.right)
      : mapChildren(node, visit);
  };
  return visit(tree);
};

const changed = (rules: readonly ((tree: Tree) => Tree | undefined)[]) => (tree: Tree) =>
  fc
    .tuple(fc.nat({ max: size(tree) - 1 }), fc.nat({ max: rules.length - 1 }))
    .map(([at, rule]) => changeAt(tree, at, (node) => rules[rule]?.(node) ?? node));

/** Trees equal to this one, after several rewrites. */
export const rewritten = (tree: Tree): fc.Arbitrary<Tree> =>
  changed(identities)(tree).chain(changed(identities)).chain(changed(identities)).chain(changed(identities));

/** Trees with one slip. */
export const mutated = changed(slips);
