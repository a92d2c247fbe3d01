/** Everything that a person can type is bounded here, before it is evaluated. */
export const limits = {
  /** Characters of one expression. */
  characters: 4000,
  /** Nested brackets count twice, powers, signs and functions once. */
  depth: 200,
  /** Nodes of one tree. */
  nodes: 4000,
  /** What one response may make run, in steps of a formula in float64; see `withinBudget`. */
  operations: 200_000,
  /** What one response may take by the clock, which is many times as long as all these operations do. */
  milliseconds: 5000,
  /** What the proof of one question may take by the clock, with its experiments. */
  proofMilliseconds: 120_000,
  /** Bits of an exact numerator or denominator: float64 ends at 1,024. */
  bits: 2500,
  /** Axes of a shape. */
  axes: 16,
  /** Characters of a pasted matrix. */
  matrixCharacters: 20_000,
  /** Nested brackets of a pasted matrix: np.array([[…]]) has three, and a cell may be arithmetic. */
  matrixDepth: 12,
  /** Rows, and columns, of a typed matrix. */
  rows: 64,
} as const;
