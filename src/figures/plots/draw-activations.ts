import { ticks } from 'd3-array';
import { ENGLISH, type Language, say } from '../../language/index.ts';
import type { Activation } from '../../numbers/functions/index.ts';
import type { EvidenceTable } from '../../values/witness.ts';
import { type Drawing, LINE, sheet } from '../svg.ts';
import { coordinate, drawText, shown } from '../text.ts';
import type { Box } from '../uncovered.ts';
import { drawAxes } from './axes.ts';
import { findJumps, type Jump, sampleGraph } from './jumps.ts';
import { drawLegend } from './legend.ts';
import { drawEnds, drawLine, END_RADIUS, type Look, look, type Point } from './series.ts';

export interface ActivationGraph {
  readonly name: string;
  readonly f: (x: number) => number;
  /** At a jump: the value that is agreed on there, or NaN. */
  readonly derivative: (x: number) => number;
  /** Where the derivative may jump. */
  readonly jumps: readonly number[];
}

/** The graph of a function. Where the derivative jumps there is none: what frameworks take there is a convention. */
export const graphOf = ({
  name,
  value,
  derivative,
  kinks,
}: Activation & { readonly name: string }): ActivationGraph => ({
  name,
  f: value,
  derivative: (x) => (kinks.includes(x) ? Number.NaN : derivative(x)),
  jumps: kinks,
});

export interface ActivationOptions {
  /** Begins every id in the drawing: unique on its page. */
  readonly id: string;
  /** Of the words in it and of its text alternative. */
  readonly language?: Language;
  /** The inputs that are drawn, from and to. */
  readonly domain?: readonly [from: number, to: number];
}

const WIDTH = 380;
const BETWEEN = 20;
const PANEL_HEIGHT = 190;

type Domain = readonly [from: number, to: number];

/** Graphs of functions, lettered (a), (b), …, each with its derivative dashed in the same panel. */
export function drawActivations(
  functions: readonly ActivationGraph[],
  { id, domain = [-5, 5], language = ENGLISH }: ActivationOptions,
): Drawing {
  const looks = [look(0, id), look(1, id)] as const;
  const legend = drawLegend(
    [
      { name: language.say(say('function')), kind: 'line', look: looks[0] },
      { name: language.say(say('derivative')), kind: 'line', look: looks[1] },
    ],
    0,
    WIDTH,
  );
  const across = Math.min(functions.length, 2);
  const width = (WIDTH - BETWEEN * (across - 1)) / across;
  const panels = functions.map((graph, i) => {
    const left = (i % across) * (width + BETWEEN);
    const top = legend.bottom + 8 + Math.floor(i / across) * PANEL_HEIGHT;
    const box = { left, top: top + LINE, right: left + width, bottom: top + PANEL_HEIGHT - 10 };
    return (
      drawText(heading(graph, i), left, top + LINE / 2, 'heading', 'start') +
      drawPanel(graph, domain, box, looks, language)
    );
  });
  const title = language.say(say('Activation functions and their derivatives'));
  const alt = functions.map((graph, i) => describe(heading(graph, i), graph, domain, language)).join(' ');
  const height = legend.bottom + 8 + Math.ceil(functions.length / across) * PANEL_HEIGHT;
  const svg = sheet({ id, kind: 'activations', title, alt, width: WIDTH, height }, legend.svg, ...panels);
  return { svg, alt, table: tabulate(functions, domain) };
}

function heading({ name }: ActivationGraph, index: number): string {
  return `(${String.fromCodePoint(97 + index)}) ${name}`;
}

function drawPanel(
  { f, derivative, jumps }: ActivationGraph,
  domain: Domain,
  box: Box,
  [solid, dashed]: readonly [Look, Look],
  language: Language,
): string {
  const graphs = [
    { g: f, look: solid },
    { g: derivative, look: dashed },
  ].map(({ g, look }) => {
    const found = findJumps(g, domain, jumps);
    return { look, found, points: sampleGraph(g, domain, found) };
  });
  const heights = graphs.flatMap(({ points }) => points.map(([, y]) => y)).filter(Number.isFinite);
  const { x, y, svg } = drawAxes(
    { label: 'x', scale: 'linear', values: domain },
    { label: '', scale: 'linear', values: heights },
    box,
    language,
  );
  const place = ([a, b]: Point): Point => [x(a), y(b)];
  const curves = graphs.map(({ look, found, points }) => {
    const open = found.flatMap(openEnds).map(place);
    const closed = found.flatMap(({ x, value }) => (Number.isFinite(value) ? [place([x, value])] : []));
    return drawLine(points.map(place).map(outside(open)), look) + drawEnds(open, closed, look);
  });
  return svg + curves.join('');
}

/** A point, or a break in the line where it would run into an open circle. */
const outside =
  (circles: readonly Point[]) =>
  ([x, y]: Point): Point =>
    circles.some(([cx, cy]) => Math.hypot(x - cx, y - cy) < END_RADIUS) ? [x, NaN] : [x, y];

/** The limits that the value at a jump is not. */
function openEnds({ x, left, right, value }: Jump): Point[] {
  return [left, right].filter((limit) => !(Math.abs(limit - value) <= 1e-6)).map((limit) => [x, limit]);
}

/** What the panel shows in coordinates, and the circles at a jump in words. */
function describe(
  heading: string,
  { f, derivative, jumps }: ActivationGraph,
  domain: Domain,
  language: Language,
): string {
  const places = ticks(...domain, 8);
  const coordinates = (g: (x: number) => number): string =>
    places.map((x) => language.say(coordinate(x, g(x)))).join(', ');
  const ends = findJumps(derivative, domain, jumps).map(({ x, left, right, value }) => {
    const values = { x: shown(x), left: shown(left), right: shown(right) };
    const sentence = Number.isFinite(value)
      ? say('At x = {x} the derivative is {left} from the left, {right} from the right, {value} there.', {
          ...values,
          value: shown(value),
        })
      : say(
          'At x = {x} the derivative is {left} from the left, {right} from the right, no value there.',
          values,
        );
    return ` ${language.say(sentence)}`;
  });
  const curves = say('{heading}: function {values}; derivative {slopes}.', {
    heading,
    values: coordinates(f),
    slopes: coordinates(derivative),
  });
  return language.say(curves) + ends.join('');
}

function tabulate(functions: readonly ActivationGraph[], domain: Domain): EvidenceTable {
  return {
    columns: ['x', ...functions.flatMap(({ name }) => [name, `${name}′`])],
    rows: ticks(...domain, 10).map((x) => ({
      cells: [x, ...functions.flatMap(({ f, derivative }) => [f(x), derivative(x)])].map((v) => shown(v)),
      differs: false,
    })),
  };
}
