import type { Claim, Context } from '../../src/claims/claim.ts';
import { experimentCache } from '../../src/claims/experiment-result.ts';
import { claims } from '../../src/claims/index.ts';
import { parse } from '../../src/expressions/index.ts';
import { modelOf } from '../../src/models/model.ts';
import { namesOf } from '../../src/models/names.ts';
import { ModelSource } from '../../src/models/schema.ts';
import { curveCache, type FitsSource, trainedCurvesOf } from '../../src/models/trained-curves.ts';
import type { Value } from '../../src/values/value.ts';
import { english, toAuthors } from '../language/english.ts';

/** The network of the homework: XOR, without biases. */
export const xor = {
  inputs: ['A', 'B'],
  layers: [
    {
      dense: {
        units: 2,
        bias: false,
        activation: 'relu',
        weights: [
          [-1, 1],
          [1, -1],
        ],
      },
    },
    { dense: { units: 1, bias: false, weights: [[1, 1]] } },
  ],
  loss: 'squared-error',
};

/** No test trains or runs again what another one did. */
const curves = curveCache();
const experiments = experimentCache();

export function contextOf(model: unknown = xor, fits: FitsSource | null = null): Context {
  const built = model === null ? null : modelOf(ModelSource.parse(model));
  return {
    model: built,
    fits: fits && trainedCurvesOf(fits, curves),
    notation: { names: built ? namesOf(built) : [], sigma: 'relu', decimalComma: false },
    experiments,
    seed: 'a question version',
  };
}

/** What the question lacks for its claim, as its author is told. */
export const problemsOf = (source: Record<string, unknown>, context: Context): readonly string[] =>
  claims.source.parse(source).inContext(context).problems.map(toAuthors);

/** States a claim that has no problems. */
export function state(source: Record<string, unknown>, context = contextOf()): Claim {
  const { claim, problems } = claims.source.parse(source).inContext(context);
  if (claim === null) throw new Error(problems.map(toAuthors).join('; '));
  return claim;
}

export function expressionOf(text: string, context = contextOf()): Value {
  const read = parse(text, { names: context.notation.names, sigma: context.notation.sigma });
  if (!read.ok) throw new Error(english(read.error.message));
  return { type: 'expression', tree: read.tree };
}

export const numberOf = (value: number): Value => ({
  type: 'number',
  value,
  exact: Number.isInteger(value) ? { numerator: BigInt(value), denominator: 1n } : null,
});

export const weights = (matrices: Record<string, number[][]>): Value => ({ type: 'weights', matrices });

/** The tags of a wrong verdict. */
export function notesOf(claim: Claim, value: Value): string[] {
  const verdict = claim.judge(value);
  return verdict.verdict === 'wrong' ? verdict.notes.map(({ tag }) => tag) : [`(${verdict.verdict})`];
}

export const says = (claim: Claim, value: Value): string => {
  const verdict = claim.judge(value);
  if (verdict.verdict === 'invalid') return english(verdict.message);
  return verdict.verdict === 'wrong' ? english(verdict.witness.says) : verdict.verdict;
};
