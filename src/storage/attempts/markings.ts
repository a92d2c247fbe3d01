import { rollup } from 'd3-array';
import type { Selectable } from 'kysely';
import { Outcome } from '../../values/outcome.ts';
import type { Database, Queries, Writing } from '../tables.ts';
import { byStudent, latestMarking } from './conditions.ts';

type Row = Selectable<Database['markings']>;

/**
 * A stored outcome; markings are only ever appended, numbered from 1 within the attempt, and the last of a
 * question counts. `step` is the sequence of the step that was marked. `outcome` is of that response alone; `mark` is
 * what the question brings after it, by the rules of its behaviour, and `fraction` its share of `maximum`, a negative
 * one as 0. Both are null where a person has to decide.
 */
export type Marking = Readonly<Omit<Row, 'outcome'>> & { readonly outcome: Outcome };

const toMarking = (row: Row): Marking => ({ ...row, outcome: Outcome.parse(JSON.parse(row.outcome)) });

/** All markings of an attempt, first to last. */
export async function selectMarkings(db: Queries, attemptId: string): Promise<readonly Marking[]> {
  const rows = await db
    .selectFrom('markings')
    .selectAll()
    .where('attemptId', '=', attemptId)
    .orderBy('sequence')
    .execute();
  return rows.map(toMarking);
}

/** By attempt and question, what students' marked attempts at a quiz have: the mark that counts, null where a person has to decide. */
export async function selectMarksByQuestion(
  db: Queries,
  { courseId, quizId }: { readonly courseId: string; readonly quizId: string },
): Promise<ReadonlyMap<string, ReadonlyMap<string, number | null>>> {
  const rows = await db
    .selectFrom('markings')
    .innerJoin('attempts', 'attempts.id', 'markings.attemptId')
    .select(['markings.attemptId', 'markings.questionId', 'markings.mark'])
    .where('attempts.courseId', '=', courseId)
    .where('attempts.quizId', '=', quizId)
    .where('attempts.state', '=', 'marked')
    .where(byStudent)
    .where(latestMarking)
    .orderBy('markings.attemptId')
    .orderBy('markings.sequence')
    .execute();
  return rollup(
    rows,
    (own) => new Map(own.map(({ questionId, mark }) => [questionId, mark])),
    ({ attemptId }) => attemptId,
  );
}

/** Appends markings to one attempt. */
export async function insertMarkings(
  db: Writing,
  attemptId: string,
  markings: readonly Omit<Marking, 'attemptId' | 'sequence'>[],
): Promise<void> {
  if (markings.length === 0) return;
  const { last } = await db
    .selectFrom('markings')
    .select(({ fn }) => fn.max('sequence').as('last'))
    .where('attemptId', '=', attemptId)
    .executeTakeFirstOrThrow();
  const first = Number(last ?? 0) + 1;
  await db
    .insertInto('markings')
    .values(
      markings.map((marking, i) => ({
        ...marking,
        attemptId,
        sequence: first + i,
        outcome: JSON.stringify(marking.outcome),
      })),
    )
    .execute();
}
