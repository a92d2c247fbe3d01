import { sort } from 'd3-array';
import { type Language, type Message, say, type Words } from '../../language/index.ts';
import type { EvidenceTable, Series } from '../../values/witness.ts';
import { coordinate, shown } from '../text.ts';
import type { SaidPlot } from './plot-in-words.ts';

const KINDS: Readonly<Record<Series['kind'], Message>> = {
  line: say('line'),
  points: say('points'),
  bars: say('bars'),
};

/** The text alternative lists so many points of a series at most; the table has all. */
const MOST_SAID = 12;

/** Axes, names and coordinates; no word for the course of a curve, which may be what is asked for. */
export function describePlot({ x, y, series }: SaidPlot, language: Language): string {
  const label = (axis: SaidPlot['x']) =>
    axis.scale === 'log' ? say('{label} (logarithmic)', { label: axis.label }) : axis.label;
  const axes = [
    language.say(say('Horizontal axis: {label}.', { label: label(x) })),
    language.say(say('Vertical axis: {label}.', { label: label(y) })),
  ];
  const said = series.map(({ name, kind, points }) => {
    const some = evenly(kind === 'points' ? sort(points, ([a], [b]) => a - b) : points);
    const list = some.map(([a, b]) => language.say(coordinate(a, b))).join(', ') || say('none');
    const values = { name, kind: KINDS[kind], shown: some.length, of: points.length, list };
    return language.say(
      some.length < points.length
        ? say('{name} ({kind}, {shown} of {of} points): {list}.', values)
        : say('{name} ({kind}): {list}.', values),
    );
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
export function tabulatePlot({ x, y, series }: SaidPlot, language: Language): EvidenceTable {
  const row = (...cells: Words[]) => ({ cells, differs: false });
  const cell = (value: number) => shown(value, 6);
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
    columns: [language.say(say('series')), x.label, y.label],
    rows: series.flatMap(({ name, points }) => points.map(([a, b]) => row(name, cell(a), cell(b)))),
  };
}
