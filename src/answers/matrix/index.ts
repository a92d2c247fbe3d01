import { z } from 'zod';
import { reader, readFormulas, toLatex, toText } from '../../expressions/index.ts';
import { say } from '../../language/index.ts';
import type { MatrixForm } from '../../values/form.ts';
import type { Notation } from '../../values/notation.ts';
import type { Problem } from '../../values/outcome.ts';
import type { MatrixValue } from '../../values/value.ts';
import { type Cell, type Entries, fieldsOf, readGrid, rowsText, viewOf, writeMatrix } from '../grid.ts';
import { defineKind, type Reading } from '../kind.ts';
import { problemOf } from '../one-field.ts';
import { readAs } from '../one-value.ts';
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
  schema: z
    .strictObject({})
    .describe('A matrix of formulas in the names of the question, in a grid or pasted.'),
  written: say('a matrix such as {example}', { example: '[[2 x, 1], [y, x]]' }),
  literal(source, { form, notation }) {
    const text = textOf(source);
    if (text === null || !form.matrix) return null;
    const read = formulas(notation).text(text);
    if (!read.ok) return { problem: read.error.message };
    const value: MatrixValue = { type: 'matrix', rows: read.rows };
    return { value, shown: `$${matrixLatex(value, notation)}$` };
  },
  answer(_, { form: { matrix: form }, notation }) {
    if (!form) return { faults: [say('No matrix is asked for: the claim must state its rows and columns.')] };
    const count = form.rows.length * form.columns.length;
    if (count > MOST_CELLS) {
      const values = { count, most: MOST_CELLS };
      return {
        faults: [
          say('asks for {count, number} formulas, more than the {most} that anybody should type', values),
        ],
      };
    }
    const entries = formulas(notation);
    return {
      fields: fieldsOf(form),
      read: (posted) => readingOf(form, readGrid(form, posted, entries), notation),
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
    };
  },
});

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

type Formula = MatrixValue['rows'][number][number];

function formulas(notation: Notation): Entries<Formula> {
  const options = optionsOf(notation);
  const parse = reader(options);
  return {
    cell(posted, field, where) {
      const within = (problem: Problem): Problem => ({
        ...problem,
        message: say('In {where}: {says}', { where: where(), says: problem.message }),
      });
      const text = readField(posted, field, LONGEST);
      if (typeof text !== 'string') return { problem: within(text) };
      if (text === '') return null;
      const read = parse(text);
      if (read.ok) return { entry: read.tree };
      const { partly } = read.error;
      return {
        problem: within(problemOf(field, text, read.error)),
        get partly() {
          return partly && toLatex(partly.tree, { sigma: notation.sigma, unknown: partly.unknown });
        },
      };
    },
    text: (text) => readFormulas(text, options),
    longest: LONGEST_TOGETHER,
  };
}

type Grid = ReturnType<typeof readGrid<Formula>>;

function readingOf(form: MatrixForm, read: Grid, notation: Notation): Reading {
  if (read === null) return { state: 'blank' };
  if ('problems' in read) {
    const { problems, cells } = read;
    return {
      state: 'invalid',
      problems,
      get shown() {
        return cells && `$${form.latex} = ${pmatrix(cells.map((row) => row.map(sketch(notation))))}$`;
      },
    };
  }
  const value: MatrixValue = { type: 'matrix', rows: read.rows };
  const count = value.rows.flat().length;
  if (count > MOST_CELLS) {
    const message = say(
      'A matrix of {count, number} formulas is too large: at most {most, number} are read.',
      { count, most: MOST_CELLS },
    );
    return { state: 'invalid', problems: [{ field: '', message }] };
  }
  return readAs(value, () => `$${form.latex} = ${matrixLatex(value, notation)}$`);
}

const matrixLatex = ({ rows }: MatrixValue, { sigma }: Notation): string =>
  pmatrix(rows.map((row) => row.map((tree) => toLatex(tree, { sigma }))));

const pmatrix = (rows: readonly (readonly string[])[]): string =>
  `\\begin{pmatrix} ${rows.map((row) => row.join(' & ')).join(' \\\\ ')} \\end{pmatrix}`;

/** A cell of a grid on its way: a square where it is empty, dots where it cannot be read, unknown names underlined. */
const sketch =
  ({ sigma }: Notation) =>
  ({ cell }: { readonly cell: Cell<Formula> }): string => {
    if (cell === null) return '\\square';
    return 'entry' in cell ? toLatex(cell.entry, { sigma }) : (cell.partly ?? '\\cdots');
  };
