import { expect, it } from 'vitest';
import { grouped, groupedInteger } from '../../src/numbers/digits.ts';

it('counts are written in groups of three', () => {
  expect(
    [groupedInteger(0n), groupedInteger(-1234n), groupedInteger(1592527626n)].map((text) =>
      text.replaceAll('\u202f', ' '),
    ),
  ).toEqual(['0', '−1 234', '1 592 527 626']);
});

it.each([
  ['1592527626', '\u202f', 4, '1\u202f592\u202f527\u202f626'],
  ['-159', "'", 3, '-159'],
  ['1234', ',', 5, '1234'],
  ['12345.678901', ',', 5, '12,345.678901'],
  ['1e+21', ',', 1, '1e+21'],
])('%s with %s from %i digits on is %s', (digits, separator, fewest, text) => {
  expect(grouped(digits, separator, fewest)).toBe(text);
});
