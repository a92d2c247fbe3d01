import { AttributeReader } from '../attributes.ts';
import { type CompositeName, composites } from '../composites/index.ts';
import { NetworkError } from '../errors.ts';
import { checkNodes } from '../limits.ts';
import type { NodeOf } from '../node.ts';
import { Layer, type Operation, type Roles } from '../operation.ts';
import { type Operations, operations as own } from '../operations/index.ts';
import { type Shape, show } from '../tensor.ts';
import type { NetworkOf } from './network.ts';

type Node = NodeOf<string>;

/** A parameter or buffer: its role in the layer, its name in the network, its shape. */
export interface Slot {
  readonly role: string;
  readonly name: string;
  readonly shape: Shape;
}

/** An operation with all its shapes. */
export interface LaidOut {
  /** The node of the network that it is, or is a part of. */
  readonly owner: Node;
  readonly inputs: readonly string[];
  readonly layer: Layer;
  readonly operation: Operation;
  readonly outputs: readonly { readonly name: string; readonly shape: Shape }[];
  readonly parameters: readonly Slot[];
  readonly buffers: readonly Slot[];
}

export type Shapes = Readonly<Record<string, Shape>>;

/** Works out every shape of a network; `known` are shapes of parameters and buffers that exist already. */
export function layOut(network: NetworkOf<string>, inputs: Shapes, known: Shapes = {}): LaidOut[] {
  const shapes = new Map(Object.entries(inputs));
  const slotShapes = new Map(Object.entries(known));
  const laidOut: LaidOut[] = [];
  const operations = network.operations ?? own;
  for (const owner of network.nodes) {
    const nodes = primitives(owner, shapes, operations);
    checkNodes(laidOut.length + nodes.length);
    for (const node of nodes) {
      const part = layOutNode(owner, node, operations, shapes, slotShapes);
      for (const { name, shape } of part.outputs) {
        if (shapes.has(name)) throw new NetworkError(`Two things in the network are called '${name}'.`);
        shapes.set(name, shape);
      }
      laidOut.push(part);
    }
  }
  return laidOut;
}

/** The node itself, or what it is made of. */
function primitives(node: Node, shapes: ReadonlyMap<string, Shape>, operations: Operations): readonly Node[] {
  if (operations.has(node.op)) return [node];
  if (!isComposite(node)) throw new NetworkError(`Layer '${node.id}': there is no operation '${node.op}'.`);
  return composites[node.op]({
    layer: bareLayer(node, shapes),
    inputs: node.in,
    output: (i) => outputName(node, i),
    inner: (name) => `${node.id}/${name}`,
    parameter: (role) => (node.params === undefined ? `${moduleOf(node)}.${role}` : node.params[role]),
  });
}

function isComposite(node: Node): node is NodeOf<CompositeName> {
  return Object.hasOwn(composites, node.op);
}

/** The layer before its parameters are known. */
function bareLayer(node: Node, shapes: ReadonlyMap<string, Shape>): Layer {
  const inputs = node.in.map((name) => {
    const shape = shapes.get(name);
    if (shape !== undefined) return shape;
    throw new NetworkError(
      `Layer '${node.id}' reads '${name}', which is neither an input nor an earlier layer.`,
    );
  });
  const attributes = new AttributeReader(node.attrs ?? {}, `Layer '${node.id}' (${node.op})`);
  return new Layer(node.id, node.op, attributes, inputs, {});
}

function layOutNode(
  owner: Node,
  node: Node,
  operations: Operations,
  shapes: ReadonlyMap<string, Shape>,
  known: Map<string, Shape>,
): LaidOut {
  const operation = operations.get(node.op)!;
  const bare = bareLayer(node, shapes);
  const parameters = slots(node, node.params, known, () => operation.parameters?.(bare) ?? {});
  const buffers = slots(node, node.buffers, known, () => operation.buffers?.(bare) ?? {});
  const layer = new Layer(node.id, node.op, bare.attributes, bare.inputs, rolesOf(parameters));
  const outputs = operation.outputs(layer).map((shape, i) => ({ name: outputName(node, i), shape }));
  for (const { role, name, shape } of [...parameters, ...buffers]) {
    checkShape(layer, `its ${role}`, shape);
    known.set(name, shape);
  }
  for (const { shape } of outputs) checkShape(layer, 'its output', shape);
  return { owner, inputs: node.in, layer, operation, outputs, parameters, buffers };
}

function checkShape(layer: Layer, what: string, shape: Shape): void {
  if (shape.every((length) => Number.isSafeInteger(length) && length >= 0)) return;
  layer.refuse(`${what} would be ${show(shape)}, but every axis needs a whole number of entries.`);
}

/** By default the node's id, then `<id>[1]`, `<id>[2]`, … */
function outputName(node: Node, i: number): string {
  return node.outs?.[i] ?? (i === 0 ? node.id : `${node.id}[${i}]`);
}

const moduleOf = (node: Node): string => node.module ?? node.id;

/** Slots take the shape that their name has already, or else the one that the attributes call for. */
function slots(
  node: Node,
  named: Readonly<Record<string, string>> | undefined,
  known: ReadonlyMap<string, Shape>,
  derive: () => Roles,
): Slot[] {
  if (named === undefined) {
    return Object.entries(derive()).map(([role, shape]) => {
      const name = `${moduleOf(node)}.${role}`;
      return { role, name, shape: known.get(name) ?? shape };
    });
  }
  let derived: Roles | undefined;
  return Object.entries(named).map(([role, name]) => {
    derived ??= known.has(name) ? undefined : derive();
    const shape = known.get(name) ?? derived?.[role];
    if (shape !== undefined) return { role, name, shape };
    throw new NetworkError(`Layer '${node.id}' (${node.op}) has no use for a parameter '${role}'.`);
  });
}

function rolesOf(slots: readonly Slot[]): Roles {
  return Object.fromEntries(slots.map(({ role, shape }) => [role, shape]));
}
