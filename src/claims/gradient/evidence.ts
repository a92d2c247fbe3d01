import { evaluate, namesIn, type Tree } from '../../expressions/index.ts';
import type { Evaluation } from '../../models/evaluate.ts';
import { biasNames, targetNames, weightNames } from '../../models/names.ts';
import type { Witness } from '../../values/witness.ts';
import { format, list } from '../says.ts';
import type { NamedModel } from '../weights.ts';

/** A wrong formula at an example, on the drawing: its weights on the edges, its inputs and what follows on the units. */
export function formulaEvidence(
  model: NamedModel,
  of: string,
  tree: Tree,
  { values, gradients }: Evaluation,
): Witness {
  const [said, theirs] = toldApart(evaluate(tree, values), gradients.get(of) ?? Number.NaN);
  const at = (names: readonly string[]) => names.map((name) => values.get(name) ?? Number.NaN);
  const equations = (names: readonly string[]) =>
    names.map((name) => `${name} = ${format(values.get(name) ?? Number.NaN)}`);
  const used = namesIn(tree);
  const sums = model.dense.flatMap(({ sums, units }) => sums.filter((name) => !units.includes(name)));
  const shown = [...targetNames(model), ...sums.filter((name) => used.has(name))];
  const row = (name: string, value: string, differs: boolean) => ({ cells: [name, value], differs });
  const units = [...model.inputs, ...model.dense.flatMap((layer) => layer.units)];
  return {
    says: `With the weights and inputs drawn here and ${list(equations(targetNames(model)))}, your formula is ${said}; running the network forward and backward gives ∂L/∂${of} = ${theirs}.`,
    table: {
      columns: ['name', 'value'],
      rows: [
        ...shown.map((name) => row(name, format(values.get(name) ?? Number.NaN), false)),
        row('your formula', said, true),
        row(`∂L/∂${of}`, theirs, true),
      ],
    },
    network: {
      values: Object.fromEntries(units.map((name) => [name, values.get(name) ?? Number.NaN])),
      differs: [],
      weights: Object.fromEntries(
        model.dense.flatMap((layer) => [
          [layer.matrix, weightNames(layer).map(at)],
          ...(layer.bias === null ? [] : [[layer.bias, biasNames(layer).map((name) => at([name]))]]),
        ]),
      ),
    },
  };
}

/** A wrong number at the point that was asked for. What follows from the point is the student's work: only expected. */
export function numberEvidence(
  model: NamedModel,
  of: string,
  value: number,
  at: readonly string[],
  { values, gradients }: Evaluation,
): Witness {
  const [said, right] = toldApart(value, gradients.get(of) ?? Number.NaN);
  const shown = (names: readonly string[]) =>
    list(names.map((name) => `${name} = ${format(values.get(name) ?? Number.NaN)}`));
  return {
    says: `At ${shown(at)}, with the weights as drawn, a pass forward and backward does not give ${said}.`,
    expected: `The pass forward gives ${shown(model.dense.flatMap(({ units }) => units))}; backpropagation gives ${right}.`,
  };
}

/** Two different numbers with as many digits as it takes to see that they differ. */
function toldApart(a: number, b: number): readonly [string, string] {
  const shown = (value: number) => (Number.isFinite(value) ? format(value) : 'undefined');
  const [said, right] = [shown(a), shown(b)];
  if (said !== right) return [said, right];
  const exact = (value: number) =>
    Number.isFinite(value) ? String(value).replaceAll('-', '−') : 'undefined';
  for (let digits = 7; digits < 17; digits++) {
    const [c, d] = [Number(a.toPrecision(digits)), Number(b.toPrecision(digits))];
    if (c !== d) return [exact(c), exact(d)];
  }
  return [exact(a), exact(b)];
}
