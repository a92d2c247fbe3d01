import { evaluate, exactly, parse } from '../../expressions/index.ts';
import { say } from '../../language/index.ts';
import { DrawError, fill, partOf, placeholdersIn, type Values } from './placeholders.ts';
import type { ParameterSource, Scope } from './template.ts';

/** What a scope drew, with what was chosen in words: `f = A and B, w = 3`. */
export interface Assignment {
  readonly values: Values;
  readonly says: string;
}

/** Chooses one of so many, from 0. */
export type Pick = (choices: number) => number;

const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1));

/** How many choices a parameter has; 1 for what is worked out. */
function choicesOf(parameter: ParameterSource): number {
  if ('one-of' in parameter) return parameter['one-of'].length;
  if ('integers' in parameter) return integersOf(parameter).length;
  return 'shuffled' in parameter ? factorial(parameter.shuffled.length) : 1;
}

/** The size of the product of all choices, before what must hold rules some of them out. */
export const countOf = ({ draw }: Scope): number =>
  Object.values(draw).reduce((product, parameter) => product * choicesOf(parameter), 1);

/** One assignment, as `pick` chooses; null where something that must hold does not. Throws DrawError. */
export function assign(scope: Scope, outer: Values, pick: Pick): Assignment | null {
  const values = new Map(outer);
  const said: string[] = [];
  for (const [name, parameter] of Object.entries(scope.draw)) {
    const path = ['draw', name];
    if ('is' in parameter) values.set(name, derived(parameter.is, values, [...path, 'is']));
    else if ('whole' in parameter) {
      const value = calculated(parameter.whole, values, [...path, 'whole']);
      if (!Number.isInteger(value)) return null;
      values.set(name, value);
    } else {
      const chosen = pick(choicesOf(parameter));
      const value = fill(chosenOf(parameter, chosen), values, path);
      values.set(name, value);
      said.push(`${name} = ${spoken(value, chosen)}`);
    }
  }
  const holds = [scope['such-that']].flat().every((condition, i) => {
    const place = typeof scope['such-that'] === 'string' ? ['such-that'] : ['such-that', i];
    return calculated(condition, values, place) !== 0;
  });
  return holds ? { values, says: said.join(', ') } : null;
}

function chosenOf(parameter: ParameterSource, chosen: number): unknown {
  if ('one-of' in parameter) return parameter['one-of'][chosen];
  if ('integers' in parameter) return integersOf(parameter)[chosen];
  return 'shuffled' in parameter ? permuted(parameter.shuffled, chosen) : undefined;
}

function integersOf({
  integers: [from, to],
  except,
}: Extract<ParameterSource, { integers: unknown }>): number[] {
  const all = Array.from({ length: Math.max(0, Math.min(to - from + 1, 100_000)) }, (_, i) => from + i);
  return all.filter((value) => !except.includes(value));
}

/** The permutation of this number; 0 leaves everything where it is. */
function permuted(items: readonly unknown[], number: number): unknown[] {
  const rest = [...items];
  let left = number;
  return items.map((_, i) => {
    const below = factorial(items.length - 1 - i);
    const [item] = rest.splice(Math.floor(left / below), 1);
    left %= below;
    return item;
  });
}

/** A formula as a number; lists of formulas as lists. */
function derived(source: unknown, values: Values, path: readonly PropertyKey[]): unknown {
  if (Array.isArray(source)) return source.map((item, i) => derived(item, values, [...path, i]));
  if (typeof source === 'string') return calculated(source, values, path);
  return source;
}

/** A formula of the numbers that are drawn so far; `<<f.k>>` in it is a number too. */
function calculated(formula: string, values: Values, path: readonly PropertyKey[]): number {
  const numbers = new Map<string, number>();
  for (const [name, value] of values) if (typeof value === 'number') numbers.set(name, value);
  const text = placeholdersIn(formula).reduce((filled, { name, parts, text }) => {
    const value = partOf(values.get(name), parts);
    if (typeof value !== 'number') throw new DrawError(say('{text} is not a number', { text }), path);
    return filled.replace(text, `(${value})`);
  }, formula);
  const read = parse(text, { names: numbers.keys() });
  if (!read.ok)
    throw new DrawError(
      say('the formula "{formula}" cannot be read: {reason}', { formula, reason: read.error.message }),
      path,
    );
  const exact = exactly(read.tree, (name) => fraction(numbers.get(name) ?? Number.NaN));
  const value =
    typeof exact === 'string'
      ? evaluate(read.tree, numbers)
      : Number(exact.numerator) / Number(exact.denominator);
  if (Number.isFinite(value)) return value;
  const at = [...numbers].map(([name, number]) => `${name} = ${number}`).join(', ');
  throw new DrawError(say('the formula "{formula}" is not a number for {at}', { formula, at }), path);
}

const fraction = (value: number) =>
  Number.isSafeInteger(value) ? { numerator: BigInt(value), denominator: 1n } : ('inexact' as const);

/** What a person calls a choice: itself, its `name`, or the how many-th it is. */
function spoken(value: unknown, chosen: number): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const name = partOf(value, ['name']);
  if (typeof name === 'string') return name;
  const items = Array.isArray(value) ? value.map((item) => spoken(item, -1)) : [];
  if (items.length > 0 && !items.includes('')) return items.join(' ');
  if (chosen < 0) return '';
  return `choice ${chosen + 1}`;
}
