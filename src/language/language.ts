import { IntlMessageFormat } from 'intl-messageformat';
import { isList, type Message, type MessageValue, type Words } from './message.ts';

export interface Language {
  /** As in `<html lang>`: `de`. */
  readonly tag: string;
  /** What those who speak it call it. */
  readonly name: string;
  /** Whose dates and plurals it has: `en-GB`. */
  readonly locale: string;
  /** Words for a person to read. A message that the language does not have is said in English. */
  say(words: Words): string;
  /** What stands before decimals: `.` or `,`. */
  readonly point: '.' | ',';
  /** Up to two decimals; thousands apart by a narrow space, which no language takes for a decimal sign. */
  number(value: number): string;
}

interface Definition extends Pick<Language, 'tag' | 'name' | 'locale'> {
  /** The message in this language, for its English text. */
  readonly translate: (text: string) => string;
}

/** A message without these is what it says. */
const SYNTAX = /[{}']/;

/** Placeholders that choose among words by a number: `{n, plural, …}`. The others are set before. */
const COUNTED = /\{\s*(\w+)\s*,\s*(?:plural|selectordinal|number)/g;

interface Compiled {
  readonly format: IntlMessageFormat;
  readonly counted: ReadonlySet<string>;
}

export function defineLanguage({ tag, name, locale, translate }: Definition): Language {
  const grouped = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 2, useGrouping: false });
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const compiled = new Map<string, Compiled>();

  // Making a format takes a hundred times as long as using one; there are as many as sentences in the program.
  function formatOf(text: string): Compiled {
    const known = compiled.get(text);
    if (known !== undefined) return known;
    const translation = translate(text);
    const format = new IntlMessageFormat(translation, locale, undefined, {
      ignoreTag: true,
      formatters: {
        getNumberFormat: () => plain,
        getDateTimeFormat: (...options) => new Intl.DateTimeFormat(...options),
        getPluralRules: (...options) => new Intl.PluralRules(...options),
      },
    });
    const counted = new Set(Array.from(translation.matchAll(COUNTED), ([, name = '']) => name));
    const made = { format, counted };
    compiled.set(text, made);
    return made;
  }

  const number = (value: number): string =>
    grouped
      .formatToParts(value)
      .map((part) => (part.type === 'group' ? '\u202f' : part.value))
      .join('');

  const point = plain.formatToParts(0.5).find(({ type }) => type === 'decimal')?.value === ',' ? ',' : '.';

  const held = (value: MessageValue): string => {
    if (typeof value === 'string') return value;
    if (typeof value === 'number') return number(value);
    return isList(value) ? lists.format(value.map(say)) : say(value);
  };

  function message({ text, values }: Message): string {
    if (!SYNTAX.test(text)) return translate(text);
    const { format, counted } = formatOf(text);
    const known = Object.entries(values).map(
      ([name, value]) => [name, counted.has(name) ? Number(value) : held(value)] as const,
    );
    return String(format.format(Object.fromEntries(known)));
  }

  function say(words: Words): string {
    if (typeof words === 'string') return words;
    return 'numeral' in words ? words.numeral.replace('.', point) : message(words);
  }

  return { tag, name, locale, point, say, number };
}

/** The language of the program's own texts. */
export const ENGLISH = defineLanguage({
  tag: 'en',
  name: 'English',
  locale: 'en-GB',
  translate: (text) => text,
});
