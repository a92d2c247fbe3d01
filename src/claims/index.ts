import { batchReachesOptimum } from './batch-reaches-optimum/index.ts';
import { batchStepCheaper } from './batch-step-cheaper/index.ts';
import { claimSet } from './claim-set.ts';
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
export const claims = claimSet([
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
]);
