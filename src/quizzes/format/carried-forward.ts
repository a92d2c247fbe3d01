import { z } from 'zod';
import { packed, say } from '../../language/index.ts';

/** The earlier question whose answer is carried into this one, and what is right for a wrong one brings. */
export const UsesSource = z.union(
  [
    z.string(),
    z.strictObject({
      question: z.string().describe('The id of an earlier question of the exercise.'),
      credit: z
        .union([z.enum(['full', 'none']), z.number().min(0).max(1)])
        .default('full')
        .describe(
          'What an answer earns that is right only for a wrong earlier one, as a share of the marks.',
        ),
    }),
  ],
  {
    error: packed(
      say('uses is the id of an earlier question, or {example} with full, none or a fraction such as 0.5', {
        example: '{question: id, credit: full}',
      }),
    ),
  },
);
export type UsesSource = z.infer<typeof UsesSource>;

const CREDITS = { full: 1, none: 0 };

const named = (source: UsesSource) =>
  typeof source === 'string' ? ({ question: source, credit: 'full' } as const) : source;

/** The id of the question that a file says is used. */
export const usedId = (source: UsesSource | undefined): string | undefined =>
  source && named(source).question;

/** Share of its marks that an answer brings which is right for a wrong answer to that question alone. */
export function creditOf(source: UsesSource): number {
  const { credit } = named(source);
  return typeof credit === 'number' ? credit : CREDITS[credit];
}
