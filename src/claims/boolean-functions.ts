import { type Message, say } from '../language/index.ts';

/** A Boolean function of named inputs, read from words such as `A or B`, `not (A and B)` or `XOR`. */
export type BooleanFunction = (inputs: readonly boolean[]) => boolean;

const OPERATIONS: Readonly<Record<string, (a: boolean, b: boolean) => boolean>> = {
  and: (a, b) => a && b,
  or: (a, b) => a || b,
  xor: (a, b) => a !== b,
  nand: (a, b) => !(a && b),
  nor: (a, b) => !(a || b),
  xnor: (a, b) => a === b,
};

/** A word alone speaks of all inputs: NAND is not all, NOR is none, XOR is parity (an odd number of them). */
const ALONE: Readonly<Record<string, BooleanFunction>> = {
  and: (values) => values.every(Boolean),
  or: (values) => values.some(Boolean),
  xor: (values) => values.filter(Boolean).length % 2 === 1,
  nand: (values) => !values.every(Boolean),
  nor: (values) => !values.some(Boolean),
  xnor: ([a, b]) => a === b,
};

/** XNOR of more than two inputs is used in two senses (all equal, even parity), so it is not read. */
function readAlone(word: string, inputs: readonly string[]): BooleanFunction | null {
  return word === 'xnor' && inputs.length !== 2 ? null : (ALONE[word] ?? null);
}

/** From the loosest to the tightest; operations of one level are read from left to right. */
const LEVELS: readonly (readonly string[])[] = [
  ['or', 'nor'],
  ['xor', 'xnor'],
  ['and', 'nand'],
];

const operation = (word: string) => (Object.hasOwn(OPERATIONS, word) ? OPERATIONS[word] : undefined);

const MOST_WORDS = 200;

/** Reads the text as a function of the inputs; null if it is not one. */
export function readBoolean(text: string, inputs: readonly string[]): BooleanFunction | null {
  const words = text.match(/[A-Za-z_]\w*|[()¬∧∨⊕]|[01]\b|\S/g)?.map(spell) ?? [];
  if (words.length > MOST_WORDS) return null;
  const [first = ''] = words;
  if (words.length === 1 && operation(first.toLowerCase())) return readAlone(first.toLowerCase(), inputs);

  let at = 0;
  const take = (word: string) => words[at]?.toLowerCase() === word && ++at > 0;

  function level(depth: number): BooleanFunction | null {
    const names = LEVELS[depth];
    if (!names) return unary();
    let left = level(depth + 1);
    while (left) {
      const name = names.find(take);
      if (!name) return left;
      const right = level(depth + 1);
      const apply = operation(name);
      const before = left;
      left = right && apply ? (values) => apply(before(values), right(values)) : null;
    }
    return null;
  }

  function unary(): BooleanFunction | null {
    if (take('not')) {
      const inner = unary();
      return inner && ((values) => !inner(values));
    }
    if (take('(')) {
      const inner = level(0);
      return take(')') ? inner : null;
    }
    const word = words[at++];
    if (word === '0' || word === '1') return () => word === '1';
    const index = inputs.indexOf(word ?? '');
    return index < 0 ? null : (values) => values[index] ?? false;
  }

  const read = level(0);
  return at === words.length ? read : null;
}

const SIGNS: Readonly<Record<string, string>> = { '¬': 'not', '∧': 'and', '∨': 'or', '⊕': 'xor' };
const spell = (word: string) => SIGNS[word] ?? word;

const MOST_INPUTS = 6;

/** All inputs are tried, and typed by students: no more of them than fill a page. */
export const inputProblems = ({ length }: readonly string[]): Message[] =>
  length <= MOST_INPUTS
    ? []
    : [
        say('needs a model of at most {most} inputs: {count} of them give {rows, number} rows', {
          most: MOST_INPUTS,
          count: length,
          rows: 2 ** length,
        }),
      ];

/** A Boolean function has one value. */
export const outputProblems = (outputs: readonly string[]): Message[] =>
  outputs.length === 1
    ? []
    : [say('needs a model with one output: this one has {outputs}', { outputs: outputs.join(', ') })];

/** All 2ⁿ inputs in counting order: 00, 01, 10, 11. */
export function allInputs(count: number): boolean[][] {
  return Array.from({ length: 2 ** count }, (_, row) =>
    Array.from({ length: count }, (_, column) => ((row >> (count - 1 - column)) & 1) === 1),
  );
}
