import type { NetworkValues } from '../../values/witness.ts';
import { FigureError } from '../svg.ts';
import { formatNumber } from '../text.ts';

export type Strength = number | string;

/** A network as it is drawn: what each unit and edge is called, and nothing of how it is computed. */
export interface NetworkDrawing<Title = string> {
  readonly columns: readonly {
    readonly title: Title;
    /** `name` is what edges, values and the text alternative use; `label` is set: `n_1` with a lowered 1. */
    readonly units: readonly { readonly name: string; readonly label: string }[];
    readonly activation?: string;
  }[];
  /** From a unit to a unit of the next column; a string is the weight's symbol, set like a label. */
  readonly edges: readonly {
    readonly from: string;
    readonly to: string;
    readonly weight: Strength;
    readonly marked?: boolean;
  }[];
  readonly biases: readonly { readonly to: string; readonly value: Strength }[];
}

export type Edge = NetworkDrawing['edges'][number];
export type Unit = NetworkDrawing['columns'][number]['units'][number];

/** Throws unless every column has units, all with names of their own. */
export function checkUnits({ columns }: NetworkDrawing): void {
  const empty = columns.find(({ units }) => units.length === 0);
  if (empty || columns.length === 0)
    throw new FigureError('A network needs columns with at least one unit each.');
  const seen = new Set<string>();
  for (const { name } of columns.flatMap(({ units }) => units)) {
    if (seen.has(name)) throw new FigureError(`Two units are called "${name}": give each a name of its own.`);
    seen.add(name);
  }
}

/** A longer column shows its first and last units. */
const MOST_UNITS = 8;

/** The units of a column that are shown; null stands for those between that are not. */
export function shownUnits(units: readonly Unit[]): (Unit | null)[] {
  return units.length > MOST_UNITS
    ? [...units.slice(0, MOST_UNITS - 3), null, ...units.slice(-2)]
    : [...units];
}

export function strengthText(strength: Strength): string {
  return typeof strength === 'number' ? formatNumber(strength) : strength;
}

/** The drawing with an answer's weights `W1`, `W2`, … (a row for each unit they lead to) and biases `b1`, `b2`, … */
export function withWeights(
  drawing: NetworkDrawing,
  weights: NonNullable<NetworkValues['weights']>,
): NetworkDrawing {
  const columns = drawing.columns.map(({ units }) => units);
  const edges = columns.slice(1).flatMap((targets, c) => {
    const sources = columns[c] ?? [];
    const matrix = weights[`W${c + 1}`];
    if (!matrix) return drawing.edges.filter(({ to }) => targets.some(({ name }) => name === to));
    checkSize(`W${c + 1}`, matrix, targets.length, sources.length);
    return sources.flatMap((from, i) =>
      targets.map((to, j) => ({ from: from.name, to: to.name, weight: matrix[j]?.[i] ?? 0 })),
    );
  });
  const biases = columns.slice(1).flatMap((targets, c) => {
    const matrix = weights[`b${c + 1}`];
    if (!matrix) return drawing.biases.filter(({ to }) => targets.some(({ name }) => name === to));
    checkSize(`b${c + 1}`, matrix, targets.length, 1);
    return targets.map(({ name }, j) => ({ to: name, value: matrix[j]?.[0] ?? 0 }));
  });
  return { columns: drawing.columns, edges, biases };
}

/** The drawing with some of its edges marked. */
export function withMarks(
  drawing: NetworkDrawing,
  edges: NonNullable<NetworkValues['edges']>,
): NetworkDrawing {
  const isMarked = (edge: Edge) => edges.some(([from, to]) => edge.from === from && edge.to === to);
  return { ...drawing, edges: drawing.edges.map((edge) => ({ ...edge, marked: isMarked(edge) })) };
}

function checkSize(
  name: string,
  matrix: readonly (readonly number[])[],
  rows: number,
  columns: number,
): void {
  if (matrix.length === rows && matrix.every((row) => row.length === columns)) return;
  const size = `${matrix.length}×${matrix[0]?.length ?? 0}`;
  throw new FigureError(`${name} is ${size}, but the drawing has room for ${rows}×${columns}.`);
}
