/** A scalar function with its derivative, and the arguments at which the derivative jumps. */
export interface Activation {
  value(x: number): number;
  /** At a kink: the convention that frameworks share (relu'(0) = 0). */
  derivative(x: number): number;
  readonly kinks: readonly number[];
}

const smooth = (value: Activation['value'], derivative: Activation['derivative']): Activation => {
  return { value, derivative, kinks: [] };
};

export const relu: Activation = {
  value: (x) => (x > 0 ? x : x <= 0 ? 0 : x),
  derivative: (x) => (x > 0 ? 1 : 0),
  kinks: [0],
};

/** σ(x) = 1 / (1 + e⁻ˣ), from the exponential that cannot overflow. */
export const sigmoid = smooth(
  (x) => {
    const e = Math.exp(-Math.abs(x));
    return x >= 0 ? 1 / (1 + e) : e / (1 + e);
  },
  (x) => {
    const e = Math.exp(-Math.abs(x));
    return e / ((1 + e) * (1 + e));
  },
);

/** tanh′ = sech², from e^(-2|x|): 1 - tanh² has no digits left in the tails. */
export const tanh = smooth(Math.tanh, (x) => {
  const e = Math.exp(-2 * Math.abs(x));
  return (4 * e) / ((1 + e) * (1 + e));
});

export const identity = smooth(
  (x) => x,
  () => 1,
);

/** The functions by name, with their usual constants. */
export const activations = { relu, sigmoid, tanh, identity } as const;
