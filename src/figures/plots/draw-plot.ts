import { min, pairs } from 'd3-array';
import { ENGLISH, type Language } from '../../language/index.ts';
import type { Plot, Series } from '../../values/witness.ts';
import { type Drawing, element, LINE, sheet } from '../svg.ts';
import { drawText, wrap } from '../text.ts';
import { type Axes, drawAxes } from './axes.ts';
import { describePlot, tabulatePlot } from './describe-plot.ts';
import { drawLegend } from './legend.ts';
import { type SaidSeries, sayPlot } from './plot-in-words.ts';
import { drawBars, drawHatching, drawLine, drawPoints, type Look, look, type Point } from './series.ts';

export interface PlotOptions {
  /** Begins every id in the drawing: unique on its page. */
  readonly id: string;
  /** Of the words in it and of its text alternative. */
  readonly language?: Language;
}

const WIDTH = 380;
const AXES_HEIGHT = 250;

interface Drawn extends SaidSeries {
  readonly look: Look;
}

/** Curves, points and bars over common axes, with a legend above them. */
export function drawPlot(asked: Plot, { id, language = ENGLISH }: PlotOptions): Drawing {
  const plot = sayPlot(asked, language);
  const series = plot.series.map((s, index) => ({ ...s, look: look(index, id) }));
  const heading = wrap(plot.title, WIDTH);
  const legend = drawLegend(series, heading.length * LINE + 4, WIDTH);
  const bottom = legend.bottom + 6 + AXES_HEIGHT;
  const axes = drawAxes(
    { ...plot.x, values: [...series.flatMap(({ points }) => points.map(([x]) => x)), ...barEnds(series)] },
    {
      ...plot.y,
      values: series.flatMap(({ kind, points }) => [
        ...(kind === 'bars' ? [0] : []),
        ...points.map(([, y]) => y),
      ]),
    },
    { left: 0, top: legend.bottom + 6, right: WIDTH, bottom },
    language,
  );
  const alt = describePlot(plot, language);
  const hatchings = series.flatMap(({ kind, look }, i) =>
    kind === 'bars' && look.hatching ? [drawHatching(i, id)] : [],
  );
  const svg = sheet(
    { id, kind: 'plot', title: plot.title, alt, width: WIDTH, height: bottom },
    ...(hatchings.length > 0 ? [element('defs', {}, ...hatchings)] : []),
    ...heading.map((line, i) => drawText(line, 0, LINE * (i + 0.5), 'heading', 'start')),
    legend.svg,
    axes.svg,
    drawAllBars(series, axes),
    ...series.map(({ kind, points, look }) =>
      kind === 'points' ? drawPoints(placed(points, axes), look) : '',
    ),
    ...series.map(({ kind, points, look }) => (kind === 'line' ? drawLine(placed(points, axes), look) : '')),
  );
  return { svg, alt, table: tabulatePlot(plot, language) };
}

function placed(points: Series['points'], { x, y }: Pick<Axes, 'x' | 'y'>): Point[] {
  return points.map(([a, b]) => [x(a), y(b)]);
}

function barPositions(series: readonly Drawn[]): number[] {
  const positions = new Set(
    series.flatMap(({ kind, points }) => (kind === 'bars' ? points.map(([x]) => x) : [])),
  );
  return [...positions].sort((a, b) => a - b);
}

/** The outer edges of the outermost bars, so that the axis has room for them. */
function barEnds(series: readonly Drawn[]): number[] {
  const positions = barPositions(series);
  const half = (min(pairs(positions, (a, b) => b - a)) ?? 1) / 2;
  return positions.flatMap((x) => [x - half, x + half]);
}

/** Bars that share a place stand side by side in it. */
function drawAllBars(series: readonly Drawn[], { x, y, bottom }: Axes): string {
  const bars = series.filter(({ kind }) => kind === 'bars');
  const positions = barPositions(series).map(x).filter(Number.isFinite);
  const room = Math.min(...pairs(positions, (a, b) => b - a), 60);
  const base = Number.isFinite(y(0)) ? y(0) : bottom;
  return bars
    .map(({ points, look }, place) =>
      drawBars(placed(points, { x, y }), look, {
        base,
        width: (0.88 * room) / bars.length,
        place,
        of: bars.length,
      }),
    )
    .join('');
}
