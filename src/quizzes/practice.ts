import { z } from 'zod';

export const PracticeSource = z
  .enum(['yes', 'after-close'])
  .describe(
    'Whether the quiz can be practised, which tells at once what is right and counts for nothing. yes: from its opening on; after-close: once it has closed and its solutions are due.',
  );

/** From when on a quiz with these dates can be practised, UTC milliseconds; null: never. */
export function practiceFrom(
  practice: z.infer<typeof PracticeSource> | undefined,
  { opens, closes, solutions }: Readonly<Record<'opens' | 'closes' | 'solutions', number | null>>,
): number | null {
  if (practice === undefined) return null;
  if (practice === 'yes') return opens ?? 0;
  // The moment of closing itself still counts.
  const ends = [closes === null ? null : closes + 1, solutions].filter((at) => at !== null);
  return ends.length === 0 ? null : Math.max(opens ?? 0, ...ends);
}
