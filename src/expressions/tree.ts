import type { OwnFunctionName } from '../numbers/functions/index.ts';
import { type OwnFunction, ownFunction } from './functions.ts';

/** A comparison has the value 1 where it holds and 0 where it does not. */
type ComparisonSign = '<' | '<=' | '>' | '>=' | '=' | '!=';

export const isComparison = (sign: string): sign is ComparisonSign =>
  sign === '<' || sign === '<=' || sign === '>' || sign === '>=' || sign === '=' || sign === '!=';

export type BinaryOperator = '+' | '-' | '*' | '/' | '^' | 'max' | 'min' | ComparisonSign;

export type ConstantName = 'e' | 'pi';

/** A syntax tree. Numbers keep their decimal digits, so that exact arithmetic sees what was typed. */
export type Tree =
  | { readonly kind: 'number'; readonly digits: string; readonly value: number }
  | { readonly kind: 'constant'; readonly name: ConstantName }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'apply'; readonly fn: OwnFunction; readonly to: Tree }
  | { readonly kind: 'binary'; readonly op: BinaryOperator; readonly left: Tree; readonly right: Tree }
  /** `then` where `when` is not 0, else `otherwise`; undefined where that is missing. */
  | {
      readonly kind: 'choice';
      readonly when: Tree;
      readonly then: Tree;
      readonly otherwise: Tree | undefined;
    };

export type NumberTree = Extract<Tree, { kind: 'number' }>;

/** A number from decimal digits such as `12`, `0.5` or `1.6e9`. */
export const digits = (text: string): NumberTree => ({ kind: 'number', digits: text, value: Number(text) });
export const integer = (value: number): Tree =>
  value < 0 ? apply('neg', digits(String(-value))) : digits(String(value));
export const constant = (name: ConstantName): Tree => ({ kind: 'constant', name });
export const name = (text: string): Tree => ({ kind: 'name', name: text });
export const apply = (fn: OwnFunction | OwnFunctionName, to: Tree): Tree => ({
  kind: 'apply',
  fn: typeof fn === 'string' ? ownFunction(fn) : fn,
  to,
});

export const isNegated = (tree: Tree): tree is Extract<Tree, { kind: 'apply' }> =>
  tree.kind === 'apply' && tree.fn.name === 'neg';
export const binary = (op: BinaryOperator, left: Tree, right: Tree): Tree => ({
  kind: 'binary',
  op,
  left,
  right,
});
export const choice = (when: Tree, then: Tree, otherwise: Tree | undefined): Tree => ({
  kind: 'choice',
  when,
  then,
  otherwise,
});

export const children = (tree: Tree): readonly Tree[] => {
  switch (tree.kind) {
    case 'apply':
      return [tree.to];
    case 'binary':
      return [tree.left, tree.right];
    case 'choice':
      return tree.otherwise ? [tree.when, tree.then, tree.otherwise] : [tree.when, tree.then];
    default:
      return [];
  }
};

/** The same tree with every child replaced. */
export const mapChildren = (tree: Tree, change: (child: Tree) => Tree): Tree => {
  switch (tree.kind) {
    case 'apply':
      return apply(tree.fn, change(tree.to));
    case 'binary':
      return binary(tree.op, change(tree.left), change(tree.right));
    case 'choice':
      return choice(change(tree.when), change(tree.then), tree.otherwise && change(tree.otherwise));
    default:
      return tree;
  }
};

/** The names in a tree, in order of appearance. */
export const namesIn = (tree: Tree): ReadonlySet<string> => {
  const found = new Set<string>();
  const visit = (node: Tree): void => {
    if (node.kind === 'name') found.add(node.name);
    children(node).forEach(visit);
  };
  visit(tree);
  return found;
};

/** Puts trees in the place of names. */
export const substitute = (tree: Tree, trees: ReadonlyMap<string, Tree>): Tree =>
  tree.kind === 'name'
    ? (trees.get(tree.name) ?? tree)
    : mapChildren(tree, (child) => substitute(child, trees));
