import { ENGLISH } from '../../language/index.ts';
import type { Plot } from '../../values/witness.ts';
import { type Drawing, LINE, sheet } from '../svg.ts';
import { drawText, wrap } from '../text.ts';
import { drawAxes } from './axes.ts';
import { describePlot, tabulatePlot } from './describe-plot.ts';
import type { PlotOptions } from './draw-plot.ts';
import { sayPlot } from './plot-in-words.ts';
import { drawLine, drawPoints, look, type Point } from './series.ts';

const WIDTH = 380;
const PANEL_HEIGHT = 175;

/**
 * The lines of a plot, each over the same points in a panel of its own, with common axes: for lines that would cover
 * each other, and whose course a dash pattern would hide.
 */
export function drawPanels(asked: Plot, { id, language = ENGLISH }: PlotOptions): Drawing {
  const plot = sayPlot(asked, language);
  const lines = plot.series.filter(({ kind }) => kind === 'line');
  const dots = plot.series.filter(({ kind }) => kind === 'points').flatMap(({ points }) => points);
  const [line, dot] = [look(0, id), look(1, id)];
  const all = plot.series.flatMap(({ points }) => points);
  const heading = wrap(plot.title, WIDTH);
  const first = heading.length * LINE + 6;
  const panels = lines.map(({ name, points }, i) => {
    const top = first + i * PANEL_HEIGHT;
    const { x, y, svg } = drawAxes(
      { ...plot.x, label: i === lines.length - 1 ? plot.x.label : '', values: all.map(([a]) => a) },
      { ...plot.y, label: '', values: all.map(([, b]) => b) },
      { left: 0, top: top + LINE, right: WIDTH, bottom: top + PANEL_HEIGHT - 8 },
      language,
    );
    const place = ([a, b]: Point): Point => [x(a), y(b)];
    return (
      drawText(name, 0, top + LINE / 2, 'heading', 'start') +
      svg +
      drawPoints(dots.map(place), dot) +
      drawLine(points.map(place), line)
    );
  });
  const alt = describePlot(plot, language);
  const height = first + lines.length * PANEL_HEIGHT;
  const svg = sheet(
    { id, kind: 'panels', title: plot.title, alt, width: WIDTH, height },
    ...heading.map((words, i) => drawText(words, 0, LINE * (i + 0.5), 'heading', 'start')),
    ...panels,
  );
  return { svg, alt, table: tabulatePlot(plot, language) };
}
