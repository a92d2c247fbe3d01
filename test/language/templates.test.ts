import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Handlebars from 'handlebars';
import { expect, it } from 'vitest';
import { z } from 'zod';

const VIEWS = fileURLToPath(new URL('../../views/', import.meta.url));
const Content = z.object({ type: z.literal('ContentStatement'), original: z.string() });
/** Its name, and what is the same in every language: the name of a hash function, a unit. */
const NAMES = new Set(['Markprop', 'SHA', 'min']);
const SPOKEN = /\b(?:title|alt|placeholder|aria-label|aria-description)="([^"<>]*)/g;

/** What of a template is written out in it: text between tags, and attributes that are read or shown to people. */
function wordsOf(source: string): readonly string[] {
  const plain: string[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const content = Content.safeParse(node).data;
    // What stands for an expression keeps tags and attributes whole.
    plain.push(content === undefined ? '' : content.original);
    for (const child of Object.values(node)) visit(child);
  };
  visit(Handlebars.parse(source));
  const html = plain.join('').replace(/<!doctype html>/i, '');
  const spoken = [...html.matchAll(SPOKEN)].map(([, value = '']) => value);
  const text = html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/&\w+;/g, ' ');
  return [text, ...spoken]
    .flatMap((part) => part.match(/\p{L}{2,}/gu) ?? [])
    .filter((word) => !NAMES.has(word));
}

const templates = readdirSync(VIEWS, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.hbs'),
);

it('the words that are written out in a template are found', () => {
  expect(wordsOf('<p title="Your mark">{{#if x}}Hand {{y}} in{{/if}}</p>')).toEqual([
    'Hand',
    'in',
    'Your',
    'mark',
  ]);
});

it.each(templates)('no word of views/%s stands outside the catalogues', (name) => {
  expect(wordsOf(readFileSync(join(VIEWS, name), 'utf8'))).toEqual([]);
});
