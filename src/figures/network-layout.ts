import {
  type Edge,
  type NetworkDrawing,
  type Strength,
  shownUnits,
  strengthText,
  type Unit,
} from './network-drawing.ts';
import { FigureError, LINE } from './svg.ts';
import { formatNumber, labelWidth, textWidth, wrap } from './text.ts';
import type { Box } from './uncovered.ts';

export interface PlacedLabel {
  readonly text: string;
  readonly box: Box;
}

export interface PlacedUnit {
  readonly name: string;
  readonly label: string;
  readonly x: number;
  readonly y: number;
  /** Half the unit's width: more than its radius where its name is long. */
  readonly half: number;
  readonly value: PlacedLabel | undefined;
  readonly bias: (PlacedLabel & { readonly strength: Strength }) | undefined;
}

export interface PlacedEdge {
  readonly from: PlacedUnit;
  readonly to: PlacedUnit;
  readonly weight: Strength;
  /** Undefined where there are too many to be read. */
  readonly label: PlacedLabel | undefined;
}

export interface PlacedTitle {
  readonly x: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly lines: readonly string[];
}

export interface NetworkLayout {
  readonly width: number;
  readonly height: number;
  readonly titles: readonly PlacedTitle[];
  readonly units: readonly PlacedUnit[];
  /** Where units of a long column are left out. */
  readonly omissions: readonly { readonly x: number; readonly y: number }[];
  readonly edges: readonly PlacedEdge[];
}

export const RADIUS = 18;
/** The room of a cross before the value of a unit that is not as expected. */
export const MARK = 14;
const STEM = 6;
const SHORTEST_EDGE = 108;
const CLEARANCE = 3;
const TITLE_WIDTH = 100;
/** With more weights between two columns, none of them is written. */
const MOST_LABELS = 36;

/**
 * Places a network so that no two labels meet, and no label a unit.
 *
 * All columns share one height H, in which the n slots of a column stand evenly. A weight on its way to m slots stands
 * at the share t of its edge, so at the height H·((1 − t)(i + ½)/n + t(j + ½)/m) for the edge from slot i to slot j.
 * For t ≤ 1/(n + 1) these heights are at least H·t/m apart: H follows from the height of a line.
 */
export function layoutNetwork(
  drawing: NetworkDrawing,
  values: Readonly<Record<string, number>> = {},
  differs: ReadonlySet<string> = new Set(),
): NetworkLayout {
  const columns = drawing.columns.map((column, c, { length }) =>
    measureColumn(column, c === 0 || c === length - 1, (unit) => ({
      ...unit,
      value: valueText(values[unit.name], differs.has(unit.name)),
      bias: biasText(drawing.biases.find(({ to }) => to === unit.name)?.value),
    })),
  );
  const gaps = edgesByGap(drawing).map((edges, c) => measureGap(edges, columns[c], columns[c + 1]));
  const above = Object.keys(values).length > 0 ? LINE + 2 : 0;
  const below = drawing.biases.length > 0 ? STEM + LINE : 0;
  const slot = 2 * RADIUS + above + below + 12;
  const inner = Math.max(
    ...columns.map(({ slots }) => slots.length * slot),
    ...gaps.map(({ height }) => height),
  );
  const top = LINE * Math.max(...columns.map(({ titles }) => titles.length)) + 4;

  const titles: PlacedTitle[] = [];
  const units = new Map<string, PlacedUnit>();
  const omissions: { x: number; y: number }[] = [];
  let x = 0;
  let width = 0;
  columns.forEach((column, c) => {
    x += c === 0 ? column.reach + 1 : (gaps[c - 1]?.distance ?? 0);
    const anchor = c === 0 ? 'start' : c === columns.length - 1 ? 'end' : 'middle';
    const titleX = x + { start: -column.half, middle: 0, end: column.half }[anchor];
    titles.push({ x: titleX, anchor, lines: column.titles });
    width = Math.max(width, x + column.reach + 1, anchor === 'start' ? titleX + column.titleWidth : 0);
    column.slots.forEach((unit, i) => {
      const y = top + (inner * (i + 0.5)) / column.slots.length + (above - below) / 2;
      if (unit === null) omissions.push({ x, y });
      else units.set(unit.name, placeUnit(unit, x, y, column.half));
    });
  });

  const edges = gaps.flatMap((gap) =>
    gap.edges.flatMap(({ from, to, weight }) => {
      const [source, target] = [units.get(from), units.get(to)];
      return source && target ? [placeEdge(source, target, weight, gap.share)] : [];
    }),
  );
  return { width, height: top + inner, titles, units: [...units.values()], omissions, edges };
}

function edgesByGap({ columns, edges }: NetworkDrawing): Edge[][] {
  const columnOf = new Map(columns.flatMap(({ units }, c) => units.map(({ name }) => [name, c])));
  const gaps: Edge[][] = columns.slice(1).map(() => []);
  for (const edge of edges) {
    const [from, to] = [columnOf.get(edge.from), columnOf.get(edge.to)];
    const gap = from === undefined || to !== from + 1 ? undefined : gaps[from];
    if (gap === undefined) {
      throw new FigureError(
        `An edge goes from "${edge.from}" to "${edge.to}"; it must go from a unit to one of the next column.`,
      );
    }
    gap.push(edge);
  }
  return gaps;
}

interface Slot extends Unit {
  readonly value: { readonly text: string; readonly width: number } | undefined;
  readonly bias: { readonly text: string; readonly width: number; readonly strength: Strength } | undefined;
}

function valueText(value: number | undefined, differs: boolean): Slot['value'] {
  if (value === undefined) return undefined;
  const text = formatNumber(value);
  return { text, width: labelWidth(text) + (differs ? MARK : 0) };
}

function biasText(strength: Strength | undefined): Slot['bias'] {
  if (strength === undefined) return undefined;
  const text = strengthText(strength);
  return { text, strength, width: Math.max(LINE, labelWidth(text) + 8) };
}

interface Column {
  readonly slots: readonly (Slot | null)[];
  readonly titles: readonly string[];
  readonly titleWidth: number;
  /** How far the title reaches towards the columns beside it. */
  readonly titleReach: number;
  /** Half the width of its widest unit, and of the widest thing in it. */
  readonly half: number;
  readonly reach: number;
}

function measureColumn(
  { title, activation, units }: NetworkDrawing['columns'][number],
  outermost: boolean,
  annotate: (unit: Unit) => Slot,
): Column {
  const slots = shownUnits(units).map((unit) => unit && annotate(unit));
  const shown = slots.filter((unit) => unit !== null);
  const titles = [...wrap(title, TITLE_WIDTH), ...(activation === undefined ? [] : [activation])];
  const half = Math.max(RADIUS, ...shown.map(({ label }) => labelWidth(label) / 2 + 7));
  const reach = Math.max(half, ...shown.map((u) => Math.max(u.value?.width ?? 0, u.bias?.width ?? 0) / 2));
  const titleWidth = Math.max(0, ...titles.map((line) => textWidth(line)));
  const titleReach = outermost ? titleWidth - half : titleWidth / 2;
  return { slots, titles, titleWidth, titleReach, half, reach };
}

interface Gap {
  readonly edges: readonly Edge[];
  /** The height that its labels need, the distance of its columns, and the share of an edge where a label stands. */
  readonly height: number;
  readonly distance: number;
  readonly share: number | undefined;
}

function measureGap(edges: readonly Edge[], source: Column | undefined, target: Column | undefined): Gap {
  if (!source || !target) throw new FigureError('Edges need a column on either side.');
  const distance = Math.max(
    SHORTEST_EDGE + source.half + target.half - 2 * RADIUS,
    source.titleReach + target.titleReach + 12,
  );
  if (edges.length > MOST_LABELS) return { edges, height: 0, distance, share: undefined };
  const share = Math.min(1 / 3, 1 / (source.slots.length + 1));
  const label = Math.max(0, ...edges.map(({ weight }) => labelWidth(strengthText(weight)))) / 2 + CLEARANCE;
  // Edges start and end in the middles of the round ends of their units.
  const [start, end] = [source.half - RADIUS, target.half - RADIUS];
  const length = Math.max((source.reach - start + label) / share, (target.reach - end + label) / (1 - share));
  return {
    edges,
    height: (LINE * target.slots.length) / share,
    distance: Math.max(distance, start + length + end),
    share,
  };
}

function boxAround(x: number, y: number, width: number): Box {
  return { left: x - width / 2, top: y - LINE / 2, right: x + width / 2, bottom: y + LINE / 2 };
}

function placeUnit({ name, label, value, bias }: Slot, x: number, y: number, half: number): PlacedUnit {
  const [above, below] = [y - RADIUS - 2 - LINE / 2, y + RADIUS + STEM + LINE / 2];
  return {
    name,
    label,
    x,
    y,
    half,
    value: value && { text: value.text, box: boxAround(x, above, value.width) },
    bias: bias && { text: bias.text, strength: bias.strength, box: boxAround(x, below, bias.width) },
  };
}

function placeEdge(
  from: PlacedUnit,
  to: PlacedUnit,
  weight: Strength,
  share: number | undefined,
): PlacedEdge {
  if (share === undefined) return { from, to, weight, label: undefined };
  const text = strengthText(weight);
  const [start, end] = [from.x + from.half - RADIUS, to.x - to.half + RADIUS];
  const [x, y] = [start + share * (end - start), from.y + share * (to.y - from.y)];
  return { from, to, weight, label: { text, box: boxAround(x, y, labelWidth(text)) } };
}
