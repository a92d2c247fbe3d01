import { z } from 'zod';
import { readNumber } from '../../expressions/index.ts';
import { ENGLISH, say } from '../../language/index.ts';
import { groupedInteger } from '../../numbers/digits.ts';
import type { Notation } from '../../values/notation.ts';
import type { NumberValue } from '../../values/value.ts';
import { defineKind } from '../kind.ts';
import { decimal } from '../mathematics.ts';
import { fieldLiteral, oneField, scalarText } from '../one-field.ts';

/** A number, typed in digits or as arithmetic: `1'592'527'626`, `1920*1080*3*256 + 256`. */
export const number = defineKind({
  name: 'number',
  yields: 'number',
  schema: z.strictObject({}).describe('A number, in digits or as arithmetic.'),
  written: say('a number such as {example}', { example: '593536' }),
  literal(source, { notation }) {
    const literal = fieldLiteral({ textOf: scalarText, read: reader(notation) }, source);
    if (!literal || 'problem' in literal) return literal;
    return { ...literal, shown: `$${ENGLISH.say(literal.shown).replaceAll('\u202f', '\\,')}$` };
  },
  answer: (_, { notation }) =>
    oneField({
      longest: 1000,
      read: reader(notation),
      textOf: scalarText,
      wanted: say('The key of a number question is a number, or arithmetic such as 64*(4*4*3 + 1).'),
      valueText: (value) => (value.type === 'number' ? valueText(value) : null),
    }),
});

const reader =
  ({ decimalComma }: Notation) =>
  (text: string) => {
    const read = readNumber(text, { decimalComma });
    if (!read.ok) return read;
    const value: NumberValue = { type: 'number', value: read.value, exact: read.exact };
    return { value, shown: decimalComma ? shown(value).replace('.', ',') : shown(value) };
  };

function valueText({ value, exact }: NumberValue): string {
  if (!exact) return String(value);
  return exact.denominator === 1n ? String(exact.numerator) : `${exact.numerator}/${exact.denominator}`;
}

/** An integer with every digit; another number as far as it can be read, with ≈ where digits are left out. */
function shown({ value, exact }: NumberValue): string {
  if (exact?.denominator === 1n) return groupedInteger(exact.numerator);
  const text = decimal(value);
  return Number(text.replaceAll('−', '-')) === value ? text : `≈ ${text}`;
}
