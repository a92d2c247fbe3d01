import type { Series } from '../../values/witness.ts';
import { LINE } from '../svg.ts';
import { drawText, textWidth } from '../text.ts';
import { drawBars, drawLine, drawPoints, type Look, type Point } from './series.ts';

interface Named {
  readonly name: string;
  readonly kind: Series['kind'];
  readonly look: Look;
}

const SAMPLE = 26;

/** Samples of the series with their names, in as many rows as they need. */
export function drawLegend(series: readonly Named[], top: number, width: number) {
  const rows: string[] = [];
  let x = 0;
  let y = top + LINE / 2;
  for (const { name, kind, look } of series) {
    const needed = SAMPLE + 6 + textWidth(name) + 16;
    if (x > 0 && x + needed - 16 > width) {
      x = 0;
      y += LINE + 2;
    }
    rows.push(drawSample(kind, look, x, y, SAMPLE), drawText(name, x + SAMPLE + 6, y, 'legend', 'start'));
    x += needed;
  }
  return { svg: rows.join(''), bottom: y + LINE / 2 };
}

function drawSample(kind: Series['kind'], look: Look, x: number, y: number, width: number): string {
  const middle = x + width / 2;
  if (kind === 'points') return drawPoints([[middle, y]], look);
  if (kind === 'bars') return drawBars([[middle, y - 6]], look, { base: y + 6, width: 16, place: 0, of: 1 });
  const ends: Point[] = [
    [x, y],
    [x + width, y],
  ];
  const sample = drawLine(ends, { ...look, marked: false });
  return look.marked ? sample + drawPoints([[middle, y]], look) : sample;
}
