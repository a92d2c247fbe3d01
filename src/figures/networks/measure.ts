import { FigureError, LINE } from '../svg.ts';
import { formatNumber, labelWidth, textWidth, wrap } from '../text.ts';
import { type Edge, type NetworkDrawing, type Strength, shownUnits, strengthText } from './drawing.ts';

export const RADIUS = 18;
/** The room of the cross before the value of a marked unit or the weight of a marked edge. */
export const MARK = 14;
/** Left and right of a weight, so that no dash beside it can be read as its sign. */
const AROUND_WEIGHT = 3;
/** What is seen of an edge before its weight where there is room. */
const STUB = 8;
/** Outside the outermost units: the second ring of one that is not as expected. */
export const MARGIN = 5;
const TITLE_WIDTH = 100;
/** With more weights between two columns, none of them is written. */
const MOST_WEIGHTS = 36;

interface Measured {
  readonly text: string;
  readonly width: number;
}

export interface Slot {
  readonly name: string;
  readonly label: string;
  readonly value: Measured | undefined;
  readonly bias: (Measured & { readonly strength: Strength }) | undefined;
}

export interface Column {
  /** null: units that are left out. */
  readonly slots: readonly (Slot | null)[];
  readonly titles: readonly string[];
  readonly titleWidth: number;
  /** Titles that would stand out of the drawing begin or end with their column. */
  readonly anchor: 'start' | 'middle' | 'end';
  /** Half the width of its widest unit, and of the widest thing in it. */
  readonly half: number;
  readonly reach: number;
}

export function measureColumns(
  { columns, biases }: NetworkDrawing,
  values: Readonly<Record<string, number>>,
  differs: ReadonlySet<string>,
): Column[] {
  return columns.map(({ title, activation, units }, c) => {
    const slots = shownUnits(units).map((unit) => {
      if (unit === null) return null;
      const bias = biases.find(({ to }) => to === unit.name)?.value;
      const value = measureValue(values[unit.name], differs.has(unit.name));
      return { ...unit, value, bias: bias === undefined ? undefined : measureBias(bias) };
    });
    const shown = slots.filter((slot) => slot !== null);
    const half = Math.max(RADIUS, ...shown.map(({ label }) => labelWidth(label) / 2 + 7));
    const reach = Math.max(half, ...shown.map((s) => Math.max(s.value?.width ?? 0, s.bias?.width ?? 0) / 2));
    const titles = [...wrap(title, TITLE_WIDTH), ...(activation === undefined ? [] : [activation])];
    const titleWidth = Math.max(0, ...titles.map((line) => textWidth(line)));
    const outside = c === 0 ? 'start' : c === columns.length - 1 ? 'end' : 'middle';
    const anchor = titleWidth / 2 > reach + MARGIN ? outside : 'middle';
    return { slots, titles, titleWidth, anchor, half, reach };
  });
}

function measureValue(value: number | undefined, differs: boolean): Measured | undefined {
  if (value === undefined) return undefined;
  const text = formatNumber(value);
  const BOLD = 1.1;
  return { text, width: labelWidth(text) * BOLD + (differs ? MARK : 0) };
}

function measureBias(strength: Strength): NonNullable<Slot['bias']> {
  const text = strengthText(strength);
  return { text, strength, width: Math.max(LINE, labelWidth(text) + 8) };
}

/** The room between two columns. */
export interface Gap {
  readonly source: Column;
  readonly target: Column;
  readonly edges: readonly Edge[];
  /** Whether its weights are written: not if there are too many to be read. */
  readonly written: boolean;
  /** The least length of an edge: with more columns less, so that a drawing fits a phone. */
  readonly shortest: number;
}

export function measureGaps({ columns, edges }: NetworkDrawing, measured: readonly Column[]): Gap[] {
  const columnOf = new Map(columns.flatMap(({ units }, c) => units.map(({ name }) => [name, c])));
  const between: Edge[][] = columns.slice(1).map(() => []);
  for (const edge of edges) {
    const [from, to] = [columnOf.get(edge.from), columnOf.get(edge.to)];
    const gap = from === undefined || to !== from + 1 ? undefined : between[from];
    if (gap === undefined) {
      throw new FigureError(
        `An edge goes from "${edge.from}" to "${edge.to}"; it must go from a unit to one of the next column.`,
      );
    }
    gap.push(edge);
  }
  const shortest = Math.max(96, Math.min(132, 288 / between.length));
  return between.flatMap((edges, c) => {
    const [source, target] = [measured[c], measured[c + 1]];
    return source && target
      ? [{ source, target, edges, written: edges.length <= MOST_WEIGHTS, shortest }]
      : [];
  });
}

export function weightWidth({ weight, marked }: Pick<Edge, 'weight' | 'marked'>): number {
  return labelWidth(strengthText(weight)) + 2 * AROUND_WEIGHT + (marked ? MARK : 0);
}

/** The height of the columns at which the weights of a gap, at the best share of their edges, are a line apart. */
export function heightForWeights({ source, target, written }: Gap): number {
  const [n, m] = [source.slots.length, target.slots.length];
  if (!written) return 0;
  return m === 1 ? LINE * n * 1.5 : LINE * m * (n + 1);
}

/** The share of an edge at which its weight stands in columns of this height: near its source, at most a third. */
export function shareForWeights(gap: Gap, height: number): number {
  const [n, m] = [gap.source.slots.length, gap.target.slots.length];
  const wanted = (room(gap.source, gap) + STUB) / gap.shortest;
  const least = m === 1 ? 0 : (LINE * m) / height;
  const most = n === 1 ? 1 / 3 : (1 / n - LINE / height) / (1 / n + (m - 1) / m);
  return Math.min(Math.max(wanted, least), most, 1 / 3);
}

/** From the end of an edge, in the middle of a unit's round end, to the middle of a weight that is clear of the unit. */
function room({ half, reach }: Column, { edges }: Gap): number {
  return reach - (half - RADIUS) + Math.max(0, ...edges.map(weightWidth)) / 2;
}

/** From the middle of one column to the middle of the next. */
export function distance(gap: Gap, share: number): number {
  const { source, target, shortest, written } = gap;
  const length = written
    ? Math.max(shortest, room(source, gap) / share, room(target, gap) / (1 - share))
    : shortest;
  return Math.max(
    length + source.half + target.half - 2 * RADIUS,
    titleReach(source) + titleReach(target) + 12,
  );
}

/** How far a title reaches towards the columns beside its own. */
function titleReach({ anchor, titleWidth, half }: Column): number {
  return anchor === 'middle' ? titleWidth / 2 : titleWidth - half;
}
