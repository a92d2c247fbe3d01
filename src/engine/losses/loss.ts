import type { AttributeReader } from '../attributes.ts';
import type { Variable } from '../operation.ts';
import type { Tensor } from '../tensor.ts';

/** What a loss sees: the output it judges, the targets by role, its attributes. */
export interface LossCall {
  readonly input: Variable;
  readonly targets: Readonly<Record<string, Tensor>>;
  readonly attributes: AttributeReader;
}

/** `value` computes the loss; `backward` adds its gradient to that of the input. */
export interface LossKernel {
  value(): number;
  backward(): void;
}

export type LossOperation = (call: LossCall) => LossKernel;
