import type { WindowSizes } from '../operation.ts';
import { layOut, type Shapes } from './layout.ts';
import type { NetworkOf } from './network.ts';

/** Which entries of the network's input an output sees along one axis: output i sees `size` of them from start + i·stride. */
export interface ReceptiveField {
  readonly size: number;
  readonly stride: number;
  /** Negative where the first field begins in the padding. */
  readonly start: number;
}

/**
 * The receptive field of every layer, along each axis of a picture or sequence [samples, channels, …], from shapes
 * alone. Layers that see everything (a linear layer, a flattened picture) or enlarge a picture have none.
 */
export function receptiveFields(
  network: NetworkOf<string>,
  inputs: Shapes,
  known: Shapes = {},
): Map<string, readonly ReceptiveField[]> {
  const fields = new Map<string, readonly ReceptiveField[]>();
  for (const [name, shape] of Object.entries(inputs)) {
    fields.set(
      name,
      shape.slice(2).map(() => ({ size: 1, stride: 1, start: 0 })),
    );
  }
  for (const { inputs: sources, outputs, operation, layer } of layOut(network, inputs, known)) {
    const windows = operation.windows?.(layer);
    const seen = sources.map((name) => fields.get(name)).reduce(union);
    if (windows !== undefined && seen !== undefined) {
      fields.set(
        outputs[0]!.name,
        seen.map((field, axis) => through(field, windows[axis])),
      );
    }
  }
  return fields;
}

/** A window of fields. */
function through(field: ReceptiveField, windows: WindowSizes | undefined): ReceptiveField {
  if (windows === undefined) return field;
  return {
    size: field.size + windows.dilation * (windows.kernel - 1) * field.stride,
    stride: field.stride * windows.stride,
    start: field.start - windows.before * field.stride,
  };
}

type Fields = readonly ReceptiveField[] | undefined;

/** What either sees; nothing that can be said if they move at different strides. */
function union(a: Fields, b: Fields): Fields {
  if (a === undefined || b === undefined || a.length !== b.length) return undefined;
  if (a.some(({ stride }, axis) => stride !== b[axis]!.stride)) return undefined;
  return a.map((one, axis) => {
    const other = b[axis]!;
    const start = Math.min(one.start, other.start);
    return {
      stride: one.stride,
      start,
      size: Math.max(one.start + one.size, other.start + other.size) - start,
    };
  });
}
