import { IntlMessageFormat } from 'intl-messageformat';
import type { Message, MessageValue, Words } from './message.ts';

/** English messages with their words in a language. */
export type Catalogue = Readonly<Record<string, string>>;

export interface Language {
  /** As in `<html lang>`: `de`. */
  readonly tag: string;
  /** What those who speak it call it. */
  readonly name: string;
  /** Whose dates and plurals it has: `en-GB`. */
  readonly locale: string;
  /** Words for a person to read. A message that the language does not have is said in English. */
  say(words: Words): string;
  /** Up to two decimals; thousands apart by a narrow space, which no language takes for a decimal sign. */
  number(value: number): string;
}

interface Definition extends Pick<Language, 'tag' | 'name' | 'locale'> {
  /** The message in this language, for its English text. */
  readonly translate: (text: string) => string;
}

/** A message without these is what it says. */
const SYNTAX = /[{}']/;

export function defineLanguage({ tag, name, locale, translate }: Definition): Language {
  const grouped = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 2, useGrouping: false });
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const compiled = new Map<string, IntlMessageFormat>();

  // Making a format takes a hundred times as long as using one; there are as many as sentences in the program.
  function formatOf(text: string): IntlMessageFormat {
    const known = compiled.get(text);
    if (known !== undefined) return known;
    const made = new IntlMessageFormat(translate(text), locale, undefined, {
      ignoreTag: true,
      formatters: {
        getNumberFormat: () => plain,
        getDateTimeFormat: (...options) => new Intl.DateTimeFormat(...options),
        getPluralRules: (...options) => new Intl.PluralRules(...options),
      },
    });
    compiled.set(text, made);
    return made;
  }

  const held = (value: MessageValue): string | number =>
    typeof value === 'number' || typeof value === 'string'
      ? value
      : 'text' in value
        ? message(value)
        : lists.format(value.map(say));

  function message({ text, values }: Message): string {
    if (!SYNTAX.test(text)) return translate(text);
    const known = Object.entries(values).map(([name, value]) => [name, held(value)] as const);
    return String(formatOf(text).format(Object.fromEntries(known)));
  }

  const say = (words: Words): string => (typeof words === 'string' ? words : message(words));

  const number = (value: number): string =>
    grouped
      .formatToParts(value)
      .map((part) => (part.type === 'group' ? '\u202f' : part.value))
      .join('');

  return { tag, name, locale, say, number };
}
