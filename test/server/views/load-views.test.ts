import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ENGLISH } from '../../../src/language/index.ts';
import { loadViews } from '../../../src/server/views/load-views.ts';

const folder = mkdtempSync(join(tmpdir(), 'views-'));
afterAll(() => rmSync(folder, { recursive: true }));

function render(page: string, context: object, part = ''): string {
  mkdirSync(join(folder, 'parts'), { recursive: true });
  writeFileSync(join(folder, 'page.hbs'), page);
  writeFileSync(join(folder, 'parts/part.hbs'), part);
  return loadViews(folder)('page', context, { language: ENGLISH });
}

const context = { word: 'right', list: [{ word: 'left' }], nothing: null };

describe('a name that the context does not have', () => {
  it.each([
    ['alone', '{{wrod}}'],
    ['in what was given', '{{#each list}}{{wrod}}{{/each}}'],
    ['of nothing', '{{nothing.word}}'],
    ['as what a helper gets', '{{say wrod}}'],
    ['as what a helper in a helper gets', '{{#if (eq wrod "x")}}a{{/if}}'],
    ['as a placeholder', '{{t "Question {label}" label=wrod}}'],
    ['in a question', '{{#if wrod}}a{{else}}b{{/if}}'],
    ['as a list', '{{#each wrod}}a{{/each}}'],
    ['as what a part gets', '{{> parts/part wrod}}'],
    ['as what a part gets by name', '{{> parts/part word=wrod}}'],
  ])('%s is an error: %s', (_, page) => {
    expect(() => render(page, context)).toThrow(/^views\/page\.hbs: "\w+" not defined in .* - 1:\d+$/);
  });

  it('is an error in the part that has it', () => {
    expect(() => render('{{> parts/part}}', context, '<p>\n{{wrod}}</p>')).toThrow(
      /^views\/parts\/part\.hbs: "wrod" not defined in .* - 2:2$/,
    );
  });

  it('is an error as a helper before anything is rendered', () => {
    expect(() => render('{{#if nothing}}{{sya word}}{{/if}}', context)).toThrow('unknown helper sya');
  });
});

it('what may be missing is null', () => {
  const page =
    '{{#if nothing}}a{{else}}{{say word}}{{/if}}{{#with nothing}}b{{/with}}{{> parts/part more=nothing}}';
  expect(render(page, context, '{{#if more}}c{{/if}}{{#each list}} {{word}} {{../word}}{{/each}}')).toBe(
    'right left right',
  );
});

describe('what a helper cannot take', () => {
  it.each([
    '{{say nothing}}',
    '{{date nothing}}',
    '{{inline list}}',
    '{{decimal word}}',
    '{{t "{n}" n=nothing}}',
  ])('%s is an error', (page) => {
    expect(() => render(page, context)).toThrow(/A template got|no clock/);
  });
});
