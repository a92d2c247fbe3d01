import { z } from 'zod';
import { packed, say } from '../../language/index.ts';

/** What of an attempt can be shown or kept back; `mark` is the grade too, `feedback` all words about an answer. */
export const REVIEW_ITEMS = ['response', 'right', 'mark', 'witness', 'feedback', 'solution'] as const;

/** While the attempt is open; within two minutes of handing in; later while the quiz is open; once it has closed. */
export const REVIEW_MOMENTS = ['during', 'after', 'later', 'closed'] as const;

const Items = z.array(z.enum(REVIEW_ITEMS));

/** What may be shown at each moment, and in addition from the date `solutions` on. */
export const ReviewRules = z.object({
  during: Items.describe('During the attempt.'),
  after: Items.describe('In the first two minutes after handing in.'),
  later: Items.describe('After that, while the quiz is open.'),
  closed: Items.describe('Once the quiz has closed.'),
  solutions: Items.describe('In addition, from the date of `solutions`.'),
});

export type ReviewItem = (typeof REVIEW_ITEMS)[number];
export type ReviewMoment = (typeof REVIEW_MOMENTS)[number];
export type ReviewRules = z.infer<typeof ReviewRules>;

const EVERYTHING: ReviewItem[] = [...REVIEW_ITEMS];
const RESULT = EVERYTHING.filter((item) => item !== 'solution');

const PRESETS: Readonly<Record<'at-once' | 'after-close' | 'nothing-until-solutions', Partial<ReviewRules>>> =
  {
    'at-once': {},
    'after-close': { after: ['response'], closed: EVERYTHING },
    'nothing-until-solutions': { after: ['response'], solutions: EVERYTHING },
  };

export const ReviewSource = z
  .union(
    [z.enum(['at-once', 'after-close', 'nothing-until-solutions']), ReviewRules.partial().strict()],
    packed(
      say('must be one of {presets}, or lists of {items} under {moments}', {
        presets: Object.keys(PRESETS).join(', '),
        items: REVIEW_ITEMS.join(', '),
        moments: [...REVIEW_MOMENTS, 'solutions'].join(', '),
      }),
    ),
  )
  .describe(
    'What students see of their attempts, and when. Default: everything but the solution once they hand in.',
  );

type ReviewSource = z.infer<typeof ReviewSource>;
type StatedRules = { readonly [Moment in keyof ReviewRules]?: ReviewItem[] | undefined };

/** What the file itself says, moment by moment. */
export const statedRules = (source: ReviewSource | undefined): StatedRules =>
  source === undefined ? {} : typeof source === 'string' ? PRESETS[source] : source;

/**
 * The rules in full. A later moment that is not named shows what the one before it shows; `after`, everything
 * but the solution. `judged`: whether answers are judged one by one during the attempt, or when it is handed in.
 */
export function reviewRules(
  source: ReviewSource | undefined,
  judged: 'one-by-one' | 'handed-in' = 'handed-in',
): ReviewRules {
  const given = statedRules(source);
  const during = given.during ?? (judged === 'one-by-one' ? RESULT : []);
  const after = given.after ?? EVERYTHING;
  const later = given.later ?? after;
  const closed = given.closed ?? later;
  return {
    during: [...new Set<ReviewItem>(['response', ...during])],
    after,
    later,
    closed,
    solutions: given.solutions ?? [],
  };
}
