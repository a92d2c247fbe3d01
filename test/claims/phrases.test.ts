import { expect, it } from 'vitest';
import { decimal, equation, exactly, joined } from '../../src/claims/phrases.ts';
import { say } from '../../src/language/index.ts';
import { english } from '../language/english.ts';

it.each([
  [3, '3'],
  [-3, '−3'],
  [-0, '0'],
  [1 / 3, '0.333333'],
  [-1.10144e-86, '−1.10144e−86'],
  [2.06e-9, '2.06e−9'],
  [123456789.5, '123457000'],
  [1e20, '100000000000000000000'],
  [Number.NaN, 'NaN'],
])('%d is written %s', (value, text) => {
  expect(english(decimal(value))).toBe(text);
});

it('all digits are written where six would not tell a number from its neighbour', () => {
  expect(english(decimal(1.0000000000001))).toBe('1');
  expect(exactly(1.0000000000001)).toBe('1.0000000000001');
  expect([exactly(-0), exactly(-1e-7)]).toEqual(['0', '−1e−7']);
});

it('words are joined by a sign, and an equation has the sign that decimals have in a language', () => {
  expect(english(joined(' × ', []))).toBe('');
  expect(english(joined(' × ', [say('width'), say('height'), 'x']))).toBe('width × height × x');
  expect(equation('A', 1)).toBe('A = 1');
  expect(english(equation('A', -0.5))).toBe('A = −0.5');
});
