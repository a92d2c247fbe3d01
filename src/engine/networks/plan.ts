import { random } from '../../numbers/random.ts';
import { AttributeReader } from '../attributes.ts';
import { NetworkError } from '../errors.ts';
import { losses } from '../losses/index.ts';
import type { LossKernel } from '../losses/loss.ts';
import type { Call, Kernel, Variable } from '../operation.ts';
import type { Tensor } from '../tensor.ts';
import { type LaidOut, layOut, type Shapes, type Slot } from './layout.ts';
import { Memory } from './memory.ts';
import type { Loss, NetworkOf } from './network.ts';

export type Mode = 'eval' | 'train';

export interface PlanOptions {
  readonly inputs: Shapes;
  readonly params?: Shapes;
  readonly buffers?: Shapes;
  /** Without targets there is neither loss nor gradient. */
  readonly targets?: Shapes;
  /** `train` uses and updates batch statistics and draws dropout. */
  readonly mode?: Mode;
  readonly seed?: number | string;
  /** False leaves out gradients that only the inputs would use. */
  readonly inputGradients?: boolean;
}

/** A network with its memory: fill `values`, `params` and `targets` in place, then run, as often as needed. */
export interface Plan {
  /** Inputs and outputs of layers. */
  readonly values: ReadonlyMap<string, Variable>;
  readonly params: ReadonlyMap<string, Variable>;
  readonly buffers: ReadonlyMap<string, Variable>;
  readonly targets: ReadonlyMap<string, Tensor>;
  forward(): void;
  /** The loss of the last forward pass. */
  loss(): number;
  /** The gradients of the last forward pass, from zero. */
  backward(): void;
}

/** Lays out a network for given shapes and allocates all that it needs, or throws a LimitError before allocating. */
export function compile(network: NetworkOf<string>, options: PlanOptions): Plan {
  const layers = layOut(network, options.inputs, { ...options.params, ...options.buffers });
  const memory = new Memory(layers, options);
  const { values, params, buffers, targets } = memory;

  const generator = random(options.seed ?? 0);
  // Where a layer gives no numbers there is nothing to compute, however long the axes beside its empty one are.
  const kernels = layers.filter(gives).map((laidOut): Kernel => {
    const call: Call = {
      layer: laidOut.layer,
      inputs: laidOut.inputs.map((name) => values.get(name)!),
      outputs: laidOut.outputs.map(({ name }) => values.get(name)!),
      parameters: roles(laidOut.parameters, params),
      buffers: roles(laidOut.buffers, buffers),
      training: options.mode === 'train',
      random: generator,
      scratch: (size) => memory.scratch(size),
      table: (size) => memory.table(size),
    };
    return laidOut.operation.kernel(call);
  });
  const reversed = kernels.toReversed();
  const loss = network.loss && options.targets && lossKernel(network.loss, values, targets);
  const demandLoss = (): LossKernel => {
    if (loss === undefined) throw new NetworkError('Without a loss and its targets there is no gradient.');
    return loss;
  };

  return {
    values,
    params,
    buffers,
    targets,
    forward: () => {
      for (const kernel of kernels) kernel.forward();
    },
    loss: () => demandLoss().value(),
    backward: () => {
      const last = demandLoss();
      memory.gradients.fill(0);
      last.backward();
      for (const kernel of reversed) kernel.backward();
    },
  };
}

const gives = ({ outputs }: LaidOut): boolean => outputs.some(({ shape }) => !shape.includes(0));

function lossKernel(
  { op, in: name, ...attributes }: Loss,
  values: ReadonlyMap<string, Variable>,
  targets: ReadonlyMap<string, Tensor>,
): LossKernel {
  const input = values.get(name);
  if (input === undefined) throw new NetworkError(`The loss reads '${name}', which no layer gives.`);
  return losses[op]({
    input,
    targets: Object.fromEntries(targets),
    attributes: new AttributeReader(attributes, `The loss (${op})`),
  });
}

function roles(slots: readonly Slot[], variables: ReadonlyMap<string, Variable>): Record<string, Variable> {
  return Object.fromEntries(slots.map(({ role, name }) => [role, variables.get(name)!]));
}
