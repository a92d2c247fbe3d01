import type { Composite } from './composite.ts';
import { recurrentComposites } from './recurrent.ts';
import { transformerComposites } from './transformer.ts';

/** Layers that are networks of operations, by name. */
export const composites = { ...recurrentComposites, ...transformerComposites } satisfies Record<
  string,
  Composite
>;

export type CompositeName = keyof typeof composites;
