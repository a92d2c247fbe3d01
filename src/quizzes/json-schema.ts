import { z } from 'zod';
import { answerSource, kinds } from '../answers/index.ts';
import { claimSource, claims } from '../claims/index.ts';
import { QuizSource } from './schema.ts';

type JsonSchema = Record<string, unknown>;

/** JSON Schema of a quiz file, so that editors complete claims and answers and underline what is wrong. */
export function quizJsonSchema(): JsonSchema {
  const named = (parts: readonly { name: string; schema: z.ZodType }[]) =>
    parts.map(({ name, schema }) => ({
      type: 'object',
      properties: { [name]: bare(z.toJSONSchema(schema, { io: 'input' })) },
      required: [name],
      additionalProperties: false,
    }));
  const schema = z.toJSONSchema(QuizSource, {
    io: 'input',
    override({ zodSchema, jsonSchema }) {
      const instance: unknown = zodSchema;
      if (instance === claimSource) replace(jsonSchema, { anyOf: named(claims) });
      if (instance === answerSource) {
        replace(jsonSchema, { anyOf: [{ enum: kinds.map((kind) => kind.name) }, ...named(kinds)] });
      }
    },
  });
  return { ...schema, title: 'Markprop quiz' };
}

/** Parts of a schema do not repeat which dialect they are written in. */
function bare({ $schema: _, ...schema }: JsonSchema): JsonSchema {
  return schema;
}

function replace(target: object, source: object): void {
  for (const key of Object.keys(target)) Reflect.deleteProperty(target, key);
  Object.assign(target, source);
}
