import type { Layer, Operation, WindowSizes } from '../operation.ts';
import { type Axis, placesOf, poolingAxes, windowTable } from './windows.ts';

type Axes = (layer: Layer) => Axis[];

const fixed =
  (axes: number): Axes =>
  (layer) =>
    poolingAxes(layer, layer.input(0, axes + 2, axes + 2).slice(2));

/** The windows of a pooling layer are fixed, those of an adaptive one differ from place to place. */
function windows(layer: Layer): readonly WindowSizes[] {
  const spatial = layer.input().slice(2);
  const kernel = layer.attributes.perAxis('kernel', spatial.length);
  return placesOf(layer, spatial, kernel, kernel);
}

function outputs(axes: Axes): Operation['outputs'] {
  return (layer) => [[...layer.input().slice(0, 2), ...axes(layer).map((axis) => axis.output)]];
}

/** The largest entry of each window; of equal ones the first, in row-major order, gets the gradient. */
function maxPool(axes: Axes): Operation {
  return {
    outputs: outputs(axes),
    kernel: ({ layer, inputs, outputs, table: allocate }) => {
      const x = inputs[0]!;
      const y = outputs[0]!;
      const spatial = axes(layer);
      const { table, windows, plane } = planes(spatial, allocate);
      const winner = allocate(y.data.length);
      return {
        forward: () => {
          for (let o = 0, base = 0; o < winner.length; base += plane) {
            for (let window = 0; window < windows; window++, o++) {
              let best = Number.NEGATIVE_INFINITY;
              let at = -1;
              for (let i = window; i < table.length; i += windows) {
                const index = table[i]!;
                if (index < 0) continue;
                const value = x.data[base + index]!;
                if (at < 0 || value > best || Number.isNaN(value)) {
                  best = value;
                  at = base + index;
                }
              }
              y.data[o] = best;
              winner[o] = at;
            }
          }
        },
        backward: () => {
          for (let o = 0; o < winner.length; o++) {
            const at = winner[o]!;
            if (at >= 0) x.grad[at] = x.grad[at]! + y.grad[o]!;
          }
        },
      };
    },
  };
}

/** The mean of each window. */
function avgPool(
  axes: Axes,
  divisors: (layer: Layer, axes: readonly Axis[], inside: readonly number[]) => number[],
): Operation {
  return {
    outputs: outputs(axes),
    kernel: ({ layer, inputs, outputs, table: allocate }) => {
      const x = inputs[0]!;
      const y = outputs[0]!;
      const spatial = axes(layer);
      const { table, windows, plane } = planes(spatial, allocate);
      const inside = Array.from({ length: windows }, (_, window) => {
        let count = 0;
        for (let i = window; i < table.length; i += windows) if (table[i]! >= 0) count++;
        return count;
      });
      const divisor = Float64Array.from(divisors(layer, spatial, inside));
      return {
        forward: () => {
          for (let o = 0, base = 0; o < y.data.length; base += plane) {
            for (let window = 0; window < windows; window++, o++) {
              let sum = 0;
              for (let i = window; i < table.length; i += windows) {
                const index = table[i]!;
                if (index >= 0) sum += x.data[base + index]!;
              }
              y.data[o] = sum / divisor[window]!;
            }
          }
        },
        backward: () => {
          for (let o = 0, base = 0; o < y.data.length; base += plane) {
            for (let window = 0; window < windows; window++, o++) {
              const share = y.grad[o]! / divisor[window]!;
              for (let i = window; i < table.length; i += windows) {
                const index = table[i]!;
                if (index >= 0) x.grad[base + index] = x.grad[base + index]! + share;
              }
            }
          }
        },
      };
    },
  };
}

/** `divisor_override`, or the entries of the window with (`count_include_pad`) or without the padding. */
function averageDivisors(layer: Layer, axes: readonly Axis[], inside: readonly number[]): number[] {
  const { attributes } = layer;
  if (attributes.has('divisor_override')) return inside.map(() => attributes.number('divisor_override'));
  const tensorflow = typeof attributes.raw('padding') === 'string';
  if (tensorflow || !attributes.flag('count_include_pad', true)) return [...inside];
  return inside.map((_, window) => {
    let [rest, entries] = [window, 1];
    for (const axis of axes.toReversed()) {
      entries *= axis.span(rest % axis.output);
      rest = Math.floor(rest / axis.output);
    }
    return entries;
  });
}

function planes(axes: readonly Axis[], allocate: (size: number) => Int32Array) {
  return {
    table: windowTable(axes, allocate),
    windows: axes.reduce((size, axis) => size * axis.output, 1),
    plane: axes.reduce((size, axis) => size * axis.input, 1),
  };
}

/** Windows from floor(i·in/out) to ceil((i+1)·in/out), so that any input gives `output_size`. */
const adaptive: Axes = (layer) => {
  const spatial = layer.input(0, 4, 4).slice(2);
  const sizes = layer.attributes.perAxis('output_size', spatial.length);
  return spatial.map((input, axis) => {
    const output = sizes[axis]!;
    if (input < 1)
      layer.refuse(
        `its input is empty along spatial axis ${axis}; it needs one entry at least.`,
        'empty-input',
      );
    if (!Number.isInteger(output) || output < 1)
      layer.refuse(`its output size must be a whole number above 0, but is ${output}.`, 'empty-output');
    const start = (o: number): number => Math.floor((o * input) / output);
    const span = (o: number): number => Math.ceil(((o + 1) * input) / output) - start(o);
    const kernel = Math.ceil(input / output) + 1;
    return { input, output, kernel, span, at: (o, k) => (k < span(o) ? start(o) + k : -1) };
  });
};

export const poolingOperations = {
  max_pool1d: { ...maxPool(fixed(1)), windows },
  max_pool2d: { ...maxPool(fixed(2)), windows },
  avg_pool1d: { ...avgPool(fixed(1), averageDivisors), windows },
  avg_pool2d: { ...avgPool(fixed(2), averageDivisors), windows },
  adaptive_max_pool2d: maxPool(adaptive),
  adaptive_avg_pool2d: avgPool(adaptive, (_layer, _axes, inside) => [...inside]),
};
