import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadViews, type Views } from '../../../src/server/views/load-views.ts';

const FOLDER = fileURLToPath(new URL('../../../views/', import.meta.url));

/** Every template, by its path in views/ without ending. */
export const TEMPLATES: readonly string[] = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.hbs'))
  .map((file) => file.slice(0, -'.hbs'.length));

const MARK = /<!--rendered (\S+)-->/g;

/** The views of the program, and which of them were rendered: as pages, or as parts of others. */
export function notedViews(): { readonly views: Views; readonly rendered: ReadonlySet<string> } {
  const folder = mkdtempSync(join(tmpdir(), 'views-'));
  cpSync(FOLDER, folder, { recursive: true });
  for (const name of TEMPLATES) {
    const text = readFileSync(join(FOLDER, `${name}.hbs`), 'utf8');
    writeFileSync(join(folder, `${name}.hbs`), `<!--rendered ${name}-->${text}`);
  }
  const views = loadViews(folder);
  rmSync(folder, { recursive: true });
  const rendered = new Set<string>();
  return {
    rendered,
    views: (...what) => {
      const html = views(...what);
      for (const [, name = ''] of html.matchAll(MARK)) rendered.add(name);
      return html.replaceAll(MARK, '');
    },
  };
}
