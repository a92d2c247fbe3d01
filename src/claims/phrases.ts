import { numeral, say, type Words } from '../language/index.ts';
import { withMinus } from '../numbers/digits.ts';

/** A number as a person would write it: whole numbers in full, others to six significant digits; 0 has no sign. */
export const decimal = (value: number): Words => numeral(digits(value));

function digits(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return exactly(value);
  return exactly(Number(value.toPrecision(6)));
}

/** `x = 0.5`, where the name may be mathematics. */
export const equation = (name: string, value: number): Words => {
  const shown = digits(value);
  return shown.includes('.')
    ? say('{name} = {value}', { name, value: numeral(shown) })
    : `${name} = ${shown}`;
};

/** Words with a sign between them that every language has: ` + `, `; `. */
export const joined = (sign: string, [first = '', ...others]: readonly Words[]): Words =>
  others.reduce<Words>((all, next) => say('{all}{sign}{next}', { all, sign, next }), first);

/** Two sentences, one after the other. */
export const both = (first: Words, second: Words): Words => say('{first} {second}', { first, second });

/** All digits that tell a number from its neighbours, where six would show 1 for 1.0000000000001. */
export const exactly = (value: number): string => withMinus(String(value === 0 ? 0 : value));
