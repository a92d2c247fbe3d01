import type { Attributes } from './attributes.ts';

/** One layer: an operation, what it reads, and the names of its parameters. */
export interface NodeOf<Op extends string> {
  readonly id: string;
  readonly op: Op;
  /** Names of inputs or of earlier nodes. */
  readonly in: readonly string[];
  readonly attrs?: Attributes;
  /** Nodes of one module share its parameters. By default every node is its own. */
  readonly module?: string;
  /** Role to parameter name; two nodes may share a name. By default `<module or id>.<role>` for what `attrs` call for. */
  readonly params?: Readonly<Record<string, string>>;
  readonly buffers?: Readonly<Record<string, string>>;
  /** Names of the outputs; by default the node's id, then `<id>[1]`, `<id>[2]`, … */
  readonly outs?: readonly string[];
}
