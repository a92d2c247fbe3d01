export { type Activation, activations } from './activations.ts';
export type { Attribute, Attributes } from './attributes.ts';
export { LimitError, NetworkError, ShapeError, type SizeReason } from './errors.ts';
export { count, type LayerCount, type Shapes, shapes } from './layout.ts';
export { limits } from './limits.ts';
export { isLossName, type LossName } from './losses/index.ts';
export type { Loss, Network, Node } from './network.ts';
export { isOpName, type OpName } from './operations/index.ts';
export type { Optimizer } from './optimizers.ts';
export { compile, type Mode, type Plan, type PlanOptions } from './plan.ts';
export { type Random, random } from './random.ts';
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
