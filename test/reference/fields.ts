import { z } from 'zod';

/** One field of a file, as the reference lists it. */
export interface Field {
  readonly name: string;
  readonly type: string;
  readonly default: string;
  readonly meaning: string;
}

export type JsonSchema = z.core.JSONSchema.JSONSchema;
type AnySchema = z.core.JSONSchema._JSONSchema;

/** The JSON Schema of what authors write for a Zod schema. */
export const schemaOf = (schema: z.ZodType): JsonSchema =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });

/** Fields with a part of the page to themselves. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  'draw',
  'exercises',
  'fits',
  'layers',
  'model',
  'of',
  'questions',
]);
/** More names than these say nothing in a row. */
const MOST_NAMES = 6;

/** The fields of an object, or of the objects among alternatives; those of a field's own objects follow it. */
export function fieldsOf(schema: AnySchema): readonly Field[] {
  if (typeof schema === 'boolean') return [];
  const fields = Object.entries(schema.properties ?? {}).flatMap(([name, field]): readonly Field[] => {
    const { default: without, description = '' } = typeof field === 'boolean' ? {} : field;
    return [
      {
        name,
        type: typeOf(field),
        default: schema.required?.includes(name) ? 'required' : defaultOf(without),
        meaning: description,
      },
      ...(ELSEWHERE.has(name)
        ? []
        : partsOf(field).map((part) => ({ ...part, name: `${name}.${part.name}` }))),
    ];
  });
  return unique([...fields, ...(schema.anyOf ?? []).flatMap(optionalFieldsOf)]);
}

/** The fields of the objects that a value is, lists or has by name. */
function partsOf(schema: AnySchema): readonly Field[] {
  if (typeof schema === 'boolean') return [];
  const { items, additionalProperties: others = false } = schema;
  const within = [...(items && !Array.isArray(items) ? [items] : []), others];
  return unique([...fieldsOf(schema), ...within.flatMap(partsOf)]);
}

/** What one of several alternatives requires need not be there. */
const optionalFieldsOf = (schema: AnySchema): readonly Field[] =>
  partsOf(schema).map((field) => (field.default === 'required' ? { ...field, default: '' } : field));

const unique = (fields: readonly Field[]): readonly Field[] => [
  ...new Map(fields.map((field) => [field.name, field])).values(),
];

const code = (value: unknown): string => `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;

/** Nothing where a field that is left out is empty. */
function defaultOf(value: unknown): string {
  if (typeof value === 'number') return code(Number(value.toPrecision(7)));
  return value === undefined ||
    value === '' ||
    (Object.keys(Object(value)).length === 0 && typeof value === 'object')
    ? ''
    : code(value);
}

/** What may be written, in words. */
export const typeOf = (schema: AnySchema): string => or(alternativesOf(schema));

/** `A`, `B` or `C`. */
const or = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} or ${parts.at(-1)}`;

function alternativesOf(schema: AnySchema): readonly string[] {
  if (typeof schema === 'boolean') return ['anything'];
  if (schema.title !== undefined) return [schema.title];
  if (schema.anyOf) return [...new Set(schema.anyOf.flatMap(alternativesOf))];
  if (schema.enum) return schema.enum.map(code);
  return [single(schema)];
}

function single(schema: JsonSchema): string {
  if (schema.const !== undefined) return code(schema.const);
  if (schema.prefixItems) return `[${schema.prefixItems.map(typeOf).join(', ')}]`;
  const within = bounds(schema);
  switch (schema.type) {
    case 'integer':
    case 'number':
      return `${schema.type === 'integer' ? 'whole number' : 'number'}${within && ` (${within})`}`;
    case 'string':
      return 'text';
    case 'boolean':
      return '`true` or `false`';
    case 'array':
      return `list of ${Array.isArray(schema.items) ? 'anything' : several(typeOf(schema.items ?? true))}`;
    case 'object':
      return object(schema);
    default:
      return 'anything';
  }
}

const several = (type: string): string =>
  type.replace(/^(whole number|number|list|date|duration|formula|mapping)\b/, '$1s');

function object({ properties = {}, additionalProperties: others = true }: JsonSchema): string {
  const names = Object.keys(properties);
  if (names.length > 0)
    return code(`{ ${names.slice(0, MOST_NAMES).join(', ')}${names.length > MOST_NAMES ? ', …' : ''} }`);
  return others === false ? 'no fields' : `mapping of names to ${several(typeOf(others))}`;
}

/** Bounds that a schema states; those of safe integers are no choice of ours. */
function bounds({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: JsonSchema): string {
  const said = (words: string, bound: number | boolean | undefined) =>
    typeof bound !== 'number' || Math.abs(bound) === Number.MAX_SAFE_INTEGER ? [] : [`${words} ${bound}`];
  return [
    ...said('at least', minimum),
    ...said('above', exclusiveMinimum),
    ...said('at most', maximum),
    ...said('below', exclusiveMaximum),
  ].join(', ');
}

/** What a list holds under a name, one schema for each alternative. */
export function itemsOf(schema: JsonSchema, name: string): readonly JsonSchema[] {
  const list = schema.properties?.[name];
  const items = typeof list === 'object' ? list.items : undefined;
  if (typeof items !== 'object' || Array.isArray(items)) throw new Error(`There is no list "${name}".`);
  return (items.anyOf ?? [items]).filter((each) => typeof each === 'object');
}
