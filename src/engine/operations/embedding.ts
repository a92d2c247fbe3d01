import { NetworkError } from '../errors.ts';
import type { Call, Layer, Operation, Roles } from '../operation.ts';
import type { Shape } from '../tensor.ts';

const table = (layer: Layer): Roles => {
  return { weight: [layer.attributes.number('num_embeddings'), layer.attributes.number('embedding_dim')] };
};

const width = (layer: Layer): number => layer.parameter('weight')[1]!;

/** Reads an index into the table, and refuses one that has no row. */
function reader({ layer, inputs }: Call): (i: number) => number {
  const { data } = inputs[0]!;
  const [rows] = layer.parameter('weight');
  return (i) => {
    const row = data[i]!;
    if (Number.isInteger(row) && row >= 0 && row < rows!) return row;
    throw new NetworkError(`${layer.label} has ${rows} rows, numbered from 0, so there is no row ${row}.`);
  };
}

/** The row that gets no gradient, or a number that no row has. */
function paddingRow(layer: Layer): number {
  const row = layer.attributes.number('padding_idx', Number.NaN);
  return row < 0 ? row + layer.parameter('weight')[0]! : row;
}

/** Row x of the weight [rows, width] for every whole number x. */
const embedding: Operation = {
  parameters: table,
  outputs: (layer) => [[...layer.input(), width(layer)]],
  kernel: (call) => {
    const weight = call.parameters['weight']!;
    const y = call.outputs[0]!;
    const size = width(call.layer);
    const count = call.inputs[0]!.data.length;
    const row = reader(call);
    const padding = paddingRow(call.layer);
    return {
      forward: () => {
        for (let i = 0; i < count; i++) {
          y.data.set(weight.data.subarray(row(i) * size, (row(i) + 1) * size), i * size);
        }
      },
      backward: () => {
        for (let i = 0; i < count; i++) {
          if (row(i) === padding) continue;
          const at = row(i) * size;
          for (let j = 0; j < size; j++) weight.grad[at + j] = weight.grad[at + j]! + y.grad[i * size + j]!;
        }
      },
    };
  },
};

/** Sum, mean or maximum of the rows of each bag; x [bags, rows of a bag]. The padding row is left out of the bag. */
const embeddingBag: Operation = {
  parameters: table,
  outputs: (layer): Shape[] => [[layer.input(0, 2, 2)[0]!, width(layer)]],
  kernel: (call) => {
    const weight = call.parameters['weight']!;
    const y = call.outputs[0]!;
    const size = width(call.layer);
    const [bags = 0, length = 0] = call.inputs[0]!.shape;
    const mode = call.layer.attributes.word('mode', ['sum', 'mean', 'max'], 'mean');
    const row = reader(call);
    const padding = paddingRow(call.layer);
    const winner = call.table(mode === 'max' ? y.data.length : 0);

    const rows = (bag: number): number[] => {
      const all = Array.from({ length }, (_, i) => row(bag * length + i));
      return all.filter((index) => index !== padding);
    };
    const share = (count: number): number => (mode === 'mean' ? 1 / Math.max(count, 1) : 1);
    const largest = (bag: number, inBag: readonly number[]): void => {
      for (let j = 0; j < size; j++) {
        let best = inBag[0] ?? -1;
        for (const index of inBag)
          if (weight.data[index * size + j]! > weight.data[best * size + j]!) best = index;
        winner[bag * size + j] = best;
        if (best >= 0) y.data[bag * size + j] = weight.data[best * size + j]!;
      }
    };
    return {
      forward: () => {
        y.data.fill(0);
        for (let bag = 0; bag < bags; bag++) {
          const inBag = rows(bag);
          if (mode === 'max') largest(bag, inBag);
          else
            addRows(inBag, (index, j) =>
              accumulate(y.data, bag * size + j, weight.data[index * size + j]! * share(inBag.length)),
            );
        }
      },
      backward: () => {
        for (let bag = 0; bag < bags; bag++) {
          const inBag = rows(bag);
          for (let j = 0; j < size; j++) {
            const dy = y.grad[bag * size + j]! * share(inBag.length);
            const receivers =
              mode === 'max' ? [winner[bag * size + j]!].filter((index) => index >= 0) : inBag;
            for (const index of receivers) accumulate(weight.grad, index * size + j, dy);
          }
        }
      },
    };

    function addRows(indices: readonly number[], add: (index: number, j: number) => void): void {
      for (const index of indices) for (let j = 0; j < size; j++) add(index, j);
    }
  },
};

function accumulate(into: Float64Array, at: number, amount: number): void {
  into[at] = into[at]! + amount;
}

export const embeddingOperations = { embedding, embedding_bag: embeddingBag };
