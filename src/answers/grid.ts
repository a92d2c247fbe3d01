import type { ReadMatrix } from '../expressions/index.ts';
import { say, type Words } from '../language/index.ts';
import type { MatrixForm } from '../values/form.ts';
import type { Problem } from '../values/outcome.ts';
import { emptyCells } from './cell.ts';
import type { Posted } from './kind.ts';
import { namePlain, spoken } from './mathematics.ts';
import { readField, typed } from './posted.ts';

/** A grid whose shape is part of the answer is square, so that it says nothing of the shape. */
const SMALLEST_FREE = 3;

const cellField = (form: MatrixForm, row: number, column: number) => `${form.name}.${row}.${column}`;
const plainOf = ({ name, plain }: MatrixForm) => plain ?? namePlain(name);
export const textField = (form: MatrixForm) => `${form.name}.text`;

export const fieldsOf = (form: MatrixForm): string[] => [
  ...cells(form)
    .flat()
    .map(({ field }) => field),
  textField(form),
];

/** What was typed into a cell: an entry, or why it is none and what was understood of it (LaTeX); null: nothing. */
export type Cell<T> =
  | { readonly entry: T }
  | { readonly problem: Problem; readonly partly?: string | undefined }
  | null;

/** How the entries of a matrix are read, from its cells and from text. */
export interface Entries<T> {
  /** `where` names the place in a problem. */
  cell(posted: Posted, field: string, where: () => Words): Cell<T>;
  text(text: string): ReadMatrix<T>;
  /** Most characters of all entries together. */
  readonly longest: number;
}

/** Rows and columns of cells that are offered. */
function gridSize({ rows, columns, free }: MatrixForm): {
  readonly rows: number;
  readonly columns: number;
} {
  if (!free) return { rows: rows.length, columns: columns.length };
  const side = Math.max(rows.length, columns.length, SMALLEST_FREE);
  return { rows: side, columns: side };
}

interface Place {
  readonly field: string;
  /** Said of few cells, of up to 64 × 64. */
  readonly where: () => Words;
}

const places = new WeakMap<MatrixForm, readonly (readonly Place[])[]>();

/** The cells of a form, row by row: laid out once for all of its responses. */
function cells(form: MatrixForm): readonly (readonly Place[])[] {
  const known = places.get(form) ?? layOut(form);
  places.set(form, known);
  return known;
}

function layOut(form: MatrixForm): Place[][] {
  const { rows, columns } = gridSize(form);
  const matrix = plainOf(form);
  return Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_, c) => ({
      field: cellField(form, r, c),
      where: () => say('row {row}, column {column} of {matrix}', { row: r + 1, column: c + 1, matrix }),
    })),
  );
}

interface ReadCell<T> extends Place {
  readonly cell: Cell<T>;
}

/** Every cell, row by row, as it was read. */
type ReadCells<T> = readonly (readonly ReadCell<T>[])[];

type Read<T> =
  | { readonly rows: readonly (readonly T[])[] }
  /** `cells` where they can be shown as far as they were understood. */
  | { readonly problems: readonly Problem[]; readonly cells?: ReadCells<T> }
  | null;

/** One matrix of a response; null where neither cell nor text is filled. */
export function readGrid<T>(form: MatrixForm, posted: Posted, entries: Entries<T>): Read<T> {
  const text = readField(posted, textField(form), entries.longest);
  if (typeof text !== 'string') return { problems: [text] };
  if (text !== '') return readPasted(form, textField(form), entries.text(text));
  const tooLong = cellsTooLong(form, posted, entries);
  if (tooLong) return { problems: [tooLong] };
  const read = cells(form).map((row) =>
    row.map((place) => ({ ...place, cell: entries.cell(posted, place.field, place.where) })),
  );
  return readPastedIntoCell(form, posted, entries, read) ?? readCells(form, read);
}

/** Without scripts a whole matrix can be pasted into one cell: the only one that is filled, and no entry by itself. */
function readPastedIntoCell<T>(
  form: MatrixForm,
  posted: Posted,
  entries: Entries<T>,
  cells: ReadCells<T>,
): Read<T> {
  const [only, ...others] = cells.flat().filter(({ cell }) => cell !== null);
  if (!only?.cell || 'entry' in only.cell || others.length > 0) return null;
  const text = readField(posted, only.field, entries.longest);
  const read = typeof text === 'string' ? entries.text(text) : null;
  if (!read?.ok || read.rows.flat().length < 2) return null;
  const pasted = readPasted(form, only.field, read);
  return pasted && 'problems' in pasted ? { ...pasted, cells: shownCells(form, cells) } : pasted;
}

function readPasted<T>(form: MatrixForm, field: string, read: ReadMatrix<T>): Read<T> {
  const name = plainOf(form);
  if (!read.ok) {
    const message = say('{name}: {says}', { name, says: read.error.message });
    return { problems: [{ field, message, caret: read.error.caret }] };
  }
  const { rows } = read;
  const wanted = gridSize(form);
  if (form.free || (rows.length === wanted.rows && rows[0]?.length === wanted.columns)) return { rows };
  const message = say('{name} has {wanted} entries (rows × columns); this has {size}.', {
    name,
    wanted: `${wanted.rows} × ${wanted.columns}`,
    size: `${rows.length} × ${rows[0]?.length ?? 0}`,
  });
  return { problems: [{ field, message }] };
}

function cellsTooLong(form: MatrixForm, posted: Posted, { longest }: Entries<unknown>): Problem | null {
  const fields = cells(form)
    .flat()
    .map(({ field }) => field);
  const length = fields.reduce((sum, field) => sum + typed(posted, field).length, 0);
  if (length <= longest) return null;
  const message = say(
    'Together, the cells of {name} are too long: {length, number} characters, and at most {most, number} are read.',
    { name: plainOf(form), length, most: longest },
  );
  return { field: fields[0] ?? '', message };
}

function readCells<T>(form: MatrixForm, read: ReadCells<T>): Read<T> {
  const shown = shownCells(form, read);
  if (shown.flat().every(({ cell }) => cell === null)) return null;
  const unreadable = read.flat().flatMap(({ cell }) => (cell && 'problem' in cell ? [cell.problem] : []));
  const problems = [...unreadable, ...emptyCells(shown.flat().filter(({ cell }) => cell === null))];
  if (problems.length > 0) return { problems, cells: shown };
  return {
    rows: shown.map((row) => row.flatMap(({ cell }) => (cell && 'entry' in cell ? [cell.entry] : []))),
  };
}

/** What counts of the grid: where the size is part of the answer, what is filled. */
const shownCells = <T>(form: MatrixForm, read: ReadCells<T>): ReadCells<T> =>
  form.free ? corner(read) : read;

/** The rectangle from the top left that holds every filled cell: its size is the size of the answer. */
function corner<T>(grid: ReadCells<T>): ReadCells<T> {
  const columns = Math.max(...grid.map((row) => row.findLastIndex(({ cell }) => cell !== null))) + 1;
  const rows = grid.findLastIndex((row) => row.some(({ cell }) => cell !== null)) + 1;
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

/** Columns beyond which cells are narrow. */
const MOST_ROOMY = 5;

/** What the partial `answers/weights` needs of one matrix, filled with what was posted. */
export function viewOf(form: MatrixForm, posted: Posted) {
  // Where the size is part of the answer, the names of rows and columns would give it away.
  const heading = (names: readonly Words[], at: number, free: Words) => {
    const shown = form.free ? `${at + 1}` : (names[at] ?? '');
    return { shown, plain: form.free ? free : spoken(shown) };
  };
  const columns = Array.from({ length: gridSize(form).columns }, (_, c) =>
    heading(form.columns, c, say('column {n}', { n: c + 1 })),
  );
  return {
    name: form.name,
    latex: form.latex,
    wide: columns.length > MOST_ROOMY,
    plain: plainOf(form),
    columns,
    rows: cells(form).map((row, r) => {
      const named = heading(form.rows, r, say('row {n}', { n: r + 1 }));
      return {
        ...named,
        cells: row.map(({ field }, c) => ({
          field,
          label: say('{matrix}, {row}, {column}', {
            matrix: plainOf(form),
            row: named.plain,
            column: columns[c]?.plain ?? '',
          }),
          value: typed(posted, field),
        })),
      };
    }),
    text: { field: textField(form), value: typed(posted, textField(form)) },
  };
}
