import {
  isWrittenOut,
  type OwnFormula,
  type OwnFunctionName,
  type ScalarFunction,
  scalarFunctions,
  type WrittenOut,
} from '../numbers/functions/index.ts';

/** A function that stays in a tree. Its formulas are read with the functions of its table. */
export interface OwnFunction extends OwnFormula {
  readonly name: string;
  readonly latex: string;
  readonly table: FunctionTable;
}

interface Arity {
  readonly least: number;
  readonly most: number;
}

/** The functions of formulas by their canonical names: in lower case, without underscores. */
export interface FunctionTable {
  readonly own: ReadonlyMap<string, OwnFunction>;
  readonly writtenOut: ReadonlyMap<string, WrittenOut>;
  /** The canonical name of a function as typed (`ReLU`, `ln`, `leaky_relu`), or undefined. */
  named(typed: string): string | undefined;
  /** How many arguments a function takes, by its canonical name. */
  arity(name: string): Arity;
  /** Every spelling of a function, for suggestions. */
  readonly spellings: readonly string[];
}

/** Functions of several arguments, which are signs in a tree. */
const several: ReadonlyMap<string, Arity> = new Map([
  ['max', { least: 2, most: 64 }],
  ['min', { least: 2, most: 64 }],
  ['if', { least: 2, most: 3 }],
  ['product', { least: 2, most: 2 }],
  ['pow', { least: 2, most: 2 }],
  ['clip', { least: 3, most: 3 }],
]);
const one: Arity = { least: 1, most: 1 };
const oneOrTwo: Arity = { least: 1, most: 2 };

const severalSpelled: readonly (readonly [spelling: string, name: string])[] = [
  ['maximum', 'max'],
  ['minimum', 'min'],
  ['where', 'if'],
  ['piecewise', 'if'],
  ['wenn', 'if'],
  ['power', 'pow'],
  ['clamp', 'clip'],
  ['multiply', 'product'],
  ['mul', 'product'],
  ['matmul', 'product'],
  ['dot', 'product'],
];

const plain = (typed: string): string => typed.replaceAll('_', '').toLowerCase();

/** The functions of formulas from a list of all functions. */
export const functionTable = (functions: readonly ScalarFunction[]): FunctionTable => {
  const own = new Map<string, OwnFunction>();
  const writtenOut = new Map<string, WrittenOut>();
  const aliases = new Map<string, string>();
  const table: FunctionTable = {
    own,
    writtenOut,
    named(typed) {
      if (typed === 'I') return 'indicator';
      const name = aliases.get(plain(typed)) ?? plain(typed);
      return isTyped(name) && (own.has(name) || writtenOut.has(name) || several.has(name)) ? name : undefined;
    },
    arity: (name) => several.get(name) ?? (writtenOut.get(name)?.a === undefined ? one : oneOrTwo),
    get spellings() {
      return [...own.keys(), ...writtenOut.keys(), ...several.keys(), ...aliases.keys()].filter(isTyped);
    },
  };
  const add = (name: string, formula: OwnFormula | WrittenOut, latex: string) => {
    if (isWrittenOut(formula)) writtenOut.set(name, formula);
    else own.set(name, { latex, ...formula, name, table });
  };
  for (const { name: spelled, spellings = [], formula, prime } of functions) {
    if (!formula) continue;
    const name = plain(spelled);
    const latex = (!isWrittenOut(formula) && formula.latex) || `\\operatorname{${name}}`;
    add(name, formula, latex);
    if (prime) add(`${name}'`, prime, `${latex}'`);
    for (const spelling of spellings) aliases.set(plain(spelling), name);
  }
  for (const [spelling, name] of severalSpelled) aliases.set(spelling, name);
  return table;
};

/** Signs and primes have notations of their own. */
const isTyped = (name: string): boolean => name !== 'neg' && !name.endsWith("'");

export const functions = functionTable(scalarFunctions);

export const ownFunction = (name: OwnFunctionName): OwnFunction => {
  const found = functions.own.get(name);
  if (!found) throw new Error(`Formulas have no function ${name}.`);
  return found;
};
