/** A scalar function with its derivative, and the arguments at which the derivative jumps. */
export interface Activation {
  value(x: number): number;
  /** At a kink: the convention that frameworks share, such as relu′(0) = 0. */
  derivative(x: number): number;
  readonly kinks: readonly number[];
}
