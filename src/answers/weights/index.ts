import { z } from 'zod';
import { readMatrix } from '../../expressions/index.ts';
import { say } from '../../language/index.ts';
import type { MatrixForm } from '../../values/form.ts';
import type { Notation } from '../../values/notation.ts';
import type { Problem } from '../../values/outcome.ts';
import type { Matrix, WeightsValue } from '../../values/value.ts';
import { readCell } from '../cell.ts';
import { type Entries, fieldsOf, readGrid, textField, viewOf, writeMatrix } from '../grid.ts';
import { defineKind, type Posted, type Reading } from '../kind.ts';
import { namePlain, weightsShown } from '../mathematics.ts';
import { readAs } from '../one-value.ts';
import { numbersOf, readSource } from './source.ts';

/** Weights of a network: a grid for each matrix, or the matrix pasted as text. */
export const weights = defineKind({
  name: 'weights',
  yields: 'weights',
  schema: z.strictObject({}).describe('The weights of a network, in a grid for each matrix or pasted.'),
  written: say('matrices such as {example}', { example: '{W1: [[1, 0], [-1, 1]]}' }),
  literal(source, { form: { weights: forms = [] } }) {
    const read = readSource(source, forms);
    if (read === null || 'problem' in read) return read;
    const literal = numbersOf(read.matrices);
    if ('problem' in literal) return literal;
    const value: WeightsValue = { type: 'weights', matrices: literal.numbers };
    return { value, shown: shown(forms, value) };
  },
  answer(_, { form: { weights: forms = [] }, notation }) {
    if (forms.length === 0) {
      return { faults: [say('No weights are asked for: the claim must state which matrices.')] };
    }
    const fill = (matrices: Readonly<Record<string, Parameters<typeof writeMatrix>[1]>>): Posted =>
      Object.assign(
        {},
        ...forms.map((form) => {
          const rows = matrices[form.name];
          return rows === undefined ? {} : writeMatrix(form, rows);
        }),
      );
    return {
      fields: forms.flatMap(fieldsOf),
      read: (posted) => read(forms, posted, notation),
      write(key) {
        const read = readSource(key, forms);
        if (read === null) {
          const example = `{${forms.map(({ name }) => name).join(', ')}}`;
          return { problem: say('Weights are written {example}, each as rows.', { example }) };
        }
        return 'problem' in read ? read : { posted: fill(read.matrices) };
      },
      writeValue: (value) =>
        value.type === 'weights' && forms.every(({ name }) => value.matrices[name])
          ? fill(value.matrices)
          : null,
      view: (posted) => {
        const matrices = forms.map((form) => viewOf(form, posted));
        return { matrices, wide: matrices.some(({ wide }) => wide), formulas: false };
      },
    };
  },
});

const LONGEST_TOGETHER = 20_000;

const numbers = (notation: Notation): Entries<number> => ({
  cell(posted, field, where) {
    const read = readCell(posted, field, where, notation);
    return typeof read === 'number' ? { entry: read } : read && { problem: read };
  },
  text: (text) => readMatrix(text, { decimalComma: notation.decimalComma }),
  longest: LONGEST_TOGETHER,
});

function read(forms: readonly MatrixForm[], posted: Posted, notation: Notation): Reading {
  const problems: Problem[] = [];
  const empty: MatrixForm[] = [];
  const matrices: Record<string, Matrix> = {};
  for (const form of forms) {
    const read = readGrid(form, posted, numbers(notation));
    if (read === null) empty.push(form);
    else if ('rows' in read) matrices[form.name] = read.rows;
    else problems.push(...read.problems);
  }
  if (empty.length === forms.length) return { state: 'blank' };
  for (const form of empty) {
    problems.push({
      field: textField(form),
      message: say('{matrix} is still empty.', { matrix: namePlain(form.name) }),
    });
  }
  if (problems.length > 0) return { state: 'invalid', problems };
  const value: WeightsValue = { type: 'weights', matrices };
  return readAs(value, () => shown(forms, value));
}

const shown = (forms: readonly MatrixForm[], value: WeightsValue) =>
  weightsShown(value, (name) => forms.find((form) => form.name === name)?.latex);
