import type { Operation } from '../operation.ts';
import { convolutionOperations } from './convolution.ts';
import { denseOperations } from './dense.ts';
import { elementwiseOperations } from './elementwise.ts';
import { poolingOperations } from './pooling.ts';
import { structureOperations } from './structure.ts';

/** Every operation by its name. To add one, add one entry to a family. */
export const operations = {
  ...denseOperations,
  ...convolutionOperations,
  ...poolingOperations,
  ...elementwiseOperations,
  ...structureOperations,
} satisfies Record<string, Operation>;

export type OpName = keyof typeof operations;

export function isOpName(name: string): name is OpName {
  return Object.hasOwn(operations, name);
}
