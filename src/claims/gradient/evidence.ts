import { evaluate, namesIn, type Tree } from '../../expressions/index.ts';
import { numeral, say, type Words } from '../../language/index.ts';
import type { Evaluation } from '../../models/evaluate.ts';
import { biasNames, nameLatex, targetNames, weightNames } from '../../models/names.ts';
import type { EvidenceTable, Witness } from '../../values/witness.ts';
import { decimal, equation, exactly } from '../phrases.ts';
import type { NamedModel } from '../weights.ts';
import { chainMarks, chainOf, chainTable, stepsTable } from './chain.ts';
import type { Mistaken } from './mistakes.ts';

/**
 * A wrong formula at an example, on the drawing: its weights on the edges, its inputs and what follows on the units;
 * where it is clear which mistakes were made, the steps of the chain rule, and those that differ.
 */
export function formulaEvidence(
  model: NamedModel,
  of: string,
  tree: Tree,
  example: Evaluation,
  explaining: readonly Mistaken[],
): Witness {
  const { values, gradients } = example;
  const [said, theirs] = toldApart(evaluate(tree, values), gradients.get(of) ?? Number.NaN);
  const at = (names: readonly string[]) => names.map((name) => values.get(name) ?? Number.NaN);
  const units = [...model.inputs, ...model.dense.flatMap((layer) => layer.units)];
  const derivative = derivativeBy(of);
  const steps = stepsOfOnly(explaining, model, of, example);
  const total = { name: derivative, right: theirs, mistaken: said };
  return {
    says: say(
      'With the weights and inputs drawn here and {targets}, your formula gives {said}; running the network forward and backward gives {derivative} = {theirs}.',
      { targets: equations(targetNames(model), values), said, derivative: `$${derivative}$`, theirs },
    ),
    table:
      steps.length > 0 ? chainTable(steps, total, decimal) : totalTable(model, namesIn(tree), values, total),
    network: {
      values: Object.fromEntries(units.map((name) => [name, values.get(name) ?? Number.NaN])),
      ...chainMarks(steps),
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
  example: Evaluation,
  explaining: readonly Mistaken[],
): Witness {
  const { values, gradients } = example;
  const [said, right] = toldApart(value, gradients.get(of) ?? Number.NaN);
  const steps = stepsOfOnly(explaining, model, of, example);
  const units = model.dense.flatMap((layer) => layer.units);
  return {
    says: say('At {point}, with the weights as drawn, a forward and backward pass does not give {said}.', {
      point: equations(at, values),
      said,
    }),
    expected: say('The forward pass gives {units}; backpropagation gives {right}.', {
      units: equations(units, values),
      right,
    }),
    network: {
      values: Object.fromEntries(model.inputs.map((name) => [name, values.get(name) ?? Number.NaN])),
      differs: [],
    },
    ...(steps.length > 0 && { table: stepsTable(steps) }),
  };
}

const derivativeBy = (of: string) => `\\partial L / \\partial ${nameLatex(of)}`;

const equations = (names: readonly string[], values: Evaluation['values']) =>
  names.map((name) => equation(`$${nameLatex(name)}$`, values.get(name) ?? Number.NaN));

/** Nothing where several mistakes explain the answer: they differ in other steps. */
const stepsOfOnly = (explaining: readonly Mistaken[], model: NamedModel, of: string, example: Evaluation) =>
  explaining.length === 1 && explaining[0] ? chainOf(model, of, explaining[0].factors, example) : [];

/** The values that the drawing has no place for, and what came out. */
function totalTable(
  model: NamedModel,
  used: ReadonlySet<string>,
  values: Evaluation['values'],
  { name, right, mistaken }: { readonly name: string; readonly right: Words; readonly mistaken: Words },
): EvidenceTable {
  const sums = model.dense.flatMap(({ sums, units }) => sums.filter((sum) => !units.includes(sum)));
  const shown = [...targetNames(model), ...sums.filter((sum) => used.has(sum))];
  return {
    columns: [say('name'), say('value')],
    rows: [
      ...shown.map((each) => ({
        cells: [`$${nameLatex(each)}$`, decimal(values.get(each) ?? Number.NaN)],
        differs: false,
      })),
      { cells: [say('your formula'), mistaken], differs: true },
      { cells: [`$${name}$`, right], differs: true },
    ],
  };
}

/** Two different numbers with as many digits as it takes to see that they differ. */
function toldApart(a: number, b: number): readonly [Words, Words] {
  const shown = (value: number) => (Number.isFinite(value) ? decimal(value) : say('undefined'));
  const [said, right] = [shown(a), shown(b)];
  if (JSON.stringify(said) !== JSON.stringify(right)) return [said, right];
  const exact = (value: number) => (Number.isFinite(value) ? numeral(exactly(value)) : say('undefined'));
  for (let digits = 7; digits < 17; digits++) {
    const [c, d] = [Number(a.toPrecision(digits)), Number(b.toPrecision(digits))];
    if (c !== d) return [exact(c), exact(d)];
  }
  return [exact(a), exact(b)];
}
