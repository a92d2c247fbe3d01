import { practiceFrom } from '../../quizzes/format/practice.ts';
import type { Quiz } from '../../quizzes/quiz.ts';
import { type Queries, selectAppliedOverrides, selectQuiz } from '../../storage/index.ts';
import { rulesFor } from './rules-for-person.ts';

/** From when on somebody can practise a quiz, UTC milliseconds, and whether they can at the moment that was asked about. */
export interface Practice {
  readonly from: number;
  readonly open: boolean;
}

/**
 * When somebody can practise a quiz; null: never. With `after-close` that is when nobody can
 * work at a graded attempt any more, whatever extension they have: practice tells the key.
 */
export async function practiceOf(
  db: Queries,
  of: { readonly courseId: string; readonly quizId: string; readonly personId: string },
  { practice }: Pick<Quiz['source'], 'practice'>,
  now: number,
): Promise<Practice | null> {
  const quiz = await selectQuiz(db, of.courseId, of.quizId);
  const overrides = await selectAppliedOverrides(db, { courseId: of.courseId, quizId: of.quizId });
  const own = rulesFor(
    quiz,
    overrides.filter(({ appliesTo }) => appliesTo === of.personId),
  );
  // Each override for itself: what several give together is never longer than the longest.
  const ends = [quiz, own, ...overrides.map((override) => rulesFor(quiz, [override]))].map(
    ({ closes }) => closes,
  );
  const last = ends.includes(null) ? null : Math.max(...ends.map(Number));
  const grace = quiz.timeOut === 'grace' ? quiz.grace : 0;
  const from = practiceFrom(practice, { ...own, closes: last === null ? null : last + grace });
  return from === null ? null : { from, open: now >= from };
}
