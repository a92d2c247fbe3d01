import { z } from 'zod';
import { isOpName, type Node, ShapeError, shapes } from '../../src/engine/index.ts';
import { attempt, type Check } from './case.ts';
import { attributes } from './tensors.ts';

const sizeCase = z.object({
  id: z.string(),
  op: z.string().refine(isOpName, 'is an operation of the engine'),
  input: z.array(z.int()),
  output: z.array(z.int()).nullable(),
  valid: z.boolean(),
  reason: z.string().optional(),
});

/** The members of a case that describe the layer. */
const layerMembers = ['kernel', 'stride', 'padding', 'dilation', 'ceil_mode', 'output_padding'];

const schema = z.object({
  cases: z.array(
    z.record(z.string(), z.unknown()).transform((members) => ({
      ...sizeCase.parse(members),
      attrs: attributes.parse(
        Object.fromEntries(Object.entries(members).filter(([name]) => layerMembers.includes(name))),
      ),
    })),
  ),
});

/** `output-size/1`: the size of an output, or the reason why there is none. */
export const outputSizes: Check = function* (file) {
  for (const { id, op, input, output, valid, reason, attrs } of schema.parse(file).cases) {
    const channels = op.startsWith('conv') ? { in_channels: 1, out_channels: 1 } : {};
    yield attempt(id, () => {
      const got = sizeOrReason({ id: 'layer', op, in: ['x'], attrs: { ...channels, ...attrs } }, [
        1,
        1,
        ...input,
      ]);
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
