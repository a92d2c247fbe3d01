import { z } from 'zod';
import { reader, readFormulas, toLatex, toText } from '../../expressions/index.ts';
import { say } from '../../language/index.ts';
import type { MatrixForm } from '../../values/form.ts';
import type { Notation } from '../../values/notation.ts';
import type { MatrixValue } from '../../values/value.ts';
import { corner, type Entries, fieldsOf, readGrid, rowsText, viewOf, writeMatrix } from '../grid.ts';
import { defineKind, type Posted } from '../kind.ts';
import { problemOf } from '../one-field.ts';
import { oneValue, type Understood } from '../one-value.ts';
import { readField } from '../posted.ts';

const LONGEST = 400;
const LONGEST_TOGETHER = 5000;
const MOST_CELLS = 64;

/** A matrix or vector; each entry is an expression or a number as the file or a person writes it. */
const Rows = z.array(z.array(z.union([z.number(), z.string()])));

/** A matrix of expressions in the names of the question: a grid, or the matrix pasted as text. */
export const matrix = defineKind({
  name: 'matrix',
  yields: 'matrix',
  schema: z.strictObject({}),
  literal(source, { accepts, form, notation }) {
    const text = accepts.includes('matrix') ? textOf(source) : null;
    if (text === null || !form.matrix) return null;
    const read = formulas(notation).text(text);
    if (!read.ok) return { problem: read.error.message };
    const value: MatrixValue = { type: 'matrix', rows: read.rows };
    return { value, shown: `$${matrixLatex(value, notation)}$` };
  },
  problems: (_, { form: { matrix: form } }) => {
    if (!form) return [say('No matrix is asked for: the claim must state its rows and columns.')];
    const count = form.rows.length * form.columns.length;
    if (count <= MOST_CELLS) return [];
    const values = { count, most: MOST_CELLS };
    return [say('asks for {count, number} formulas, more than the {most} that anybody should type', values)];
  },
  answer(_, { form: { matrix: form = NOTHING }, notation }) {
    const entries = formulas(notation);
    return oneValue({
      fields: fieldsOf(form),
      understand: (posted) => understand(form, readGrid(form, posted, entries), notation),
      sketch: (posted) => sketch(form, posted, notation),
      write(key) {
        const rows = Rows.safeParse(key);
        if (rows.success && rows.data.length > 0) return { posted: writeMatrix(form, rows.data) };
        if (typeof key === 'string') return { posted: writeMatrix(form, key) };
        return { problem: say('A matrix is written as rows, such as [[2 x, 1], [y, x]].') };
      },
      writeValue: (value) =>
        value.type === 'matrix'
          ? writeMatrix(
              form,
              value.rows.map((row) => row.map((tree) => toText(tree, { sigma: notation.sigma }))),
            )
          : null,
      view(posted) {
        const matrices = [viewOf(form, posted)];
        return { matrices, wide: true, formulas: true, names: notation.names };
      },
    });
  },
});

const NOTHING: MatrixForm = { name: 'M', latex: 'M', rows: [], columns: [], free: false };

const textOf = (source: unknown): string | null => {
  const rows = Rows.safeParse(source);
  if (rows.success && rows.data.length > 0) return rowsText(rows.data);
  return typeof source === 'string' && /^\s*(\[\s*\[|\\begin)/.test(source) ? source : null;
};

const optionsOf = ({ names, decimalComma, sigma }: Notation) => ({
  names,
  decimalComma,
  functions: sigma ? { sigma } : {},
});

function formulas(notation: Notation): Entries<MatrixValue['rows'][number][number]> {
  const options = optionsOf(notation);
  const parse = reader(options);
  return {
    cell(posted, field, where) {
      const text = readField(posted, field, LONGEST);
      if (typeof text !== 'string')
        return { ...text, message: say('In {where}: {says}', { where: where(), says: text.message }) };
      if (text === '') return null;
      const read = parse(text);
      if (read.ok) return { entry: read.tree };
      const problem = problemOf(field, text, read.error);
      return { ...problem, message: say('In {where}: {says}', { where: where(), says: problem.message }) };
    },
    text: (text) => readFormulas(text, options),
    longest: LONGEST_TOGETHER,
  };
}

function understand(
  form: MatrixForm,
  read: ReturnType<typeof readGrid<MatrixValue['rows'][number][number]>>,
  notation: Notation,
): Understood {
  if (read === null) return { state: 'blank' };
  if ('problems' in read) return { state: 'invalid', problems: read.problems };
  const value: MatrixValue = { type: 'matrix', rows: read.rows };
  const count = value.rows.flat().length;
  if (count > MOST_CELLS) {
    const message = say(
      'A matrix of {count, number} formulas is too large: at most {most, number} are read.',
      { count, most: MOST_CELLS },
    );
    return { state: 'invalid', problems: [{ field: '', message }] };
  }
  return {
    state: 'read',
    value,
    get shown() {
      return `$${form.latex} = ${matrixLatex(value, notation)}$`;
    },
  };
}

const matrixLatex = ({ rows }: MatrixValue, { sigma }: Notation): string =>
  pmatrix(rows.map((row) => row.map((tree) => toLatex(tree, { sigma }))));

const pmatrix = (rows: readonly (readonly string[])[]): string =>
  `\\begin{pmatrix} ${rows.map((row) => row.join(' & ')).join(' \\\\ ')} \\end{pmatrix}`;

/** A grid on its way: empty cells are squares, those that cannot be read dots, unknown names are underlined. */
function sketch(form: MatrixForm, posted: Posted, notation: Notation): string | undefined {
  const { rows, text } = viewOf(form, posted);
  if (text.value !== '') return undefined;
  const { sigma } = notation;
  const parse = reader(optionsOf(notation));
  const latexOf = ({ value }: { readonly value: string }): string => {
    if (value.trim() === '') return '\\square';
    const read = value.length > LONGEST ? null : parse(value);
    if (read?.ok) return toLatex(read.tree, { sigma });
    const partly = read?.error.partly;
    return partly ? toLatex(partly.tree, { sigma, unknown: partly.unknown }) : '\\cdots';
  };
  const filled = form.free
    ? corner(rows.map((row) => row.cells.map(withEmpty)))
    : rows.map((row) => row.cells);
  return `$${form.latex} = ${pmatrix(filled.map((row) => row.map(latexOf)))}$`;
}

const withEmpty = <T extends { readonly value: string }>(cell: T) => ({
  ...cell,
  empty: cell.value.trim() === '',
});
