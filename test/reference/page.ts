import { answers } from '../../src/answers/index.ts';
import { claims } from '../../src/claims/index.ts';
import { functions } from '../../src/expressions/functions.ts';
import { standardParts } from '../../src/models/activations.ts';
import { ModelSource } from '../../src/models/schema.ts';
import { FitsSource } from '../../src/models/trained-curves.ts';
import { CourseSource } from '../../src/quizzes/format/course.ts';
import { ParameterSource, quizFileSchema } from '../../src/quizzes/template/template.ts';
import { fieldsOf, itemsOf, type JsonSchema, schemaOf, typeOf } from './fields.ts';

export const REFERENCE = new URL('../../docs/reference.md', import.meta.url);

/** docs/reference.md, made of the schemas and tables that read files and formulas. */
export function referencePage(): string {
  const quiz = schemaOf(quizFileSchema());
  const [exercise = {}] = itemsOf(quiz, 'exercises');
  const [question = {}, pool = {}] = itemsOf(exercise, 'questions');
  const model = schemaOf(ModelSource);
  return `${[
    '# Reference',
    'Everything that can stand in the files of a course. `npm run reference` makes this page from the schemas that read\nthem. [questions.md](questions.md) explains how to use it all.',
    '## Course',
    fieldTable(schemaOf(CourseSource)),
    '## Quiz',
    fieldTable(quiz),
    '## Exercise',
    fieldTable(exercise),
    '## Question',
    fieldTable(question),
    '## Pool of questions',
    'In the place of a question.',
    fieldTable(pool),
    '## Drawn parameters',
    'What `draw` gives to a name.',
    fieldTable(schemaOf(ParameterSource)),
    '## Claims',
    ...claims.kinds.map(({ name, schema }) => section(name, schemaOf(schema))),
    '## Answers',
    ...answers.kinds.map(({ name, schema }) => section(name, schemaOf(schema))),
    '## Models',
    fieldTable(model),
    '## Layers',
    ...itemsOf(model, 'layers').map(layerSection),
    '## Activations',
    activationTable(),
    '## Trained networks',
    fieldTable(schemaOf(FitsSource)),
    '## Functions of formulas',
    'In any case, with or without underscores. `x` is the argument, `a` an optional second one.',
    functionTable(),
  ].join('\n\n')}\n`;
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), `|${'---|'.repeat(head.length)}`, ...rows.map(row)].join('\n');

const row = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

const fieldTable = (schema: JsonSchema): string =>
  table(
    ['field', 'value', 'default', 'meaning'],
    fieldsOf(schema).map((field) => [`\`${field.name}\``, field.type, field.default, field.meaning]),
  );

/** What stands under a name: its meaning, how it is written, and its fields. */
function section(name: string, schema: JsonSchema): string {
  const hasFields = fieldsOf(schema).length > 0;
  return [
    `### \`${name}\``,
    ...(schema.description === undefined ? [] : [schema.description]),
    ...(hasFields && !schema.anyOf ? [] : [`Written ${written(name, schema)}.`]),
    ...(hasFields ? [fieldTable(schema)] : []),
  ].join('\n\n');
}

function written(name: string, schema: JsonSchema): string {
  const type = typeOf(schema);
  if (type === 'no fields' || schema.const === name) return `\`${name}\``;
  return schema.const === undefined ? `\`${name}: …\` with ${type}` : `\`${name}: ${schema.const}\``;
}

/** A layer with its fields, and what may stand beside it. */
function layerSection(schema: JsonSchema): string {
  const { properties: { ...properties } = {} } = schema;
  const [name = String(schema.const)] = Object.keys(properties);
  const { [name]: own, ...beside } = properties;
  if (typeof own !== 'object') return section(name, schema);
  return section(name, { ...own, properties: { ...own.properties, ...beside } });
}

const activationTable = (): string =>
  table(
    ['activation', 'called'],
    [...standardParts.activations.values()].map(({ name, label }) => [`\`${name}\``, label]),
  );

/** Every function by its name, with its other spellings and what it is. */
function functionTable(): string {
  const canonical = (spelling: string) => functions.named(spelling) ?? spelling;
  const names = [...new Set(functions.spellings.map(canonical))];
  return table(
    ['function', 'also', 'arguments', 'is', 'derivative'],
    names.map((name) => {
      const also = functions.spellings.filter((each) => canonical(each) === name && each !== name);
      const { least, most } = functions.arity(name);
      const { is, a } = functions.writtenOut.get(name) ?? {};
      return [
        code(name),
        also.map(code).join(', '),
        least === most ? String(least) : `${least} to ${most}`,
        `${code(is)}${a === undefined ? '' : `, by default with ${code(`a = ${a}`)}`}`,
        code(functions.own.get(name)?.derivative),
      ];
    }),
  );
}

const code = (text: string | undefined): string => (text === undefined ? '' : `\`${text}\``);
