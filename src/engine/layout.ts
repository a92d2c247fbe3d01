import { AttributeReader } from './attributes.ts';
import { NetworkError } from './errors.ts';
import type { Network, Node } from './network.ts';
import { Layer, type Operation, type Roles } from './operation.ts';
import { operations } from './operations/index.ts';
import { countOf, type Shape } from './tensor.ts';

/** A parameter or buffer: its role in the layer, its name in the network, its shape. */
export interface Slot {
  readonly role: string;
  readonly name: string;
  readonly shape: Shape;
}

/** A node with all its shapes. */
export interface LaidOut {
  readonly node: Node;
  readonly layer: Layer;
  readonly operation: Operation;
  /** All outputs; those without a name of their own are called `<id>[1]`, `<id>[2]`, … */
  readonly outputs: readonly { readonly name: string; readonly shape: Shape }[];
  readonly parameters: readonly Slot[];
  readonly buffers: readonly Slot[];
}

export type Shapes = Readonly<Record<string, Shape>>;

/** Works out every shape of a network; `known` are shapes of parameters and buffers that exist already. */
export function layOut(network: Network, inputs: Shapes, known: Shapes = {}): LaidOut[] {
  const shapes = new Map(Object.entries(inputs));
  return network.nodes.map((node) => {
    const laidOut = layOutNode(node, shapes, known);
    for (const { name, shape } of laidOut.outputs) {
      if (shapes.has(name)) throw new NetworkError(`Two things in the network are called '${name}'.`);
      shapes.set(name, shape);
    }
    return laidOut;
  });
}

function layOutNode(node: Node, shapes: ReadonlyMap<string, Shape>, known: Shapes): LaidOut {
  const operation: Operation | undefined = operations[node.op];
  if (operation === undefined)
    throw new NetworkError(`Layer '${node.id}': there is no operation '${node.op}'.`);
  const inputs = node.in.map((name) => {
    const shape = shapes.get(name);
    if (shape !== undefined) return shape;
    throw new NetworkError(
      `Layer '${node.id}' reads '${name}', which is neither an input nor an earlier layer.`,
    );
  });
  const attributes = new AttributeReader(node.attrs ?? {}, `Layer '${node.id}' (${node.op})`);
  const bare = new Layer(node.id, node.op, attributes, inputs, {});
  const parameters = slots(node.id, node.params, known, () => operation.parameters?.(bare) ?? {});
  const buffers = slots(node.id, node.buffers, known, () => operation.buffers?.(bare) ?? {});
  const layer = new Layer(node.id, node.op, attributes, inputs, rolesOf(parameters));
  const outputs = operation.outputs(layer);
  const names = node.outs ?? [node.id];
  return {
    node,
    layer,
    operation,
    outputs: outputs.map((shape, i) => ({ name: names[i] ?? `${node.id}[${i}]`, shape })),
    parameters,
    buffers,
  };
}

/** Named slots take the shape that exists, or else the one that the attributes call for. */
function slots(
  id: string,
  named: Readonly<Record<string, string>> | undefined,
  known: Shapes,
  derive: () => Roles,
): Slot[] {
  if (named === undefined) {
    return Object.entries(derive()).map(([role, shape]) => {
      const name = `${id}.${role}`;
      return { role, name, shape: known[name] ?? shape };
    });
  }
  let derived: Roles | undefined;
  return Object.entries(named).map(([role, name]) => {
    const existing = known[name];
    if (existing !== undefined) return { role, name, shape: existing };
    derived ??= derive();
    const shape = derived[role];
    if (shape === undefined) throw new NetworkError(`Layer '${id}' has no use for a parameter '${role}'.`);
    return { role, name, shape };
  });
}

function rolesOf(slots: readonly Slot[]): Roles {
  return Object.fromEntries(slots.map(({ role, shape }) => [role, shape]));
}

/** The shape of every layer's output, by name. From shapes alone: nothing is computed or allocated. */
export function shapes(network: Network, inputs: Shapes): Map<string, Shape> {
  return new Map(
    layOut(network, inputs).flatMap(({ outputs }) => outputs.map(({ name, shape }) => [name, shape])),
  );
}

/** What one layer costs. Exact integers of any size. */
export interface LayerCount {
  readonly id: string;
  readonly op: Node['op'];
  readonly shape: Shape;
  /** Trainable numbers; 0 for what an earlier layer has counted already. */
  readonly parameters: bigint;
  readonly buffers: bigint;
  /** Multiply-accumulates of the products in one forward pass over the whole input, samples included. */
  readonly macs: bigint;
  readonly slots: readonly Slot[];
}

/** Parameters, buffers and multiply-accumulates of every layer, from shapes alone. */
export function count(
  network: Network,
  inputs: Shapes,
): { layers: LayerCount[]; parameters: bigint; buffers: bigint; macs: bigint } {
  const seen = new Set<string>();
  const fresh = (slots: readonly Slot[]): Slot[] => {
    const unseen = slots.filter(({ name }) => !seen.has(name));
    for (const { name } of unseen) seen.add(name);
    return unseen;
  };
  const layers = layOut(network, inputs).map(({ node, layer, operation, outputs, parameters, buffers }) => {
    const shape = outputs[0]!.shape;
    const slots = fresh(parameters);
    return {
      id: node.id,
      op: node.op,
      shape,
      parameters: total(slots),
      buffers: total(fresh(buffers)),
      macs: operation.macs?.(layer, shape) ?? 0n,
      slots,
    };
  });
  const sum = (key: 'parameters' | 'buffers' | 'macs'): bigint =>
    layers.reduce((all, layer) => all + layer[key], 0n);
  return { layers, parameters: sum('parameters'), buffers: sum('buffers'), macs: sum('macs') };
}

function total(slots: readonly Slot[]): bigint {
  return slots.reduce((sum, { shape }) => sum + countOf(shape), 0n);
}
