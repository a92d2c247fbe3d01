import type { Posted } from '../answers/kind.ts';
import { Outcome } from '../values/outcome.ts';
import { parseFields } from './steps.ts';
import type { Queries } from './tables.ts';

/** Equal responses to a question that came to the same outcome. */
export interface ResponseGroup {
  readonly posted: Posted;
  readonly outcome: Outcome;
  readonly questionVersion: string;
  readonly count: number;
}

/** What students have handed in to a question, with the latest marking of each: the most frequent first. */
export async function selectResponseGroups(
  db: Queries,
  of: { readonly courseId: string; readonly quizId: string; readonly questionId: string },
): Promise<readonly ResponseGroup[]> {
  const rows = await db
    .selectFrom('attempts')
    .innerJoin('enrolments', (join) =>
      join
        .onRef('enrolments.courseId', '=', 'attempts.courseId')
        .onRef('enrolments.personId', '=', 'attempts.personId')
        .on('enrolments.role', '=', 'student'),
    )
    .innerJoin('markings', 'markings.attemptId', 'attempts.id')
    .innerJoin('steps', (join) =>
      join.onRef('steps.attemptId', '=', 'markings.attemptId').onRef('steps.sequence', '=', 'markings.step'),
    )
    .where('attempts.courseId', '=', of.courseId)
    .where('attempts.quizId', '=', of.quizId)
    .where('markings.questionId', '=', of.questionId)
    .where('markings.sequence', '=', (latest) =>
      latest
        .selectFrom('markings as later')
        .select(({ fn }) => fn.max('later.sequence').as('sequence'))
        .whereRef('later.attemptId', '=', 'markings.attemptId')
        .where('later.questionId', '=', of.questionId),
    )
    .groupBy(['steps.fields', 'markings.outcome', 'markings.questionVersion'])
    .select(['steps.fields', 'markings.outcome', 'markings.questionVersion'])
    .select(({ fn }) => fn.countAll().as('count'))
    .orderBy('count', 'desc')
    .orderBy('steps.fields')
    .execute();
  return rows.map(({ fields, outcome, questionVersion, count }) => ({
    posted: parseFields(fields),
    outcome: Outcome.parse(JSON.parse(outcome)),
    questionVersion,
    count: Number(count),
  }));
}
