import { LINE } from '../svg.ts';
import type { Box } from '../uncovered.ts';
import { checkUnits, type NetworkDrawing, type Strength, strengthText } from './drawing.ts';
import {
  type Column,
  distance,
  type Gap,
  heightForWeights,
  MARGIN,
  measureColumns,
  measureGaps,
  RADIUS,
  type Slot,
  shareForWeights,
  weightWidth,
} from './measure.ts';

interface PlacedLabel {
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
  readonly marked: boolean;
  /** Undefined where there are too many to be read. */
  readonly label: PlacedLabel | undefined;
}

interface PlacedTitle {
  readonly x: number;
  readonly anchor: Column['anchor'];
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

const STEM = 6;
/** Between the units of a column. */
const APART = 28;

/**
 * Places a network so that no two labels meet, and no label a unit.
 *
 * All columns share one height H, in which the n slots of a column stand evenly. A weight stands at the share t of its
 * edge, so for the edge from slot i of n to slot j of m at the height H·((1 − t)(i + ½)/n + t(j + ½)/m). The weights of
 * one unit are H·t/m apart, and the last of one from the first of the next H·((1 − t)/n − t(m − 1)/m). These are equal
 * for t = 1/(n + 1), which gives H; where H leaves a choice, t is small if edges are long enough for it.
 */
export function layoutNetwork(
  drawing: NetworkDrawing,
  values: Readonly<Record<string, number>> = {},
  differs: ReadonlySet<string> = new Set(),
): NetworkLayout {
  checkUnits(drawing);
  const columns = measureColumns(drawing, values, differs);
  const gaps = measureGaps(drawing, columns);
  const above = Object.keys(values).length > 0 ? LINE + 2 : 0;
  const below = drawing.biases.length > 0 ? STEM + LINE : 0;
  const slot = 2 * RADIUS + above + below + APART;
  const inner = Math.max(...columns.map(({ slots }) => slots.length * slot), ...gaps.map(heightForWeights));
  const top = LINE * Math.max(...columns.map(({ titles }) => titles.length)) + 4 - APART / 4;

  const titles: PlacedTitle[] = [];
  const units = new Map<string, PlacedUnit>();
  const omissions: { x: number; y: number }[] = [];
  let x = 0;
  let width = 0;
  columns.forEach((column, c) => {
    const gap = gaps[c - 1];
    x += gap ? distance(gap, shareForWeights(gap, inner)) : column.reach + MARGIN;
    const { anchor } = column;
    const titleX = x + { start: -column.half, middle: 0, end: column.half }[anchor];
    titles.push({ x: titleX, anchor, lines: column.titles });
    width = Math.max(width, x + column.reach + MARGIN, anchor === 'start' ? titleX + column.titleWidth : 0);
    column.slots.forEach((unit, i) => {
      const y = top + (inner * (i + 0.5)) / column.slots.length + (above - below) / 2;
      if (unit === null) omissions.push({ x, y });
      else units.set(unit.name, placeUnit(unit, x, y, column.half));
    });
  });

  const edges = gaps.flatMap((gap) => placeEdges(gap, units, shareForWeights(gap, inner)));
  return { width, height: top + inner, titles, units: [...units.values()], omissions, edges };
}

function boxAround(x: number, y: number, width: number): Box {
  return { left: x - width / 2, top: y - LINE / 2, right: x + width / 2, bottom: y + LINE / 2 };
}

function placeUnit({ name, label, value, bias }: Slot, x: number, y: number, half: number): PlacedUnit {
  const above = y - RADIUS - 2 - LINE / 2;
  const below = y + RADIUS + STEM + LINE / 2;
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

/** The edges between units that are both shown. */
function placeEdges(gap: Gap, units: ReadonlyMap<string, PlacedUnit>, share: number): PlacedEdge[] {
  return gap.edges.flatMap((edge) => {
    const [from, to] = [units.get(edge.from), units.get(edge.to)];
    if (!from || !to) return [];
    const [start, end] = [from.x + from.half - RADIUS, to.x - to.half + RADIUS];
    const [x, y] = [start + share * (end - start), from.y + share * (to.y - from.y)];
    const label = { text: strengthText(edge.weight), box: boxAround(x, y, weightWidth(edge)) };
    return [
      { from, to, weight: edge.weight, marked: edge.marked ?? false, label: gap.written ? label : undefined },
    ];
  });
}
