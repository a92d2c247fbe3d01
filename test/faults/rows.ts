import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The rows of docs/faults.md: what happens, by number. */
export const readRows = (markdown: string): ReadonlyMap<number, string> =>
  new Map(
    [...markdown.matchAll(/^\| (\d+) \| (.+?) \|/gm)].map(([, row, fault = '']) => [Number(row), fault]),
  );

/** The rows that one file names, once for each test name that begins with them: `12: …` or `5, 18: …`. */
export const namedRows = (source: string): readonly number[] =>
  // A string that is followed by a colon is the key of an object, such as a page by its status: '404: …'.
  [...source.matchAll(/(['"`])(\d+(?:, \d+)*): (?:(?!\1).)*\1(?!:)/g)].flatMap(([, , rows = '']) =>
    rows.split(', ').map(Number),
  );

/** Test names that begin with a number in another style, which would not be counted: `12. …` or `12 and 13: …`. */
export const misnumbered = (source: string): readonly string[] =>
  [...source.matchAll(/\b(?:it|test|describe)(?:\.\w+)*\(\s*(['"`])(\d+(?:[.)]| and |,\d).*?)\1/g)].map(
    ([, , name = '']) => name,
  );

const testFiles = () =>
  readdirSync(join(ROOT, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.startsWith('faults/'))
    .sort()
    .map((file) => ({ file, source: readFileSync(join(ROOT, 'test', file), 'utf8') }));

export const faults = () => {
  const rows = readRows(readFileSync(join(ROOT, 'docs/faults.md'), 'utf8'));
  const files = testFiles();
  const named = files.map(({ file, source }) => ({ file, rows: namedRows(source) }));
  return {
    rows: [...rows].map(([row, fault]) => ({
      row,
      fault,
      tests: named
        .map(({ file, rows }) => ({ file, count: rows.filter((each) => each === row).length }))
        .filter(({ count }) => count > 0),
    })),
    unknown: named.flatMap(({ file, rows: each }) =>
      each.filter((row) => !rows.has(row)).map((row) => `${file}: ${row}`),
    ),
    misnumbered: files.flatMap(({ file, source }) => misnumbered(source).map((name) => `${file}: ${name}`)),
  };
};
