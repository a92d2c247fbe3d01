import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawPlot } from '../../src/figures/index.ts';
import { Plot } from '../../src/values/witness.ts';
import { expectSound, HOSTILE, textsOf, withClass } from './markup.ts';

const fits = Plot.parse({
  title: 'Learned functions',
  x: { label: 'input' },
  y: { label: 'output' },
  series: [
    {
      name: 'training data',
      kind: 'points',
      points: [
        [2, 1],
        [-1, 0.25],
        [0, 0.5],
      ],
    },
    { name: 'A', kind: 'line', points: Array.from({ length: 101 }, (_, i) => [i / 10 - 5, i]) },
    {
      name: 'B',
      kind: 'line',
      points: [
        [-5, 0],
        [5, 10],
      ],
    },
  ],
});

describe('a plot', () => {
  const { svg, alt, table } = drawPlot(fits, { id: 'p' });

  test('has its title, named axes with ticks, and a legend', () => {
    expectSound(svg, 'p');
    expect(textsOf(svg)).toEqual(
      expect.arrayContaining(['Learned functions', 'input', 'output', 'training data', 'A', 'B']),
    );
    expect(textsOf(svg)).toEqual(expect.arrayContaining(['−4', '0', '4', '100']));
  });

  test('says axes, names and at most twelve coordinates of a series', () => {
    expect(alt).toContain('Horizontal axis: input. Vertical axis: output.');
    expect(alt).toContain('training data (points): (−1, 0.25), (0, 0.5), (2, 1).');
    expect(alt).toMatch(/A \(line, 12 of 101 points\): \(−5, 0\)(, \([^)]*\)){10}, \(5, 100\)\./);
    expect(alt).toMatch(/B \(line\): \(−5, 0\), \(5, 10\)\.$/);
  });

  test('has no word for the course of a curve', () => {
    expect(alt).not.toMatch(/smooth|linear|kink|curved|straight|rises|falls|increas|decreas/i);
  });

  test('tells lines apart by dashes and points by marks', () => {
    const dashes = withClass(svg, 'figure-line').map(({ attributes }) => attributes['stroke-dasharray']);
    expect(new Set(dashes).size).toBe(2);
    expect(withClass(svg, 'figure-mark')).toHaveLength(3 + 1);
  });

  test('has its numbers as a table', () => {
    expect(table?.columns).toEqual(['series', 'input', 'output']);
    expect(table?.rows).toHaveLength(3 + 101 + 2);
    expect(table?.rows[0]?.cells).toEqual(['training data', '2', '1']);
  });

  test('is the same whenever it is drawn', () => {
    expect(drawPlot(fits, { id: 'p' })).toEqual({ svg, alt, table });
  });
});

describe('plots of other kinds', () => {
  test('a table has a column a series where all have the same places', () => {
    const points = (k: number): [number, number][] => [
      [1, k],
      [2, k * k],
    ];
    const series = [3, 4].map((k) => ({ name: `run ${k}`, kind: 'line' as const, points: points(k) }));
    const { table } = drawPlot({ ...fits, series }, { id: 'p' });
    expect(table?.columns).toEqual(['input', 'run 3', 'run 4']);
    expect(table?.rows.map(({ cells }) => cells)).toEqual([
      ['1', '3', '4'],
      ['2', '9', '16'],
    ]);
  });

  test('logarithmic axes have powers of ten and break a line at what they cannot show', () => {
    const { svg, alt } = drawPlot(
      {
        title: 'Loss',
        x: { label: 'step', scale: 'linear' },
        y: { label: 'loss', scale: 'log' },
        series: [
          {
            name: 'batch',
            kind: 'line',
            points: [
              [0, 100],
              [1, 1],
              [2, 0],
              [3, 0.01],
              [4, 0.001],
            ],
          },
        ],
      },
      { id: 'p' },
    );
    expectSound(svg, 'p');
    expect(alt).toContain('Vertical axis: loss (logarithmic).');
    expect(textsOf(svg)).toEqual(expect.arrayContaining(['100', '0.01']));
    const path = withClass(svg, 'figure-line').at(-1)?.attributes['d'] ?? '';
    expect(path.match(/M/g)).toHaveLength(2);
    expect(path.match(/L/g)).toHaveLength(2);
  });

  test('bars stand side by side on zero, the second series hatched', () => {
    const bars = (name: string, heights: number[]) => ({
      name,
      kind: 'bars' as const,
      points: heights.map((h, i): [number, number] => [i, h]),
    });
    const { svg } = drawPlot(
      { ...fits, series: [bars('batch', [3, 5]), bars('stochastic', [4, 9])] },
      { id: 'p' },
    );
    expectSound(svg, 'p');
    const rects = withClass(svg, 'figure-bar')
      .slice(2)
      .map(({ attributes }) => attributes);
    const bottoms = rects.map(({ y, height }) => Number(y) + Number(height));
    for (const bottom of bottoms) expect(bottom).toBeCloseTo(bottoms[0] ?? NaN, 1);
    const ends = rects
      .map(({ x, width }) => [Number(x), Number(x) + Number(width)] as const)
      .sort(([a], [b]) => a - b);
    for (const [i, [start]] of ends.entries())
      expect(start).toBeGreaterThanOrEqual((ends[i - 1]?.[1] ?? 0) - 0.02);
    expect(rects.map(({ fill }) => fill)).toEqual([
      undefined,
      undefined,
      'url(#p-hatching-1)',
      'url(#p-hatching-1)',
    ]);
    expect(svg).toContain('<pattern id="p-hatching-1"');
  });

  test('more than four lines carry marks, so that equal dashes are told apart', () => {
    const series = Array.from({ length: 6 }, (_, k) => ({
      name: `run ${k}`,
      kind: 'line' as const,
      points: Array.from({ length: 20 }, (_, i): [number, number] => [i, i * k]),
    }));
    const marks = withClass(drawPlot({ ...fits, series }, { id: 'p' }).svg, 'figure-mark');
    expect(new Set(marks.map(({ attributes }) => attributes['d'])).size).toBe(2);
  });

  test('58: markup in titles and names is inert text', () => {
    const { svg } = drawPlot(
      {
        title: HOSTILE,
        x: { label: HOSTILE, scale: 'linear' },
        y: { label: HOSTILE, scale: 'linear' },
        series: [{ name: HOSTILE, kind: 'line', points: [[0, 0]] }],
      },
      { id: 'p' },
    );
    expectSound(svg, 'p');
    expect(textsOf(svg).join(' ')).toContain('&lt;script&gt;');
  });

  test('any numbers make a sound drawing inside its frame', () => {
    const number = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 }),
      fc.integer(),
    );
    const series = fc.record({
      name: fc.string(),
      kind: fc.constantFrom('line' as const, 'points' as const, 'bars' as const),
      points: fc.array(fc.tuple(number, number), { maxLength: 8 }),
    });
    const scale = fc.constantFrom('linear' as const, 'log' as const);
    fc.assert(
      fc.property(fc.array(series, { minLength: 1, maxLength: 3 }), scale, scale, (series, x, y) => {
        const { svg } = drawPlot(
          { title: 'any', x: { label: 'x', scale: x }, y: { label: 'y', scale: y }, series },
          { id: 'p' },
        );
        expectSound(svg, 'p');
        const height = Number(/viewBox="0 0 380 (\d+)"/.exec(svg)?.[1]);
        for (const { attributes } of withClass(svg, 'figure-bar')) {
          expect(Number(attributes['height'])).toBeGreaterThanOrEqual(0);
          expect(Number(attributes['y'])).toBeGreaterThanOrEqual(0);
          expect(Number(attributes['y'])).toBeLessThanOrEqual(height);
        }
      }),
    );
  });
});
