import { z } from 'zod';
import { defineLayer, Row, Size } from './layer.ts';

/** Square filters moved over an image. */
export const conv2d = defineLayer({
  name: 'conv2d',
  repeats: true,
  fields: (activation) =>
    z
      .strictObject({
        filters: Size.describe('Number of filters.'),
        kernel: Size.describe('Width and height of a filter.'),
        stride: Size.default(1).describe('Step of the filter.'),
        padding: z.number().int().min(0).max(1_000_000).default(0).describe('Zeros added on each side.'),
        bias: z.boolean().default(true).describe('Whether each filter has a bias.'),
        activation,
        weights: z
          .array(z.array(z.array(Row)))
          .optional()
          .describe('The weights as given: filters, channels, rows, columns.'),
        biases: Row.optional().describe('The biases as given, one for each filter.'),
      })
      .describe('Square filters, moved over an image.'),
  build({ filters, kernel, stride, padding, bias, activation: named, weights, biases }, network) {
    const number = network.nextNumber();
    const activation = network.activation(named);
    const channels = network.shape[1] ?? 0;
    const [filterName, biasName] = [`W${number}`, `b${number}`];
    network.add({
      id: `z${number}`,
      op: 'conv2d',
      attrs: { in_channels: channels, out_channels: filters, kernel, stride, padding, bias },
      params: { weight: filterName, ...(bias && { bias: biasName }) },
    });
    network.state({
      name: filterName,
      shape: [filters, channels, kernel, kernel],
      lists: weights,
      levels: ['filters', 'channels', 'rows', 'numbers'],
      field: 'weights',
    });
    if (bias)
      network.state({
        name: biasName,
        shape: [filters],
        lists: biases,
        levels: ['numbers'],
        field: 'biases',
      });
    if (!activation.isIdentity) network.add({ id: `n${number}`, op: activation.name });
  },
});
