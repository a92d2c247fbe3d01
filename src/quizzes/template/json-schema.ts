import { z } from 'zod';
import { answers } from '../../answers/index.ts';
import { claims } from '../../claims/index.ts';
import { quizFileSchema } from './template.ts';

type JsonSchema = Record<string, unknown>;

/** Where people write something else than text, what is drawn may stand instead: `units: <<hidden>>`. */
const PLACEHOLDER = { type: 'string', pattern: '^<<' };
const FILLED = new Set<unknown>(['number', 'integer', 'boolean', 'array']);

/** JSON Schema of a quiz file, so that editors complete claims and answers and underline what is wrong. */
export function quizJsonSchema(): JsonSchema {
  const named = (parts: readonly { name: string; schema: z.ZodType }[]) =>
    parts.map(({ name, schema }) => ({
      type: 'object',
      properties: { [name]: bare(z.toJSONSchema(schema, { io: 'input', override: fillable })) },
      required: [name],
      additionalProperties: false,
    }));
  const schema = z.toJSONSchema(quizFileSchema(), {
    io: 'input',
    reused: 'ref',
    override({ zodSchema, jsonSchema }) {
      fillable({ jsonSchema });
      const instance: unknown = zodSchema;
      if (instance === claims.source) replace(jsonSchema, { anyOf: named(claims.kinds) });
      if (instance === answers.source) {
        const { kinds } = answers;
        replace(jsonSchema, { anyOf: [{ enum: kinds.map((kind) => kind.name) }, ...named(kinds)] });
      }
    },
  });
  return { ...schema, title: 'Markprop quiz' };
}

/** Adds the placeholder to what is no text. */
function fillable({ jsonSchema }: { readonly jsonSchema: JsonSchema }): void {
  const { description, default: without, ...own } = jsonSchema;
  const parts = own['items'];
  const ofParts = typeof parts === 'object' && parts !== null && !('type' in parts && FILLED.has(parts.type));
  if (ofParts || (!FILLED.has(own['type']) && own['enum'] === undefined)) return;
  replace(jsonSchema, {
    ...(description !== undefined && { description }),
    ...(without !== undefined && { default: without }),
    anyOf: [own, PLACEHOLDER],
  });
}

/** Parts of a schema do not repeat which dialect they are written in. */
function bare({ $schema: _, ...schema }: JsonSchema): JsonSchema {
  return schema;
}

function replace(target: object, source: object): void {
  for (const key of Object.keys(target)) Reflect.deleteProperty(target, key);
  Object.assign(target, source);
}
