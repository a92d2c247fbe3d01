import type { Attribute, Attributes } from './attributes.ts';
import type { LossName } from './losses/index.ts';
import type { OpName } from './operations/index.ts';

/** One layer: an operation, what it reads, and the names of its parameters. */
export interface Node {
  readonly id: string;
  readonly op: OpName;
  /** Names of inputs or of earlier nodes. */
  readonly in: readonly string[];
  readonly attrs?: Attributes;
  /** Role to parameter name; two nodes may share a name. By default `<id>.<role>` for what `attrs` call for. */
  readonly params?: Readonly<Record<string, string>>;
  readonly buffers?: Readonly<Record<string, string>>;
  /** Names of the outputs; by default the node's id. */
  readonly outs?: readonly string[];
}

/** The loss; its own attributes (delta, beta, margin, …) stand beside `op`. */
export interface Loss {
  readonly op: LossName;
  readonly in: string;
  readonly reduction?: 'mean' | 'sum' | 'batchmean';
  readonly [attribute: string]: Attribute;
}

/** Nodes in execution order. */
export interface Network {
  readonly nodes: readonly Node[];
  readonly loss?: Loss;
}
