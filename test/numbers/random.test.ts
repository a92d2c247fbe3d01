import { expect, it } from 'vitest';
import { random, samplePoints } from '../../src/numbers/random.ts';

it('draws what it drew when attempts were stored: their variants are made again from their seeds', () => {
  const { uniform, integer, normal, shuffle } = random('quiz\0(a)');
  expect([uniform(), integer(10), integer(1000), normal()]).toEqual([
    0.6483946063388099, 7, 978, -0.02641086560680603,
  ]);
  expect(shuffle([1, 2, 3, 4, 5, 6, 7])).toEqual([1, 2, 3, 5, 7, 6, 4]);
});

it('gives equal sequences for equal seeds, others for others, all in [0, 1)', () => {
  const draw = (seed: string) => {
    const { uniform } = random(seed);
    return Array.from({ length: 1000 }, () => uniform());
  };
  expect(draw('a')).toEqual(draw('a'));
  expect(draw('a')).not.toEqual(draw('b'));
  expect(draw('a').every((value) => value >= 0 && value < 1)).toBe(true);
});

it('compares answers at the points at which it always did', () => {
  const next = samplePoints('3f1c');
  expect([next(), next(), next()]).toEqual([0.6249018053058535, 0.47805169271305203, 0.3650162585545331]);
});
