/** A scalar function with its derivative, and the arguments at which the derivative jumps. */
export interface Activation {
  value(x: number): number;
  /** At a kink: the convention that frameworks share, such as relu′(0) = 0. */
  derivative(x: number): number;
  readonly kinks: readonly number[];
  /** It is max(0, x), which nearly every network has: worth a loop that calls no function. */
  readonly rectifies?: true;
}
