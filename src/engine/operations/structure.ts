import type { Layer, Operation } from '../operation.ts';
import { type Shape, sizeOf } from '../tensor.ts';

/** The same numbers in another shape. */
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

/** Axes `start_dim` to `end_dim` become one. */
const flatten = reshaped((layer) => {
  const x = layer.input();
  const from = axisOf(layer, layer.attributes.number('start_dim', 1), x.length);
  const to = axisOf(layer, layer.attributes.number('end_dim', -1), x.length);
  return [...x.slice(0, from), sizeOf(x.slice(from, to + 1)), ...x.slice(to + 1)];
});

/** An axis number, counted from the end if negative. */
function axisOf(layer: Layer, axis: number, axes: number): number {
  const index = axis < 0 ? axis + axes : axis;
  if (!Number.isInteger(index) || index < 0 || index >= Math.max(axes, 1)) {
    layer.refuse(`there is no axis ${axis} in a tensor of ${axes} axes.`);
  }
  return index;
}

export const structureOperations = { flatten };
