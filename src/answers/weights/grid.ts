import { readMatrix } from '../../expressions/index.ts';
import type { MatrixForm } from '../../values/form.ts';
import type { Notation } from '../../values/notation.ts';
import type { Problem } from '../../values/outcome.ts';
import type { Matrix } from '../../values/value.ts';
import { emptyCells, readCell } from '../cell.ts';
import type { Posted } from '../kind.ts';
import { namePlain } from '../mathematics.ts';
import { readField } from '../posted.ts';

const LONGEST_TEXT = 20_000;
/** A grid whose shape is part of the answer is square, so that it says nothing of the shape. */
const SMALLEST_FREE = 3;

const cellField = (form: MatrixForm, row: number, column: number) => `${form.name}.${row}.${column}`;
export const textField = (form: MatrixForm) => `${form.name}.text`;

/** Rows and columns of cells that are offered. */
export function gridSize({ rows, columns, free }: MatrixForm): {
  readonly rows: number;
  readonly columns: number;
} {
  if (!free) return { rows: rows.length, columns: columns.length };
  const side = Math.max(rows.length, columns.length, SMALLEST_FREE);
  return { rows: side, columns: side };
}

export const cells = (form: MatrixForm) => {
  const { rows, columns } = gridSize(form);
  return Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_, c) => ({
      field: cellField(form, r, c),
      where: `row ${r + 1}, column ${c + 1} of ${namePlain(form.name)}`,
    })),
  );
};

/** One matrix of a response; null where neither cell nor text is filled. */
export function readGrid(
  form: MatrixForm,
  posted: Posted,
  notation: Notation,
): { readonly rows: Matrix } | { readonly problems: readonly Problem[] } | null {
  const text = readField(posted, textField(form), LONGEST_TEXT);
  if (typeof text !== 'string') return { problems: [text] };
  return text === '' ? readCells(form, posted, notation) : readPasted(form, text, notation);
}

function readPasted(form: MatrixForm, text: string, { decimalComma }: Notation) {
  const field = textField(form);
  const read = readMatrix(text, { decimalComma });
  const name = namePlain(form.name);
  if (!read.ok) {
    return { problems: [{ field, message: `${name}: ${read.error.message}`, caret: read.error.caret }] };
  }
  const { rows } = read;
  const wanted = gridSize(form);
  if (form.free || (rows.length === wanted.rows && rows[0]?.length === wanted.columns)) return { rows };
  const message = `${name} has ${wanted.rows} × ${wanted.columns} entries (rows × columns); this has ${rows.length} × ${rows[0]?.length ?? 0}.`;
  return { problems: [{ field, message }] };
}

function readCells(form: MatrixForm, posted: Posted, notation: Notation) {
  const problems: Problem[] = [];
  const grid = cells(form).map((row) =>
    row.map(({ field, where }) => {
      const value = readCell(posted, field, where, notation);
      if (value !== null && typeof value !== 'number') problems.push(value);
      return { field, where, value };
    }),
  );
  const filled = form.free ? corner(grid) : grid;
  if (filled.flat().every(({ value }) => value === null)) return null;
  problems.push(...emptyCells(filled.flat().filter(({ value }) => value === null)));
  if (problems.length > 0) return { problems };
  return {
    rows: filled.map((row) => row.map(({ value }) => (typeof value === 'number' ? value : Number.NaN))),
  };
}

/** The rectangle from the top left that holds every filled cell: its size is the size of the answer. */
function corner<T extends { readonly value: unknown }>(
  grid: readonly (readonly T[])[],
): readonly (readonly T[])[] {
  const columns = Math.max(...grid.map((row) => row.findLastIndex(({ value }) => value !== null))) + 1;
  const rows = grid.findLastIndex((row) => row.some(({ value }) => value !== null)) + 1;
  return grid.slice(0, rows).map((row) => row.slice(0, columns));
}

/** A matrix as a student would post it: in the cells where it fits, else as text. */
export function writeMatrix(
  form: MatrixForm,
  rows: readonly (readonly (string | number)[])[] | string,
): Posted {
  const size = gridSize(form);
  const fits =
    typeof rows !== 'string' &&
    rows.length > 0 &&
    (form.free ? rows.length <= size.rows : rows.length === size.rows) &&
    rows.every((row) => (form.free ? row.length <= size.columns : row.length === size.columns));
  if (!fits) return { [textField(form)]: typeof rows === 'string' ? rows : rowsText(rows) };
  return Object.fromEntries(
    rows.flatMap((row, r) => row.map((entry, c) => [cellField(form, r, c), String(entry)] as const)),
  );
}

export const rowsText = (rows: readonly (readonly (string | number)[])[]): string =>
  `[${rows.map((row) => `[${row.join(', ')}]`).join(', ')}]`;
