import type { Attribute } from '../attributes.ts';
import { type CompositeName, composites } from '../composites/index.ts';
import type { LossName } from '../losses/index.ts';
import type { NodeOf } from '../node.ts';
import { type Operations, operations, type PrimitiveName } from '../operations/index.ts';

export type OpName = PrimitiveName | CompositeName;
export type Node = NodeOf<OpName>;

export function isOpName(name: string): name is OpName {
  return operations.has(name) || Object.hasOwn(composites, name);
}

/** The loss; its own attributes (delta, beta, margin, …) stand beside `op`. */
export interface Loss {
  readonly op: LossName;
  readonly in: string;
  readonly reduction?: 'mean' | 'sum' | 'batchmean';
  readonly [attribute: string]: Attribute;
}

/** Nodes in execution order, whose operations are the engine's own unless others are given. */
export interface NetworkOf<Op extends string> {
  readonly nodes: readonly NodeOf<Op>[];
  readonly loss?: Loss;
  readonly operations?: Operations;
}

export type Network = NetworkOf<OpName>;
