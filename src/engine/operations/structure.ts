import type { Layer, Operation } from '../operation.ts';
import { countOf, type Shape, show, sizeOf } from '../tensor.ts';
import { axisOf, offsetTable, strides } from './offsets.ts';

/** The same numbers in the same order, in another shape. */
function reshaped(shape: (layer: Layer) => Shape): Operation {
  return {
    outputs: (layer) => [shape(layer)],
    kernel: ({ inputs, outputs }) => {
      const { data: x, grad: dx } = inputs[0]!;
      const { data: y, grad: dy } = outputs[0]!;
      return {
        forward: () => y.set(x),
        backward: () => {
          for (let i = 0; i < dy.length; i++) dx[i] = dx[i]! + dy[i]!;
        },
      };
    },
  };
}

/** How an axis of the output walks over an axis of the input: the coordinate there, or -1 for `fill`. */
interface Walk {
  readonly length: number;
  readonly axis: number;
  readonly at: (i: number) => number;
}

/** Every number of the output is one of the input, found axis by axis, or `fill`. */
function rearranged(
  walks: (layer: Layer) => readonly Walk[],
  fill: (layer: Layer) => number = () => 0,
): Operation {
  return {
    outputs: (layer) => [walks(layer).map(({ length }) => length)],
    kernel: ({ layer, inputs, outputs, table: allocate }) => {
      const { data: x, grad: dx, shape } = inputs[0]!;
      const { data: y, grad: dy } = outputs[0]!;
      const steps = strides(shape);
      const plan = walks(layer);
      const offset = (axis: number, i: number): number => {
        const from = plan[axis]!.at(i);
        return from < 0 ? -1 : from * steps[plan[axis]!.axis]!;
      };
      const table = offsetTable(outputs[0]!.shape, offset, allocate);
      const outside = fill(layer);
      return {
        forward: () => {
          for (let i = 0; i < y.length; i++) y[i] = table[i]! < 0 ? outside : x[table[i]!]!;
        },
        backward: () => {
          for (let i = 0; i < y.length; i++) {
            const from = table[i]!;
            if (from >= 0) dx[from] = dx[from]! + dy[i]!;
          }
        },
      };
    },
  };
}

const straight = (length: number, axis: number): Walk => ({ length, axis, at: (i) => i });

const flatten = reshaped((layer) => {
  const x = layer.input();
  const from = axisOf(layer, layer.attributes.number('start_dim', 1), x.length);
  const to = axisOf(layer, layer.attributes.number('end_dim', -1), x.length);
  return [...x.slice(0, from), sizeOf(x.slice(from, to + 1)), ...x.slice(to + 1)];
});

/** One axis of the new shape may be -1: whatever is left. */
const reshape = reshaped((layer) => {
  const x = layer.input();
  const wanted = layer.attributes.numbers('shape');
  const known = sizeOf(wanted.filter((length) => length !== -1));
  const shape = wanted.map((length) => (length === -1 ? sizeOf(x) / known : length));
  if (
    wanted.filter((length) => length === -1).length > 1 ||
    !shape.every(Number.isInteger) ||
    countOf(shape) !== countOf(x)
  ) {
    layer.refuse(`the ${sizeOf(x)} numbers of ${show(x)} do not fill the shape ${show(wanted)}.`);
  }
  return shape;
});

const permute = rearranged((layer) => {
  const x = layer.input();
  const dims = layer.attributes.numbers('dims').map((dim) => axisOf(layer, dim, x.length));
  if (dims.length !== x.length || new Set(dims).size !== x.length) {
    layer.refuse(`dims must name each of its ${x.length} axes once, but are ${dims.join(', ')}.`);
  }
  return dims.map((dim) => straight(x[dim]!, dim));
});

const slice = rearranged((layer) => {
  const x = layer.input();
  const dim = axisOf(layer, layer.attributes.number('dim'), x.length);
  const given = layer.attributes.number('start', 0);
  const start = given < 0 ? given + x[dim]! : given;
  const length = layer.attributes.number('length', x[dim]! - start);
  if (start < 0 || length < 0 || start + length > x[dim]!) {
    layer.refuse(`entries ${start} to ${start + length - 1} do not exist on an axis of ${x[dim]}.`);
  }
  return x.map((all, axis) => (axis === dim ? { length, axis, at: (i) => i + start } : straight(all, axis)));
});

/** pad = [left, right, top, bottom]; `reflect` mirrors at the border without repeating it. */
const pad2d = rearranged(
  (layer) => {
    const x = layer.input(0, 2);
    const [left = 0, right = 0, top = 0, bottom = 0] = layer.attributes.perAxis('pad', 4);
    const reflect = layer.attributes.word('mode', ['constant', 'reflect'], 'constant') === 'reflect';
    return x.map((size, axis) => {
      const [before, after] =
        axis === x.length - 1 ? [left, right] : axis === x.length - 2 ? [top, bottom] : [0, 0];
      const length = size + before + after;
      if (reflect && Math.max(before, after) >= size)
        layer.refuse(`a reflection of ${Math.max(before, after)} needs more than ${size} entries.`);
      if (length < 1)
        layer.refuse(
          `a padding of ${before} and ${after} leaves nothing of ${size} entries.`,
          'empty-output',
        );
      const at = (i: number): number => {
        const inside = i - before;
        if (inside >= 0 && inside < size) return inside;
        if (!reflect) return -1;
        return inside < 0 ? -inside : 2 * (size - 1) - inside;
      };
      return { length, axis, at };
    });
  },
  (layer) => layer.attributes.number('value', 0),
);

/** Every entry repeated `scale` times on both axes of a plane. */
const upsampleNearest = rearranged((layer) => {
  const x = layer.input(0, 4, 4);
  const scale = layer.attributes.perAxis('scale', 2);
  return x.map((size, axis) => {
    const factor = axis < 2 ? 1 : scale[axis - 2]!;
    const length = Math.floor(size * factor);
    if (length < 1) layer.refuse(`a scale of ${factor} leaves nothing of ${size} entries.`, 'empty-output');
    return { length, axis, at: (i) => Math.min(Math.floor(i / factor), size - 1) };
  });
});

/** Tensors one after the other along `dim`. */
const concat: Operation = {
  windows: () => [],
  outputs: (layer) => {
    const first = layer.input();
    const dim = axisOf(layer, layer.attributes.number('dim', 0), first.length);
    const others = (shape: Shape): string => show(shape.toSpliced(dim, 1));
    for (const shape of layer.inputs) {
      if (shape.length !== first.length || others(shape) !== others(first)) {
        layer.refuse(
          `${layer.inputs.map(show).join(' and ')} can be joined along axis ${dim} only if all other axes are equal.`,
        );
      }
    }
    return [
      first.with(
        dim,
        layer.inputs.reduce((sum, shape) => sum + shape[dim]!, 0),
      ),
    ];
  },
  kernel: ({ layer, inputs, outputs }) => {
    const y = outputs[0]!;
    const dim = axisOf(layer, layer.attributes.number('dim', 0), y.shape.length);
    const width = sizeOf(y.shape.slice(dim));
    let start = 0;
    const parts = inputs.map((x) => {
      const part = { ...x, width: sizeOf(x.shape.slice(dim)), start };
      start += part.width;
      return part;
    });
    return {
      forward: () => {
        for (const x of parts) {
          for (let from = 0, to = x.start; from < x.data.length; from += x.width, to += width) {
            y.data.set(x.data.subarray(from, from + x.width), to);
          }
        }
      },
      backward: () => {
        for (const x of parts) {
          for (let from = 0, to = x.start; from < x.data.length; from += x.width, to += width) {
            for (let i = 0; i < x.width; i++) x.grad[from + i] = x.grad[from + i]! + y.grad[to + i]!;
          }
        }
      },
    };
  },
};

export const structureOperations = {
  flatten,
  reshape,
  permute,
  slice,
  pad2d,
  upsample_nearest2d: upsampleNearest,
  concat,
};
