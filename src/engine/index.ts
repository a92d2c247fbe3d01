export { type Activation, type ActivationName, activation, isActivationName } from './activations/index.ts';
export type { Attribute, Attributes } from './attributes.ts';
export { count, type LayerCount, type NetworkCount, shapes } from './count.ts';
export { LimitError, NetworkError, ShapeError, type SizeReason } from './errors.ts';
export type { Shapes, Slot } from './layout.ts';
export { limits } from './limits.ts';
export { isLossName, type LossName } from './losses/index.ts';
export { isOpName, type Loss, type Network, type Node, type OpName } from './network.ts';
export type { Optimizer } from './optimizers.ts';
export { compile, type Mode, type Plan, type PlanOptions } from './plan.ts';
export { type Random, random } from './random.ts';
export { type ReceptiveField, receptiveFields } from './receptive-field.ts';
export {
  type BackwardResult,
  backward,
  type ForwardResult,
  forward,
  type RunOptions,
  type Tensors,
} from './run.ts';
export { type Shape, type Tensor, tensor, zeros } from './tensor.ts';
export { type Trained, type TrainOptions, train } from './train.ts';
