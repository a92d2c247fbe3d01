import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answers } from '../../src/answers/index.ts';
import { unpacked } from '../../src/language/index.ts';
import { toAuthors } from '../language/english.ts';
import { layOut, setting } from './setting.ts';

const names = answers.kinds.map(({ name }) => name).sort();
const folder = (path: string) => new URL(`../../${path}`, import.meta.url);

const messages = (source: unknown) =>
  answers.source
    .safeParse(source)
    .error?.issues.map(({ path, message }) => `${path.join('.')}: ${toAuthors(unpacked(message))}`) ?? [];

describe('the kinds of answer', () => {
  it('are the folders of src/answers', () => {
    const folders = readdirSync(folder('src/answers'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
    expect(folders.sort()).toEqual(names);
  });

  it('have a partial each, beside the one for what was understood', () => {
    const partials = readdirSync(folder('views/answers')).map((file) => file.replace('.hbs', ''));
    expect(partials.sort()).toEqual([...names, 'understood'].sort());
  });
});

describe('the answer of a question file', () => {
  it('is a bare name, or one key with its fields', () => {
    expect(messages('weights')).toEqual([]);
    expect(messages({ choice: { a: 1, b: 2 } })).toEqual([]);
  });

  it('names the kinds where the key is unknown, missing or not alone', () => {
    expect(messages('wieghts')[0]).toMatch(
      /"wieghts" is not a kind of answer: choose one of choice, choices, .*text/,
    );
    expect(messages({})[0]).toMatch(/choose one of/);
    expect(messages({ choice: { a: 1, b: 2 }, text: {} })[0]).toMatch(/2 kinds/);
    expect(messages('constructor')[0]).toMatch(/not a kind of answer/);
    expect(messages(['weights'])[0]).toMatch(/is the name of a kind/);
  });

  it('says where in the fields of the kind something is wrong', () => {
    expect(messages({ choice: { a: 1 } })).toEqual([
      'choice: give at least two options, such as {a: …, b: …}',
    ]);
    expect(messages({ choice: { A: 1, b: 2 } })[0]).toMatch(/^choice\.A: .*lower-case/);
    expect(messages('choice')[0]).toMatch(/at least two options/);
    expect(messages({ weights: { size: 3 } })[0]).toMatch(/size/);
  });

  it('cannot be laid out without what the claim must state', () => {
    const without = setting({ form: {}, accepts: ['weights', 'table', 'matching'] });
    for (const kind of ['weights', 'table', 'matching']) {
      expect(() => layOut(kind, without)).toThrow(/the claim must state/);
    }
  });
});
