import { z } from 'zod';
import { readShape } from '../../expressions/index.ts';
import { say } from '../../language/index.ts';
import type { ShapeValue } from '../../values/value.ts';
import { defineKind } from '../kind.ts';
import { shapeShown } from '../mathematics.ts';
import { fieldLiteral, oneField } from '../one-field.ts';

const Sizes = z.array(z.number()).min(1);

/** The sizes of a tensor, one an axis: `961 × 541`, `(961, 541)`. */
export const shape = defineKind({
  name: 'shape',
  yields: 'shape',
  schema: z.strictObject({}).describe('The sizes of a tensor, such as `28 × 28`.'),
  written: say('a shape such as {example}', { example: '[961, 541]' }),
  literal: (source) => fieldLiteral({ textOf, read }, source),
  answer: () =>
    oneField({
      longest: 500,
      read,
      textOf,
      wanted: say('The key of a shape question is a list of sizes, such as [961, 541].'),
      valueText: (value) => (value.type === 'shape' ? sizesText(value.sizes) : null),
    }),
});

function read(text: string) {
  const result = readShape(text);
  if (!result.ok) return result;
  const value: ShapeValue = { type: 'shape', sizes: result.sizes };
  return { value, shown: shapeShown(value) };
}

const sizesText = (sizes: readonly number[]) => `(${sizes.join(', ')})`;

function textOf(source: unknown): string | null {
  if (typeof source === 'string') return source;
  const sizes = Sizes.safeParse(source);
  return sizes.success ? sizesText(sizes.data) : null;
}
