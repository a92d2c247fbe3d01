import {
  type SymbolType,
  symbol,
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
  symbolWye,
} from 'd3-shape';
import { element, round } from '../svg.ts';

export type Point = readonly [x: number, y: number];

/** How a series looks: told apart by dashes, marks and hatching, and by colour besides. */
export interface Look {
  readonly colour: string;
  readonly dash: string | undefined;
  readonly mark: SymbolType;
  /** Whether a line carries its mark too, because its dashes come a second time. */
  readonly marked: boolean;
  /** The fill of bars. */
  readonly hatching: string | undefined;
}

const DASHES = [undefined, '7 4', '2 3', '9 3 2 3'];
const MARKS = [symbolCircle, symbolSquare, symbolTriangle, symbolDiamond, symbolCross, symbolStar, symbolWye];

export function look(index: number, id: string): Look {
  return {
    colour: `figure-series--${(index % 4) + 1}`,
    dash: DASHES[index % 4],
    mark: MARKS[index % MARKS.length] ?? symbolCircle,
    marked: index >= 4,
    hatching: index === 0 ? undefined : `url(#${id}-hatching-${index})`,
  };
}

/** The hatching that bars of the series at an index are filled with. */
export function drawHatching(index: number, id: string): string {
  const turn = `rotate(${45 * index})`;
  return element(
    'pattern',
    {
      id: `${id}-hatching-${index}`,
      width: 5,
      height: 5,
      patternUnits: 'userSpaceOnUse',
      patternTransform: turn,
    },
    element('path', { class: `figure-line ${look(index, id).colour}`, d: 'M0 2.5H5' }),
  );
}

/** A line through points in drawing units, interrupted where one of them cannot be shown. */
export function drawLine(points: readonly Point[], look: Look): string {
  let pen = 'M';
  let d = '';
  for (const [x, y] of points) {
    const shown = Number.isFinite(x) && Number.isFinite(y);
    if (shown) d += `${pen}${round(x)} ${round(y)}`;
    pen = shown ? 'L' : 'M';
  }
  const path = element('path', {
    class: `figure-line ${look.colour}`,
    d,
    fill: 'none',
    'stroke-dasharray': look.dash,
  });
  const step = Math.ceil(points.length / 8);
  return look.marked
    ? path +
        drawPoints(
          points.filter((_, i) => i % step === 0),
          look,
        )
    : path;
}

export function drawPoints(points: readonly Point[], { colour, mark }: Look): string {
  const shape = symbol(mark, points.length > 50 ? 16 : 36).digits(2)() ?? '';
  return points
    .filter(([x, y]) => Number.isFinite(x) && Number.isFinite(y))
    .map(([x, y]) =>
      element('path', {
        class: `figure-mark ${colour}`,
        d: shape,
        transform: `translate(${round(x)} ${round(y)})`,
      }),
    )
    .join('');
}

/** Bars from a base line, each in its place among `of` series of bars. */
export function drawBars(
  points: readonly Point[],
  { colour, hatching }: Look,
  { base, width, place, of }: { base: number; width: number; place: number; of: number },
): string {
  return points
    .filter(([x, y]) => Number.isFinite(x) && Number.isFinite(y))
    .map(([x, y]) =>
      element('rect', {
        class: `figure-bar ${colour}`,
        x: x + (place - of / 2) * width,
        y: Math.min(y, base),
        width,
        height: Math.abs(y - base),
        fill: hatching,
      }),
    )
    .join('');
}

export const END_RADIUS = 3.5;

/** Circles where a curve ends at a jump: open ones do not belong to it, closed ones do. */
export function drawEnds(open: readonly Point[], closed: readonly Point[], { colour }: Look): string {
  const circle =
    (kind: string) =>
    ([cx, cy]: Point) =>
      element('circle', { class: `figure-end figure-end--${kind} ${colour}`, cx, cy, r: END_RADIUS });
  return [...open.map(circle('open')), ...closed.map(circle('closed'))].join('');
}
