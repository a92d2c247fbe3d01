import {
  type LayerFunctionName,
  type ScalarFunction,
  scalarFunctions,
} from '../../numbers/functions/index.ts';
import { familiesOf } from '../activations.ts';
import type { Operation } from '../operation.ts';
import { attentionOperations } from './attention.ts';
import { convolutionOperations } from './convolution.ts';
import { denseOperations } from './dense.ts';
import { elementwise, elementwiseOperations } from './elementwise.ts';
import { embeddingOperations } from './embedding.ts';
import { normalizationOperations } from './normalization.ts';
import { poolingOperations } from './pooling.ts';
import { recurrentOperations } from './recurrent.ts';
import { reductionOperations } from './reductions.ts';
import { softmaxOperations } from './softmax.ts';
import { structureOperations } from './structure.ts';
import { upsamplingOperations } from './upsampling.ts';

const families = {
  ...denseOperations,
  ...convolutionOperations,
  ...poolingOperations,
  ...normalizationOperations,
  ...elementwiseOperations,
  ...softmaxOperations,
  ...embeddingOperations,
  ...reductionOperations,
  ...structureOperations,
  ...upsamplingOperations,
  ...recurrentOperations,
  ...attentionOperations,
} satisfies Record<string, Operation>;

export type PrimitiveName = keyof typeof families | LayerFunctionName;

/** Operations by their names. */
export type Operations = ReadonlyMap<string, Operation>;

/** The engine's operations, with the functions of a list applied number by number. */
export const operationsOf = (functions: readonly ScalarFunction[]): Operations =>
  new Map<string, Operation>([
    ...Object.entries(families),
    ...[...familiesOf(functions)].map(([name, family]) => [name, elementwise(family)] as const),
  ]);

/** Every operation. To add one, add an entry to a family; a scalar function is added in `numbers/functions`. */
export const operations = operationsOf(scalarFunctions);
