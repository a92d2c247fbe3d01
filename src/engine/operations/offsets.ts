import type { Layer } from '../operation.ts';
import { type Shape, show } from '../tensor.ts';

type Allocate = (size: number) => Int32Array;

/** How far apart neighbours along each axis lie in row-major order. */
export function strides(shape: Shape): number[] {
  const result = shape.map(() => 1);
  for (let axis = shape.length - 2; axis >= 0; axis--) result[axis] = result[axis + 1]! * shape[axis + 1]!;
  return result;
}

/**
 * For every entry of `shape` in row-major order, the sum of `offset(axis, coordinate)` over its axes;
 * -1 where any of them is negative.
 */
export function offsetTable(
  shape: Shape,
  offset: (axis: number, i: number) => number,
  allocate: Allocate,
): Int32Array {
  // Beside an axis of 0 another may be of any length.
  if (shape.includes(0)) return allocate(0);
  let table: Int32Array = Int32Array.of(0);
  for (const [axis, length] of shape.entries()) {
    const along = Int32Array.from({ length }, (_, i) => offset(axis, i));
    const last = axis === shape.length - 1;
    const next = last ? allocate(table.length * length) : new Int32Array(table.length * length);
    for (let i = 0, to = 0; i < table.length; i++) {
      for (let j = 0; j < length; j++)
        next[to++] = table[i]! < 0 || along[j]! < 0 ? -1 : table[i]! + along[j]!;
    }
    table = next;
  }
  return table;
}

/** Where the entries of `to` come from when `from` is stretched to it as in numpy; undefined if the shapes are equal. */
export function broadcastTable(from: Shape, to: Shape, allocate: Allocate): Int32Array | undefined {
  if (show(from) === show(to)) return undefined;
  const missing = to.length - from.length;
  const steps = strides(from);
  return offsetTable(
    to,
    (axis, i) => ((from[axis - missing] ?? 1) === 1 ? 0 : i * steps[axis - missing]!),
    allocate,
  );
}

/** The shape to which all of `shapes` stretch: axes are aligned at the end, and 1 stretches to anything. */
export function broadcast(layer: Layer, shapes: readonly Shape[]): Shape {
  const axes = Math.max(...shapes.map((shape) => shape.length));
  return Array.from({ length: axes }, (_, axis) => {
    const lengths = shapes.map((shape) => shape[shape.length - axes + axis] ?? 1);
    const stretched = lengths.find((length) => length !== 1) ?? 1;
    if (lengths.some((length) => length !== 1 && length !== stretched)) {
      layer.refuse(`${shapes.map(show).join(' and ')} do not fit together: axes must be equal or 1.`);
    }
    return stretched;
  });
}

/** An axis number, counted from the end if negative. */
export function axisOf(layer: Layer, axis: number, axes: number): number {
  const index = axis < 0 ? axis + axes : axis;
  if (!Number.isInteger(index) || index < 0 || index >= Math.max(axes, 1)) {
    layer.refuse(`there is no axis ${axis} in a tensor of ${axes} axes.`);
  }
  return index;
}
