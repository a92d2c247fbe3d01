import { sort } from 'd3-array';
import type { EvidenceTable, Plot } from '../values/witness.ts';
import { formatNumber } from './text.ts';

/** The text alternative lists so many points of a series at most; the table has all. */
const MOST_SAID = 12;

/** Axes, names and coordinates; no word for the course of a curve, which may be what is asked for. */
export function describePlot({ x, y, series }: Plot): string {
  const axes = [['Horizontal', x] as const, ['Vertical', y] as const].map(
    ([name, { label, scale }]) => `${name} axis: ${label}${scale === 'log' ? ' (logarithmic)' : ''}.`,
  );
  const said = series.map(({ name, kind, points }) => {
    const some = evenly(kind === 'points' ? sort(points, ([a], [b]) => a - b) : points);
    const count = some.length < points.length ? `, ${some.length} of ${points.length} points` : '';
    const list = some.map(([a, b]) => `(${formatNumber(a)}, ${formatNumber(b)})`).join(', ');
    return `${name} (${kind}${count}): ${list || 'none'}.`;
  });
  return [...axes, ...said].join(' ');
}

function evenly<T>(items: readonly T[]): T[] {
  if (items.length <= MOST_SAID) return [...items];
  const step = (items.length - 1) / (MOST_SAID - 1);
  return Array.from({ length: MOST_SAID }, (_, i) => items[Math.round(i * step)]).filter(
    (item) => item !== undefined,
  );
}

/** A column a series where all have the same places, else a row a point. */
export function tabulatePlot({ x, y, series }: Plot): EvidenceTable {
  const row = (...cells: string[]) => ({ cells, differs: false });
  const cell = (value: number) => formatNumber(value, 6);
  const places = series[0]?.points.map(([a]) => a) ?? [];
  const shared = series.every(
    ({ points }) => points.length === places.length && points.every(([a], i) => a === places[i]),
  );
  if (shared) {
    return {
      columns: [x.label, ...series.map(({ name }) => name)],
      rows: places.map((a, i) => row(cell(a), ...series.map(({ points }) => cell(points[i]?.[1] ?? NaN)))),
    };
  }
  return {
    columns: ['series', x.label, y.label],
    rows: series.flatMap(({ name, points }) => points.map(([a, b]) => row(name, cell(a), cell(b)))),
  };
}
