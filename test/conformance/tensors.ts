import { z } from 'zod';
import type { Attribute, Attributes, Shapes, Tensor } from '../../src/engine/index.ts';

/** A number, or the name of one that JSON cannot write. */
export const real = z.union([
  z.number(),
  z.enum(['NaN', 'Infinity', '-Infinity']).transform((name) => Number(name)),
]);

export const shape = z.array(z.int().nonnegative());

export const tensorSchema = z
  .object({
    shape,
    data: z.array(z.union([real, z.boolean().transform(Number)])),
  })
  .transform(({ shape, data }): Tensor => ({ shape, data: Float64Array.from(data) }));

const attribute = z.union([real, z.boolean(), z.string(), z.array(real)]);

/** Attributes by name; null stands for an attribute that is not there. */
export const attributes = z
  .record(z.string(), attribute.nullable())
  .nullish()
  .transform((given): Attributes => {
    const present = Object.entries(given ?? {}).flatMap(([name, value]): [string, Attribute][] =>
      value === null ? [] : [[name, value]],
    );
    return Object.fromEntries(present);
  });

/** A record that may be left out or null. */
export function optional<Item extends z.ZodType>(item: Item) {
  return z
    .record(z.string(), item)
    .nullish()
    .transform((given) => given ?? {});
}

const TOLERANCE = 1e-10;

/** What is wrong with a tensor, at the first number that is wrong. */
export function difference(label: string, got: Tensor | undefined, want: Tensor): string[] {
  if (got === undefined) return [`${label} is missing`];
  if (got.shape.join() !== want.shape.join())
    return [`${label} is ${got.shape.join('×')}, not ${want.shape.join('×')}`];
  for (const [i, number] of want.data.entries()) {
    if (!close(got.data[i] ?? Number.NaN, number)) return [`${label}[${i}] is ${got.data[i]}, not ${number}`];
  }
  return [];
}

/** Within 1e-10, relative to numbers above 1. */
export function close(got: number, want: number): boolean {
  return (
    Object.is(got, want) || got === want || Math.abs(got - want) <= TOLERANCE * Math.max(1, Math.abs(want))
  );
}

export function shapesOf(tensors: Readonly<Record<string, Tensor>>): Shapes {
  return Object.fromEntries(Object.entries(tensors).map(([name, { shape }]) => [name, shape]));
}
