import { z } from 'zod';
import { type Message, packed, say } from '../language/index.ts';
import { batchReachesOptimum } from './batch-reaches-optimum/index.ts';
import { batchStepCheaper } from './batch-step-cheaper/index.ts';
import type { Claim, Context, Stated } from './claim.ts';
import { computes } from './computes/index.ts';
import { equals } from './equals/index.ts';
import { gradient } from './gradient/index.ts';
import { learnedWith } from './learned-with/index.ts';
import { outputShape } from './output-shape/index.ts';
import { parameters } from './parameters/index.ts';
import { property } from './property/index.ts';
import { sameMapAs } from './same-map-as/index.ts';
import { sgdConvergesFaster } from './sgd-converges-faster/index.ts';
import { sgdEscapes } from './sgd-escapes/index.ts';
import { truthTable } from './truth-table/index.ts';
import { weightsOf } from './weights-of/index.ts';

/** Everything that can make an answer right, one folder each. */
export const claims: readonly Claim[] = [
  computes,
  weightsOf,
  truthTable,
  gradient,
  equals,
  parameters,
  outputShape,
  sameMapAs,
  property,
  learnedWith,
  batchReachesOptimum,
  sgdEscapes,
  sgdConvergesFaster,
  batchStepCheaper,
];

const byName = new Map(claims.map((claim) => [claim.name, claim]));
const names = [...byName.keys()].join(', ');

/** The names of the claims whose answers can be carried into later questions. */
export const carryingClaims: readonly string[] = claims
  .filter(({ carries }) => carries)
  .map(({ name }) => name);

/** A claim in a question file: `{ computes: { function: A or B } }`. */
export const claimSource = z
  .record(z.string(), z.unknown(), {
    error: packed(
      say('a claim is written as {example}, with one of {names}', { example: '{name: …}', names }),
    ),
  })
  .superRefine((source, context) => {
    const [name = '', ...others] = Object.keys(source);
    const claim = byName.get(name);
    if (!claim || others.length > 0) {
      const message =
        others.length > 0
          ? say('makes {count} claims: choose one of {names}', { count: others.length + 1, names })
          : say('"{name}" is no claim: choose one of {names}', { name, names });
      context.addIssue({ code: 'custom', message: packed(message) });
      return;
    }
    for (const issue of claim.schema.safeParse(source[name]).error?.issues ?? []) {
      context.addIssue({ ...issue, path: [name, ...issue.path] });
    }
  });
export type ClaimSource = z.infer<typeof claimSource>;

/** What the question lacks for its claim, each with how to mend it. */
export const claimProblems = (source: ClaimSource, context: Context): readonly Message[] =>
  claimOf(source).problems(Object.values(source)[0], context);

export const stateClaim = (source: ClaimSource, context: Context): Stated =>
  claimOf(source).state(Object.values(source)[0], context);

function claimOf(source: ClaimSource): Claim {
  const claim = byName.get(Object.keys(source)[0] ?? '');
  if (!claim) throw new Error(`There is no such claim: choose one of ${names}.`);
  return claim;
}
