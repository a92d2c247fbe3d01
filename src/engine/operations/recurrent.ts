import { sigmoid } from '../../numbers/functions/smooth.ts';
import type { Call, Kernel, Layer, Operation, Variable } from '../operation.ts';
import { countOf, type Shape, sizeOf } from '../tensor.ts';
import { affine } from './affine.ts';

/** Parameters of a cell: all gates stacked, each with a bias for the input and one for the state, as in torch. */
function cell(gates: number, states: number, kernel: (call: Call, sums: GateSums) => Kernel): Operation {
  return {
    parameters: (layer) => {
      const { attributes } = layer;
      const hidden = attributes.number('hidden_size');
      const projected = attributes.number('proj_size', 0);
      const width = attributes.number('input_size', layer.input().at(-1));
      const rows = gates * hidden;
      return {
        weight_ih: [rows, width],
        weight_hh: [rows, projected || hidden],
        ...(attributes.flag('bias', true) && { bias_ih: [rows], bias_hh: [rows] }),
        ...(projected > 0 && { weight_hr: [projected, hidden] }),
      };
    },
    outputs: (layer) => {
      const x = layer.input(0, 2, 2);
      const [rows = 0, width = 0] = layer.parameter('weight_ih');
      const hidden = rows / gates;
      if (x[1] !== width) layer.refuse(`it gets ${x[1]} features, but its weights take ${width}.`);
      const state = layer.parameters['weight_hr']?.[0] ?? hidden;
      layer.expect('weight_hh', [rows, state]);
      layer.expect('bias_ih', [rows]);
      layer.expect('bias_hh', [rows]);
      const sizes = [state, hidden].slice(0, states);
      for (const [i, shape] of layer.inputs.slice(1).entries()) checkState(layer, shape, [x[0]!, sizes[i]!]);
      return sizes.map((size) => [x[0]!, size]);
    },
    macs: (layer) => {
      const weights = ['weight_ih', 'weight_hh', 'weight_hr'].map((role) => layer.parameters[role]);
      const each = weights.reduce((sum, shape) => sum + (shape ? countOf(shape) : 0n), 0n);
      return each * BigInt(layer.input()[0]!);
    },
    kernel: (call) => kernel(call, gateSums(call, gates, states)),
  };
}

function checkState(layer: Layer, shape: Shape, wanted: Shape): void {
  if (shape.join() !== wanted.join())
    layer.refuse(`its state must be ${wanted.join('×')}, but is ${shape.join('×')}.`);
}

/** W x + b and U h + c for all gates, and the states (zeros where none is given). */
interface GateSums extends Kernel {
  readonly fromInput: Variable;
  readonly fromState: Variable;
  readonly states: readonly Variable[];
  readonly samples: number;
  readonly hidden: number;
}

function gateSums(call: Call, gates: number, states: number): GateSums {
  const { weight_ih, weight_hh, bias_ih, bias_hh } = call.parameters;
  const rows = weight_ih!.shape[0]!;
  const samples = call.inputs[0]!.shape[0]!;
  const fromInput = temporary(call, [samples, rows]);
  const fromState = temporary(call, [samples, rows]);
  const given = Array.from(
    { length: states },
    (_, i) => call.inputs[i + 1] ?? temporary(call, call.outputs[i]!.shape),
  );
  const maps = [
    affine(call.inputs[0]!, weight_ih!, bias_ih, fromInput),
    affine(given[0]!, weight_hh!, bias_hh, fromState),
  ];
  return {
    fromInput,
    fromState,
    states: given,
    samples,
    hidden: rows / gates,
    forward: () => {
      for (const map of maps) map.forward();
    },
    backward: () => {
      for (const map of maps) map.backward();
    },
  };
}

function temporary(call: Call, shape: Shape): Variable {
  const size = sizeOf(shape);
  return { shape, data: call.scratch(size), grad: call.scratch(size), wanted: true };
}

/** h' = f(W x + b + U h + c) with f = tanh or relu. */
const rnnCell = cell(1, 1, (call, sums) => {
  const { fromInput: a, fromState: b } = sums;
  const h = call.outputs[0]!;
  const relu = call.layer.attributes.word('nonlinearity', ['tanh', 'relu'], 'tanh') === 'relu';
  return {
    forward: () => {
      sums.forward();
      for (let i = 0; i < h.data.length; i++) {
        const z = a.data[i]! + b.data[i]!;
        h.data[i] = relu ? Math.max(0, z) : Math.tanh(z);
      }
    },
    backward: () => {
      for (let i = 0; i < h.data.length; i++) {
        const y = h.data[i]!;
        a.grad[i] = h.grad[i]! * (relu ? (y > 0 ? 1 : 0) : 1 - y * y);
      }
      b.grad.set(a.grad);
      sums.backward();
    },
  };
});

/** r, z = σ(…); n = tanh(W x + b + r·(U h + c)); h' = (1 - z)·n + z·h (Cho et al. 2014, reset after the product). */
const gruCell = cell(3, 1, (call, sums) => {
  const { fromInput: a, fromState: b, samples, hidden } = sums;
  const before = sums.states[0]!;
  const h = call.outputs[0]!;
  const gates = call.scratch(samples * 3 * hidden);
  /** Visits every unit with the places of its r, z and n. */
  const each = (body: (i: number, r: number, z: number, n: number) => void): void => {
    for (let i = 0; i < samples * hidden; i++) {
      const r = Math.floor(i / hidden) * 3 * hidden + (i % hidden);
      body(i, r, r + hidden, r + 2 * hidden);
    }
  };
  return {
    forward: () => {
      sums.forward();
      each((i, r, z, n) => {
        gates[r] = sigmoid.value(a.data[r]! + b.data[r]!);
        gates[z] = sigmoid.value(a.data[z]! + b.data[z]!);
        gates[n] = Math.tanh(a.data[n]! + gates[r]! * b.data[n]!);
        h.data[i] = (1 - gates[z]!) * gates[n]! + gates[z]! * before.data[i]!;
      });
    },
    backward: () => {
      each((i, r, z, n) => {
        const dh = h.grad[i]!;
        const [reset, update, fresh] = [gates[r]!, gates[z]!, gates[n]!];
        const dn = dh * (1 - update) * (1 - fresh * fresh);
        a.grad[n] = dn;
        b.grad[n] = dn * reset;
        a.grad[r] = b.grad[r] = dn * b.data[n]! * reset * (1 - reset);
        a.grad[z] = b.grad[z] = dh * (before.data[i]! - fresh) * update * (1 - update);
        before.grad[i] = before.grad[i]! + dh * update;
      });
      sums.backward();
    },
  };
});

/** i, f, o = σ(…), g = tanh(…); c' = f·c + i·g; h' = o·tanh(c'), projected if there is a weight_hr. */
const lstmCell = cell(4, 2, (call, sums) => {
  const { fromInput: a, fromState: b, samples, hidden } = sums;
  const before = sums.states[1]!;
  const projection = call.parameters['weight_hr'];
  const c = call.outputs[1]!;
  const h = projection ? temporary(call, c.shape) : call.outputs[0]!;
  const project = projection && affine(h, projection, undefined, call.outputs[0]!);
  const gates = call.scratch(samples * 4 * hidden);
  const each = (body: (unit: number, i: number, f: number, g: number, o: number) => void): void => {
    for (let unit = 0; unit < samples * hidden; unit++) {
      const i = Math.floor(unit / hidden) * 4 * hidden + (unit % hidden);
      body(unit, i, i + hidden, i + 2 * hidden, i + 3 * hidden);
    }
  };
  return {
    forward: () => {
      sums.forward();
      each((unit, i, f, g, o) => {
        for (const gate of [i, f, o]) gates[gate] = sigmoid.value(a.data[gate]! + b.data[gate]!);
        gates[g] = Math.tanh(a.data[g]! + b.data[g]!);
        c.data[unit] = gates[f]! * before.data[unit]! + gates[i]! * gates[g]!;
        h.data[unit] = gates[o]! * Math.tanh(c.data[unit]!);
      });
      project?.forward();
    },
    backward: () => {
      if (project) {
        h.grad.fill(0);
        project.backward();
      }
      each((unit, i, f, g, o) => {
        const [input, forget, fresh, output] = [gates[i]!, gates[f]!, gates[g]!, gates[o]!];
        const dh = h.grad[unit]!;
        const squashed = Math.tanh(c.data[unit]!);
        const dc = c.grad[unit]! + dh * output * (1 - squashed * squashed);
        a.grad[i] = dc * fresh * input * (1 - input);
        a.grad[f] = dc * before.data[unit]! * forget * (1 - forget);
        a.grad[g] = dc * input * (1 - fresh * fresh);
        a.grad[o] = dh * squashed * output * (1 - output);
        // The gradient by c', whole, so that it can be shown as that of the node.
        c.grad[unit] = dc;
        before.grad[unit] = before.grad[unit]! + dc * forget;
      });
      b.grad.set(a.grad);
      sums.backward();
    },
  };
});

export const recurrentOperations = { rnn_cell: rnnCell, gru_cell: gruCell, lstm_cell: lstmCell };
