import { apply, evaluate, type Tree } from '../../expressions/index.ts';
import { say } from '../../language/index.ts';
import type { Evaluation } from '../../models/evaluate.ts';
import { biasNames, nameLatex, weightNames } from '../../models/names.ts';
import type { Form } from '../../values/form.ts';
import type { Verdict } from '../../values/outcome.ts';
import type { MatrixValue } from '../../values/value.ts';
import type { Context, Misconception } from '../claim.ts';
import { judgeEntries, mistakenMatrices, type Wanted } from '../judge-matrix.ts';
import { fromUnit, intoUnit, type NamedModel, requireNamed } from '../weights.ts';
import { type At, close, exampleAt, gradientAt, judgeFormula, judgeNumber } from './judge.ts';
import { mistakenGradients } from './mistakes.ts';
import { distinctExamples, valueAtEach } from './points.ts';

/** Whether all weights or biases of a layer are meant: `W1`, `b2`. */
export const isMatrix = (of: string): boolean => /^[Wb]\d+$/.test(of);

/** The names of all weights of a layer, row by row; biases are a column. */
export function entriesOf(model: NamedModel, of: string): string[][] {
  for (const layer of model.dense) {
    if (layer.matrix === of) return weightNames(layer);
    if (layer.bias === of) return biasNames(layer).map((name) => [name]);
  }
  return [];
}

/** The derivative has the shape of what it is taken by: a grid whose rows and columns say which weight. */
export function matrixForm(model: NamedModel, of: string, at: At | undefined): Form {
  const layer = model.dense.find(({ matrix, bias }) => matrix === of || bias === of);
  const columns = layer?.bias === of ? [say('bias')] : (layer?.inputs ?? []).map(fromUnit);
  const rows = (layer?.units ?? []).map(intoUnit);
  const latex = `\\frac{\\partial L}{\\partial ${nameLatex(of)}}`;
  return {
    matrix: { name: of, latex, plain: `∂L/∂${of}`, rows, columns, free: false },
    ...(at && { names: [] }),
  };
}

export const judgeGradients = (
  value: MatrixValue,
  of: string,
  at: At | undefined,
  context: Context,
): Verdict => judgeEntries(value, wantedOf(requireNamed(context), of, at, context), context);

function wantedOf(model: NamedModel, of: string, at: At | undefined, context: Context): Wanted {
  const names = entriesOf(model, of);
  const examples = at ? [exampleAt(model, at)] : distinctExamples(model);
  return {
    values: names.map((row) =>
      row.map((name) => (point) => {
        const example = examples[point];
        return example ? gradientAt(example, name) : Number.NaN;
      }),
    ),
    points: examples.length,
    sample: (tree) => valueAtEach(tree, examples),
    judge(tree, row, column) {
      const name = names[row]?.[column] ?? '';
      return at
        ? judgeNumber(evaluate(tree, new Map()), name, at, context)
        : judgeFormula(tree, name, context);
    },
    tellsFactor: at === undefined,
  };
}

/** The derivative by all weights of a layer at an example, in numbers; null where one is not finite. */
export function matrixAt(model: NamedModel, of: string, example: Evaluation): MatrixValue | null {
  const values = entriesOf(model, of).map((row) => row.map((name) => gradientAt(example, name)));
  if (!values.flat().every(Number.isFinite)) return null;
  return { type: 'matrix', rows: values.map((row) => row.map(numeral)) };
}

/** Empty where there is no single path to the loss, along which mistakes have names. */
export function matrixMisconceptions(
  model: NamedModel,
  of: string,
  at: At | undefined,
  context: Context,
): Misconception[] {
  const names = entriesOf(model, of);
  const example = at && exampleAt(model, at);
  const entry = (tree: Tree): Tree => (example ? numeral(evaluate(tree, example.values)) : tree);
  const right = names.map((row) => row.flatMap((name) => mistakenGradients(model, name).right ?? []));
  if (right.flat().length < names.flat().length) return [];
  const mistakesOf = (row: number, column: number) => {
    const name = names[row]?.[column] ?? '';
    return mistakenGradients(model, name).singles.flatMap((mistaken) => {
      const [note] = mistaken.notes;
      const same = example && close(evaluate(mistaken.tree, example.values), gradientAt(example, name));
      return note && !same ? [{ note, tree: () => entry(mistaken.tree) }] : [];
    });
  };
  const isRight = (rows: MatrixValue['rows']) =>
    judgeGradients({ type: 'matrix', rows }, of, at, context).verdict === 'right';
  return mistakenMatrices(
    right.map((row) => row.map(entry)),
    mistakesOf,
    isRight,
  );
}

function numeral(value: number): Tree {
  const size = Math.abs(value);
  const number: Tree = { kind: 'number', digits: String(size), value: size };
  return value < 0 ? apply('neg', number) : number;
}
