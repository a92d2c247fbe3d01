import { describe, expect, it } from 'vitest';
import { unpacked } from '../../src/language/index.ts';
import { curveCache, FitsSource, trainedCurvesOf } from '../../src/models/trained-curves.ts';
import { toAuthors } from '../language/english.ts';

const source = FitsSource.parse({
  data: { count: 12, from: -1, to: 1, function: '2 x + 1', seed: 1 },
  hidden: 3,
  networks: { A: 'identity', B: 'relu' },
  training: { rate: 0.05, steps: 400, seed: 2 },
});

const kept = curveCache();

describe('networks fitted to data', () => {
  it('see the points of the function, in order, and as many as asked for', () => {
    const { data } = trainedCurvesOf(source, kept);
    expect(data).toHaveLength(12);
    for (const [x, y] of data) {
      expect(Math.abs(x)).toBeLessThanOrEqual(1);
      expect(y).toBeCloseTo(2 * x + 1, 12);
    }
    expect(data.map(([x]) => x)).toEqual(data.map(([x]) => x).sort((a, b) => a - b));
  });

  it('learn a line where the data are one', () => {
    const line = trainedCurvesOf(source, kept).curves['A'] ?? [];
    for (const [x, y] of line) expect(Math.abs(y - (2 * x + 1))).toBeLessThan(0.05);
  });

  it('are trained once for equal sources, and differ with the seed', () => {
    const again = trainedCurvesOf(structuredClone(source), kept);
    expect(again.curves['A']).toBe(trainedCurvesOf(source, kept).curves['A']);
    const other = trainedCurvesOf({ ...source, data: { ...source.data, seed: 3 } }, kept);
    expect(other.data).not.toEqual(trainedCurvesOf(source, kept).data);
  });

  it('say why a function cannot be read', () => {
    const unread = { ...source, data: { ...source.data, function: '2 x +' } };
    expect(() => trainedCurvesOf(unread, kept)).toThrow('The function of the data cannot be read:');
    const unknown = { ...source, data: { ...source.data, function: '2 t' } };
    expect(() => trainedCurvesOf(unknown, kept)).toThrow('‘t’ is not a name');
  });

  it('37: are refused where training them would keep the server busy', () => {
    const long = { ...source, hidden: 100, training: { ...source.training, steps: 20_000 } };
    expect(FitsSource.safeParse({ ...long, data: { ...source.data, count: 25 } }).success).toBe(true);
    const { error } = FitsSource.safeParse({ ...long, data: { ...source.data, count: 26 } });
    const [issue] = error?.issues ?? [];
    expect(issue?.path).toEqual(['training', 'steps']);
    expect(toAuthors(unpacked(issue?.message ?? ''))).toBe(
      'takes too long: points × hidden units × steps must be at most 50\u202f000\u202f000',
    );
  });
});
