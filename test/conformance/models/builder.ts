import type { Attributes, Network, Node, OpName } from '../../../src/engine/index.ts';

export interface ConvOptions {
  readonly stride?: number;
  readonly padding?: number | readonly number[];
  readonly groups?: number;
  readonly bias?: boolean;
}

/** The multiple of `unit` nearest to a width, but at most a tenth below it. */
export function divisible(width: number, unit = 8): number {
  const rounded = Math.max(unit, Math.floor((width + unit / 2) / unit) * unit);
  return rounded < 0.9 * width ? rounded + unit : rounded;
}

/** Stacks layers; every method returns the name of what it adds. */
export class Builder {
  readonly nodes: Node[] = [];

  add(op: OpName, from: string | readonly string[], attrs: Attributes = {}): string {
    const id = `${op}${this.nodes.length}`;
    this.nodes.push({ id, op, in: typeof from === 'string' ? [from] : from, attrs });
    return id;
  }

  /** A convolution; by default the padding keeps the size at stride 1. */
  conv(x: string, out: number, kernel: number | readonly number[], options: ConvOptions = {}): string {
    const half = (k: number): number => Math.floor((k - 1) / 2);
    const padding = typeof kernel === 'number' ? half(kernel) : kernel.map(half);
    return this.add('conv2d', x, { out_channels: out, kernel, padding, bias: false, ...options });
  }

  /** Convolution, batch normalization and, unless it is null, an activation. */
  block(
    x: string,
    out: number,
    kernel: number | readonly number[],
    options: ConvOptions = {},
    activation: OpName | null = 'relu',
  ): string {
    const normalized = this.add('batch_norm', this.conv(x, out, kernel, options));
    return activation === null ? normalized : this.add(activation, normalized);
  }

  /** Global average, then one linear layer a width. */
  classifier(x: string, widths: readonly number[] = [1000]): string {
    const averaged = this.add('flatten', this.add('adaptive_avg_pool2d', x, { output_size: 1 }));
    return widths.reduce((from, out_features) => this.add('linear', from, { out_features }), averaged);
  }

  /** Channels weighed by a small network on their averages (squeeze and excitation, Hu et al. 2018). */
  squeezeExcite(x: string, channels: number, squeezed: number, gate: OpName = 'sigmoid'): string {
    const averaged = this.add('adaptive_avg_pool2d', x, { output_size: 1 });
    const narrow = this.add('relu', this.conv(averaged, squeezed, 1, { bias: true }));
    return this.add('mul', [x, this.add(gate, this.conv(narrow, channels, 1, { bias: true }))]);
  }

  maxPool(x: string, kernel: number, stride: number, padding = 0, ceil = false): string {
    return this.add('max_pool2d', x, { kernel, stride, padding, ceil_mode: ceil });
  }

  /** A learned tensor that depends on nothing: the only row of a table. */
  parameter(shape: readonly number[]): string {
    const zero = this.add('scale', this.add('mean', 'x'), { factor: 0 });
    const embedding_dim = shape.reduce((product, length) => product * length, 1);
    return this.add('reshape', this.add('embedding', zero, { num_embeddings: 1, embedding_dim }), { shape });
  }

  get network(): Network {
    return { nodes: this.nodes };
  }
}
