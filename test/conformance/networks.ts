import { z } from 'zod';
import { backward, count, isLossName, isOpName, type Network } from '../../src/engine/index.ts';
import { attempt, type Check, eachCase } from './case.ts';
import { attributes, close, difference, optional, real, shapesOf, tensorSchema } from './tensors.ts';

const names = optional(z.string());
const tensors = optional(tensorSchema);
const opName = z.string().refine(isOpName, 'is an operation of the engine');

const node = z.object({
  id: z.string(),
  op: opName,
  in: z.array(z.string()),
  attrs: attributes,
  params: names,
  buffers: names,
  outs: z.array(z.string()).nullish(),
});

const schema = z.object({
  id: z.string(),
  mode: z.enum(['eval', 'train']),
  inputs: tensors,
  params: tensors,
  buffers: tensors,
  nodes: z.array(node),
  loss: z
    .object({ op: z.string().refine(isLossName, 'is a loss of the engine'), in: z.string() })
    .and(attributes),
  targets: tensors,
  expect: z.object({
    loss: real,
    output: z.object({ node: z.string() }).and(tensorSchema),
    activations: tensors,
    nodeGrads: tensors,
    paramGrads: tensors,
    inputGrads: tensors,
    paramCount: z.int(),
    buffersAfter: tensors,
  }),
});

type Case = z.infer<typeof schema>;

/** `nn-network/1`: a network with its numbers; forward and backward must agree with the reference. */
export const network: Check = function* (file) {
  const one = schema.parse(file);
  yield attempt(one.id, () => problems(one));
};

function problems({ mode, inputs, params, buffers, nodes, loss, targets, expect }: Case): string[] {
  const network: Network = {
    nodes: nodes.map(({ outs, ...rest }) => ({ ...rest, ...(outs && { outs }) })),
    loss,
  };
  const got = backward(network, { inputs, params, buffers, targets, mode });
  const counted = count(network, shapesOf(inputs), shapesOf({ ...params, ...buffers })).parameters;
  const groups = [
    ['activation', expect.activations, got.values],
    ['node gradient', expect.nodeGrads, got.nodeGrads],
    ['parameter gradient', expect.paramGrads, got.paramGrads],
    ['input gradient', expect.inputGrads, got.inputGrads],
    ['buffer', expect.buffersAfter, got.buffers],
  ] as const;
  return [
    ...(close(got.loss, expect.loss) ? [] : [`loss is ${got.loss}, not ${expect.loss}`]),
    ...difference('output', got.values.get(expect.output.node), expect.output),
    ...groups.flatMap(([kind, wanted, all]) => {
      return Object.entries(wanted).flatMap(([name, want]) =>
        difference(`${kind} ${name}`, all.get(name), want),
      );
    }),
    ...(counted === BigInt(expect.paramCount) ? [] : [`has ${counted} parameters, not ${expect.paramCount}`]),
  ];
}

/** `nn-networks/1`: many of them in one file. */
export const networks = eachCase(schema, problems);
