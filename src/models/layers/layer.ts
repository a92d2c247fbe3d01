import { z } from 'zod';
import type { Building } from './building.ts';

/** Whole numbers of units, filters and their like. */
export const Size = z.number().int().positive().max(1_000_000);

/** Numbers of a unit's weights, or biases. */
export const Row = z.array(z.number()).min(1).max(64);

const repeat = Size.max(1000).default(1).describe('Beside the layer: how many of it follow each other.');

/** A layer of a file, read: how often it stands there, and how it adds its nodes to a network. */
export interface LayerSource {
  readonly repeat: number;
  /** Of a fully connected layer. */
  readonly units: number | undefined;
  build(network: Building): void;
  /** As the file states it, so that equal files have equal hashes. */
  toJSON(): unknown;
}

/** A kind of layer: its schema, with the activations that it may use. */
export interface LayerKind {
  readonly name: string;
  readonly form: string;
  schema(activation: z.ZodType<string>): z.ZodType<LayerSource>;
}

interface Definition<Fields> {
  /** The key that a file states it under. */
  readonly name: string;
  readonly fields: (activation: z.ZodType<string>) => z.ZodType<Fields>;
  /** It may say `repeat`. */
  readonly repeats?: boolean;
  readonly units?: (fields: Fields) => number;
  /** Adds its nodes, parameters and names; throws where its fields do not fit what comes in. */
  build(fields: Fields, network: Building): void;
}

/** Fields with what is made of them. */
interface Bound extends Pick<LayerSource, 'units' | 'build'> {
  readonly stated: unknown;
}

/** A layer with fields: `dense: { units: 3 }`. */
export const defineLayer = <Fields>({
  name,
  fields,
  repeats = false,
  units,
  build,
}: Definition<Fields>): LayerKind => ({
  name,
  form: `{${name}: …}`,
  schema(activation) {
    const bound: z.ZodType<Bound> = fields(activation).transform((stated) => ({
      stated,
      units: units?.(stated),
      build: (network: Building) => {
        network.key = name;
        build(stated, network);
      },
    }));
    const read = (own: Bound | number | undefined, times?: number): LayerSource => {
      if (typeof own !== 'object') throw new Error(`A layer ${name} has no fields.`);
      const { stated, ...rest } = own;
      const toJSON = () => ({ [name]: stated, ...(times !== undefined && { repeat: times }) });
      return { ...rest, repeat: times ?? 1, toJSON };
    };
    if (!repeats) return z.strictObject({ [name]: bound }).transform((source) => read(source[name]));
    return z.strictObject({ [name]: bound, repeat }).transform((source) => {
      const times = source['repeat'];
      return read(source[name], typeof times === 'number' ? times : 1);
    });
  },
});

/** A layer that is one word. */
export const defineBareLayer = (name: string, meaning: string, build: LayerSource['build']): LayerKind => ({
  name,
  form: name,
  schema: () =>
    z
      .literal(name)
      .describe(meaning)
      .transform(() => ({ repeat: 1, units: undefined, build, toJSON: () => name })),
});
