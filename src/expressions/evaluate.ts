import { type BinaryOperator, type ConstantName, isNegated, type Tree } from './tree.ts';

export const constants: Readonly<Record<ConstantName, number>> = { e: Math.E, pi: Math.PI };

/** x^y over the reals: NaN for a negative base and an exponent that is not whole, and for a negative power of 0. */
export const power = (x: number, y: number): number => (x === 0 && y < 0 ? Number.NaN : x ** y);

const truth = (holds: boolean, a: number, b: number): number =>
  Number.isNaN(a) || Number.isNaN(b) ? Number.NaN : holds ? 1 : 0;

/** Real values; NaN where undefined. */
export const operators: Readonly<Record<BinaryOperator, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => (b === 0 ? Number.NaN : a / b),
  '^': power,
  max: (a, b) => Math.max(a, b),
  min: (a, b) => Math.min(a, b),
  '<': (a, b) => truth(a < b, a, b),
  '<=': (a, b) => truth(a <= b, a, b),
  '>': (a, b) => truth(a > b, a, b),
  '>=': (a, b) => truth(a >= b, a, b),
  '=': (a, b) => truth(a === b, a, b),
  '!=': (a, b) => truth(a !== b, a, b),
};

/** An expression that takes the values of its names in the order given to `compile`. */
export type Compiled = (values: Float64Array) => number;

const places = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

/** Where the value of each name stands; the names of a network are as many as its weights. */
const indicesOf = (order: readonly string[]): ReadonlyMap<string, number> => {
  const known = places.get(order) ?? new Map(order.map((name, i) => [name, i]));
  places.set(order, known);
  return known;
};

/**
 * A function of the values in `order`, built of closures: no code is generated.
 * Its value is NaN where the expression is undefined over the reals, ±Infinity where float64 overflows.
 * Throws RangeError for a name that is not in `order`.
 */
export const compile = (tree: Tree, order: readonly string[]): Compiled => {
  const indices = indicesOf(order);
  const build = (node: Tree): Compiled => {
    switch (node.kind) {
      case 'number': {
        const { value } = node;
        return () => value;
      }
      case 'constant': {
        const value = constants[node.name];
        return () => value;
      }
      case 'name': {
        const index = indices.get(node.name);
        if (index === undefined) throw new RangeError(`There is no value for ‘${node.name}’.`);
        return (values) => values[index] ?? Number.NaN;
      }
      case 'apply': {
        const { value } = node.fn;
        const of = build(node.to);
        return isNegated(node) ? (values) => -of(values) : (values) => value(of(values));
      }
      case 'binary':
        return arithmetic(node.op, build(node.left), build(node.right));
      case 'choice': {
        const [when, then] = [build(node.when), build(node.then)];
        const otherwise = node.otherwise ? build(node.otherwise) : () => Number.NaN;
        return (values) => {
          const holds = when(values);
          return Number.isNaN(holds) ? holds : holds !== 0 ? then(values) : otherwise(values);
        };
      }
    }
  };
  return build(tree);
};

/** The commonest operators without the detour over the table. */
const arithmetic = (op: BinaryOperator, left: Compiled, right: Compiled): Compiled => {
  switch (op) {
    case '+':
      return (values) => left(values) + right(values);
    case '-':
      return (values) => left(values) - right(values);
    case '*':
      return (values) => left(values) * right(values);
    case '/':
      return (values) => {
        const divisor = right(values);
        return divisor === 0 ? Number.NaN : left(values) / divisor;
      };
    default: {
      const apply = operators[op];
      return (values) => apply(left(values), right(values));
    }
  }
};

/** The value at one point; NaN where undefined. Throws RangeError for a name without a value. */
export const evaluate = (
  tree: Tree,
  values: ReadonlyMap<string, number> | Readonly<Record<string, number>>,
): number => {
  const entries = values instanceof Map ? [...values] : Object.entries(values);
  return compile(
    tree,
    entries.map(([name]) => name),
  )(Float64Array.from(entries, ([, value]) => value));
};
