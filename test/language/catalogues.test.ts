import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { readCatalogues } from '../../src/language/catalogues.ts';
import { allMessages } from './messages.ts';

const said = allMessages();
const { current, retired } = readCatalogues('de');
const german = new Map(current.flatMap((catalogue) => Object.entries(catalogue)));

/** The placeholders of a message, by what they are: `{n, plural, …}` needs a number. */
function placeholders(text: string): readonly string[] {
  const names = new Set<string>();
  const visit = (elements: readonly MessageFormatElement[]): void => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
      const number = element.type === TYPE.plural || element.type === TYPE.number;
      names.add(number ? `number ${element.value}` : element.value);
      if (element.type === TYPE.plural || element.type === TYPE.select) {
        for (const { value } of Object.values(element.options)) visit(value);
      }
    }
  };
  visit(parse(text, { ignoreTag: true }));
  return [...names].sort();
}

const bare = (names: readonly string[]) =>
  [...new Set(names.map((name) => name.replace('number ', '')))].sort();

it('every message of the program is in English ICU syntax, and gets all of its placeholders', () => {
  expect(said.length).toBeGreaterThan(30);
  for (const { text, where, values } of said) {
    if (values !== null) expect([...values].sort(), where).toEqual(bare(placeholders(text)));
    else expect(placeholders(text).length, where).toBeGreaterThan(0);
  }
});

describe('German', () => {
  it('has every message of the program', () => {
    const missing = said
      .filter(({ text }) => !german.has(text))
      .map(({ text, where }) => `${where}: ${text}`);
    expect(missing).toEqual([]);
  });

  it('has no message that the program does not have, and none twice', () => {
    const known = new Set(said.map(({ text }) => text));
    expect([...german.keys()].filter((text) => !known.has(text))).toEqual([]);
    expect(current.flatMap((catalogue) => Object.keys(catalogue))).toHaveLength(german.size);
  });

  it('retires no message that the program still has', () => {
    const known = new Set(said.map(({ text }) => text));
    expect(Object.keys(retired).filter((text) => known.has(text))).toEqual([]);
  });

  it.each([...german, ...Object.entries(retired)])(
    'says with the same placeholders: %s',
    (text, translation) => {
      expect(placeholders(translation)).toEqual(placeholders(text));
    },
  );
});
