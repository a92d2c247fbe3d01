import { german } from './de/index.ts';
import { defineLanguage, type Language } from './language.ts';

export { type Catalogue, defineLanguage, type Language } from './language.ts';
export { type Message, type MessageValue, mapText, numeral, say, Words } from './message.ts';

/** The language of the program's own texts. */
export const ENGLISH = defineLanguage({
  tag: 'en',
  name: 'English',
  locale: 'en-GB',
  translate: (text) => text,
});

/** Every language of the interface; a course or a person chooses one by its tag. */
export const LANGUAGES: readonly Language[] = [ENGLISH, german];
