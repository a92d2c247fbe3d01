import type { FileProblem } from '../quizzes/format/yaml.ts';
import { warningsAt } from '../quizzes/loading/load-quiz.ts';
import type { LoadedCourse } from '../quizzes/loading/loaded.ts';
import { timesOf } from '../quizzes/prepare/dates.ts';
import type { Dates, Quiz } from '../quizzes/quiz.ts';
import {
  type Course,
  insertVersion,
  type QuizRow,
  type Storage,
  selectOptionalCourse,
  selectQuizzes,
  upsertCourse,
  upsertQuiz,
  type Writing,
} from '../storage/index.ts';
import { canonicalJson } from '../values/json.ts';

/** What is odd about the quizzes that were just published; a date in the past only where the quiz is new. */
export const publishedWarnings = (
  { quizzes }: Pick<LoadedCourse, 'quizzes'>,
  published: readonly Publication[],
  now: number,
): readonly FileProblem[] =>
  quizzes.flatMap((quiz) => {
    const change = published.find(({ quizId }) => quizId === quiz.id)?.change;
    if (change === undefined) return [];
    return change === 'new' ? warningsAt(quiz, now) : quiz.warnings;
  });

/** A course as it was loaded from its files. */
export interface PublishedCourse extends Course {
  readonly quizzes: readonly { readonly id: string; readonly quiz: Quiz; readonly dates: Dates }[];
}

interface Publication {
  readonly quizId: string;
  readonly change: 'new' | 'changed' | 'archived';
}

/**
 * Makes the files' quizzes what new attempts get, and their dates what holds from now on; running attempts keep
 * the version that they began with. Content that has not changed is left alone. `complete`: the course has all
 * its quizzes, so that those which are missing were removed and are archived; otherwise they stay as they are.
 */
export function publishCourse(
  storage: Storage,
  course: PublishedCourse,
  options: { readonly now: number; readonly complete: boolean },
): Promise<readonly Publication[]> {
  return storage.write(async (db) => {
    await publishFacts(db, course);
    const before = new Map((await selectQuizzes(db, course.id)).map((row) => [row.id, row]));
    const published: Publication[] = [];
    const rows = course.quizzes.map(({ id, quiz, dates }, position) =>
      rowOf(course.id, id, quiz, dates, position),
    );
    for (const [i, row] of rows.entries()) {
      const known = before.get(row.id);
      before.delete(row.id);
      if (equal(known, row)) continue;
      await insertVersion(db, row.version, course.quizzes[i]?.quiz.snapshot);
      await upsertQuiz(db, row);
      published.push({ quizId: row.id, change: known ? 'changed' : 'new' });
    }
    for (const row of options.complete ? before.values() : []) {
      if (row.archivedAt !== null) continue;
      await upsertQuiz(db, { ...row, archivedAt: options.now });
      published.push({ quizId: row.id, change: 'archived' });
    }
    return published;
  });
}

async function publishFacts(db: Writing, { id, title, text, timezone, language }: Course): Promise<void> {
  const facts = { id, title, text, timezone, language };
  if (!equal(await selectOptionalCourse(db, id), facts)) await upsertCourse(db, facts);
}

const rowOf = (courseId: string, id: string, quiz: Quiz, dates: Dates, position: number): QuizRow => ({
  courseId,
  id,
  title: quiz.title,
  version: quiz.version,
  position,
  attempts: quiz.attempts,
  ...dates,
  ...timesOf(quiz.source),
  buildOnLast: timesOf(quiz.source).buildOnLast ? 1 : 0,
  review: quiz.review,
  archivedAt: null,
});

const equal = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b);
