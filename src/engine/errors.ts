import { SaidError, type Words } from '../language/index.ts';

/** Why no output size exists. Codes are stable: marking tells misconceptions apart by them. */
export type SizeReason =
  | 'kernel-larger-than-padded-input'
  | 'empty-output'
  | 'empty-input'
  | 'stride-not-positive'
  | 'dilation-not-positive'
  | 'kernel-not-positive'
  | 'negative-padding'
  | 'pool-padding-over-half-kernel'
  | 'output-padding-too-large'
  | 'negative-output-padding'
  | 'same-with-stride';

/** Sizes that do not fit together, in a sentence that an author can act on. */
export class ShapeError extends SaidError {
  override readonly name = 'ShapeError';
  /** The layer where it happened; absent for a tensor on its own. */
  readonly layer: string | undefined;
  readonly reason: SizeReason | undefined;

  constructor(says: Words, where: { layer?: string | undefined; reason?: SizeReason | undefined } = {}) {
    super(says);
    this.layer = where.layer;
    this.reason = where.reason;
  }
}

/** A network description that means nothing: an unknown name, a missing weight, an attribute of the wrong type. */
export class NetworkError extends SaidError {
  override readonly name = 'NetworkError';
}

/** Too large to be computed here; thrown before anything is allocated. */
export class LimitError extends SaidError {
  override readonly name = 'LimitError';
}
