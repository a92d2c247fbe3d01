import type { NodeOf } from '../node.ts';
import type { Layer } from '../operation.ts';
import type { PrimitiveName } from '../operations/index.ts';

export type Inner = NodeOf<PrimitiveName>;

/** The place of a composite layer in its network. */
export interface Blueprint {
  readonly layer: Layer;
  readonly inputs: readonly string[];
  /** The name of output `i`. */
  output(i: number): string;
  /** A name for something inside the layer. */
  inner(name: string): string;
  /** The parameter in a role; undefined if the layer was given parameters, but none in this role. */
  parameter(role: string): string | undefined;
}

/** A layer that is a network of operations: its nodes, in execution order. */
export type Composite = (blueprint: Blueprint) => readonly Inner[];

/** Roles of an inner node, each with the parameter that has the given role in the composite, if it has one. */
export function parametersOf(
  blueprint: Blueprint,
  roles: Readonly<Record<string, string>>,
): Record<string, string> {
  const named = Object.entries(roles).flatMap(([inner, outer]): [string, string][] => {
    const name = blueprint.parameter(outer);
    return name === undefined ? [] : [[inner, name]];
  });
  return Object.fromEntries(named);
}
