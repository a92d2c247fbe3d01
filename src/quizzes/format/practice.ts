import { z } from 'zod';

export const PracticeSource = z
  .enum(['yes', 'after-close'])
  .describe(
    'Whether students can practise the quiz, with all feedback at once and without a grade. `yes`: once it opens. `after-close`: once it has closed for everybody and its solutions are due. Default: never.',
  );

/**
 * Milliseconds that a form may be on its way: one that is here so long after it was begun counts as of when it was begun,
 * one that takes longer as begun so long ago. What a date opens, opens so much later: nobody can read it and still answer.
 */
export const ON_ITS_WAY = 30_000;

/**
 * From when on a quiz can be practised, UTC milliseconds; null: never. `closes`: the last moment at which anybody may
 * still work at a graded attempt, for what is practised is told to others; null: there is none.
 */
export function practiceFrom(
  practice: z.infer<typeof PracticeSource> | undefined,
  { opens, closes, solutions }: Readonly<Record<'opens' | 'closes' | 'solutions', number | null>>,
): number | null {
  if (practice === undefined) return null;
  if (practice === 'yes') return opens ?? 0;
  // The moment of closing itself still counts.
  return closes === null ? null : Math.max(opens ?? 0, Math.max(closes + 1, solutions ?? 0) + ON_ITS_WAY);
}
