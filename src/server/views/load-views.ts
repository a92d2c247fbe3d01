import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Handlebars from 'handlebars';
import { contentRenderer } from '../../quizzes/index.ts';
import { contentHelpers } from './content-helpers.ts';
import { helpers } from './helpers.ts';

const FOLDER = fileURLToPath(new URL('../../../views/', import.meta.url));

type Context = Readonly<Record<string, unknown>>;

/** Renders a template of views/ by its path without ending: `quiz`, `answers/weights`. */
export type Views = (name: string, context: Context, data?: Context) => string;

/**
 * Reads and compiles every template of views/ once; each is a page, and a partial to the others.
 * `data` is seen by helpers only, not by templates.
 */
export function loadViews(folder = FOLDER): Views {
  const handlebars = Handlebars.create();
  handlebars.registerHelper({ ...helpers, ...contentHelpers(contentRenderer()) });
  const templates = new Map<string, Handlebars.TemplateDelegate>();
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.hbs')) continue;
    const name = file.slice(0, -'.hbs'.length).replaceAll('\\', '/');
    const template = handlebars.compile(readFileSync(join(folder, file), 'utf8'), { preventIndent: true });
    handlebars.registerPartial(name, template);
    templates.set(name, template);
  }
  return (name, context, data = {}) => {
    const template = templates.get(name);
    if (template === undefined) throw new Error(`There is no template views/${name}.hbs.`);
    return template(context, { data: { ...data } });
  };
}
