import { z } from 'zod';
import { defineLayer, Size } from './layer.ts';

const fields = z.strictObject({
  kernel: Size,
  stride: Size.optional(),
  padding: z.number().int().min(0).default(0),
});

const pool = (name: string, op: 'max_pool2d' | 'avg_pool2d') =>
  defineLayer({
    name,
    fields: () => fields,
    build({ kernel, stride, padding }, network) {
      const id = `pool${network.nodes.length}`;
      network.add({ id, op, attrs: { kernel, stride: stride ?? kernel, padding } });
    },
  });

/** The largest number of each square window. */
export const maxPool = pool('max-pool', 'max_pool2d');

/** The mean of each square window. */
export const averagePool = pool('average-pool', 'avg_pool2d');
