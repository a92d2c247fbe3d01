import { say, type Words } from '../language/index.ts';
import type { Random } from '../numbers/random.ts';
import type { AttributeReader } from './attributes.ts';
import { NetworkError, ShapeError, type SizeReason } from './errors.ts';
import { type Shape, show } from './tensor.ts';

/** Shapes by role, in the order in which they are declared. */
export type Roles = Readonly<Record<string, Shape>>;

/** What is known of a layer before any number is computed. */
export class Layer {
  readonly id: string;
  readonly op: string;
  readonly attributes: AttributeReader;
  readonly inputs: readonly Shape[];
  readonly parameters: Roles;

  constructor(
    id: string,
    op: string,
    attributes: AttributeReader,
    inputs: readonly Shape[],
    parameters: Roles,
  ) {
    this.id = id;
    this.op = op;
    this.attributes = attributes;
    this.inputs = inputs;
    this.parameters = parameters;
  }

  /** Shape of input `index`, which must have between `fewest` and `most` axes. */
  input(index = 0, fewest = 0, most = Number.POSITIVE_INFINITY): Shape {
    const shape = this.inputs[index];
    if (shape === undefined)
      throw new NetworkError(`${this.label} needs ${index + 1} inputs, but has ${this.inputs.length}.`);
    if (shape.length < fewest || shape.length > most) {
      const needed =
        most === fewest
          ? `${fewest}`
          : Number.isFinite(most)
            ? say('{fewest} or {most}', { fewest: `${fewest}`, most: `${most}` })
            : say('at least {fewest}', { fewest: `${fewest}` });
      const shown = show(shape);
      this.refuse(say('it takes a tensor of {needed} axes, but gets {shape}.', { needed, shape: shown }));
    }
    return shape;
  }

  /** Shape of the parameter in `role`, which the layer cannot do without. */
  parameter(role: string): Shape {
    const shape = this.parameters[role];
    if (shape === undefined) throw new NetworkError(`${this.label} needs a parameter for '${role}'.`);
    return shape;
  }

  /** Stops if the parameter in `role` is there and does not have the shape `wanted`. */
  expect(role: string, wanted: Shape): void {
    const shape = this.parameters[role];
    if (shape !== undefined && show(shape) !== show(wanted)) {
      this.refuse(`its ${role} must be ${show(wanted)}, but is ${show(shape)}.`);
    }
  }

  refuse(sentence: Words, reason?: SizeReason): never {
    const says = say("Layer ''{id}'' ({op}): {sentence}", { id: this.id, op: this.op, sentence });
    throw new ShapeError(says, { layer: this.id, reason });
  }

  get label(): string {
    return `Layer '${this.id}' (${this.op})`;
  }
}

/** Numbers with their gradient of the same size. Kernels keep the arrays, so these never move. */
export interface Variable {
  readonly shape: Shape;
  readonly data: Float64Array;
  readonly grad: Float64Array;
  /** False if nobody asks for the gradient: expensive kernels may leave it out. */
  readonly wanted: boolean;
}

/** A layer with its memory. */
export interface Call {
  readonly layer: Layer;
  readonly inputs: readonly Variable[];
  readonly outputs: readonly Variable[];
  readonly parameters: Readonly<Record<string, Variable>>;
  readonly buffers: Readonly<Record<string, Variable>>;
  readonly training: boolean;
  readonly random: Random;
  /** Working space, zero at first, counted against the limit. */
  scratch(size: number): Float64Array;
  /** A table of indices, counted against the limit. */
  table(size: number): Int32Array;
}

/** `forward` writes outputs from inputs; `backward` adds to the gradients of inputs and parameters. */
export interface Kernel {
  forward(): void;
  backward(): void;
}

/** Windows along one axis: entries of a window, from one window to the next, between entries, and padding. */
export interface WindowSizes {
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
  readonly before: number;
  readonly after: number;
}

/** All that the engine knows of an operation: one entry of the table. */
export interface Operation {
  /** Shapes of the parameters that the attributes (and the input, where they are silent) call for. */
  parameters?(layer: Layer): Roles;
  /** Shapes of the running statistics. */
  buffers?(layer: Layer): Roles;
  /** Shapes of the outputs; the first is the layer's own. */
  outputs(layer: Layer): readonly Shape[];
  /** Multiply-accumulates for the whole input; none by default. */
  macs?(layer: Layer, output: Shape): bigint;
  /** The windows of its input that an output sees, axis by axis; none if only the entry at the same place. */
  windows?(layer: Layer): readonly WindowSizes[];
  kernel(call: Call): Kernel;
}
