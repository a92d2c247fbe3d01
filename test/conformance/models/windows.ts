import type { Network, Shapes } from '../../../src/engine/index.ts';
import type { Builder } from './builder.ts';

/** What attention between the places of a window takes: `version` 2 is that of the second Swin transformer. */
export interface Windows {
  readonly side: number;
  readonly version: 1 | 2;
}

/** Places that stand together: neighbours, or places of a grid over the whole picture, each as far apart as it allows. */
type Together = 'neighbours' | 'grid';

/**
 * Attention between the places of windows of `side`² (Liu et al. 2021, 2022), and of grids of as many (Tu et al. 2022).
 * Pictures are [samples, rows, columns, channels].
 * `constants` are the shapes of the fixed tables of positions, which torch counts as buffers.
 */
export class WindowAttention {
  readonly constants: Record<string, readonly number[]> = {};
  readonly #b: Builder;
  readonly #side: number;
  readonly #version: 1 | 2;

  constructor(b: Builder, { side, version }: Windows) {
    this.#b = b;
    this.#side = side;
    this.#version = version;
  }

  /** Attention within the windows of a square picture, which is filled up to whole windows. */
  over(x: string, size: number, channels: number, heads: number, together: Together = 'neighbours'): string {
    const [b, side] = [this.#b, this.#side];
    const along = Math.ceil(size / side);
    const rest = along * side - size;
    const last = { dims: [0, 2, 3, 1] };
    const padded = b.add('pad2d', b.add('permute', x, { dims: [0, 3, 1, 2] }), { pad: [0, rest, 0, rest] });
    // Rows and columns, each cut in two: neighbours share the first part, places of a grid the second.
    const parts = together === 'neighbours' ? [along, side] : [side, along];
    const split = { shape: [-1, ...parts, ...parts, channels] };
    const [outer, inner] = together === 'neighbours' ? [1, 2] : [2, 1];
    const gather = [0, outer, outer + 2, inner, inner + 2, 5];
    const spread = gather.map((_, axis) => gather.indexOf(axis));
    const windows = b.add(
      'reshape',
      b.add('permute', b.add('reshape', b.add('permute', padded, last), split), { dims: gather }),
      {
        shape: [-1, side ** 2, channels],
      },
    );
    const attended = b.add('reshape', this.#attention(windows, channels, heads), {
      shape: [-1, along, along, side, side, channels],
    });
    const whole = b.add('reshape', b.add('permute', attended, { dims: spread }), {
      shape: [-1, along * side, along * side, channels],
    });
    return [1, 2].reduce((y, dim) => b.add('slice', y, { dim, start: 0, length: size }), whole);
  }

  /** The network, its fixed tables as buffers of the nodes that read them. */
  get network(): Network & { readonly constants: Shapes } {
    const nodes = this.#b.nodes.map((node) => {
      const own = Object.keys(this.constants).filter((name) => name.startsWith(`${node.id}.`));
      const buffers = Object.fromEntries(own.map((name) => [name, name]));
      return own.length > 0 ? { ...node, buffers } : node;
    });
    return { nodes, constants: this.constants };
  }

  #attention(windows: string, channels: number, heads: number): string {
    const b = this.#b;
    const [depth, tokens] = [channels / heads, this.#side ** 2];
    const all = b.add('reshape', b.add('linear', windows, { out_features: 3 * channels }), {
      shape: [-1, tokens, 3 * heads, depth],
    });
    const part = (i: number, dims: readonly number[]): string =>
      b.add('permute', b.add('slice', all, { dim: 2, start: i * heads, length: heads }), { dims });
    const [q, k, v] = [part(0, [0, 2, 1, 3]), part(1, [0, 2, 3, 1]), part(2, [0, 2, 1, 3])];
    const product = b.add('matmul', [q, k]);
    const scores = this.#version === 1 ? product : b.add('mul', [product, b.parameter([heads, 1, 1])]);
    const weights = b.add('softmax', this.#withPositions(scores, heads), { dim: -1 });
    const mixed = b.add('permute', b.add('matmul', [weights, v]), { dims: [0, 2, 1, 3] });
    return b.add('linear', b.add('reshape', mixed, { shape: [-1, tokens, channels] }), {
      out_features: channels,
    });
  }

  /** Scores and what a position adds to them, from its place in a table, or from a small network on it. */
  #withPositions(scores: string, heads: number): string {
    const [b, tokens] = [this.#b, this.#side ** 2];
    const offsets = (2 * this.#side - 1) ** 2;
    const zeros = b.add('scale', b.add('mean', scores, { dim: [0, 1] }), { factor: 0 });
    const pairs = b.add('reshape', zeros, { shape: [tokens ** 2, 1] });
    const hidden = (): string =>
      b.add('relu', b.add('linear', b.add('concat', [pairs, pairs], { dim: 1 }), { out_features: 512 }));
    const added =
      this.#version === 1
        ? b.add('embedding', zeros, { num_embeddings: offsets, embedding_dim: heads })
        : b.add('linear', hidden(), { out_features: heads, bias: false });
    this.constants[`${added}.relative_position_index`] = [tokens ** 2];
    if (this.#version === 2) this.constants[`${added}.relative_coords_table`] = [offsets, 2];
    const byHead = b.add('permute', b.add('reshape', added, { shape: [tokens, tokens, heads] }), {
      dims: [2, 0, 1],
    });
    return b.add('add', [scores, byHead]);
  }
}
