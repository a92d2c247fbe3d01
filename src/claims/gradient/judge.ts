import { agreesWith, evaluate, provenEqual, type Tree } from '../../expressions/index.ts';
import { drawnValues, type Evaluation, evaluateModel, gradientOf } from '../../models/evaluate.ts';
import { type Derivative, definitionsOf, derivativeOf } from '../../models/formulas.ts';
import type { Model } from '../../models/model.ts';
import { freeNames } from '../../models/names.ts';
import type { Verdict } from '../../values/outcome.ts';
import type { Context } from '../claim.ts';
import { type NamedModel, requireNamed } from '../weights.ts';
import { formulaEvidence, numberEvidence } from './evidence.ts';
import { explain, type Mistaken, mistakenGradients, notesOf } from './mistakes.ts';
import { distinctExamples, kinkNames, readableExamples, valuesAt } from './points.ts';

/** Values of inputs and targets, by name. */
export type At = Readonly<Record<string, number>>;

/** Whether a formula is the derivative of the loss by one weight. */
export function judgeFormula(tree: Tree, of: string, context: Context): Verdict {
  const model = requireNamed(context);
  if (isProven(tree, of, model)) return { verdict: 'right', notes: [] };
  const answer = agreesWithEngine(tree, of, model, definitionsOf(model), context.seed);
  if (answer.verdict === 'undecided') return { verdict: 'undecided', reason: answer.reason };
  if (answer.verdict === 'equal') return { verdict: 'right', notes: [] };
  const { point } = answer.witness;
  const example = readable(model, of, tree) ?? evaluateModel(model, (name) => point[name] ?? 0);
  const mine = valuesAt(tree, distinctExamples(model));
  const matches = ({ values }: Mistaken) => values.every((value, i) => close(mine[i] ?? Number.NaN, value));
  const explaining = explain(mistakenGradients(model, of), matches);
  return {
    verdict: 'wrong',
    notes: notesOf(explaining),
    witness: formulaEvidence(model, of, tree, example, explaining),
  };
}

/** Whether a formula has the values that the network gives when it is run forward and backward. */
const agreesWithEngine = (
  tree: Tree,
  of: string,
  model: NamedModel,
  definitions: ReadonlyMap<string, Tree>,
  seed: string,
) =>
  agreesWith(tree, (point) => gradientOf(model, of, (name) => point[name] ?? 0), {
    variables: Object.fromEntries(freeNames(model).map((name) => [name, 'real' as const])),
    definitions,
    kinks: kinkNames(model).map((name) => ({ kind: 'name', name })),
    seed,
  });

/** By the nodes of a network, which its variants with other numbers share: gradients as formulas, by weight. */
const derivatives = new WeakMap<Model['network']['nodes'], Map<string, Derivative | null>>();

/** The derivative by the chain rule, which was once compared with the engine; null if it did not agree. */
function trustedDerivative(model: NamedModel, of: string): Derivative | null {
  const { nodes } = model.network;
  const ofNodes = derivatives.get(nodes) ?? new Map<string, Derivative | null>();
  derivatives.set(nodes, ofNodes);
  const known = ofNodes.get(of);
  if (known !== undefined) return known;
  const derivative = derivativeOf(model, of);
  const { verdict } = agreesWithEngine(derivative.tree, of, model, derivative.definitions, 'derivative');
  const trusted = verdict === 'equal' ? derivative : null;
  ofNodes.set(of, trusted);
  return trusted;
}

/** Most right answers are the chain rule, however they are written: calculating modulo a prime proves that at once. */
function isProven(tree: Tree, of: string, model: NamedModel): boolean {
  const derivative = trustedDerivative(model, of);
  return derivative !== null && provenEqual(tree, derivative.tree, derivative.definitions);
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
  const mine = valuesAt(tree, examples);
  return examples.find((example, i) => {
    const [value, right] = [mine[i] ?? Number.NaN, gradientAt(example, of)];
    return Number.isFinite(value) && Math.abs(value - right) > 1e-6 * Math.max(1, Math.abs(right));
  });
}
