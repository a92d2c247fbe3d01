import { z } from 'zod';
import { reader, toLatex, toText } from '../../expressions/index.ts';
import { say } from '../../language/index.ts';
import type { Notation } from '../../values/notation.ts';
import type { ExpressionValue } from '../../values/value.ts';
import { defineKind } from '../kind.ts';
import { fieldLiteral, oneField, scalarText } from '../one-field.ts';

/** Mathematics in the names of the question: `2(out - y) n1`, or as LaTeX. */
export const expression = defineKind({
  name: 'expression',
  yields: 'expression',
  schema: z.strictObject({}).describe('A formula in the names of the question, as text or LaTeX.'),
  written: say('an expression such as {example}', { example: '2(out - y) n1' }),
  literal(source, { notation }) {
    const literal = fieldLiteral({ textOf: scalarText, read: readerOf(notation) }, source);
    if (!literal || 'problem' in literal) return literal;
    return typeof source === 'string' && /\\|_\{/.test(source)
      ? { ...literal, shown: asTyped(source) }
      : literal;
  },
  answer: (_, { notation }) =>
    oneField({
      longest: 2000,
      read: readerOf(notation),
      textOf: scalarText,
      wanted: say('The key of an expression question is an expression such as 2(out - y) n1.'),
      valueText: (value) =>
        value.type === 'expression' ? toText(value.tree, { sigma: notation.sigma }) : null,
      extra: { names: notation.names },
    }),
});

function readerOf({ names, decimalComma, sigma }: Notation) {
  const parse = reader({ names, decimalComma, functions: sigma ? { sigma } : {} });
  return (text: string) => {
    const read = parse(text);
    if (!read.ok) {
      const { partly } = read.error;
      return partly
        ? { ...read, shown: `$${toLatex(partly.tree, { sigma, unknown: partly.unknown })}$` }
        : read;
    }
    const value: ExpressionValue = { type: 'expression', tree: read.tree };
    return {
      value,
      get shown() {
        return `$${toLatex(read.tree, { sigma })}$`;
      },
    };
  };
}

/** An author's LaTeX is shown as the author set it. */
const asTyped = (latex: string) => `$${latex.replaceAll('$', '').trim()}$`;
