import { extent } from 'd3-array';
import { scaleLinear, scaleLog } from 'd3-scale';
import { type Language, numeral } from '../../language/index.ts';
import { element, LINE, round } from '../svg.ts';
import { drawText, formatNumber, textWidth } from '../text.ts';
import type { Box } from '../uncovered.ts';

export interface Axis {
  readonly label: string;
  readonly scale: 'linear' | 'log';
  /** What must be on the axis, in data units. */
  readonly values: readonly number[];
}

export interface Axes {
  /** From data units to the drawing; NaN for what a logarithmic axis cannot show. */
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  /** Where the vertical axis ends. */
  readonly bottom: number;
  readonly svg: string;
}

/** Axes with a faint grid in a box, which holds their ticks and names too. */
export function drawAxes(x: Axis, y: Axis, box: Box, language: Language): Axes {
  const top = box.top + (y.label === '' ? 0 : LINE) + 6;
  const bottom = box.bottom - LINE - (x.label === '' ? 4 : LINE + 4);
  const ys = place(y, [bottom, top], true, () => LINE * 1.8);
  const left = box.left + Math.max(0, ...ys.ticks.map(({ text }) => textWidth(text))) + 6;
  const across = (right: number) => place(x, [left, right], false, (text) => textWidth(text) + 14);
  // Half of the last tick's text may stand beyond the axis.
  const right = box.right - textWidth(across(box.right).ticks.at(-1)?.text ?? '') / 2;
  const xs = across(right);
  const said = (text: string) => language.say(numeral(text));
  const grid = (d: string, zero: boolean) =>
    element('path', { class: zero ? 'figure-axis' : 'figure-grid', d, fill: 'none' });
  return {
    x: xs.at,
    y: ys.at,
    bottom,
    svg: [
      ...xs.ticks.map(({ value, at }) => grid(`M${round(at)} ${round(top)}V${round(bottom)}`, value === 0)),
      ...ys.ticks.map(({ value, at }) => grid(`M${round(left)} ${round(at)}H${round(right)}`, value === 0)),
      ...xs.ticks.map(({ text, at }) => drawText(said(text), at, bottom + 3 + LINE / 2, 'tick')),
      ...ys.ticks.map(({ text, at }) => drawText(said(text), left - 5, at, 'tick', 'end')),
      drawText(x.label, (left + right) / 2, box.bottom - LINE / 2 - 1, 'axis-name'),
      drawText(y.label, box.left, box.top + LINE / 2, 'axis-name', 'start'),
    ].join(''),
  };
}

const MOST_TICKS = 20;

type Range = readonly [number, number];

interface Tick {
  readonly value: number;
  readonly at: number;
  readonly text: string;
}

/** A scale over a range, from the least to the greatest value or rounded outwards, with the ticks that have room. */
function place(axis: Axis, range: Range, rounded: boolean, room: (text: string) => number) {
  const values = axis.values.filter(Number.isFinite);
  const { at, candidates } =
    axis.scale === 'log' ? logarithmic(values, range) : linear(values, range, rounded);
  const length = Math.abs(range[1] - range[0]);
  const ticksOf = (places: readonly number[]): Tick[] =>
    places.map((value) => ({ value, at: at(value), text: formatNumber(value, 10) }));
  const fitting = candidates
    .filter((places) => places.length <= MOST_TICKS)
    .map(ticksOf)
    .find((ticks) => ticks.reduce((sum, { text }) => sum + room(text), 0) <= length);
  return { at, ticks: fitting ?? ticksOf(candidates.at(-1) ?? []) };
}

function linear(values: readonly number[], range: Range, rounded: boolean) {
  const [low = 0, high = 1] = extent(values);
  // What differs by rounding only is one value, and no axis is magnified to show it.
  const same = high - low <= 1e-12 * Math.max(Math.abs(low), Math.abs(high), 1e-200);
  const pad = same ? (Math.abs(low) > 1e-200 ? Math.abs(low) / 2 : 1) : 0;
  const scale = scaleLinear([low - pad, high + pad], range);
  if (rounded) scale.nice(5);
  return {
    at: (value: number): number => scale(value),
    candidates: [8, 5, 4, 3, 2, 1].map((count) => scale.ticks(count)),
  };
}

/** Ticks at 1, 2, 5 of each decade where they fit, else at every decade, every second, … */
function logarithmic(values: readonly number[], range: Range) {
  const [low = 1, high = 10] = extent(values.filter((value) => value > 0));
  // Below 10⁻³⁰⁷ doubles lose their digits: what is less stands at the end of the axis.
  const first = Math.max(Math.floor(Math.log10(low)), -307);
  const last = Math.min(Math.max(Math.ceil(Math.log10(high)), first + 1), 308);
  const decades = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const finer = decades.flatMap((power) => [1, 2, 5].map((k) => k * 10 ** power)).slice(0, -2);
  const coarser = [1, 2, 3, 5, 10, 50, 200].map((step) =>
    decades.filter((_, i) => i % step === 0).map((p) => 10 ** p),
  );
  const scale = scaleLog([10 ** first, 10 ** last], range).clamp(true);
  return { at: (value: number): number => (value > 0 ? scale(value) : NaN), candidates: [finer, ...coarser] };
}
