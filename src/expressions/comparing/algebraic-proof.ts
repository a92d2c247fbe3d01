import { samplePoints } from '../../numbers/random.ts';
import { costs, operationsLeft, trySpend, withinBudget } from '../budget.ts';
import { name, type Tree } from '../tree.ts';
import { compare } from './compare-values.ts';
import { type Instruction, Program } from './program.ts';
import { reduceAll } from './residues.ts';
import { measure } from './rounding-bounds.ts';

/** An expression at a random point modulo a prime, with what every name is there. */
export interface Residues {
  readonly names: ReadonlyMap<string, bigint | undefined>;
  readonly value: bigint;
  /** Chooses what stands for functions that are not rational. */
  readonly salt: bigint;
}

/** Two random points for the names of a program, each with a number that chooses what stands for functions. */
export function* randomResidues(program: Program): Generator<bigint> {
  const next = samplePoints('residues');
  const random61 = (): bigint =>
    BigInt(Math.floor(next() * 2 ** 30)) * 2n ** 31n + BigInt(Math.floor(next() * 2 ** 31));
  for (let trial = 0; trial < 2; trial++) {
    for (const step of program.names.values()) step.residue = random61();
    yield random61();
  }
}

/** The identities behind a proof hold at kinks too; only a division may have been cancelled. */
export const isDefinedEverywhere = (program: Program): boolean =>
  !program.instructions.some((step) => step.partial || divides(step));

/** By something that may be 0. */
const divides = (step: Instruction): boolean => {
  if (step.kind !== 'binary') return false;
  if (step.op === '/') return step.right.kind !== 'number' || step.right.number === 0;
  return step.op === '^' && (step.power ?? -1n) < 0n;
};

/** What other expressions are proven equal to, worked out once; nothing where it may be undefined somewhere. */
export const residuesOf = (tree: Tree, definitions: ReadonlyMap<string, Tree>): readonly Residues[] => {
  const program = new Program(definitions);
  const step = program.add(tree);
  const defined = [...definitions.keys()].map((key) => [key, program.add(name(key))] as const);
  if (!isDefinedEverywhere(program)) return [];
  const known: Residues[] = [];
  for (const salt of randomResidues(program)) {
    reduceAll(program.instructions, salt);
    const { residue: value } = step;
    if (value === undefined) return [];
    const names = new Map([...program.names, ...defined].map(([key, { residue }]) => [key, residue]));
    known.push({ names, value, salt });
  }
  return known;
};

/** The values of an expression at points, each of which has all names that are not defined. */
export const valuesWith = (
  tree: Tree,
  definitions: ReadonlyMap<string, Tree>,
  points: readonly ReadonlyMap<string, number>[],
): number[] => {
  const program = new Program(definitions);
  const step = program.add(tree);
  return points.map((point) => {
    for (const [key, named] of program.names) {
      named.value = point.get(key) ?? Number.NaN;
      named.error = 0;
    }
    measure(program.instructions);
    return step.value;
  });
};

/** A point, the value of every name there, the value that is right, and a bound of the errors of them all. */
interface Example {
  readonly values: ReadonlyMap<string, number>;
  readonly right: number;
  readonly error: number;
}

/** What is known of the right answer once for all answers. */
export interface KnownAnswer {
  readonly residues: readonly Residues[];
  /** Off all kinks. */
  readonly examples: readonly Example[];
}

/**
 * Whether an expression is proven equal at every point, by calculating modulo a prime alone, or clearly another at two
 * examples at least, of which the first is given. Most answers are one of these; of others nothing is known by this.
 */
export const compareQuickly = (
  tree: Tree,
  { residues, examples }: KnownAnswer,
): 'equal' | 'unknown' | { differsAt: number } =>
  withinBudget(() => {
    if (operationsLeft() <= 0) return 'unknown';
    const program = new Program();
    const step = program.add(tree);
    const isEqual = ({ names, value, salt }: Residues): boolean => {
      for (const [key, named] of program.names) named.residue = names.get(key);
      reduceAll(program.instructions, salt);
      return step.residue === value;
    };
    if (isDefinedEverywhere(program) && residues.length > 0 && residues.every(isEqual)) return 'equal';
    const differing: number[] = [];
    for (const [i, { values, right, error }] of examples.entries()) {
      if (differing.length > 1 || !trySpend(program.instructions.length + costs.trial)) break;
      for (const [key, named] of program.names) {
        named.value = values.get(key) ?? Number.NaN;
        named.error = error;
      }
      measure(program.instructions);
      const outcome = compare({ a: step, b: { value: right, error }, offsets: [] }, false);
      if (outcome === 'value') differing.push(i);
    }
    const [first, second] = differing;
    return first === undefined || second === undefined ? 'unknown' : { differsAt: first };
  });
