import { type Activation, identity, relu, sigmoid, tanh } from '../activations.ts';
import type { AttributeReader } from '../attributes.ts';
import type { Operation } from '../operation.ts';

/** y = f(x), number by number. */
function elementwise(activation: (attributes: AttributeReader) => Activation): Operation {
  return {
    outputs: (layer) => [layer.input()],
    kernel: ({ layer, inputs, outputs }) => {
      const { data: x, grad: dx } = inputs[0]!;
      const { data: y, grad: dy } = outputs[0]!;
      const { value, derivative } = activation(layer.attributes);
      return {
        forward: () => {
          for (let i = 0; i < y.length; i++) y[i] = value(x[i]!);
        },
        backward: () => {
          for (let i = 0; i < y.length; i++) dx[i] = dx[i]! + dy[i]! * derivative(x[i]!);
        },
      };
    },
  };
}

export const elementwiseOperations = {
  relu: elementwise(() => relu),
  sigmoid: elementwise(() => sigmoid),
  tanh: elementwise(() => tanh),
  identity: elementwise(() => identity),
};
