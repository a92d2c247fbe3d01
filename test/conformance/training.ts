import { z } from 'zod';
import { isLossName, isOpName, type Optimizer, train } from '../../src/engine/index.ts';
import { type Check, eachCase } from './case.ts';
import { attributes, close, difference, tensorSchema } from './tensors.ts';

const tensors = z.record(z.string(), tensorSchema);
const common = { rate: z.number(), weightDecay: z.number().exactOptional() };
const momentum = z.number().exactOptional();

const optimizer: z.ZodType<Optimizer> = z.discriminatedUnion('method', [
  z.object({ method: z.literal('sgd'), ...common, momentum, nesterov: z.boolean().exactOptional() }),
  z.object({
    method: z.literal('adam'),
    ...common,
    beta1: z.number().exactOptional(),
    beta2: z.number().exactOptional(),
    epsilon: z.number().exactOptional(),
  }),
  z.object({
    method: z.literal('rmsprop'),
    ...common,
    decay: z.number().exactOptional(),
    epsilon: z.number().exactOptional(),
    momentum,
  }),
]);

const setting = z.object({
  nodes: z.array(
    z.object({
      id: z.string(),
      op: z.string().refine(isOpName),
      in: z.array(z.string()),
      params: z.record(z.string(), z.string()).exactOptional(),
    }),
  ),
  loss: z.object({ op: z.string().refine(isLossName), in: z.string() }).and(attributes),
  inputs: tensors,
  targets: tensors,
  params: tensors,
});

const one = z.object({ id: z.string(), optimizer, losses: z.array(z.number()), params: tensors });

/** `nn-training/1`: one network and its data; for each optimizer the losses step by step and the parameters at the end. */
export const training: Check = (file) => {
  const { nodes, loss, ...data } = setting.parse(file);
  return eachCase(one, ({ optimizer, losses, params }) => {
    const options = { optimizer, batch: 'all', steps: losses.length, seed: 1 } as const;
    const got = train({ nodes, loss }, { ...data, ...options });
    return [
      ...losses.flatMap((want, step) =>
        close(got.losses[step] ?? Number.NaN, want)
          ? []
          : [`the loss of step ${step} is ${got.losses[step]}, not ${want}`],
      ),
      ...Object.entries(params).flatMap(([name, want]) => difference(name, got.params[name], want)),
    ];
  })(file);
};
