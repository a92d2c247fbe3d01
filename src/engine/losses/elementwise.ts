import type { AttributeReader } from '../attributes.ts';
import { NetworkError, ShapeError } from '../errors.ts';
import type { LossCall, LossOperation } from '../loss.ts';
import { sameShape, show, type Tensor } from '../tensor.ts';

/** One number's share of the loss and its derivative by x. `i` is the number's place, for what differs by place. */
interface Term {
  value(x: number, t: number, i: number): number;
  derivative(x: number, t: number, i: number): number;
}

/** A sum over numbers, divided as the reduction says. */
function elementwise(term: (call: LossCall) => Term): LossOperation {
  return (call) => {
    const { data: x, grad: dx } = call.input;
    const { data: t } = targetLike(call);
    const { value, derivative } = term(call);
    const scale = 1 / divisor(call.attributes, x.length, call.input.shape[0] ?? 1);
    return {
      value: () => {
        let sum = 0;
        for (let i = 0; i < x.length; i++) sum += value(x[i]!, t[i]!, i);
        return sum * scale;
      },
      backward: () => {
        for (let i = 0; i < x.length; i++) dx[i] = dx[i]! + derivative(x[i]!, t[i]!, i) * scale;
      },
    };
  };
}

function targetLike({ input, targets }: LossCall): Tensor {
  const target = targets['target'];
  if (target === undefined) throw new NetworkError("The loss needs targets under the name 'target'.");
  if (!sameShape(target.shape, input.shape)) {
    throw new ShapeError(
      `The loss compares an output of ${show(input.shape)} with targets of ${show(target.shape)}; they must have the same shape.`,
    );
  }
  return target;
}

/** mean divides by all numbers, batchmean by the samples, sum by one. */
function divisor(attributes: AttributeReader, numbers: number, samples: number): number {
  const reduction = attributes.word('reduction', ['mean', 'sum', 'batchmean'], 'mean');
  return reduction === 'mean' ? numbers : reduction === 'batchmean' ? samples : 1;
}

const mse = elementwise(() => ({ value: (x, t) => (x - t) ** 2, derivative: (x, t) => 2 * (x - t) }));

export const elementwiseLosses = { mse };
