import { z } from 'zod';
import { Words } from '../language/index.ts';

/** A curve, data points or bars in data units; figures/ draws it, its alternative text lists it. */
export const Series = z.object({
  name: Words,
  kind: z.enum(['line', 'points', 'bars']),
  points: z.array(z.tuple([z.number(), z.number()])),
});

export const Plot = z.object({
  title: Words,
  x: z.object({ label: Words, scale: z.enum(['linear', 'log']).default('linear') }),
  y: z.object({ label: Words, scale: z.enum(['linear', 'log']).default('linear') }),
  series: z.array(Series).min(1),
});

/**
 * Rows of evidence, set as mathematics or words by whoever shows them; `differs` marks the rows that decide, and `wrong`
 * the cells in them, by column, where the claim knows which.
 */
export const EvidenceTable = z.object({
  columns: z.array(Words),
  rows: z.array(
    z.object({ cells: z.array(Words), differs: z.boolean(), wrong: z.array(z.number().int()).optional() }),
  ),
});

/** Values on the units of a drawn network (by unit name: `A`, `n1`, `out`), and what is marked in it. */
export const NetworkValues = z.object({
  values: z.record(z.string(), z.number()),
  /** Marked units. */
  differs: z.array(z.string()),
  /** Marked edges, from a unit to a unit. */
  edges: z.array(z.tuple([z.string(), z.string()])).optional(),
  /** What a mark means; without it, that a value is not as expected. */
  mark: Words.optional(),
  /** Weights to draw instead of the model's own, where the answer is a set of weights. */
  weights: z.record(z.string(), z.array(z.array(z.number()))).optional(),
});

/** A matrix as it was entered (each cell as LaTeX), and what marking found in each cell. */
export const MarkedMatrix = z.array(
  z.array(z.object({ latex: z.string(), verdict: z.enum(['right', 'wrong', 'open']) })),
);

/**
 * The concrete evidence of a verdict. `says` and the pictures may be shown with a wrong verdict;
 * `expected` would give the answer away and is shown only with the solution.
 */
export const Witness = z.object({
  says: Words,
  expected: Words.optional(),
  table: EvidenceTable.optional(),
  network: NetworkValues.optional(),
  matrix: MarkedMatrix.optional(),
  plot: Plot.optional(),
});

export type Series = z.infer<typeof Series>;
export type Plot = z.infer<typeof Plot>;
export type EvidenceTable = z.infer<typeof EvidenceTable>;
export type NetworkValues = z.infer<typeof NetworkValues>;
export type MarkedMatrix = z.infer<typeof MarkedMatrix>;
export type Witness = z.infer<typeof Witness>;
