import { readCatalogues, translator } from './catalogues.ts';
import { defineLanguage, ENGLISH, type Language } from './language.ts';

export { SaidError, saidBy } from './error.ts';
export { defineLanguage, ENGLISH, type Language } from './language.ts';
export {
  type Message,
  type MessageValue,
  mapText,
  numeral,
  packed,
  say,
  unpacked,
  Words,
} from './message.ts';

const german = defineLanguage({
  tag: 'de',
  name: 'Deutsch',
  locale: 'de',
  translate: translator(readCatalogues('de')),
});

/** Every language of the interface; a course or a person chooses one by its tag. */
export const LANGUAGES: readonly Language[] = [ENGLISH, german];
