import { z } from 'zod';
import { defineLayer, Row, Size } from './layer.ts';

/** Every unit adds up all inputs with weights, and a bias. */
export const dense = defineLayer({
  name: 'dense',
  repeats: true,
  fields: (activation) =>
    z
      .strictObject({
        units: Size.describe('Number of units.'),
        bias: z.boolean().default(true).describe('Whether each unit has a bias.'),
        activation,
        weights: z
          .array(Row)
          .min(1)
          .max(64)
          .optional()
          .describe('The weights as drawn: a row for each unit, a column for each input.'),
        biases: Row.optional().describe('The biases as drawn, one for each unit.'),
      })
      .describe('A fully connected layer: each unit adds up all inputs with weights, and a bias.'),
  units: ({ units }) => units,
  build({ units, bias, activation: named, weights, biases }, network) {
    const number = network.nextNumber();
    const activation = network.activation(named);
    const features = network.shape.at(-1) ?? 0;
    const [matrix, biasName] = [`W${number}`, `b${number}`];
    const last = network.isLastDense;
    network.add({
      id: last && activation.isIdentity ? 'out' : `z${number}`,
      op: 'linear',
      attrs: { in_features: features, out_features: units, bias },
      params: { weight: matrix, ...(bias && { bias: biasName }) },
    });
    const shape = [units, features];
    network.state({ name: matrix, shape, lists: weights, levels: ['rows', 'numbers'], field: 'weights' });
    if (bias)
      network.state({ name: biasName, shape: [units], lists: biases, levels: ['numbers'], field: 'biases' });
    if (!activation.isIdentity) network.add({ id: last ? 'out' : `n${number}`, op: activation.name });
    network.name(matrix, bias ? biasName : null, units, activation);
  },
});
