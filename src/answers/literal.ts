import type { ValueType } from '../values/value.ts';
import { expression } from './expression/index.ts';
import type { Literal, Setting } from './kind.ts';
import { matching } from './matching/index.ts';
import { matrix } from './matrix/index.ts';
import { number } from './number/index.ts';
import { shape } from './shape/index.ts';
import { weights } from './weights/index.ts';

/** Kinds that can be written as an option of a choice, the more particular first. */
const kinds = [weights, matrix, matching, shape, number, expression];

const WRITTEN: Readonly<Record<ValueType, string>> = {
  weights: 'matrices such as {W1: [[1, 0], [-1, 1]]}',
  matrix: 'a matrix such as [[2 x, 1], [y, x]]',
  matching: 'pairs such as {A: identity, B: relu}',
  shape: 'a shape such as [961, 541]',
  number: 'a number such as 593536',
  expression: 'an expression such as 2(out - y) n1',
  table: 'a table',
  text: 'a text',
  words: 'words such as XOR',
};

/**
 * The value of an option: of the first type that the claim accepts and that the source can be read as.
 * What no kind reads is words, where the claim takes words; else the first kind that tried says why not.
 */
export function readLiteral(source: unknown, setting: Setting): Literal | { readonly problem: string } {
  let problem: string | undefined;
  for (const kind of kinds) {
    const read = kind.literal(source, setting);
    if (read && 'value' in read) return read;
    problem ??= read?.problem;
  }
  const words = typeof source === 'string' || typeof source === 'number' || typeof source === 'boolean';
  if (words && setting.accepts.includes('words')) {
    const text = String(source);
    return { shown: text, value: { type: 'words', text } };
  }
  const wanted = setting.accepts.map((type) => WRITTEN[type]).join(', or ');
  return { problem: problem ?? `cannot be read; the claim of this question judges ${wanted}` };
}
