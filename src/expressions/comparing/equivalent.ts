import { say } from '../../language/index.ts';
import { samplePoints } from '../../numbers/random.ts';
import { operationsLeft, withinBudget } from '../budget.ts';
import { type Exact, exactly, type Rational, rationalOf, toNumber } from '../rationals.ts';
import type { Tree } from '../tree.ts';
import { isDefinedEverywhere, randomResidues } from './algebraic-proof.ts';
import type { Sides } from './compare-values.ts';
import { preciseCost, preciseValues } from './high-precision.ts';
import { type Domain, drawPoint } from './points.ts';
import { type Definitions, type Instruction, Program } from './program.ts';
import { reduceAll } from './residues.ts';
import { type Measured, measure, offset } from './rounding-bounds.ts';
import { type Comparison, search, tooLong } from './search-for-difference.ts';

export interface CompareOptions {
  /** The free names and the values that each may take; a name that is missing is real. */
  readonly variables?: Readonly<Record<string, Domain>>;
  /** Names that stand for trees over other names, such as n1 for σ(z1). */
  readonly definitions?: Definitions;
  /** Equal seeds give equal verdicts and witnesses. */
  readonly seed?: string | number;
}

/**
 * Whether two expressions are equal at almost every point of the declared domain, and defined at the same points.
 * Rational expressions are decided modulo a prime (Schwartz–Zippel), the rest at seeded points with a running
 * error bound. Throws DefinitionError where definitions go in a circle.
 */
export const equivalent = (a: Tree, b: Tree, options: CompareOptions = {}): Comparison =>
  withinBudget(() => compared(a, b, options));

const compared = (a: Tree, b: Tree, options: CompareOptions): Comparison => {
  if (operationsLeft() <= 0) return tooLong;
  const program = new Program(options.definitions);
  const [left, right] = [program.add(a), program.add(b)];
  if (left === right) return { verdict: 'equal' };
  const proof = compareResidues(program, left, right);
  const proven = proof === 'equal';
  if (proven && isDefinedEverywhere(program)) return { verdict: 'equal' };
  const { names, domains } = variablesOf(program, options);
  const seed = String(options.seed ?? '');
  const result = search({
    names,
    domains,
    seed,
    proven: proven
      ? !left.partial && !right.partial
        ? 'everywhere but in gaps'
        : 'where both are defined'
      : 'nowhere',
    at: evaluatorOf(program, names, () => ({ a: copy(left), b: copy(right) })),
    atPrecisely: (point) => {
      const of = preciseValues(program, names, point);
      return { a: of(left), b: of(right) };
    },
    cost: program.instructions.length + program.kinks.length,
    preciseCost: preciseCost(program.instructions),
  });
  if (proof !== 'different' || result.verdict === 'different') return result;
  return exactWitness(a, b, options, names, domains, seed);
};

const copy = ({ value, error }: Measured): Measured => ({ value, error });

export const variablesOf = (
  program: Program,
  { variables = {} }: CompareOptions,
): { names: readonly string[]; domains: readonly Domain[] } => {
  const declared = new Map(Object.entries(variables));
  const names = [...program.names.keys()];
  return { names, domains: names.map((name) => declared.get(name) ?? 'real') };
};

/** A run of the steps at one point. */
export const evaluatorOf = (
  { instructions, kinks, names: named }: Pick<Program, 'instructions' | 'kinks' | 'names'>,
  names: readonly string[],
  sides: (point: Float64Array) => { a: Measured; b: Measured },
): ((point: Float64Array) => Sides) => {
  const inputs = names.map((name) => named.get(name));
  return (point) => {
    inputs.forEach((step, i) => {
      if (!step) return;
      step.value = point[i] ?? 0;
      step.error = 0;
    });
    measure(instructions);
    return { ...sides(point), offsets: kinks.map(offset) };
  };
};

/** Two random points modulo a prime. `different` only where nothing but rational operations is used. */
const compareResidues = (
  program: Program,
  left: Instruction,
  right: Instruction,
): 'equal' | 'different' | 'unknown' => {
  for (const salt of randomResidues(program)) {
    reduceAll(program.instructions, salt);
    if (left.residue === undefined || right.residue === undefined) return 'unknown';
    if (left.residue !== right.residue) return left.rational && right.rational ? 'different' : 'unknown';
  }
  return 'equal';
};

/** Rational expressions that float64 cannot tell apart, told apart exactly. */
const exactWitness = (
  a: Tree,
  b: Tree,
  { definitions = {} }: CompareOptions,
  names: readonly string[],
  domains: readonly Domain[],
  seed: string,
): Comparison => {
  const next = samplePoints(seed);
  const defined: ReadonlyMap<string, Tree> = new Map(
    definitions instanceof Map ? definitions : Object.entries(definitions),
  );
  for (let i = 0; i < 8; i++) {
    const point = drawPoint(next, domains, i < 4 ? 'readable' : 'ordinary');
    const values = new Map<string, Exact>(names.map((name, k) => [name, exactNumber(point[k] ?? 0)]));
    const named = (name: string): Exact => {
      const tree = defined.get(name);
      const value = values.get(name) ?? (tree ? exactly(tree, named) : 'inexact');
      values.set(name, value);
      return value;
    };
    const [left, right] = [exactly(a, named), exactly(b, named)];
    if (typeof left === 'string' || typeof right === 'string' || same(left, right)) continue;
    const coordinates = Object.fromEntries(names.map((name, k) => [name, point[k] ?? 0]));
    const witness = { kind: 'value', point: coordinates, a: toNumber(left), b: toNumber(right) } as const;
    return { verdict: 'different', witness };
  }
  return {
    verdict: 'undecided',
    reason: say('They are not equal, but no small point was found that shows it.'),
  };
};

const same = (a: Rational, b: Rational): boolean =>
  a.numerator === b.numerator && a.denominator === b.denominator;

const exactNumber = (value: number): Exact => {
  const size = rationalOf(String(Math.abs(value)).replace('e+', 'e'));
  return typeof size === 'string' || value >= 0 ? size : { ...size, numerator: -size.numerator };
};
