import {
  agreesWith,
  compareQuickly,
  evaluate,
  type KnownAnswer,
  outsideBudget,
  residuesOf,
  type Tree,
  valuesWith,
} from '../../expressions/index.ts';
import { drawnValues, type Evaluation, evaluateModel, gradientOf } from '../../models/evaluate.ts';
import { definitionsOf, derivativeOf } from '../../models/formulas.ts';
import type { Model } from '../../models/model.ts';
import { freeNames } from '../../models/names.ts';
import type { Verdict } from '../../values/outcome.ts';
import type { Context } from '../claim.ts';
import { lazy } from '../memoize.ts';
import { type NamedModel, requireNamed } from '../weights.ts';
import { formulaEvidence, numberEvidence } from './evidence.ts';
import { explain, type Mistaken, mistakenGradients, notesOf } from './mistakes.ts';
import { distinctExamples, kinksOf, readableExamples, valueAtEach } from './points.ts';

/** Values of inputs and targets, by name. */
export type At = Readonly<Record<string, number>>;

/** Whether a formula is the derivative of the loss by one weight. */
export function judgeFormula(tree: Tree, of: string, context: Context): Verdict {
  const model = requireNamed(context);
  const quick = compareQuickly(
    tree,
    outsideBudget(() => knownDerivative(model, of)),
  );
  if (quick === 'equal') return { verdict: 'right', notes: [] };
  if (quick !== 'unknown') return wrong(tree, of, model, () => distinctExamples(model)[quick.differsAt]);
  const answer = agreesWith(tree, (point) => gradientOf(model, of, (name) => point[name] ?? 0), {
    variables: Object.fromEntries(freeNames(model).map((name) => [name, 'real' as const])),
    definitions: definitionsOf(model),
    kinks: kinksOf(model).map(({ sum, at }) => ({ of: { kind: 'name', name: sum }, at })),
    seed: context.seed,
  });
  if (answer.verdict === 'undecided') return { verdict: 'undecided', reason: answer.reason };
  if (answer.verdict === 'equal') return { verdict: 'right', notes: [] };
  const { point } = answer.witness;
  return wrong(tree, of, model, () => evaluateModel(model, (name) => point[name] ?? 0));
}

/** By the nodes of a network, which its variants with other numbers share: its gradients, by weight. */
const derivatives = new WeakMap<Model['network']['nodes'], Map<string, KnownAnswer>>();

/**
 * What the network gives when it is run forward and backward at examples on both sides of every kink; and the derivative
 * by the chain rule, where it agrees at all of them. Most right answers are the chain rule, however they are written.
 */
function knownDerivative(model: NamedModel, of: string): KnownAnswer {
  const { nodes } = model.network;
  const ofNodes = derivatives.get(nodes) ?? new Map<string, KnownAnswer>();
  derivatives.set(nodes, ofNodes);
  const known = ofNodes.get(of) ?? compareDerivative(model, of);
  ofNodes.set(of, known);
  return known;
}

function compareDerivative(model: NamedModel, of: string): KnownAnswer {
  const examples = distinctExamples(model).map((example) => {
    const right = gradientAt(example, of);
    const largest = Math.max(Math.abs(right), ...[...example.values.values()].map(Math.abs));
    return { values: example.values, right, error: 1e-13 * largest };
  });
  const { tree, definitions } = derivativeOf(model, of);
  const values = valuesWith(
    tree,
    definitions,
    examples.map((example) => example.values),
  );
  const agrees = examples.every(({ right }, i) => close(values[i] ?? Number.NaN, right));
  return { examples, residues: agrees && examples.length > 0 ? residuesOf(tree, definitions) : [] };
}

/** `elsewhere`: an example at which the formula differs, for where it does not at examples of small numbers. */
function wrong(tree: Tree, of: string, model: NamedModel, elsewhere: () => Evaluation | undefined): Verdict {
  const examples = distinctExamples(model);
  const explaining = lazy(() => {
    const mineAt = valueAtEach(tree, examples);
    const matches = ({ valueAt }: Mistaken) => examples.every((_, i) => close(mineAt(i), valueAt(i)));
    return explain(mistakenGradients(model, of), matches);
  });
  return {
    verdict: 'wrong',
    // Of a matrix only what all wrong entries have in common is noted, and only one is shown.
    get notes() {
      return notesOf(explaining());
    },
    get witness() {
      const example = readable(model, of, tree) ?? elsewhere();
      if (!example) throw new Error('A formula that is wrong is wrong somewhere.');
      return formulaEvidence(model, of, tree, example, explaining());
    },
  };
}

/** Whether a number is the derivative of the loss by one weight at a point, with the weights as drawn. */
export function judgeNumber(value: number, of: string, at: At, context: Context): Verdict {
  const model = requireNamed(context);
  const example = exampleAt(model, at);
  const right = gradientAt(example, of);
  if (close(value, right)) return { verdict: 'right', notes: [] };
  const matches = ({ tree }: Mistaken) => {
    const mistaken = evaluate(tree, example.values);
    return close(mistaken, value) && !close(mistaken, right);
  };
  const explaining = explain(mistakenGradients(model, of), matches);
  return {
    verdict: 'wrong',
    notes: notesOf(explaining),
    witness: numberEvidence(model, of, value, Object.keys(at), example, explaining),
  };
}

/** Numbers that students work out by hand from small numbers: equal but for the rounding of decimals. */
export const close = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));

export const gradientAt = ({ gradients }: Evaluation, of: string): number => gradients.get(of) ?? Number.NaN;

/** The network with its weights as drawn. */
export function exampleAt(model: NamedModel, at: At): Evaluation {
  const drawn = drawnValues(model);
  return evaluateModel(model, (name) => at[name] ?? drawn?.get(name) ?? Number.NaN);
}

/** An example of small numbers at which the formula is clearly wrong; evidence that a person can check by hand. */
function readable(model: NamedModel, of: string, tree: Tree): Evaluation | undefined {
  const examples = readableExamples(model);
  const valueAt = valueAtEach(tree, examples);
  return examples.find((example, i) => {
    const [value, right] = [valueAt(i), gradientAt(example, of)];
    return Number.isFinite(value) && Math.abs(value - right) > 1e-6 * Math.max(1, Math.abs(right));
  });
}
