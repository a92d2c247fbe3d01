import type { Operation } from '../operation.ts';
import { show } from '../tensor.ts';

/** Where an output entry lies between two input entries: y = (1 - weight)·x[low] + weight·x[high]. */
interface Between {
  readonly low: number;
  readonly high: number;
  readonly weight: number;
}

/** Corners meet corners with `align_corners`; else pixels are areas, and borders are repeated. */
function interpolate(input: number, output: number, scale: number, align: boolean): Between[] {
  return Array.from({ length: output }, (_, i) => {
    const ends = output > 1 ? (i * (input - 1)) / (output - 1) : 0;
    const position = align ? ends : Math.max(0, (i + 0.5) / scale - 0.5);
    const low = Math.min(Math.floor(position), input - 1);
    return { low, high: Math.min(low + 1, input - 1), weight: Math.min(position - low, 1) };
  });
}

/** Planes enlarged by `scale`, linear along both axes. */
const upsampleBilinear: Operation = {
  outputs: (layer) => {
    const [samples = 0, channels = 0, ...plane] = layer.input(0, 4, 4);
    const scale = layer.attributes.perAxis('scale', 2);
    const sizes = plane.map((size, axis) => Math.floor(size * scale[axis]!));
    if (sizes.some((size) => size < 1))
      layer.refuse(
        `a scale of ${scale.join(', ')} leaves nothing of ${show(plane)} entries.`,
        'empty-output',
      );
    return [[samples, channels, ...sizes]];
  },
  kernel: ({ layer, inputs, outputs }) => {
    const [x, y] = [inputs[0]!, outputs[0]!];
    const [samples = 0, channels = 0, height = 0, width = 0] = x.shape;
    const scale = layer.attributes.perAxis('scale', 2);
    const align = layer.attributes.flag('align_corners', false);
    const rows = interpolate(height, y.shape[2]!, scale[0]!, align);
    const columns = interpolate(width, y.shape[3]!, scale[1]!, align);
    /** Visits all four neighbours of every output entry with their weights. */
    const each = (body: (from: number, to: number, weight: number) => void): void => {
      let to = 0;
      for (let plane = 0; plane < samples * channels; plane++) {
        for (const row of rows) {
          const top = (plane * height + row.low) * width;
          const bottom = (plane * height + row.high) * width;
          for (const { low, high, weight } of columns) {
            body(top + low, to, (1 - row.weight) * (1 - weight));
            body(top + high, to, (1 - row.weight) * weight);
            body(bottom + low, to, row.weight * (1 - weight));
            body(bottom + high, to, row.weight * weight);
            to++;
          }
        }
      }
    };
    return {
      forward: () => {
        y.data.fill(0);
        each((from, to, weight) => {
          y.data[to] = y.data[to]! + weight * x.data[from]!;
        });
      },
      backward: () =>
        each((from, to, weight) => {
          x.grad[from] = x.grad[from]! + weight * y.grad[to]!;
        }),
    };
  },
};

export const upsamplingOperations = { upsample_bilinear2d: upsampleBilinear };
