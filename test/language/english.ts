import { ENGLISH, type Words } from '../../src/language/index.ts';

/** What somebody who reads English is told. */
export const english = (words: Words | null | undefined): string => (words ? ENGLISH.say(words) : '');
