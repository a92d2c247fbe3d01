import { reviewRules } from '../../../src/quizzes/format/review-rules.ts';
import { QuizSource } from '../../../src/quizzes/index.ts';
import { datesOf, timesOf } from '../../../src/quizzes/prepare/dates.ts';
import type { QuizRow } from '../../../src/storage/index.ts';
import { SHEET } from '../course.ts';

const ZURICH = 'Europe/Zurich';

/** The rules of a file, as a course in Zurich has them. */
export function rulesOf(fields: Partial<QuizSource>): QuizRow {
  const source = QuizSource.parse({ ...SHEET, ...fields });
  const times = timesOf(source);
  return {
    courseId: 'nn',
    id: 'sheet',
    title: 'Sheet',
    version: 'v',
    position: 0,
    attempts: source.attempts ?? null,
    ...datesOf(source, ZURICH),
    ...times,
    buildOnLast: times.buildOnLast ? 1 : 0,
    review: reviewRules(undefined),
    archivedAt: null,
  };
}
