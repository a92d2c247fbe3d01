import { describe, expect, it } from 'vitest';
import { readMatrix } from '../../src/expressions/index.ts';
import {
  defineLanguage,
  ENGLISH,
  LANGUAGES,
  mapText,
  numeral,
  say,
  Words,
} from '../../src/language/index.ts';

const german = LANGUAGES.find(({ tag }) => tag === 'de') ?? ENGLISH;

describe('a message', () => {
  it('is said in English as it is written, with its values', () => {
    const message = say('{n, plural, one {# mark} other {# marks}}', { n: 1 });
    expect(ENGLISH.say(message)).toBe('1 mark');
    expect(ENGLISH.say({ ...message, values: { n: 1.5 } })).toBe('1.5 marks');
  });

  it('is said in German with German numbers', () => {
    const marks = say('{n, plural, one {# mark} other {# marks}}', { n: 1.5 });
    expect(german.say(marks)).toBe('1,5 Punkte');
    expect(german.say(say('on paper, {marks}', { marks }))).toBe('auf Papier, 1,5 Punkte');
  });

  it('chooses words by a number or by a word', () => {
    const choice = say('{which, select, more {more} other {less}} than {n}', { which: 'more', n: 2 });
    expect(ENGLISH.say(choice)).toBe('more than 2');
  });

  it('joins the items of a list as the language does', () => {
    const list = say('{matrices}', { matrices: ['A', say('blank'), 'C'] });
    expect(ENGLISH.say(list)).toBe('A, blank and C');
    expect(german.say(list)).toBe('A, leer und C');
  });

  it('is said in English where a language does not have it', () => {
    expect(german.say({ text: 'A sentence of an {age} version', values: { age: 'earlier' } })).toBe(
      'A sentence of an earlier version',
    );
  });

  it('comes back from storage as it went in, and so do the plain words of earlier versions', () => {
    const message = say('{a} and {list}', { a: say('x', {}), list: ['y', say('z {n}', { n: 1 })] });
    expect(Words.parse(JSON.parse(JSON.stringify(message)))).toEqual(message);
    expect(ENGLISH.say(Words.parse('Plain {words}'))).toBe('Plain {words}');
  });

  it('takes braces and apostrophes in values for what they are', () => {
    expect(german.say(say('on paper, {marks}', { marks: "\\frac{1}{2} of '{'" }))).toBe(
      "auf Papier, \\frac{1}{2} of '{'",
    );
  });
});

it('what cannot be read is told in the reader’s language, with its place in the text', () => {
  const read = readMatrix('[[1, 0], [-1, otu]]');
  if (read.ok) throw new Error('it was read');
  expect(ENGLISH.say(read.error.message)).toBe('In row 2, column 2: ‘otu’ is not a name in this question.');
  expect(german.say(read.error.message)).toBe('Zeile 2, Spalte 2: „otu“ ist kein Name in dieser Frage.');
});

it('a numeral has the decimal sign of the language, in a sentence and alone', () => {
  const half = numeral('−0.5');
  expect([ENGLISH.say(half), german.say(half)]).toEqual(['−0.5', '−0,5']);
  expect(german.say({ text: 'x is {value}', values: { value: half } })).toContain('−0,5');
  expect(numeral('1\u202f024')).toBe('1\u202f024');
  expect(Words.parse(JSON.parse(JSON.stringify(half)))).toEqual(half);
});

it('every part of words that is plain text can be changed', () => {
  const loud = (text: string) => text.toUpperCase();
  const message = {
    text: '{a} of {list}',
    values: { a: 'x', list: ['y', say('{b}', { b: 'z' }), numeral('0.5')] },
  };
  expect(mapText(message, loud)).toEqual(
    say('{a} of {list}', { a: 'X', list: ['Y', say('{b}', { b: 'Z' }), numeral('0.5')] }),
  );
});

it('numbers have at most two decimals, and groups that no language takes for a decimal sign', () => {
  expect(ENGLISH.number(1_234_567.891)).toBe('1\u202f234\u202f567.89');
  expect(german.number(1_234_567.891)).toBe('1\u202f234\u202f567,89');
});

it('a language is its own words for the English ones, and nothing more', () => {
  const loud = defineLanguage({
    tag: 'xx',
    name: 'Loud',
    locale: 'en',
    translate: (text) => text.toUpperCase(),
  });
  expect(loud.say(say('just now'))).toBe('JUST NOW');
});
