import { ON_ITS_WAY } from '../../quizzes/format/practice.ts';
import { REVIEW_ITEMS, type ReviewItem, type ReviewMoment } from '../../quizzes/format/review-rules.ts';
import type { Attempt, QuizRow, Role } from '../../storage/index.ts';
import { phaseOf, whyNotStart } from '../rules/phase.ts';

/** What decides what may be shown of an attempt. */
export interface Situation {
  /** Dates and review rules as they are now for its student: a change holds for all attempts at once. */
  readonly rules: QuizRow;
  readonly role: Role;
  readonly attempt: Pick<Attempt, 'state' | 'endedAt'>;
  /** All attempts of the same person at the same quiz, this one too. */
  readonly siblings: readonly Pick<Attempt, 'state' | 'endedAt'>[];
  readonly now: number;
}

const SHORTLY = 2 * 60_000;

/**
 * Decides what may be shown of an attempt; every page, file and reply asks here, and shows nothing else.
 *
 * An instructor sees everything that there is. A student sees what the rules give for the moment, and what they give
 * in addition from the day of the solutions on; of that, the solution
 * - never while the attempt is open,
 * - from its day on, if it has one,
 * - otherwise once the student can neither continue nor begin another attempt, and before that of a question whose
 *   answer is fully right (`right`) and known to be. So a blank attempt reveals nothing that another one could use.
 * What a date shows is shown `ON_ITS_WAY` later, when no form that was begun before can count any more.
 */
export function mayShow(situation: Situation, right = false): ReadonlySet<ReviewItem> {
  const { rules, role, attempt, now } = situation;
  if (role === 'instructor') return new Set(REVIEW_ITEMS);
  const moment = momentOf(situation);
  const due = rules.solutions !== null && now >= rules.solutions + ON_ITS_WAY;
  const shown = new Set(rules.review[moment]);
  if (attempt.state !== 'open' && due) for (const item of rules.review.solutions) shown.add(item);
  const solved = rules.solutions === null ? !triesRemain(situation) || (right && shown.has('right')) : due;
  if (attempt.state === 'open' || !solved) shown.delete('solution');
  return shown;
}

function momentOf({ attempt: { endedAt }, rules, now }: Situation): ReviewMoment {
  if (endedAt === null) return 'during';
  if (phaseOf(rules, now - ON_ITS_WAY) === 'closed') return 'closed';
  return now <= endedAt + SHORTLY ? 'after' : 'later';
}

/** A quiz that has not opened (again) yet still has its tries, and so has one whose file is away: it may come back. */
function triesRemain({ rules, siblings, now }: Situation): boolean {
  const why = whyNotStart({ ...rules, archivedAt: null }, siblings, now - ON_ITS_WAY);
  return (
    siblings.some(({ state }) => state === 'open') || why === null || why === 'not-open' || why === 'too-soon'
  );
}

/** What will be shown in addition from some time on, or no more. */
export interface Change {
  readonly at: number;
  readonly when: 'later' | 'closed' | 'solutions';
  readonly shows: readonly ReviewItem[];
  readonly hides: readonly ReviewItem[];
}

/** How what may be shown of an attempt that was handed in will change, if nothing else happens. */
export function changesAhead(situation: Situation): readonly Change[] {
  const { rules, attempt, now } = situation;
  if (attempt.endedAt === null) return [];
  const times = [
    { when: 'later', at: attempt.endedAt + SHORTLY + 1, wait: 0 },
    { when: 'solutions', at: rules.solutions ?? -Infinity, wait: ON_ITS_WAY },
    { when: 'closed', at: (rules.closes ?? -Infinity) + 1, wait: ON_ITS_WAY },
  ] as const;
  let before = mayShow(situation);
  return times
    .filter(({ at, wait }) => at + wait > now)
    .toSorted((a, b) => a.at + a.wait - (b.at + b.wait))
    .map(({ when, at, wait }) => {
      const then = mayShow({ ...situation, now: at + wait });
      const shows = REVIEW_ITEMS.filter((item) => then.has(item) && !before.has(item));
      const hides = REVIEW_ITEMS.filter((item) => before.has(item) && !then.has(item));
      before = then;
      return { at, when, shows, hides };
    })
    .filter(({ shows, hides }) => shows.length + hides.length > 0);
}
