import { german } from './de/index.ts';
import { ENGLISH, type Language } from './language.ts';

export { SaidError, saidBy } from './error.ts';
export { type Catalogue, defineLanguage, ENGLISH, type Language } from './language.ts';
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

/** Every language of the interface; a course or a person chooses one by its tag. */
export const LANGUAGES: readonly Language[] = [ENGLISH, german];
