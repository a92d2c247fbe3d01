import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatNumber, labelText, labelWidth, textWidth, wrap } from '../../src/figures/text.ts';

describe('a number in a drawing', () => {
  test.each([
    [0, '0'],
    [-0, '0'],
    [-1, '−1'],
    [0.1 + 0.2, '0.3'],
    [-0.73105858, '−0.7311'],
    [1920, '1920'],
    [65600, '65\u{202F}600'],
    [593536, '593\u{202F}536'],
    [1_592_527_626, '1.593·10⁹'],
    [-1e-9, '−10⁻⁹'],
    [1e6, '10⁶'],
    [999_999.9, '10⁶'],
    [123_456.7, '123\u{202F}500'],
    [NaN, '–'],
    [Infinity, '∞'],
    [-Infinity, '−∞'],
  ])('%d is %s', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });

  test('is as near to its value as its digits allow', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-4, max: 9999, noNaN: true }), (value) => {
        expect(Math.abs(Number(formatNumber(value)) - value)).toBeLessThanOrEqual(5.01e-4 * value);
      }),
    );
  });
});

describe('a label', () => {
  test.each([
    ['n_1', 'n1'],
    ['W_{12}^{(1)}', 'W12(1)'],
    ['x_', 'x_'],
    ['_', '_'],
    ['a^{b', 'a^{b'],
    ['plain', 'plain'],
  ])('%s is said %s', (label, said) => {
    expect(labelText(label)).toBe(said);
  });

  test('is narrower with its digits lowered', () => {
    expect(labelWidth('n_1')).toBeLessThan(textWidth('n1'));
  });
});

test('words are wrapped where a line allows it and never cut', () => {
  expect(wrap('a long title of words', 90)).toEqual(['a long title', 'of words']);
  expect(wrap('Neuronenaktivierungsfunktion und mehr', 90)).toEqual([
    'Neuronenaktivierungsfunktion',
    'und mehr',
  ]);
  expect(wrap('  ', 90)).toEqual([]);
});
