import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rationalOf, toNumber } from '../../src/expressions/rationals.ts';

/** Reads a decimal exactly, then as float64. */
function viaRational(text: string): number {
  const exact = rationalOf(text);
  if (typeof exact === 'string') throw new Error(`${text} is ${exact}`);
  return toNumber(exact);
}

describe('the float64 nearest to a rational', () => {
  it.each([
    '1.159131052694136e-308',
    '1.648493278898171e-308',
    '2.2250738585072014e-308',
    '2.2250738585072011e-308',
    '4.9406564584124654e-324',
    '7.4109846876186981e-324',
    '2.4703282292062327e-324',
    '2.4703282292062329e-324',
    '9007199254740993.0000000000000000000000000000000000001',
    '0.1',
    '1.7976931348623157e308',
  ])('%s', (text) => {
    expect(viaRational(text)).toBe(Number(text));
  });

  it('is what JavaScript reads, however small', () => {
    const doubles = fc.double({ noNaN: true, noDefaultInfinity: true, min: 0 });
    const tiny = fc.double({ noNaN: true, min: 0, max: 1e-300 });
    fc.assert(
      fc.property(fc.oneof(doubles, tiny), fc.nat(), (x, more) => {
        const text = x.toExponential(20).replace('e', `${more}e`);
        expect(viaRational(text)).toBe(Number(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it('has the sign of the rational', () => {
    expect(toNumber({ numerator: -1n, denominator: 3n })).toBe(-1 / 3);
    expect(toNumber({ numerator: -(10n ** 30n) - 1n, denominator: 10n ** 338n })).toBe(-1e-308);
  });
});
