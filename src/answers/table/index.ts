import { z } from 'zod';
import { say, type Words } from '../../language/index.ts';
import type { TableForm } from '../../values/form.ts';
import type { Notation } from '../../values/notation.ts';
import type { Problem } from '../../values/outcome.ts';
import type { Matrix } from '../../values/value.ts';
import { emptyCells, readCell } from '../cell.ts';
import { defineKind, type Posted, type Reading } from '../kind.ts';
import { decimal, nameLatex } from '../mathematics.ts';
import { readAs } from '../one-value.ts';
import { typed } from '../posted.ts';

const Cell = z.union([z.number(), z.string()]);

/** Rows of the asked cells only: `[[0, 1], [1, 1]]`, or by name: `[{ n1: 0, out: 1 }, …]`. */
const Rows = z.array(z.union([z.array(Cell), z.record(z.string(), Cell)]));

const heading = (name: string) => ({ name, latex: nameLatex(name) });

const fieldOf = (row: number, column: string) => `r${row}.${column}`;

/** A table with given columns (the inputs) and columns to fill (hidden values, outputs). */
export const table = defineKind({
  name: 'table',
  yields: 'table',
  schema: z.strictObject({}).describe('A table whose rows and columns the claim gives.'),
  written: say('a table'),
  answer(_, { form: { table: form }, notation }) {
    if (!form) return { faults: [say('No table is asked for: the claim must state its rows and columns.')] };
    const fill = (rows: readonly (readonly (string | number)[])[]): Posted =>
      Object.fromEntries(
        rows.flatMap((row, r) =>
          form.asked.map((name, c) => [fieldOf(r, name), String(row[c] ?? '')] as const),
        ),
      );
    return {
      fields: form.rows.flatMap((_, r) => form.asked.map((name) => fieldOf(r, name))),
      read: (posted) => read(form, posted, notation),
      write(key) {
        const rows = Rows.safeParse(key);
        const count = form.rows.length;
        if (!rows.success || rows.data.length !== count) {
          return {
            problem: say('A table is written as {count} rows, each with the cells of {asked}.', {
              count,
              asked: form.asked.join(', '),
            }),
          };
        }
        return {
          posted: fill(
            rows.data.map((row) => (Array.isArray(row) ? row : form.asked.map((name) => row[name] ?? ''))),
          ),
        };
      },
      writeValue: (value) =>
        value.type === 'table' && value.rows.length === form.rows.length ? fill(value.rows) : null,
      view: (posted) => ({
        given: form.given.map(heading),
        asked: form.asked.map(heading),
        rows: form.rows.map((given, r) => ({
          given: given.map(String),
          label: form.given.map((name, c) => `${name} = ${given[c]}`).join(', '),
          cells: form.asked.map((name) => ({
            field: fieldOf(r, name),
            label: name,
            value: typed(posted, fieldOf(r, name)),
          })),
        })),
      }),
    };
  },
});

function read(form: TableForm, posted: Posted, notation: Notation): Reading {
  const problems: Problem[] = [];
  const empty: { field: string; where: () => Words }[] = [];
  const rows: Matrix = form.rows.map((given, r) =>
    form.asked.map((name) => {
      const field = fieldOf(r, name);
      const row = form.given.map((input, c) => `${input} = ${given[c]}`).join(', ');
      const where = () => say('{cell} of the row {row}', { cell: name, row });
      const cell = readCell(posted, field, where, notation);
      if (typeof cell === 'number') return cell;
      if (cell === null) empty.push({ field, where });
      else problems.push(cell);
      return Number.NaN;
    }),
  );
  if (empty.length === form.rows.length * form.asked.length) return { state: 'blank' };
  problems.push(...emptyCells(empty));
  if (problems.length > 0) return { state: 'invalid', problems };
  return readAs({ type: 'table', rows }, () => shown(form, rows));
}

/** A Markdown table would be a block; the row as a sentence fits the line under the fields. */
const shown = (form: TableForm, rows: Matrix): string =>
  form.asked
    .map((name, c) => `$${nameLatex(name)}$: ${rows.map((row) => decimal(row[c] ?? 0)).join(', ')}`)
    .join('; ');
