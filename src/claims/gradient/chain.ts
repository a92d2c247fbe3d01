import { evaluate } from '../../expressions/index.ts';
import { say, type Words } from '../../language/index.ts';
import type { Evaluation } from '../../models/evaluate.ts';
import { formula } from '../../models/formulas.ts';
import { biasNames, nameLatex, weightNames } from '../../models/names.ts';
import type { EvidenceTable, NetworkValues } from '../../values/witness.ts';
import type { NamedModel } from '../weights.ts';
import { type Factors, factorsOf, stepsOf } from './factors.ts';

/** One factor of the chain rule, with its value at an example as it is and as the mistakes make it. */
interface Step {
  /** `∂out/∂n₁`, as LaTeX. */
  readonly name: string;
  /** Where in the drawing it is: a unit, or the edge between two. */
  readonly at: { readonly unit: string } | { readonly edge: readonly [from: string, to: string] };
  readonly right: number;
  /** null: left out. */
  readonly mistaken: number | null;
  readonly differs: boolean;
}

/** The way of a weight to the loss, step by step, for an answer with known mistakes. */
export function chainOf(model: NamedModel, of: string, mistaken: Factors, { values }: Evaluation): Step[] {
  const factors = factorsOf(model, of);
  const layer = model.dense.find((each) => [weightNames(each), biasNames(each)].flat(2).includes(of));
  const last = model.dense.at(-1);
  if (!factors || !layer || !last) return [];
  const rows = weightNames(layer);
  const row = rows.findIndex((names, i) => names.includes(of) || biasNames(layer)[i] === of);
  const [unit = '', sum = ''] = [layer.units[row], layer.sums[row]];
  const [out = '', outSum = ''] = [last.units[0], last.sums[0]];
  const [right, wrong] = [stepsOf(model, factors), stepsOf(model, mistaken)];
  const input = layer.inputs[rows[row]?.indexOf(of) ?? -1];
  const steps = {
    loss: { name: over('L', out), at: { unit: out } },
    outer: { name: over(out, outSum), at: { unit: out } },
    outgoing: { name: over(outSum, unit), at: { edge: [unit, out] as const } },
    slope: { name: over(unit, sum), at: { unit } },
    signal: { name: over(sum, of), at: { unit: input ?? unit } },
  };
  const value = (term: string | null) => (term === null ? null : evaluate(formula(model, term), values));
  return STEPS.flatMap((step) => {
    const [is, made] = [value(right[step]), value(wrong[step])];
    return is === null
      ? []
      : [{ ...steps[step], right: is, mistaken: made, differs: right[step] !== wrong[step] }];
  });
}

const STEPS = ['loss', 'outer', 'outgoing', 'slope', 'signal'] as const;

const over = (of: string, by: string): string => `\\partial ${latex(of)} / \\partial ${latex(by)}`;
const latex = (name: string) => (name === 'L' ? 'L' : nameLatex(name));

/** The steps with their values, and the products of both columns; steps that differ are marked. */
export function chainTable(
  steps: readonly Step[],
  total: { readonly name: string; readonly right: Words; readonly mistaken: Words },
  shown: (value: number) => Words,
): EvidenceTable {
  const row = (name: string, right: Words, mistaken: Words, differs: boolean) => ({
    cells: [`$${name}$`, right, mistaken],
    differs,
  });
  return {
    columns: [say('step of the chain rule'), say('by backpropagation'), say('in your formula')],
    rows: [
      ...steps.map(({ name, right, mistaken, differs }) =>
        row(name, shown(right), mistaken === null ? say('left out') : shown(mistaken), differs),
      ),
      row(total.name, total.right, total.mistaken, false),
    ],
  };
}

/** Only which steps differ: their values at the point are what the question asks for. */
export const stepsTable = (steps: readonly Step[]): EvidenceTable => ({
  columns: [say('step of the chain rule'), say('in your number')],
  rows: steps.map(({ name, differs }) => ({
    cells: [`$${name}$`, differs ? say('differs') : say('same as backpropagation')],
    differs,
  })),
});

/** The places of the steps that differ, for the drawing. */
export function chainMarks(steps: readonly Step[]): Pick<NetworkValues, 'differs' | 'edges' | 'mark'> {
  const wrong = steps.flatMap(({ at, differs }) => (differs ? [at] : []));
  return {
    differs: [...new Set(wrong.flatMap((at) => ('unit' in at ? [at.unit] : [])))],
    edges: wrong.flatMap((at) => ('edge' in at ? [[...at.edge]] : [])),
    mark: say('a step that differs'),
  };
}
