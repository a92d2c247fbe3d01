import type { Posted } from '../../answers/kind.ts';
import { Outcome } from '../../values/outcome.ts';
import type { Queries } from '../tables.ts';
import { byStudent, latestMarking } from './conditions.ts';
import { parseFields } from './steps.ts';

/** Equal responses to the same version of a question that came to the same outcome. */
export interface ResponseGroup {
  readonly questionId: string;
  readonly posted: Posted;
  readonly outcome: Outcome;
  readonly questionVersion: string;
  /** A version of the quiz that has this version of the question. */
  readonly quizVersion: string;
  /** The published version that it was drawn from; where nothing was drawn, the version itself. */
  readonly published: string;
  readonly count: number;
}

/** A response that a person has to mark, and why. */
export interface UndecidedResponse {
  readonly attemptId: string;
  readonly personId: string;
  readonly name: string;
  readonly quizId: string;
  readonly questionId: string;
  readonly posted: Posted;
  readonly outcome: Outcome;
  readonly maximum: number;
}

/** How many responses to one question of a quiz a person has to mark. */
export interface WaitingResponses {
  readonly quizId: string;
  readonly questionId: string;
  readonly count: number;
}

/** The latest marking of each question that students have handed in, with the step that was marked. */
const latestMarkings = (db: Queries, courseId: string) =>
  db
    .selectFrom('attempts')
    .innerJoin('markings', 'markings.attemptId', 'attempts.id')
    .innerJoin('steps', (join) =>
      join.onRef('steps.attemptId', '=', 'markings.attemptId').onRef('steps.sequence', '=', 'markings.step'),
    )
    .where('attempts.courseId', '=', courseId)
    .where('attempts.state', '=', 'marked')
    .where(byStudent)
    .where(latestMarking);

/** What students have handed in to the questions of a quiz, or to one of them, the most frequent response first. */
export async function selectResponseGroups(
  db: Queries,
  of: { readonly courseId: string; readonly quizId: string; readonly questionId?: string },
): Promise<readonly ResponseGroup[]> {
  let found = latestMarkings(db, of.courseId).where('attempts.quizId', '=', of.quizId);
  if (of.questionId !== undefined) found = found.where('markings.questionId', '=', of.questionId);
  const rows = await found
    .groupBy(['markings.questionId', 'steps.fields', 'markings.outcome', 'markings.questionVersion'])
    .select(['markings.questionId', 'steps.fields', 'markings.outcome', 'markings.questionVersion'])
    .select(({ fn }) => [
      fn.min('attempts.quizVersion').as('quizVersion'),
      fn.min(fn.coalesce('attempts.drawnFrom', 'attempts.quizVersion')).as('published'),
      fn.countAll().as('count'),
    ])
    .orderBy('count', 'desc')
    .orderBy('steps.fields')
    .execute();
  return rows.map(({ fields, outcome, count, ...row }) => ({
    ...row,
    posted: parseFields(fields),
    outcome: Outcome.parse(JSON.parse(outcome)),
    count: Number(count),
  }));
}

/** Everything of a course that a person has to mark, question by question, and by name. */
export async function selectUndecidedResponses(
  db: Queries,
  courseId: string,
): Promise<readonly UndecidedResponse[]> {
  const rows = await latestMarkings(db, courseId)
    .innerJoin('people', 'people.id', 'attempts.personId')
    .where('markings.mark', 'is', null)
    .select(['attempts.id as attemptId', 'attempts.personId', 'people.name', 'attempts.quizId'])
    .select(['markings.questionId', 'markings.outcome', 'markings.maximum', 'steps.fields'])
    .orderBy('attempts.quizId')
    .orderBy('markings.questionId')
    .orderBy('people.folded')
    .orderBy('attempts.number')
    .execute();
  return rows.map(({ fields, outcome, ...row }) => ({
    ...row,
    posted: parseFields(fields),
    outcome: Outcome.parse(JSON.parse(outcome)),
  }));
}

/** What of a course a person has to mark, counted by quiz and question. */
export async function selectWaitingResponses(
  db: Queries,
  courseId: string,
): Promise<readonly WaitingResponses[]> {
  const rows = await latestMarkings(db, courseId)
    .where('markings.mark', 'is', null)
    .groupBy(['attempts.quizId', 'markings.questionId'])
    .select(['attempts.quizId', 'markings.questionId'])
    .select(({ fn }) => fn.countAll().as('count'))
    .orderBy('attempts.quizId')
    .orderBy('markings.questionId')
    .execute();
  return rows.map(({ count, ...row }) => ({ ...row, count: Number(count) }));
}
