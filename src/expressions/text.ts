import { type BinaryOperator, children, isNegated, type Tree } from './tree.ts';

export interface PrintOptions {
  /** The function that is written σ. */
  readonly sigma?: string | null;
  /** Names that are not declared: LaTeX underlines them. */
  readonly unknown?: ReadonlySet<string>;
}

/** How tightly an operator binds; a part that binds more loosely than its place needs brackets. */
export const ranks: Readonly<Record<'+' | '-' | '*' | '/' | '^' | 'neg' | 'atom', number>> = {
  '+': 1,
  '-': 1,
  '*': 2,
  '/': 2,
  neg: 3,
  '^': 4,
  atom: 5,
};

export const isArithmetic = (op: BinaryOperator): op is '+' | '-' | '*' | '/' | '^' => op in ranks;

const rank = (tree: Tree): number => {
  if (tree.kind === 'apply') return isNegated(tree) ? ranks.neg : ranks.atom;
  return tree.kind === 'binary' && isArithmetic(tree.op) ? ranks[tree.op] : ranks.atom;
};

/** `sigma` or `sigma'`, where the function is the one that is written σ. */
export const asSigma = (fn: string, sigma: string | null | undefined): string =>
  sigma && (fn === sigma || fn === `${sigma}'`) ? fn.replace(sigma, 'sigma') : fn;

/** Plain text that reads back to an equal tree, with the names as declared. */
export const toText = (tree: Tree, options: PrintOptions = {}): string => {
  const part = (node: Tree, least: number): string => (rank(node) < least ? `(${write(node)})` : write(node));
  const write = (node: Tree): string => {
    switch (node.kind) {
      case 'number':
        return node.digits;
      case 'constant':
      case 'name':
        return node.name;
      case 'apply':
        if (node.fn.name === 'neg') return `-${part(node.to, ranks.neg)}`;
        return `${asSigma(node.fn.name, options.sigma)}(${write(node.to)})`;
      case 'choice':
        return `if(${children(node).map(write).join(', ')})`;
      case 'binary': {
        const { op, left, right } = node;
        if (op === 'max' || op === 'min') return `${op}(${write(left)}, ${write(right)})`;
        if (op === '^') return `${part(left, ranks.atom)}^${part(right, ranks.neg)}`;
        if (!isArithmetic(op)) return `[${part(left, ranks['+'])} ${op} ${part(right, ranks['+'])}]`;
        const space = op === '+' || op === '-' ? ' ' : '';
        return `${part(left, ranks[op])}${space}${op}${space}${part(right, ranks[op] + 1)}`;
      }
    }
  };
  return write(tree);
};
