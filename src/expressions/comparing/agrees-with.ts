import { operationsLeft, withinBudget } from '../budget.ts';
import { name, type Tree } from '../tree.ts';
import { type CompareOptions, evaluatorOf, variablesOf } from './equivalent.ts';
import { type Definitions, Program } from './program.ts';
import type { Measured } from './rounding-bounds.ts';
import { type Comparison, search, tooLong } from './search-for-difference.ts';

export interface AgreeOptions extends CompareOptions {
  /** Where the reference changes its branch: `of`, such as the sum before a ReLU, has the value `at`. */
  readonly kinks?: readonly { readonly of: Tree; readonly at: number }[];
  /** Relative error of the reference. */
  readonly tolerance?: number;
}

/** Everything at which a reference is asked: a value for each declared variable, until it is asked again. */
export type Point = Readonly<Record<string, number>>;

/**
 * Whether an expression has the values of a reference that can only be run, such as a backward pass. The reference
 * gets a value for every declared variable and returns NaN or undefined where it is not defined.
 * In the witness `a` is the expression and `b` the reference.
 */
export const agreesWith = (
  tree: Tree,
  reference: (point: Point) => number | undefined,
  options: AgreeOptions = {},
): Comparison => withinBudget(() => agreement(tree, reference, options));

const agreement = (
  tree: Tree,
  reference: (point: Point) => number | undefined,
  options: AgreeOptions,
): Comparison => {
  if (operationsLeft() <= 0) return tooLong;
  const { kinks = [], tolerance = 1e-9, variables = {} } = options;
  const program = new Program(options.definitions);
  for (const variable of Object.keys(variables)) program.add(name(variable));
  for (const { of, at } of kinks) program.addKink(program.add(of), undefined, at);
  for (const defined of namesOf(options.definitions)) program.add(name(defined));
  // The reference's rounding is of the size of what it computes; what the expression adds must not widen it.
  const own = program.instructions.length;
  const step = program.add(tree);
  const { names, domains } = variablesOf(program, options);
  // Filled anew for each of thousands of points; to make it anew takes longer than a small network.
  const asked: Record<string, number> = {};
  const sides = (point: Float64Array) => {
    names.forEach((key, i) => {
      asked[key] = point[i] ?? 0;
    });
    const value = reference(asked) ?? Number.NaN;
    let largest = 1;
    for (let i = 0; i < own; i++)
      largest = Math.max(largest, Math.abs(program.instructions[i]?.value ?? 0) || 0);
    return { a: { value: step.value, error: step.error }, b: trusted(value, largest, point, tolerance) };
  };
  return search({
    names,
    domains,
    seed: String(options.seed ?? ''),
    proven: 'nowhere',
    at: evaluatorOf(program, names, sides),
    // A network run forward and backward takes less time than its forward pass step by step.
    cost: program.instructions.length + program.kinks.length + own,
    preciseCost: 0,
  });
};

const namesOf = (definitions: Definitions = {}): Iterable<string> =>
  definitions instanceof Map ? definitions.keys() : Object.keys(definitions);

/** The value of a reference with a bound of its error; what is not finite far out may be overflow, and says nothing. */
const trusted = (value: number, largest: number, point: Float64Array, tolerance: number): Measured => {
  if (Number.isFinite(value)) return { value, error: tolerance * Math.abs(value) + 1e-14 * largest };
  const far = !Number.isNaN(value) || point.some((coordinate) => Math.abs(coordinate) > 10);
  return far ? { value: 0, error: Number.POSITIVE_INFINITY } : { value: Number.NaN, error: 0 };
};
