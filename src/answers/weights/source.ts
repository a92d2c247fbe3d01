import { z } from 'zod';
import { readMatrix } from '../../expressions/index.ts';
import { say } from '../../language/index.ts';
import type { MatrixForm } from '../../values/form.ts';
import type { Matrix } from '../../values/value.ts';
import { rowsText } from '../grid.ts';
import type { Refused } from '../kind.ts';

const Rows = z.array(z.array(z.union([z.number(), z.string()])));
const Named = z.record(z.string(), z.union([Rows, z.string()]));

export type SourceMatrices = z.infer<typeof Named>;

/** Matrices as a file writes them: `{ W1: [[1, 0], [-1, 1]] }`, or `[[1, 0]]` alone where one matrix is asked for. */
export function readSource(
  source: unknown,
  forms: readonly MatrixForm[],
): { readonly matrices: SourceMatrices } | Refused | null {
  const bare = Rows.safeParse(source);
  const [only] = forms;
  if (bare.success && bare.data.length > 0 && only && forms.length === 1) {
    return { matrices: { [only.name]: bare.data } };
  }
  const named = Named.safeParse(source);
  if (!named.success || Object.keys(named.data).length === 0) return null;
  const names = forms.map(({ name }) => name);
  const unknown = Object.keys(named.data).find((name) => !names.includes(name));
  if (unknown === undefined) return { matrices: named.data };
  const values = { name: unknown, names: names.join(', ') };
  return { problem: say('"{name}" is not one of the matrices that are asked for: {names}', values) };
}

/** The numbers of matrices of a file, read exactly as a pasted matrix would be. */
export function numbersOf(
  matrices: SourceMatrices,
): { readonly numbers: Readonly<Record<string, Matrix>> } | Refused {
  const numbers: [string, Matrix][] = [];
  for (const [name, rows] of Object.entries(matrices)) {
    const read = readMatrix(typeof rows === 'string' ? rows : rowsText(rows), { decimalComma: false });
    if (!read.ok) {
      return { problem: say('{what}: {reason}', { what: name, reason: read.error.message }) };
    }
    numbers.push([name, read.rows]);
  }
  return { numbers: Object.fromEntries(numbers) };
}
