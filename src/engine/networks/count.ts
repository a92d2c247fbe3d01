import type { NodeOf } from '../node.ts';
import { countOf, type Shape } from '../tensor.ts';
import { type LaidOut, layOut, type Shapes, type Slot } from './layout.ts';
import type { NetworkOf } from './network.ts';

/** What one layer costs. Exact integers of any size. */
export interface LayerCount {
  readonly id: string;
  readonly op: string;
  /** Shape of the layer's (first) output. */
  readonly shape: Shape;
  /** Trainable numbers, without those that an earlier layer has counted already. */
  readonly parameters: bigint;
  /** Running statistics. */
  readonly buffers: bigint;
  /** Multiply-accumulates of the products in one forward pass over the whole input, samples included. */
  readonly macs: bigint;
  /** The parameters counted, with their roles and shapes. */
  readonly slots: readonly Slot[];
}

export interface NetworkCount {
  readonly layers: readonly LayerCount[];
  readonly parameters: bigint;
  readonly buffers: bigint;
  readonly macs: bigint;
}

/**
 * Counts parameters, buffers and multiply-accumulates from shapes alone: no weight is ever allocated.
 * `known` are shapes of parameters that the nodes name without describing them in their attributes.
 */
export function count(network: NetworkOf<string>, inputs: Shapes, known: Shapes = {}): NetworkCount {
  const seen = new Set<string>();
  const fresh = (slots: readonly Slot[]): Slot[] => {
    const unseen = slots.filter(({ name }) => !seen.has(name));
    for (const { name } of unseen) seen.add(name);
    return unseen;
  };
  const parts = layOut(network, inputs, known);
  const layers = network.nodes.map((node): LayerCount => {
    const own = parts.filter(({ owner }) => owner === node);
    const slots = own.flatMap(({ parameters }) => fresh(parameters));
    return {
      id: node.id,
      op: node.op,
      shape: shapeOf(node, own),
      parameters: total(slots),
      buffers: total(own.flatMap(({ buffers }) => fresh(buffers))),
      macs: sum(own.map(({ operation, layer, outputs }) => operation.macs?.(layer, outputs[0]!.shape) ?? 0n)),
      slots,
    };
  });
  return {
    layers,
    parameters: sum(layers.map(({ parameters }) => parameters)),
    buffers: sum(layers.map(({ buffers }) => buffers)),
    macs: sum(layers.map(({ macs }) => macs)),
  };
}

function shapeOf(node: NodeOf<string>, parts: readonly LaidOut[]): Shape {
  const name = node.outs?.[0] ?? node.id;
  return parts.flatMap(({ outputs }) => outputs).find((output) => output.name === name)!.shape;
}

/** The shape of every layer's output, by name. From shapes alone: nothing is computed or allocated. */
export function shapes(network: NetworkOf<string>, inputs: Shapes, known: Shapes = {}): Map<string, Shape> {
  const outputs = layOut(network, inputs, known).flatMap((part) => part.outputs);
  return new Map(outputs.map(({ name, shape }) => [name, shape]));
}

const total = (slots: readonly Slot[]): bigint => sum(slots.map(({ shape }) => countOf(shape)));
const sum = (numbers: readonly bigint[]): bigint => numbers.reduce((all, one) => all + one, 0n);
