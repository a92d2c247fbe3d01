import type { Shape } from '../engine/index.ts';

/** Numbers in lists of lists, as deep as the shape of a parameter. */
export type Nested = number | readonly Nested[];

/**
 * The numbers of a parameter in row-major order. Throws a sentence with its name, and what is expected where, unless
 * the lists have exactly the shape; `levels` names the things that each size counts: rows, numbers.
 */
export function stated(name: string, lists: Nested, shape: Shape, levels: readonly string[]): number[] {
  const counted = (count: number, level: number) => {
    const things = levels[level] ?? 'numbers';
    return `${count} ${count === 1 ? things.replace(/s$/, '') : things}`;
  };
  const flat = (value: Nested, level: number, place: string): number[] => {
    if (typeof value === 'number') return [value];
    if (value.length !== shape[level]) {
      const expected = shape.map(counted).join(' of ');
      throw new Error(`${name} must have ${expected}, but${place} has ${counted(value.length, level)}.`);
    }
    const each = levels[level]?.replace(/s$/, '') ?? '';
    const of = place === '' ? '' : ` of${place}`;
    return value.flatMap((item, i) => flat(item, level + 1, ` ${each} ${i + 1}${of}`));
  };
  return flat(lists, 0, '');
}
