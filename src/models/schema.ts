import { z } from 'zod';
import { packed, say } from '../language/index.ts';
import { type Parts, standardParts } from './activations.ts';
import { activationName, type LayerKind, layerKinds, layerSchema } from './layers/index.ts';
import { Size } from './layers/layer.ts';

const Name = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9]{0,15}$/, packed(say('must be a short name such as A, x1 or out')));

/** An activation of a model file, by its name. */
export const ActivationName = activationName(standardParts);

/** What σ may stand for in formulas: an activation that stays in them under its name. */
export const SigmaName = z.enum(
  [...standardParts.activations.keys()].filter((name) => standardParts.formulas.own.has(name)),
);

export const ImageSource = z.strictObject({
  width: Size.describe('Width in pixels.'),
  height: Size.describe('Height in pixels.'),
  channels: Size.describe('Number of channels, such as 3 for colours.'),
});

/** A network as a question file states it, made of these layers: its inputs, its layers in order, its weights if drawn. */
export const modelSchema = (kinds: readonly LayerKind[], parts: Parts) =>
  z
    .strictObject({
      inputs: z.array(Name).min(1).max(16).optional().describe('The names of the inputs, such as `[A, B]`.'),
      image: ImageSource.optional().describe(
        'The size of the input, if it is an image, in the place of `inputs`.',
      ),
      layers: z.array(layerSchema(kinds, parts)).min(1).max(200).describe('The layers, in order.'),
      loss: z
        .literal('squared-error')
        .optional()
        .describe('The loss: `squared-error` is (y − out)², summed over the outputs. Default: none.'),
    })
    .refine((model) => (model.inputs === undefined) !== (model.image === undefined), {
      error: packed(say('needs either inputs (names, such as [A, B]) or image (width, height, channels)')),
    });

export const ModelSource = modelSchema(layerKinds, standardParts);

export type ModelSource = z.infer<typeof ModelSource>;
