import { checkNodes } from '../limits.ts';
import { show } from '../tensor.ts';
import { type Composite, type Inner, parametersOf } from './composite.ts';

/**
 * A recurrent layer: its cell unrolled over time, layer upon layer, in one or both directions. Roles are torch's
 * (weight_ih_l0, weight_hh_l0_reverse, …). Inputs are the sequence [time, samples, features], or samples first with
 * `batch_first`, and optionally the first states [layers·directions, samples, …]. Outputs are what the last layer
 * says at all times, then the last states of every layer and direction.
 */
function recurrent(op: 'rnn_cell' | 'gru_cell' | 'lstm_cell', states: number): Composite {
  return (blueprint) => {
    const { layer, inputs } = blueprint;
    const { attributes } = layer;
    const x = layer.input(0, 3, 3);
    const timeAxis = attributes.flag('batch_first', false) ? 1 : 0;
    const length = x[timeAxis]!;
    if (length === 0)
      layer.refuse(`its input ${show(x)} is an empty sequence; it needs one step at least.`, 'empty-input');
    const directions = attributes.flag('bidirectional', false) ? ['', '_reverse'] : [''];
    const layers = attributes.positive('num_layers', 1);
    checkNodes(length * layers * directions.length);
    const times = Array.from({ length }, (_, time) => time);
    const nodes: Inner[] = [];
    const add = (id: string, node: Omit<Inner, 'id'>): string => {
      nodes.push({ ...node, id });
      return node.outs?.[0] ?? id;
    };
    const inner = (name: string): string => blueprint.inner(name);

    /** Entry `i` of the first or second axis, without that axis. */
    const entry = (name: string, source: string, dim: number, i: number): string => {
      const one = add(inner(`${name}/slice`), {
        op: 'slice',
        in: [source],
        attrs: { dim, start: i, length: 1 },
      });
      return add(inner(name), { op: 'flatten', in: [one], attrs: { start_dim: 0, end_dim: 1 } });
    };
    /** [samples, …] tensors side by side on a new first or second axis. */
    const stack = (id: string, sources: readonly string[], dim: number): void => {
      const shape = dim === 0 ? [1, x[1 - timeAxis]!, -1] : [x[1 - timeAxis]!, 1, -1];
      const widened = sources.map((source) =>
        add(inner(`${source}/${id}`), { op: 'reshape', in: [source], attrs: { shape } }),
      );
      add(id, { op: 'concat', in: widened, attrs: { dim } });
    };

    /** Runs one layer in one direction; its states are named by time. */
    const run = (k: number, direction: string, steps: readonly string[]): string[][] => {
      const suffix = `l${k}${direction}`;
      const index = k * directions.length + directions.indexOf(direction);
      const biased = attributes.flag('bias', true);
      const params = parametersOf(blueprint, {
        weight_ih: `weight_ih_${suffix}`,
        weight_hh: `weight_hh_${suffix}`,
        ...(biased && { bias_ih: `bias_ih_${suffix}`, bias_hh: `bias_hh_${suffix}` }),
        ...(attributes.number('proj_size', 0) > 0 && { weight_hr: `weight_hr_${suffix}` }),
      });
      let before = inputs.slice(1).map((source, s) => entry(`${suffix}/start${s}`, source, 0, index));
      const byTime: string[][] = steps.map(() => []);
      for (const time of direction === '' ? times : times.toReversed()) {
        const outs = Array.from({ length: states }, (_, s) => inner(`${suffix}/${time}/${s}`));
        add(inner(`${suffix}/${time}`), {
          op,
          in: [steps[time]!, ...before],
          attrs: cellAttributes(k),
          params,
          outs,
        });
        byTime[time] = outs;
        before = outs;
      }
      return [...byTime, before];
    };
    const cellAttributes = (k: number): Inner['attrs'] & object => ({
      bias: attributes.flag('bias', true),
      nonlinearity: attributes.word('nonlinearity', ['tanh', 'relu'], 'tanh'),
      proj_size: attributes.number('proj_size', 0),
      ...(attributes.has('hidden_size') && { hidden_size: attributes.number('hidden_size') }),
      ...(k === 0 && attributes.has('input_size') && { input_size: attributes.number('input_size') }),
    });

    let steps = times.map((time) => entry(`x/${time}`, inputs[0]!, timeAxis, time));
    const last: string[][] = [];
    for (let k = 0; k < layers; k++) {
      if (k > 0 && attributes.number('dropout', 0) > 0) {
        const p = attributes.number('dropout');
        steps = steps.map((source) =>
          add(`${source}/dropout`, { op: 'dropout', in: [source], attrs: { p } }),
        );
      }
      const runs = directions.map((direction) => run(k, direction, steps));
      for (const states of runs) last.push(states.at(-1)!);
      steps = times.map((time) => {
        const says = runs.map((states) => states[time]![0]!);
        return says.length === 1
          ? says[0]!
          : add(inner(`l${k}/${time}`), { op: 'concat', in: says, attrs: { dim: 1 } });
      });
    }
    stack(blueprint.output(0), steps, timeAxis);
    for (let s = 0; s < states; s++)
      stack(
        blueprint.output(s + 1),
        last.map((names) => names[s]!),
        0,
      );
    return nodes;
  };
}

export const recurrentComposites = {
  rnn: recurrent('rnn_cell', 1),
  gru: recurrent('gru_cell', 1),
  lstm: recurrent('lstm_cell', 2),
};
