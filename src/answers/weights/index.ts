import { z } from 'zod';
import type { MatrixForm } from '../../values/form.ts';
import type { Notation } from '../../values/notation.ts';
import type { Problem } from '../../values/outcome.ts';
import type { Matrix, WeightsValue } from '../../values/value.ts';
import { defineKind, type Posted } from '../kind.ts';
import { namePlain, spoken, weightsShown } from '../mathematics.ts';
import { oneValue, type Understood } from '../one-value.ts';
import { typed } from '../posted.ts';
import { cells, gridSize, readGrid, textField, writeMatrix } from './grid.ts';
import { numbersOf, readSource } from './source.ts';

/** Weights of a network: a grid for each matrix, or the matrix pasted as text. */
export const weights = defineKind({
  name: 'weights',
  yields: 'weights',
  schema: z.strictObject({}),
  literal(source, { accepts, form: { weights: forms = [] } }) {
    if (!accepts.includes('weights')) return null;
    const read = readSource(source, forms);
    if (read === null || 'problem' in read) return read;
    const literal = numbersOf(read.matrices);
    if ('problem' in literal) return literal;
    const value: WeightsValue = { type: 'weights', matrices: literal.numbers };
    return { value, shown: shown(forms, value) };
  },
  problems: (_, { form }) =>
    form.weights?.length ? [] : ['No weights are asked for: the claim must state which matrices.'],
  answer(_, { form: { weights: forms = [] }, notation }) {
    const fill = (matrices: Readonly<Record<string, Parameters<typeof writeMatrix>[1]>>): Posted =>
      Object.assign(
        {},
        ...forms.map((form) => {
          const rows = matrices[form.name];
          return rows === undefined ? {} : writeMatrix(form, rows);
        }),
      );
    return oneValue({
      fields: forms.flatMap((form) => [
        ...cells(form)
          .flat()
          .map(({ field }) => field),
        textField(form),
      ]),
      understand: (posted) => understand(forms, posted, notation),
      write(key) {
        const read = readSource(key, forms);
        if (read === null) {
          return {
            problem: `Weights are written {${forms.map(({ name }) => name).join(', ')}}, each as rows.`,
          };
        }
        return 'problem' in read ? read : { posted: fill(read.matrices) };
      },
      writeValue: (value) =>
        value.type === 'weights' && forms.every(({ name }) => value.matrices[name])
          ? fill(value.matrices)
          : null,
      view: (posted) => {
        const matrices = forms.map((form) => viewOf(form, posted));
        return { matrices, wide: matrices.some(({ wide }) => wide) };
      },
    });
  },
});

function understand(forms: readonly MatrixForm[], posted: Posted, notation: Notation): Understood {
  const problems: Problem[] = [];
  const empty: MatrixForm[] = [];
  const matrices: Record<string, Matrix> = {};
  for (const form of forms) {
    const read = readGrid(form, posted, notation);
    if (read === null) empty.push(form);
    else if ('rows' in read) matrices[form.name] = read.rows;
    else problems.push(...read.problems);
  }
  if (empty.length === forms.length) return { state: 'blank' };
  for (const form of empty) {
    problems.push({ field: textField(form), message: `${namePlain(form.name)} is still empty.` });
  }
  if (problems.length > 0) return { state: 'invalid', problems };
  const value: WeightsValue = { type: 'weights', matrices };
  return { state: 'read', shown: shown(forms, value), value };
}

const shown = (forms: readonly MatrixForm[], value: WeightsValue) =>
  weightsShown(value, (name) => forms.find((form) => form.name === name)?.latex);

/** Columns beyond which cells are narrow. */
const MOST_ROOMY = 5;

function viewOf(form: MatrixForm, posted: Posted) {
  // Where the size is part of the answer, the names of rows and columns would give it away.
  const heading = (names: readonly string[], at: number, side: string) => {
    const shown = form.free ? `${at + 1}` : (names[at] ?? '');
    return { shown, plain: form.free ? `${side} ${at + 1}` : spoken(shown) };
  };
  const columns = Array.from({ length: gridSize(form).columns }, (_, c) =>
    heading(form.columns, c, 'column'),
  );
  return {
    name: form.name,
    latex: form.latex,
    wide: columns.length > MOST_ROOMY,
    plain: namePlain(form.name),
    columns,
    rows: cells(form).map((row, r) => {
      const named = heading(form.rows, r, 'row');
      return {
        ...named,
        cells: row.map(({ field }, c) => ({
          field,
          label: `${namePlain(form.name)}, ${named.plain}, ${columns[c]?.plain}`,
          value: typed(posted, field),
        })),
      };
    }),
    text: { field: textField(form), value: typed(posted, textField(form)) },
  };
}
