import { z } from 'zod';
import { packed, say } from '../../language/index.ts';
import { asWritten } from '../../values/json.ts';
import type { Parts } from '../activations.ts';
import { conv2d } from './conv2d.ts';
import { dense } from './dense.ts';
import { flatten } from './flatten.ts';
import type { LayerKind, LayerSource } from './layer.ts';
import { averagePool, maxPool } from './pools.ts';

export type { LayerKind, LayerSource } from './layer.ts';

/** The kinds of layer of a model file. To add one, add a file here and a line below. */
export const layerKinds: readonly LayerKind[] = [flatten, dense, conv2d, maxPool, averagePool];

/** The activations that a model file may name. */
export const activationName = ({ activations }: Parts) => z.enum([...activations.keys()]);

/** The schema of a layer, which may be of any of these kinds. */
export const layerSchema = (kinds: readonly LayerKind[], parts: Parts): z.ZodType<LayerSource> => {
  const plain = [...parts.activations.values()].find(({ isIdentity }) => isIdentity)?.name ?? '';
  const activation = activationName(parts).default(plain).describe('The activation function.');
  const bare = kinds.filter(({ name, form }) => form === name).map(({ form }) => form);
  const others = kinds.filter(({ name, form }) => form !== name).map(({ form }) => form);
  const schema = z.union(
    kinds.map((kind) => kind.schema(activation)),
    {
      error: packed(
        say('must be {words}, or one of {layers}', { words: bare.join(', '), layers: others.join(', ') }),
      ),
    },
  );
  return z.preprocess(asWritten, schema);
};
