import { z } from 'zod';
import { packed, say } from '../language/index.ts';

const Size = z.number().int().positive().max(1_000_000);
const Name = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9]{0,15}$/, packed(say('must be a short name such as A, x1 or out')));
const Row = z.array(z.number()).min(1).max(64);
export const Activation = z.enum(['relu', 'sigmoid', 'tanh', 'identity']);
export type Activation = z.infer<typeof Activation>;

const Dense = z.strictObject({
  units: Size,
  bias: z.boolean().default(true),
  activation: Activation.default('identity'),
  weights: z.array(Row).min(1).max(64).optional().describe('As drawn, [units][inputs].'),
  biases: Row.optional().describe('As drawn, one a unit.'),
});

const Conv2d = z.strictObject({
  filters: Size,
  kernel: Size.describe('Side of the square filter.'),
  stride: Size.default(1),
  padding: z.number().int().min(0).max(1_000_000).default(0),
  bias: z.boolean().default(true),
  activation: Activation.default('identity'),
  weights: z
    .array(z.array(z.array(Row)))
    .optional()
    .describe('As given, [filters][channels][kernel][kernel].'),
  biases: Row.optional().describe('As given, one a filter.'),
});

const Pool = z.strictObject({
  kernel: Size,
  stride: Size.optional(),
  padding: z.number().int().min(0).default(0),
});

const repeat = Size.max(1000).default(1).describe('How many such layers follow each other.');

export const LayerSource = z.union(
  [
    z.literal('flatten'),
    z.strictObject({ dense: Dense, repeat }),
    z.strictObject({ conv2d: Conv2d, repeat }),
    z.strictObject({ 'max-pool': Pool }),
    z.strictObject({ 'average-pool': Pool }),
  ],
  {
    error: packed(
      say('must be flatten, or one of {layers}', {
        layers: '{dense: …}, {conv2d: …}, {max-pool: …}, {average-pool: …}',
      }),
    ),
  },
);

const Image = z.strictObject({ width: Size, height: Size, channels: Size });

/** A network as a question file states it: its inputs, its layers in order, and, where it is drawn, its weights. */
export const ModelSource = z
  .strictObject({
    inputs: z.array(Name).min(1).max(16).optional(),
    image: Image.optional(),
    layers: z.array(LayerSource).min(1).max(200),
    loss: z.literal('squared-error').optional().describe('(y - out)², summed over the outputs.'),
  })
  .refine((model) => (model.inputs === undefined) !== (model.image === undefined), {
    error: packed(say('needs either inputs (names, such as [A, B]) or image (width, height, channels)')),
  });

export type ModelSource = z.infer<typeof ModelSource>;
export type LayerSource = z.infer<typeof LayerSource>;
