import { say } from '../language/index.ts';
import { LimitError, ShapeError } from './errors.ts';
import { checkElements } from './limits.ts';

/** Length of each axis; images are [samples, channels, rows, columns], sequences [samples, time, features]. */
export type Shape = readonly number[];

/** Numbers in row-major order (last axis fastest). Indices are whole numbers in the same array type. */
export interface Tensor {
  readonly shape: Shape;
  readonly data: Float64Array;
}

/** A tensor of `shape` holding a copy of `data`. Throws a ShapeError if the two disagree. */
export function tensor(shape: Shape, data: ArrayLike<number>): Tensor {
  const size = sizeOf(shape);
  if (data.length !== size) {
    throw new ShapeError(
      `A tensor of shape ${show(shape)} holds ${size} numbers, but ${data.length} were given.`,
    );
  }
  checkElements(size, say('A tensor of shape {shape}', { shape: show(shape) }));
  return { shape: [...shape], data: Float64Array.from(data) };
}

/** A tensor of zeros. */
export function zeros(shape: Shape): Tensor {
  const size = sizeOf(shape);
  checkElements(size, say('A tensor of shape {shape}', { shape: show(shape) }));
  return { shape: [...shape], data: new Float64Array(size) };
}

/** How many numbers a tensor of `shape` holds; `countOf` has no limit. */
export function sizeOf(shape: Shape): number {
  let size = 1;
  for (const length of shape) {
    if (!Number.isSafeInteger(length) || length < 0) {
      throw new ShapeError(`${show(shape)} is not a shape: every axis needs a whole number of entries.`);
    }
    size *= length;
  }
  if (size > Number.MAX_SAFE_INTEGER)
    throw new LimitError(`${show(shape)} holds more numbers than can be numbered.`);
  return size;
}

/** How many numbers a tensor of `shape` holds, as an exact integer of any size. */
export function countOf(shape: Shape): bigint {
  return shape.reduce((product, length) => product * BigInt(length), 1n);
}

/** Shapes as people write them: `3×224×224`. */
export function show(shape: Shape): string {
  return shape.length === 0 ? 'a single number' : shape.join('×');
}

export function sameShape(a: Shape, b: Shape): boolean {
  return a.length === b.length && a.every((length, axis) => length === b[axis]);
}
