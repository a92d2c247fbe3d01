import { expect } from 'vitest';
import { ENGLISH, mapText, type Words } from '../../src/language/index.ts';

/** What somebody who reads English is told. */
export const english = (words: Words | null | undefined): string => (words ? ENGLISH.say(words) : '');

/** Words of sentences, that no name, formula or list of names has. */
const SENTENCE =
  /\w (?:the|is|are|be|must|needs?|cannot|it|this|of|has|not|no) \w|\b(?:Invalid|Expected|Unknown|Unexpected)\b/i;

/** What is told of a file, in English. Fails where a part of it is English for those who read another language, too. */
export function toAuthors(words: Words): string {
  mapText(words, (text) => {
    expect(text, 'a sentence that is no message').not.toMatch(SENTENCE);
    return text;
  });
  return english(words);
}
