import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { claims } from '../src/claims/index.ts';
import { usage } from '../src/cli/usage.ts';
import { prepareSource, proveQuiz } from '../src/quizzes/index.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const pages = [
  'README.md',
  'CHANGELOG.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).map((name) => `docs/${name}`),
].filter((name) => name.endsWith('.md'));

it('the quiz in the guide to question files is read and proven', () => {
  const text = /```yaml\n([\s\S]*?)```/.exec(read('docs/questions.md'))?.[1] ?? '';
  const { quiz, problems } = prepareSource('example', parse(text));
  expect(problems).toEqual([]);
  expect(quiz && [...proveQuiz(quiz)].map(({ status }) => status)).toEqual(['proven']);
});

it('the guide names every claim, and the list of dependencies every dependency', () => {
  const guide = read('docs/questions.md');
  expect(claims.kinds.map(({ name }) => name).filter((name) => !guide.includes(name))).toEqual([]);
  const { dependencies, devDependencies } = JSON.parse(read('package.json'));
  const reasons = read('docs/dependencies.md');
  const all = Object.keys({ ...dependencies, ...devDependencies }).filter(
    (name) => !name.startsWith('@types/'),
  );
  expect(all.filter((name) => !reasons.includes(name.replace('@biomejs/', '')))).toEqual([]);
});

it.each(pages)('every link of %s leads to a file that is there', (page) => {
  const links = [...read(page).matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, link = '']) => link);
  const broken = links.filter(
    (link) => !link.includes('://') && !existsSync(join(root, dirname(page), link)),
  );
  expect(broken).toEqual([]);
});

it.each(pages)('every command of %s is there', (page) => {
  const { scripts } = JSON.parse(read('package.json'));
  const text = read(page);
  const ran = [...text.matchAll(/\bnpm run ([\w:-]+)/g)].map(([, name = '']) => name);
  expect(ran.filter((name) => !(name in scripts))).toEqual([]);
  const commands = [...text.matchAll(/`(?:npx )?markprop ([a-z]+)/g)].map(([, name = '']) => name);
  expect(commands.filter((name) => !usage.includes(`  markprop ${name} `))).toEqual([]);
});

it('the list of pages names every page', () => {
  const list = read('docs/README.md');
  const listed = readdirSync(join(root, 'docs')).filter((name) => name !== 'README.md' && name !== 'images');
  expect(listed.filter((name) => !list.includes(`](${name}`))).toEqual([]);
});

it('the changelog has the form of Keep a Changelog, and a part for this version', () => {
  const headings = [...read('CHANGELOG.md').matchAll(/^(##|###) (.*)$/gm)].map(([line]) => line);
  const form =
    /^## (?:Unreleased|\d+\.\d+\.\d+ - \d{4}-\d\d-\d\d)$|^### (?:Added|Changed|Deprecated|Removed|Fixed|Security)$/;
  expect(headings.filter((heading) => !form.test(heading))).toEqual([]);
  const { version } = JSON.parse(read('package.json'));
  expect(headings.some((heading) => heading.startsWith(`## ${version} - `))).toBe(true);
});

it.each(pages)('every file and folder that %s names is there', (page) => {
  const paths = [...read(page).matchAll(/`((?:src|test|views|migrations|data|docs)\/[\w./-]*)`/g)].map(
    ([, path = '']) => path,
  );
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

it('docs/architecture.md draws every folder of src, two levels deep', () => {
  const drawn = /```\n([\s\S]*?)```/.exec(read('docs/architecture.md'))?.[1] ?? '';
  const folders = (path: string) =>
    readdirSync(join(root, path), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  // Claims and answers are a folder each, and are listed in reference.md.
  const names = folders('src').flatMap(({ name }) => [
    name,
    ...(['claims', 'answers'].includes(name) ? [] : folders(`src/${name}`).map((entry) => entry.name)),
  ]);
  expect(names.filter((name) => !drawn.includes(`${name}/`))).toEqual([]);
});

it('no page of the documentation carries a path of somebody’s machine', () => {
  for (const page of pages) expect(read(page), page).not.toMatch(/\/(?:home|root|work|tmp)\//);
});
