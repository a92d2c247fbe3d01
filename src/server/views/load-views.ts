import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Handlebars from 'handlebars';
import { contentRenderer } from '../../quizzes/index.ts';
import { contentHelpers } from './content-helpers.ts';
import { helpers, type Rendering } from './helpers.ts';

const FOLDER = fileURLToPath(new URL('../../../views/', import.meta.url));

/** Renders a template of views/ by its path without ending: `pages/quiz`, `answers/weights`. */
export type Views = (name: string, context: object, data: Rendering) => string;

/**
 * Reads and compiles every template of views/ once; each is a page, and a partial to the others. A name that the context
 * does not have throws: what may be missing is null.
 */
export function loadViews(folder = FOLDER): Views {
  const handlebars = Handlebars.create();
  const all = { ...helpers, ...contentHelpers(contentRenderer()) };
  handlebars.registerHelper(all);
  const knownHelpers = Object.fromEntries(Object.keys(all).map((name) => [name, true]));
  const templates = new Map<string, Handlebars.TemplateDelegate>();
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.hbs')) continue;
    const name = file.slice(0, -'.hbs'.length).replaceAll('\\', '/');
    const program = handlebars.parse(readFileSync(join(folder, file), 'utf8'));
    new StrictPaths().accept(program);
    const template = handlebars.compile(program, {
      preventIndent: true,
      strict: true,
      knownHelpers,
      knownHelpersOnly: true,
    });
    const named = (context: object, options?: Handlebars.RuntimeOptions) => {
      try {
        return template(context, options);
      } catch (error) {
        throw error instanceof ViewError ? error : new ViewError(name, error);
      }
    };
    handlebars.registerPartial(name, named);
    templates.set(name, named);
  }
  return (name, context, data) => {
    const template = templates.get(name);
    if (template === undefined) throw new Error(`There is no template views/${name}.hbs.`);
    return template(context, { data: { ...data } });
  };
}

/** Handlebars' strict mode looks at `{{name}}` alone; this makes it look at what helpers and partials are given too. */
class StrictPaths extends Handlebars.Visitor {
  override PathExpression(path: hbs.AST.PathExpression): void {
    Object.assign(path, { strict: true });
  }
}

/** A template that cannot be rendered, with the place in it. */
class ViewError extends Error {
  override readonly name = 'ViewError';
  constructor(view: string, cause: unknown) {
    super(`views/${view}.hbs: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}
