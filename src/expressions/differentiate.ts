import { template } from './reading/formulas/parser.ts';
import { simplify } from './simplify.ts';
import { apply, binary, choice, integer, mapChildren, namesIn, substitute, type Tree } from './tree.ts';

/** The derivative with respect to a name, simplified for display. Where max or min have a tie, their first argument counts. */
export const differentiate = (tree: Tree, name: string): Tree => simplify(derivative(tree, name));

const derivative = (tree: Tree, name: string): Tree => {
  const d = (node: Tree): Tree => derivative(node, name);
  switch (tree.kind) {
    case 'number':
    case 'constant':
      return integer(0);
    case 'name':
      return integer(tree.name === name ? 1 : 0);
    case 'apply': {
      const outer = substitute(template(tree.fn.derivative, tree.fn.table), new Map([['x', tree.to]]));
      return binary('*', outer, d(tree.to));
    }
    case 'choice':
      return choice(tree.when, d(tree.then), tree.otherwise && d(tree.otherwise));
    case 'binary': {
      const { op, left, right } = tree;
      switch (op) {
        case '+':
        case '-':
          return mapChildren(tree, d);
        case '*':
          return binary('+', binary('*', d(left), right), binary('*', left, d(right)));
        case '/': {
          const above = binary('-', binary('*', d(left), right), binary('*', left, d(right)));
          return namesIn(right).has(name)
            ? binary('/', above, binary('^', right, integer(2)))
            : binary('/', d(left), right);
        }
        case '^':
          return powerRule(left, right, d(left), d(right), name);
        case 'max':
          return choice(binary('>=', left, right), d(left), d(right));
        case 'min':
          return choice(binary('<=', left, right), d(left), d(right));
        default:
          return integer(0);
      }
    }
  }
};

/** (u^n)′ = n·u^{n−1}·u′; (u^v)′ = u^v·(v′·log u + v·u′/u). */
const powerRule = (u: Tree, v: Tree, du: Tree, dv: Tree, name: string): Tree => {
  if (!namesIn(v).has(name)) {
    const less = simplify(binary('-', v, integer(1)));
    return binary('*', binary('*', v, binary('^', u, less)), du);
  }
  const inner = binary('+', binary('*', dv, apply('log', u)), binary('/', binary('*', v, du), u));
  return binary('*', binary('^', u, v), inner);
};
