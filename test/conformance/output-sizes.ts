import { z } from 'zod';
import { isOpName, type Node, ShapeError, shapes } from '../../src/engine/index.ts';
import { attempt, type Check } from './case.ts';
import { attribute } from './tensors.ts';

const schema = z.object({
  cases: z.array(
    z.object({
      id: z.string(),
      op: z.string().refine(isOpName, 'is an operation of the engine'),
      input: z.array(z.int()),
      kernel: attribute,
      stride: attribute.nullish(),
      padding: attribute.nullish(),
      dilation: attribute.nullish(),
      ceil_mode: z.boolean().optional(),
      output_padding: attribute.nullish(),
      output: z.array(z.int()).nullable(),
      valid: z.boolean(),
      reason: z.string().optional(),
    }),
  ),
});

/** `output-size/1`: the size of an output, or the reason why there is none. */
export const outputSizes: Check = function* (file) {
  for (const { id, op, input, output, valid, reason, ...given } of schema.parse(file).cases) {
    const channels = op.startsWith('conv') ? { in_channels: 1, out_channels: 1 } : {};
    const attrs = { ...channels, ...present(given) };
    yield attempt(id, () => {
      const got = sizeOrReason({ id: 'layer', op, in: ['x'], attrs }, [1, 1, ...input]);
      const wanted = valid ? output?.join('×') : reason;
      return got === wanted ? [] : [`${op} gives ${got}, not ${wanted}`];
    });
  }
};

function sizeOrReason(node: Node, x: readonly number[]): string | undefined {
  try {
    return shapes({ nodes: [node] }, { x })
      .get(node.id)
      ?.slice(2)
      .join('×');
  } catch (error) {
    if (error instanceof ShapeError) return error.reason;
    throw error;
  }
}

/** The attributes that are there. */
function present(
  attributes: Readonly<Record<string, z.infer<typeof attribute> | null | undefined>>,
): Record<string, z.infer<typeof attribute>> {
  return Object.fromEntries(
    Object.entries(attributes).flatMap(([name, value]) =>
      value === null || value === undefined ? [] : [[name, value]],
    ),
  );
}
