import { type Message, say } from '../language/index.ts';
import type { ValueType } from '../values/value.ts';
import { expression } from './expression/index.ts';
import type { Literal, Refused, Setting } from './kind.ts';
import { matching } from './matching/index.ts';
import { matrix } from './matrix/index.ts';
import { number } from './number/index.ts';
import { shape } from './shape/index.ts';
import { weights } from './weights/index.ts';

/** Kinds that can be written as an option of a choice, the more particular first. */
const kinds = [weights, matrix, matching, shape, number, expression];

const WRITTEN: Readonly<Record<ValueType, Message>> = {
  weights: say('matrices such as {example}', { example: '{W1: [[1, 0], [-1, 1]]}' }),
  matrix: say('a matrix such as {example}', { example: '[[2 x, 1], [y, x]]' }),
  matching: say('pairs such as {example}', { example: '{A: identity, B: relu}' }),
  shape: say('a shape such as {example}', { example: '[961, 541]' }),
  number: say('a number such as {example}', { example: '593536' }),
  expression: say('an expression such as {example}', { example: '2(out - y) n1' }),
  table: say('a table'),
  text: say('a text'),
  words: say('words such as {example}', { example: 'XOR' }),
};

/**
 * The value of an option: of the first type that the claim accepts and that the source can be read as.
 * What no kind reads is words, where the claim takes words; else the first kind that tried says why not.
 */
export function readLiteral(source: unknown, setting: Setting): Literal | Refused {
  let refused: Refused | undefined;
  for (const kind of kinds) {
    const read = kind.literal(source, setting);
    if (read && 'value' in read) return read;
    refused ??= read ?? undefined;
  }
  const words = typeof source === 'string' || typeof source === 'number' || typeof source === 'boolean';
  if (words && setting.accepts.includes('words')) {
    const text = String(source);
    return { shown: text, value: { type: 'words', text } };
  }
  const [first = say('none'), ...others] = setting.accepts.map((type) => WRITTEN[type]);
  const wanted = others.reduce((all, next) => say('{all}, or {next}', { all, next }), first);
  return (
    refused ?? { problem: say('cannot be read; the claim of this question judges {wanted}', { wanted }) }
  );
}
