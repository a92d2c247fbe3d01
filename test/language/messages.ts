import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Handlebars from 'handlebars';
import ts from 'typescript';
import { z } from 'zod';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A sentence where code or a template says it. */
export interface Said {
  readonly text: string;
  readonly where: string;
  /** The placeholders that are filled; null where only running the code tells. */
  readonly values: readonly string[] | null;
}

/** Every call of `say` in src/ and of `t` in views/. Throws where the text is no literal. */
export const allMessages = (): readonly Said[] => [
  ...filesIn('src', '.ts').flatMap(inCode),
  ...filesIn('views', '.hbs').flatMap(inTemplate),
];

const filesIn = (folder: string, ending: string): readonly string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending) && !name.startsWith('language'))
    .map((name) => join(folder, name));

function inCode(file: string): readonly Said[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(join(ROOT, file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const imported = /import \{[^}]*\bsay\b[^}]*\} from '[./]*\/language\/index\.ts'/.test(source.text);
  const said: Said[] = [];
  const visit = (node: ts.Node): void => {
    if (imported && ts.isCallExpression(node) && node.expression.getText() === 'say') {
      const [first, second] = node.arguments;
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      const where = `${file}:${line + 1}`;
      if (first === undefined || !ts.isStringLiteralLike(first)) {
        throw new Error(`${where}: the text of a message must be a literal`);
      }
      said.push({ text: first.text, where, values: second === undefined ? [] : namesIn(second) });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return said;
}

function namesIn(node: ts.Expression): readonly string[] | null {
  if (!ts.isObjectLiteralExpression(node)) return null;
  const names = node.properties.map((property) =>
    ts.isPropertyAssignment(property) || ts.isShorthandPropertyAssignment(property)
      ? property.name.getText().replace(/^'|'$/g, '')
      : null,
  );
  return names.includes(null) ? null : names.filter((name) => name !== null);
}

const Call = z.object({
  path: z.object({ original: z.string() }),
  params: z.array(z.unknown()),
  hash: z.object({ pairs: z.array(z.object({ key: z.string() })) }).optional(),
  loc: z.object({ start: z.object({ line: z.number() }) }),
});
const Literal = z.object({ type: z.literal('StringLiteral'), value: z.string() });

function inTemplate(file: string): readonly Said[] {
  const said: Said[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const call = Call.safeParse(node).data;
    if (call?.path.original === 't') {
      const where = `${file}:${call.loc.start.line}`;
      const text = Literal.safeParse(call.params[0]).data?.value;
      if (text === undefined) throw new Error(`${where}: the text of a message must be a literal`);
      said.push({ text, where, values: (call.hash?.pairs ?? []).map(({ key }) => key) });
    }
    for (const child of Object.values(node)) visit(child);
  };
  visit(Handlebars.parse(readFileSync(join(ROOT, file), 'utf8')));
  return said;
}
