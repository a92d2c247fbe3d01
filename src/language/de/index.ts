import { type Catalogue, defineLanguage } from '../language.ts';
import { attempt } from './attempt.ts';
import { frame } from './frame.ts';

/** One catalogue for each part of the program; a message stands in one of them. */
export const catalogues: readonly Catalogue[] = [frame, attempt];

const messages = new Map(catalogues.flatMap((catalogue) => Object.entries(catalogue)));

export const german = defineLanguage({
  tag: 'de',
  name: 'Deutsch',
  locale: 'de',
  translate: (text) => messages.get(text) ?? text,
});
