import { equivalent, type Tree } from '../expressions/index.ts';
import { definitionsOf } from '../models/formulas.ts';
import type { Model } from '../models/model.ts';
import type { NumberValue, Value } from '../values/value.ts';

/** What formulas are compared with: the network that their names come from, and what seeds the points. */
interface Given {
  readonly model: Model | null;
  readonly seed: string;
}

/** Whether two answers are one, however each is written; null: that could not be decided. */
export function sameValue(a: Value, b: Value, { model, seed }: Given): boolean | null {
  if (a.type === 'number' && b.type === 'number') return sameNumber(a, b);
  const definitions = model?.dense ? { definitions: definitionsOf(model) } : {};
  const same = (left: Tree, right: Tree): boolean | null => {
    const { verdict } = equivalent(left, right, { seed, ...definitions });
    return verdict === 'undecided' ? null : verdict === 'equal';
  };
  if (a.type === 'expression' && b.type === 'expression') return same(a.tree, b.tree);
  if (a.type === 'matrix' && b.type === 'matrix') return sameEntries(a.rows, b.rows, same);
  return alike(a, b);
}

type Trees = readonly (readonly Tree[])[];

/** Whether all entries of two matrices are the same by this comparison; null: none differs, and one is open. */
export function sameEntries(
  a: Trees,
  b: Trees,
  same: (left: Tree, right: Tree) => boolean | null,
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

const sameNumber = ({ value, exact }: NumberValue, other: NumberValue): boolean =>
  exact && other.exact
    ? exact.numerator * other.exact.denominator === other.exact.numerator * exact.denominator
    : Math.abs(value - other.value) <= 1e-12 * Math.abs(value);

/** Equal data; words whatever their case, and 0 whatever its sign. */
function alike(a: unknown, b: unknown): boolean {
  if (typeof a === 'string' && typeof b === 'string') return plain(a) === plain(b);
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [mine, theirs] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  return mine.size === theirs.size && [...mine].every(([key, value]) => alike(value, theirs.get(key)));
}

const plain = (text: string) => text.trim().replace(/\s+/g, ' ').toLowerCase();
