import { say } from '../../language/index.ts';
import { LimitError } from '../errors.ts';
import { checkElements, limits } from '../limits.ts';
import type { Variable } from '../operation.ts';
import { type Shape, sizeOf, type Tensor } from '../tensor.ts';
import type { LaidOut, Shapes, Slot } from './layout.ts';

/** All arrays of a plan. Gradients share one array, so that one call clears them. */
export class Memory {
  readonly values: ReadonlyMap<string, Variable>;
  readonly params: ReadonlyMap<string, Variable>;
  readonly buffers: ReadonlyMap<string, Variable>;
  readonly targets: ReadonlyMap<string, Tensor>;
  readonly gradients: Float64Array;
  private used: number;
  private given = 0;

  constructor(
    layers: readonly LaidOut[],
    options: { readonly inputs: Shapes; readonly targets?: Shapes; readonly inputGradients?: boolean },
  ) {
    const inputs = new Map(Object.entries(options.inputs));
    const targets = new Map(Object.entries(options.targets ?? {}));
    const params = shapesOf(layers.flatMap((layer) => layer.parameters));
    const buffers = shapesOf(layers.flatMap((layer) => layer.buffers));
    const outputs = shapesOf(layers.flatMap((layer) => layer.outputs));
    const gradients = total(inputs) + total(params) + total(outputs);
    this.used = 2 * gradients + total(buffers) + total(targets);
    checkElements(this.used, say('The network'));
    checkWork(layers);

    this.gradients = new Float64Array(gradients);
    this.params = mapShapes(params, (shape) => this.variable(shape, true));
    this.buffers = mapShapes(buffers, (shape) => ({
      ...zeros(shape),
      grad: new Float64Array(0),
      wanted: false,
    }));
    this.targets = mapShapes(targets, zeros);
    const values = mapShapes(inputs, (shape) => this.variable(shape, options.inputGradients ?? true));
    for (const layer of layers) {
      const wanted = layer.parameters.length > 0 || layer.inputs.some((name) => values.get(name)?.wanted);
      for (const { name, shape } of layer.outputs) values.set(name, this.variable(shape, wanted));
    }
    this.values = values;
  }

  /** Working space for a kernel, zero at first. */
  scratch(size: number): Float64Array {
    this.reserve(size);
    return new Float64Array(size);
  }

  /** A table of indices for a kernel. */
  table(size: number): Int32Array {
    this.reserve(size / 2);
    return new Int32Array(size);
  }

  private reserve(size: number): void {
    this.used += size;
    checkElements(this.used, say('The network'));
  }

  private variable(shape: Shape, wanted: boolean): Variable {
    const start = this.given;
    this.given += sizeOf(shape);
    return { ...zeros(shape), grad: this.gradients.subarray(start, this.given), wanted };
  }
}

function zeros(shape: Shape): Tensor {
  return { shape, data: new Float64Array(sizeOf(shape)) };
}

function checkWork(layers: readonly LaidOut[]): void {
  const macs = layers.reduce(
    (sum, { operation, layer, outputs }) => sum + (operation.macs?.(layer, outputs[0]!.shape) ?? 0n),
    0n,
  );
  if (macs <= limits.macs) return;
  throw new LimitError(
    say('The network needs {macs} multiplications a pass, more than the {most} that are allowed here.', {
      macs: Number(macs),
      most: Number(limits.macs),
    }),
  );
}

function shapesOf(named: readonly Pick<Slot, 'name' | 'shape'>[]): Map<string, Shape> {
  return new Map(named.map(({ name, shape }) => [name, shape]));
}

function mapShapes<Item>(
  shapes: ReadonlyMap<string, Shape>,
  make: (shape: Shape) => Item,
): Map<string, Item> {
  return new Map([...shapes].map(([name, shape]) => [name, make(shape)]));
}

function total(shapes: ReadonlyMap<string, Shape>): number {
  let sum = 0;
  for (const shape of shapes.values()) sum += sizeOf(shape);
  return sum;
}
