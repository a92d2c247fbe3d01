export {
  type Activation,
  type ActivationName,
  activation,
  activationOf,
  isActivationName,
} from './activations.ts';
export type { Attribute, Attributes } from './attributes.ts';
export { LimitError, NetworkError, ShapeError, type SizeReason } from './errors.ts';
export { limits } from './limits.ts';
export { isLossName, type LossName } from './losses/index.ts';
export { count, type LayerCount, type NetworkCount, shapes } from './networks/count.ts';
export type { Shapes, Slot } from './networks/layout.ts';
export {
  isOpName,
  type Loss,
  type Network,
  type NetworkOf,
  type Node,
  type OpName,
} from './networks/network.ts';
export { compile, type Mode, type Plan, type PlanOptions } from './networks/plan.ts';
export { type ReceptiveField, receptiveFields } from './networks/receptive-field.ts';
export {
  type BackwardResult,
  backward,
  type ForwardResult,
  forward,
  type RunOptions,
  type Tensors,
} from './networks/run.ts';
export type { NodeOf } from './node.ts';
export { type Operations, operationsOf } from './operations/index.ts';
export { type Shape, type Tensor, tensor, zeros } from './tensor.ts';
export type { Optimizer } from './training/optimizers.ts';
export { type Trained, type TrainOptions, train } from './training/train.ts';
