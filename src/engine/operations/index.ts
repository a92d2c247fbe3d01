import type { Operation } from '../operation.ts';
import { attentionOperations } from './attention.ts';
import { convolutionOperations } from './convolution.ts';
import { denseOperations } from './dense.ts';
import { elementwiseOperations } from './elementwise.ts';
import { embeddingOperations } from './embedding.ts';
import { normalizationOperations } from './normalization.ts';
import { poolingOperations } from './pooling.ts';
import { recurrentOperations } from './recurrent.ts';
import { reductionOperations } from './reductions.ts';
import { softmaxOperations } from './softmax.ts';
import { structureOperations } from './structure.ts';
import { upsamplingOperations } from './upsampling.ts';

/** Every operation by its name. To add one, add one entry to a family. */
export const operations = {
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

export type PrimitiveName = keyof typeof operations;
