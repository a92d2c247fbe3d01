import { type NodeOf, type Shape, shapes, type Tensor, tensor } from '../../engine/index.ts';
import type { Activation, Parts } from '../activations.ts';
import { ModelError, type SourcePath } from '../model-error.ts';
import { type DenseLayer, unitNames } from '../names.ts';
import { type Level, type Nested, stated } from '../stated-numbers.ts';

/** Numbers that a file may state for a parameter. */
interface Stated {
  readonly name: string;
  readonly shape: Shape;
  readonly lists: Nested | undefined;
  readonly levels: readonly Level[];
  /** Of the field in the layer. */
  readonly field: string;
}

/** A network while its layers are added, one after the other. */
export class Building {
  readonly nodes: NodeOf<string>[] = [];
  readonly params: Record<string, Tensor> = {};
  readonly dense: DenseLayer[] = [];
  /** Every parameter so far has its numbers. */
  complete = true;
  /** Of what the next layer gets. */
  shape: Shape;
  /** The layer that is being added: where the file states it, its key there, and whether no fully connected one follows. */
  path: SourcePath = [];
  key = '';
  isLastDense = false;
  private readonly input: Shape;
  private readonly parts: Parts;
  private readonly layers: number;
  private inputs: readonly string[];
  private numbered = 0;

  constructor(input: Shape, inputs: readonly string[], layers: number, parts: Parts) {
    this.input = input;
    this.shape = input;
    this.inputs = inputs;
    this.layers = layers;
    this.parts = parts;
  }

  /** The number of a layer with weights: 1 is the first. */
  nextNumber(): number {
    this.numbered += 1;
    return this.numbered;
  }

  /** Adds a node that reads the one before it. */
  add(node: Omit<NodeOf<string>, 'in'>): void {
    const { nodes } = this;
    const { operations } = this.parts;
    nodes.push({ ...node, in: [nodes.at(-1)?.id ?? 'x'] });
    this.shape = shapes({ nodes, operations }, { x: this.input }).get(node.id) ?? this.shape;
  }

  activation(name: string): Activation {
    const found = this.parts.activations.get(name);
    if (!found) throw new Error(`Models have no activation ${name}.`);
    return found;
  }

  /** Takes the numbers of a parameter, where the file states them. */
  state({ name, shape, lists, levels, field }: Stated): void {
    if (lists === undefined) {
      this.complete = false;
      return;
    }
    try {
      this.params[name] = tensor(shape, stated(name, lists, shape, levels));
    } catch (error) {
      throw new ModelError([...this.path, this.key, field], error);
    }
  }

  /** Names what is in a fully connected layer: the next one reads its units. */
  name(matrix: string, bias: string | null, units: number, activation: Activation): void {
    const names = unitNames(units, this.numbered, this.layers, activation);
    this.dense.push({ matrix, bias, inputs: this.inputs, ...names, activation });
    this.inputs = names.units;
  }
}
