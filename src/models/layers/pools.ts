import { z } from 'zod';
import { defineLayer, Size } from './layer.ts';

const fields = z.strictObject({
  kernel: Size.describe('Width and height of the window.'),
  stride: Size.optional().describe('Step of the window. Default: its width.'),
  padding: z.number().int().min(0).default(0).describe('Cells added on each side.'),
});

const pool = (name: string, op: 'max_pool2d' | 'avg_pool2d', meaning: string) =>
  defineLayer({
    name,
    fields: () => fields.describe(meaning),
    build({ kernel, stride, padding }, network) {
      const id = `pool${network.nodes.length}`;
      network.add({ id, op, attrs: { kernel, stride: stride ?? kernel, padding } });
    },
  });

export const maxPool = pool('max-pool', 'max_pool2d', 'The largest number of each square window.');

export const averagePool = pool('average-pool', 'avg_pool2d', 'The mean of each square window.');
