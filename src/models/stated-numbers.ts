import type { Shape } from '../engine/index.ts';
import { type Message, SaidError, say } from '../language/index.ts';

/** Numbers in lists of lists, as deep as the shape of a parameter. */
export type Nested = number | readonly Nested[];

/** What a size of a parameter counts. */
export type Level = 'filters' | 'channels' | 'rows' | 'numbers';

const COUNTS: Readonly<Record<Level, (n: number) => Message>> = {
  filters: (n) => say('{n, plural, one {# filter} other {# filters}}', { n }),
  channels: (n) => say('{n, plural, one {# channel} other {# channels}}', { n }),
  rows: (n) => say('{n, plural, one {# row} other {# rows}}', { n }),
  numbers: (n) => say('{n, plural, one {# number} other {# numbers}}', { n }),
};

const PLACES: Readonly<Record<Level, (n: number) => Message>> = {
  filters: (n) => say('filter {n}', { n }),
  channels: (n) => say('channel {n}', { n }),
  rows: (n) => say('row {n}', { n }),
  numbers: (n) => say('number {n}', { n }),
};

/**
 * The numbers of a parameter in row-major order. Throws a SaidError with its name, and what is expected where, unless
 * the lists have exactly the shape; `levels`: what each size counts.
 */
export function stated(name: string, lists: Nested, shape: Shape, levels: readonly Level[]): number[] {
  const level = (depth: number): Level => levels[depth] ?? 'numbers';
  const flat = (value: Nested, depth: number, place: Message | null): number[] => {
    if (typeof value === 'number') return [value];
    if (value.length !== shape[depth]) {
      const expected = shape
        .map((size, i) => COUNTS[level(i)](size))
        .reduce((outer, inner) => say('{outer} of {inner}', { outer, inner }));
      const found = COUNTS[level(depth)](value.length);
      throw new SaidError(
        place
          ? say('{name} must have {expected}, but {place} has {found}.', { name, expected, place, found })
          : say('{name} must have {expected}, but has {found}.', { name, expected, found }),
      );
    }
    return value.flatMap((item, i) => {
      const own = PLACES[level(depth)](i + 1);
      return flat(item, depth + 1, place ? say('{place} of {around}', { place: own, around: place }) : own);
    });
  };
  return flat(lists, 0, null);
}
