import { randomInt } from 'node:crypto';

const CONSONANTS = 'bdfghjklmnprstvz';
const VOWELS = 'aeiou';

/** `mifako-rusenu-talobi`: can be read aloud, and has 57 random bits. */
export function readablePassword(): string {
  const syllable = () => `${pick(CONSONANTS)}${pick(VOWELS)}`;
  const word = () => `${syllable()}${syllable()}${syllable()}`;
  return `${word()}-${word()}-${word()}`;
}

const pick = (letters: string) => letters.charAt(randomInt(letters.length));
