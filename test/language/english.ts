import { ENGLISH, type Words } from '../../src/language/index.ts';

/** What somebody who reads English is told. */
export const english = (words: Words | undefined): string => (words === undefined ? '' : ENGLISH.say(words));
