import { say } from '../../language/index.ts';
import { limits } from '../limits.ts';
import type { Tree } from '../tree.ts';
import { type ParseOptions, reader } from './formulas/parse.ts';
import { withoutWrapping } from './matrix-wrapping.ts';
import { type NumberOptions, readNumber } from './numbers.ts';
import { ReadingError, reading, type SyntaxProblem } from './problem.ts';
import { type Folded, fold } from './tokens/characters.ts';

export type ReadMatrix<T = number> =
  | { readonly ok: true; readonly rows: readonly (readonly T[])[] }
  | { readonly ok: false; readonly error: SyntaxProblem };

/** What stands in the cells of a matrix, and how it is set apart. */
interface Entries<T> {
  readonly decimalComma: boolean;
  /** Whether spaces alone set entries apart, as in `1 0; -1 1`. */
  readonly spaced: boolean;
  read(
    text: string,
  ): { readonly ok: true; readonly entry: T } | { readonly ok: false; readonly error: SyntaxProblem };
}

interface Cell {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const bracket = /[()[\]{}]/g;
const opens = (text: string): boolean => text === '(' || text === '[' || text === '{';

/** Cells cut apart at a separator, the source of a pattern, that stands outside inner brackets. */
const cut = (cell: Cell, separator: string): Cell[] => {
  const cells: Cell[] = [];
  let depth = 0;
  let from = 0;
  const close = (to: number): void => {
    cells.push({ text: cell.text.slice(from, to), from: cell.from + from, to: cell.from + to });
  };
  for (const { 0: found, index } of cell.text.matchAll(new RegExp(`${bracket.source}|${separator}`, 'g'))) {
    if (opens(found)) depth++;
    else if (found === ')' || found === ']' || found === '}') depth--;
    else if (depth <= 0) {
      close(index);
      from = index + found.length;
    }
  }
  close(cell.text.length);
  return cells;
};

const trim = ({ text, from }: Cell): Cell => {
  const start = from + (text.length - text.trimStart().length);
  return { text: text.trim(), from: start, to: start + text.trim().length };
};

/** What is inside a pair of brackets around the whole cell, if there is one. */
const unwrap = (cell: Cell): Cell | undefined => {
  const { text, from, to } = trim(cell);
  if (!/^[([{]/.test(text) || !/[)\]}]$/.test(text)) return undefined;
  let depth = 0;
  for (const { 0: found, index } of text.matchAll(bracket)) {
    depth += opens(found) ? 1 : -1;
    if (depth === 0 && index < text.length - 1) return undefined;
  }
  return { text: text.slice(1, -1), from: from + 1, to: to - 1 };
};

/**
 * Reads a matrix of numbers, row by row: `[[1, 0], [-1, 1]]`, `1 0; -1 1`, lines of a spreadsheet,
 * `\begin{pmatrix} 1 & 0 \\ -1 & 1 \end{pmatrix}`. A cell may be arithmetic without spaces. A ragged or empty row is named.
 */
export const readMatrix = (text: string, { decimalComma = false }: NumberOptions = {}): ReadMatrix =>
  readEntries(text, {
    decimalComma,
    spaced: true,
    read(cell) {
      const number = readNumber(cell, { decimalComma });
      return number.ok ? { ok: true, entry: number.value } : number;
    },
  });

/** Reads a matrix of expressions in the same forms; spaces belong to the expressions. */
export const readFormulas = (text: string, options: ParseOptions): ReadMatrix<Tree> => {
  const parse = reader(options);
  return readEntries(text, {
    decimalComma: options.decimalComma ?? false,
    spaced: false,
    read(cell) {
      const read = parse(cell);
      return read.ok ? { ok: true, entry: read.tree } : read;
    },
  });
};

const readEntries = <T>(text: string, entries: Entries<T>): ReadMatrix<T> =>
  reading(text, () => {
    const { text: plain, span } = foldedLines(text);
    const place = ({ from, to }: Cell) => span(from, to);
    const { text: prepared, transposed } = withoutWrapping(plain);
    checkDepth(prepared, span);
    const whole: Cell = trim({ text: prepared, from: 0, to: prepared.length });
    if (whole.text === '') {
      throw new ReadingError(say('Nothing has been typed here.'), { start: 0, end: text.length });
    }
    const places = rowsOf(whole, entries);
    const cells = places.map((row) => cellsOf(row, entries));
    checkSize(cells, places, place);
    const rows = cells.map((row, r) => row.map((cell, c) => entry(cell, r, c, entries, place)));
    return { ok: true, rows: transposed ? transpose(rows) : rows };
  });

const transpose = <T>(rows: readonly (readonly T[])[]): readonly (readonly T[])[] =>
  (rows[0] ?? []).map((_, c) => rows.flatMap((row) => row.slice(c, c + 1)));

/** Each bracket costs a walk over what is inside it, so their nesting is bounded first. */
const checkDepth = (text: string, span: Folded['span']): void => {
  let depth = 0;
  for (const { 0: found, index } of text.matchAll(bracket)) {
    depth += opens(found) ? 1 : -1;
    if (depth <= limits.matrixDepth) continue;
    const hint = say('There are too many nested brackets for a matrix.');
    throw new ReadingError(hint, span(index, index + 1));
  }
};

/** Line ends and tabs mean something here, unlike in an expression. */
const foldedLines = (text: string): Folded => {
  const lines = text.replaceAll('\r\n', ' \n');
  const { text: plain, span } = fold(lines, limits.matrixCharacters);
  const restored = plain.replaceAll(' ', (space, i: number) => {
    const typed = lines.charAt(span(i, i + 1).start);
    return typed === '\n' || typed === '\t' ? typed : space;
  });
  return { text: restored, span };
};

const rowsOf = <T>(whole: Cell, entries: Entries<T>): Cell[] => {
  const inner = unwrap(whole);
  const nested = inner ? unwrapAll(inner, entries) : unwrapAll(whole, entries)?.filter(hasCells);
  if (nested && nested.length > 0) return nested;
  // ((1, 0), (-1, 1)) inside np.array( … ) has one more pair.
  const body = inner ?? whole;
  const separator = semicolonsPart(body, entries) ? '\\n' : String.raw`\\\\|;|\n`;
  const separated = cut(body, separator)
    .map(trim)
    .filter((row, i, all) => row.text !== '' || (i > 0 && i < all.length - 1));
  return separated.length === 0 ? [body] : separated.map((row) => unwrap(row) ?? row);
};

const hasCells = ({ text }: Cell): boolean => /[,&;\t]/.test(text);

/** In `1;0` above `0;1` semicolons set entries apart: every line has one inside, and none holds a row of its own. */
const semicolonsPart = <T>(body: Cell, { spaced, decimalComma }: Entries<T>): boolean => {
  const lines = body.text.split('\n').map((line) => line.trim());
  const parts = lines.filter((line) => line !== '').map((line) => line.split(';').map((part) => part.trim()));
  const row = decimalComma ? /\S\s+\S/ : /\S[\s,]+\S/;
  return (
    parts.length > 1 &&
    parts.every(
      (cells) => cells.length > 1 && cells.every((cell) => cell !== '' && !(spaced && row.test(cell))),
    )
  );
};

/** The rows of `[1, 0], [-1, 1]`, and of NumPy's `[1 0] [-1 1]`; undefined where the cells are not all in brackets. */
const unwrapAll = <T>(inner: Cell, entries: Entries<T>): Cell[] | undefined => {
  const deeper = unwrap(inner);
  if (deeper && /^\s*[([{]/.test(deeper.text)) return unwrapAll(deeper, entries);
  const parts = cut(inner, entries.spaced ? String.raw`,|;|\n|(?<=\])\s+(?=\[)` : ',|;|\n')
    .map(trim)
    .filter((row) => row.text !== '');
  const rows = parts.map(unwrap);
  const found = rows.filter((row) => row !== undefined);
  return found.length > 0 && found.length === rows.length ? found : undefined;
};

const cellsOf = <T>(row: Cell, { decimalComma, spaced }: Entries<T>): Cell[] => {
  const commaCuts = !decimalComma || /,\s/.test(row.text) || !/[;&\t ]/.test(row.text.trim());
  const separators = ['&', '\t', ';', ...(commaCuts ? [','] : [])];
  for (const separator of separators) {
    const cells = cut(row, separator).map(trim);
    if (cells.length > 1) return cells.at(-1)?.text === '' && separator === ',' ? cells.slice(0, -1) : cells;
  }
  return (spaced ? cut(row, '\\s+') : [row]).map(trim).filter(({ text }) => text !== '');
};

const entry = <T>(
  cell: Cell,
  row: number,
  column: number,
  entries: Entries<T>,
  place: (cell: Cell) => { start: number; end: number },
): T => {
  const where = say('row {row}, column {column}', { row: row + 1, column: column + 1 });
  if (cell.text === '') throw new ReadingError(say('Nothing is entered in {where}.', { where }), place(cell));
  const read = entries.read(cell.text);
  if (read.ok) return read.entry;
  throw new ReadingError(say('In {where}: {says}', { where, says: read.error.message }), place(cell));
};

const checkSize = (
  rows: readonly (readonly Cell[])[],
  places: readonly Cell[],
  place: (cell: Cell) => { start: number; end: number },
): void => {
  const width = rows[0]?.length ?? 0;
  for (const [r, whole] of places.entries()) {
    const count = rows[r]?.length ?? 0;
    if (r >= limits.rows || count > limits.rows) {
      const hint = say('At most {most, number} rows and columns are read.', { most: limits.rows });
      throw new ReadingError(hint, place(whole));
    }
    if (count === 0) throw new ReadingError(say('Row {row} is empty.', { row: r + 1 }), place(whole));
    if (count !== width) {
      const hint = say(
        'Row {row} has {count, plural, one {# entry} other {# entries}}, row 1 has {width, number}.',
        { row: r + 1, count, width },
      );
      throw new ReadingError(hint, place(whole));
    }
  }
};
