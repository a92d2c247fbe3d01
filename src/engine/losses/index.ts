import { classLosses } from './classes.ts';
import { elementwiseLosses } from './elementwise.ts';
import type { LossOperation } from './loss.ts';

/** Every loss by its name. */
export const losses = { ...elementwiseLosses, ...classLosses } satisfies Record<string, LossOperation>;

export type LossName = keyof typeof losses;

export function isLossName(name: string): name is LossName {
  return Object.hasOwn(losses, name);
}
