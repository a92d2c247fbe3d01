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

/** Sizes that do not fit together. The message is a sentence that a student can act on. */
export class ShapeError extends Error {
  override readonly name = 'ShapeError';
  /** The layer where it happened; absent for a tensor on its own. */
  readonly layer: string | undefined;
  readonly reason: SizeReason | undefined;

  constructor(message: string, where: { layer?: string | undefined; reason?: SizeReason | undefined } = {}) {
    super(message);
    this.layer = where.layer;
    this.reason = where.reason;
  }
}

/** A network description that means nothing: an unknown name, a missing weight, an attribute of the wrong type. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError';
}

/** Too large to be computed here; thrown before anything is allocated. */
export class LimitError extends Error {
  override readonly name = 'LimitError';
}
