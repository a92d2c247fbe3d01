import { z } from 'zod';
import { isOpName, type Node, ShapeError, shapes } from '../../src/engine/index.ts';
import { eachCase } from './case.ts';
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

const schema = z.record(z.string(), z.unknown()).transform((members) => ({
  ...sizeCase.parse(members),
  attrs: attributes.parse(
    Object.fromEntries(Object.entries(members).filter(([name]) => layerMembers.includes(name))),
  ),
}));

/** `output-size/1`: the size of an output, or the reason why there is none. */
export const outputSizes = eachCase(schema, ({ op, input, output, valid, reason, attrs }) => {
  const channels = op.startsWith('conv') ? { in_channels: 1, out_channels: 1 } : {};
  const node: Node = { id: 'layer', op, in: ['x'], attrs: { ...channels, ...attrs } };
  const got = sizeOrReason(node, [1, 1, ...input]);
  const wanted = valid ? output?.join('×') : reason;
  return got === wanted ? [] : [`${op} gives ${got}, not ${wanted}`];
});

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
