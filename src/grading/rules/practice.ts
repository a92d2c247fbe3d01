import { practiceFrom } from '../../quizzes/format/practice.ts';
import type { Quiz } from '../../quizzes/quiz.ts';
import { type Queries, selectAppliedOverrides, selectQuiz } from '../../storage/index.ts';
import { rulesFor } from './rules.ts';

/**
 * From when on somebody can practise a quiz, UTC milliseconds; null: never. With `after-close` that is when nobody can
 * work at a graded attempt any more, whatever extension they have: practice tells the key.
 */
export async function practiceOpens(
  db: Queries,
  of: { readonly courseId: string; readonly quizId: string; readonly personId: string },
  { practice }: Pick<Quiz['source'], 'practice'>,
): Promise<number | null> {
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
  return practiceFrom(practice, { ...own, closes: last === null ? null : last + grace });
}
