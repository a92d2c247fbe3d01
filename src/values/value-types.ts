import { evaluate, type Tree } from '../expressions/index.ts';
import type { MatrixValue, NumberValue, Value, ValueOf, ValueType } from './value.ts';

/** Whether two formulas are equal; null: that could not be decided. */
export type SameFormula = (a: Tree, b: Tree) => boolean | null;

type Numbers = readonly number[];

/** What a type of value is. */
interface Definition<V> {
  /** Whether two values are one answer, however each is written; without it, where their data are equal. */
  readonly same?: (a: V, b: V, sameFormula: SameFormula) => boolean | null;
  /** Its numbers, in groups of which each would be the same number over and over if the answer were trivial. */
  readonly numbers?: (value: V) => readonly Numbers[];
}

const definitions: { readonly [T in ValueType]: Definition<ValueOf<T>> } = {
  number: { same: sameNumber, numbers: ({ value }) => [[0, value]] },
  shape: { numbers: ({ sizes }) => [[1, ...sizes]] },
  weights: { numbers: ({ matrices }) => Object.values(matrices).map((rows) => rows.flat()) },
  expression: { same: (a, b, sameFormula) => sameFormula(a.tree, b.tree) },
  matrix: {
    same: (a, b, sameFormula) => sameEntries(a.rows, b.rows, sameFormula),
    numbers: ({ rows }) => [rows.flat().map((tree) => evaluate(tree, new Map()))],
  },
  table: { numbers: ({ rows }) => (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? 0)) },
  matching: {},
  words: {},
  text: {},
};

export const isValueType = (name: string): name is ValueType => Object.hasOwn(definitions, name);

/** Whether two values are one answer, however each is written; null: that could not be decided. */
export const sameValue = (a: Value, b: Value, sameFormula: SameFormula): boolean | null =>
  a.type === b.type && sameOfType(a.type, a, b, sameFormula);

const sameOfType = <T extends ValueType>(
  type: T,
  a: ValueOf<T>,
  b: ValueOf<T>,
  sameFormula: SameFormula,
): boolean | null => {
  const { same } = definitions[type];
  return same ? same(a, b, sameFormula) : alike(a, b);
};

/** The numbers of an answer, in groups of which each would be one number over and over if the answer were trivial. */
export const numbersIn = (value: Value): readonly Numbers[] => numbersOfType(value.type, value);

const numbersOfType = <T extends ValueType>(type: T, value: ValueOf<T>): readonly Numbers[] =>
  definitions[type].numbers?.(value) ?? [];

/** Whether all entries of two matrices are the same by this comparison; null: none differs, and one is open. */
export function sameEntries(
  a: MatrixValue['rows'],
  b: MatrixValue['rows'],
  same: SameFormula,
): boolean | null {
  if (a.length !== b.length || a.some((row, i) => row.length !== b[i]?.length)) return false;
  const compared = a.flatMap((row, i) =>
    row.map((tree, j) => {
      const other = b[i]?.[j];
      return other !== undefined && same(tree, other);
    }),
  );
  if (compared.includes(false)) return false;
  return compared.includes(null) ? null : true;
}

function sameNumber({ value, exact }: NumberValue, other: NumberValue): boolean {
  return exact && other.exact
    ? exact.numerator * other.exact.denominator === other.exact.numerator * exact.denominator
    : Math.abs(value - other.value) <= 1e-12 * Math.abs(value);
}

/** Equal data; words whatever their case, and 0 whatever its sign. */
function alike(a: unknown, b: unknown): boolean {
  if (typeof a === 'string' && typeof b === 'string') return plain(a) === plain(b);
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [mine, theirs] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  return mine.size === theirs.size && [...mine].every(([key, value]) => alike(value, theirs.get(key)));
}

const plain = (text: string) => text.trim().replace(/\s+/g, ' ').toLowerCase();
