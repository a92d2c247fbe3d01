import type { Selectable } from 'kysely';
import { Outcome } from '../../values/outcome.ts';
import type { Database, Queries, Writing } from '../tables.ts';

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
