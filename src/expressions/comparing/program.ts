import { costs, spend } from '../budget.ts';
import type { OwnFunction } from '../functions.ts';
import { type Exact, exactly, rationalOf } from '../rationals.ts';
import { isArithmetic } from '../text.ts';
import { type BinaryOperator, type ConstantName, children, isNegated, type Tree } from '../tree.ts';

/** Definitions of names by trees over other names. */
export type Definitions = ReadonlyMap<string, Tree> | Readonly<Record<string, Tree>>;

interface Registers {
  /** The value at the current point; NaN where certainly undefined. */
  value: number;
  /** Bound of the error of `value`; Infinity where nothing is known. */
  error: number;
  /** The value modulo a prime; undefined after a division by 0. */
  residue: bigint | undefined;
}

interface Facts {
  readonly id: number;
  /** Made of rational operations only. */
  readonly rational: boolean;
  /** Perhaps undefined on an interval, not just at single points. */
  readonly partial: boolean;
}

type Operation =
  | {
      readonly kind: 'number';
      /** As typed, and as float64, which may hold just that. */
      readonly exactly: Exact;
      readonly number: number;
      readonly exact: boolean;
    }
  | { readonly kind: 'constant'; readonly name: ConstantName }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'apply'; readonly fn: OwnFunction; readonly to: Instruction }
  | {
      readonly kind: 'binary';
      readonly op: BinaryOperator;
      readonly left: Instruction;
      readonly right: Instruction;
      /** The exponent where it is a whole constant. */
      readonly power: bigint | undefined;
    }
  | {
      readonly kind: 'choice';
      readonly when: Instruction;
      readonly then: Instruction;
      readonly otherwise: Instruction | undefined;
    };

/** One operation with its registers; equal operations are one step. */
export type Instruction = Operation & Facts & Registers;

/**
 * Every step is made from this, so that all have the same fields in the same order, whatever their kind: what runs them
 * spends its time on finding fields, which takes many times as long in objects of several shapes.
 */
const blank = {
  value: Number.NaN,
  error: Number.NaN,
  residue: undefined,
  id: 0,
  rational: false,
  partial: false,
  kind: '',
  name: undefined,
  exactly: undefined,
  number: undefined,
  exact: undefined,
  fn: undefined,
  to: undefined,
  op: undefined,
  left: undefined,
  right: undefined,
  power: undefined,
  when: undefined,
  // biome-ignore lint/suspicious/noThenProperty: a field of steps that are choices, undefined in the others.
  then: undefined,
  otherwise: undefined,
} as const;

/** A change of branch or domain: where `left` crosses `right`, or the number `edge`. */
export interface Kink {
  readonly left: Instruction;
  readonly right: Instruction | undefined;
  readonly edge: number;
}

/** A definition that goes in a circle: a mistake of the question's author. */
export class DefinitionError extends Error {
  override readonly name = 'DefinitionError';
}

/**
 * Several trees as one straight-line program: every different operation once, in an order in which it can be run.
 * Definitions are computed once and never copied, so that chains of them cannot multiply.
 */
export class Program {
  readonly instructions: Instruction[] = [];
  readonly kinks: Kink[] = [];
  /** The free names, with their steps. */
  readonly names = new Map<string, Instruction>();
  private readonly byKey = new Map<string, Instruction>();
  private readonly places = new Set<string>();
  private readonly definitions: Definitions;
  private readonly open = new Set<string>();

  constructor(definitions: Definitions = {}) {
    this.definitions = definitions;
  }

  /** Adds a tree; its value is in the step returned after a run. Throws DefinitionError. */
  add(tree: Tree): Instruction {
    switch (tree.kind) {
      case 'number':
        return this.number(tree.digits, tree.value);
      case 'constant':
        return this.step(`c${tree.name}`, false, false, { kind: 'constant', name: tree.name });
      case 'name':
        return this.name(tree.name);
      case 'apply': {
        const { fn } = tree;
        const to = this.add(tree.to);
        const partial = to.partial || fn.partial === true;
        const rational = to.rational && isNegated(tree);
        return this.step(`${fn.name} ${to.id}`, rational, partial, { kind: 'apply', fn, to });
      }
      case 'choice': {
        const [when, then] = [this.add(tree.when), this.add(tree.then)];
        const otherwise = tree.otherwise && this.add(tree.otherwise);
        const partial = when.partial || then.partial || (otherwise?.partial ?? true);
        const key = `? ${when.id} ${then.id} ${otherwise?.id}`;
        return this.step(key, false, partial, { kind: 'choice', when, then, otherwise });
      }
      case 'binary':
        return this.binary(tree.op, this.add(tree.left), this.add(tree.right), tree.right);
    }
  }

  /** Where `left` crosses `right`, or the number `edge`; each place counts once: z > 0 is where relu(z) has its kink. */
  addKink(left: Instruction, right: Instruction | undefined, edge: number): void {
    const kink = withEdge({ left, right, edge });
    const place = `${kink.left.id} ${kink.right?.id} ${kink.edge}`;
    if (this.places.has(place)) return;
    this.places.add(place);
    this.kinks.push(kink);
  }

  private number(digits: string, number: number): Instruction {
    const exactly = rationalOf(digits);
    const exact = isDyadic(exactly);
    return this.step(`n${digits}`, true, false, { kind: 'number', exactly, number, exact });
  }

  private name(name: string): Instruction {
    const definition = this.definitionOf(name);
    if (!definition) {
      const step = this.step(`$${name}`, true, false, { kind: 'name', name });
      this.names.set(name, step);
      return step;
    }
    const known = this.byKey.get(`=${name}`);
    if (known) return known;
    if (this.open.has(name)) throw new DefinitionError(`The definition of ‘${name}’ uses ‘${name}’ itself.`);
    this.open.add(name);
    const step = this.add(definition);
    this.open.delete(name);
    this.byKey.set(`=${name}`, step);
    return step;
  }

  private definitionOf(name: string): Tree | undefined {
    const { definitions } = this;
    if (definitions instanceof Map) return definitions.get(name);
    return Object.hasOwn(definitions, name) ? new Map(Object.entries(definitions)).get(name) : undefined;
  }

  private binary(op: BinaryOperator, left: Instruction, right: Instruction, exponent: Tree): Instruction {
    const power = op === '^' ? wholeNumber(exponent) : undefined;
    const rational =
      left.rational && right.rational && isArithmetic(op) && (op !== '^' || power !== undefined);
    const divisor = op === '/' ? right : op === '^' && (power === undefined || power < 0n) ? left : undefined;
    const partial =
      left.partial ||
      right.partial ||
      (divisor !== undefined && !divisor.rational) ||
      (op === '^' && power === undefined);
    return this.step(`${op} ${left.id} ${right.id}`, rational, partial, {
      kind: 'binary',
      op,
      left,
      right,
      power,
    });
  }

  private step(key: string, rational: boolean, partial: boolean, operation: Operation): Instruction {
    const known = this.byKey.get(key);
    if (known) return known;
    spend(costs.made);
    const step: Instruction = { ...blank, id: this.instructions.length, rational, partial, ...operation };
    this.byKey.set(key, step);
    this.instructions.push(step);
    for (const kink of kinksOf(step)) this.addKink(kink.left, kink.right, kink.edge);
    return step;
  }
}

/** A whole number of at most 53 bits over a power of two. */
const isDyadic = (value: Exact): boolean => {
  if (typeof value === 'string' || value.numerator > Number.MAX_SAFE_INTEGER) return false;
  return value.denominator <= 1n << 50n && (value.denominator & (value.denominator - 1n)) === 0n;
};

const wholeNumber = (tree: Tree): bigint | undefined => {
  // Asked first, because powers of powers would be worked out again at each level.
  if (hasName(tree)) return undefined;
  const value = exactly(tree);
  return typeof value !== 'string' && value.denominator === 1n ? value.numerator : undefined;
};

const hasName = (tree: Tree): boolean => tree.kind === 'name' || children(tree).some(hasName);

const withEdge = (kink: Kink): Kink => {
  const { left, right } = kink;
  if (right?.kind === 'number' && right.exact) return { left, right: undefined, edge: right.number };
  if (right && left.kind === 'number' && left.exact)
    return { left: right, right: undefined, edge: left.number };
  return kink;
};

const kinksOf = (step: Instruction): Kink[] => {
  if (step.kind === 'apply') {
    return (step.fn.edges ?? []).map((edge) => ({ left: step.to, right: undefined, edge }));
  }
  if (step.kind !== 'binary') return [];
  if (!isArithmetic(step.op)) return [{ left: step.left, right: step.right, edge: 0 }];
  const root = step.op === '^' && step.power === undefined && step.left.kind !== 'number';
  return root ? [{ left: step.left, right: undefined, edge: 0 }] : [];
};
