import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Posted } from '../../answers/kind.ts';
import { canonicalJson } from '../../values/json.ts';
import type { Database, Queries, Writing } from '../tables.ts';

const Fields = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

type Row = Selectable<Database['steps']>;

/** One event of an attempt's question; steps are only ever appended, numbered from 1 within the attempt. */
export type Step = Readonly<Omit<Row, 'fields'>> & {
  /** The response as posted: what stands in the form, not what is made of it. */
  readonly posted: Posted;
};

export const parseFields = (json: string): Posted => Fields.parse(JSON.parse(json));

const writeFields = (posted: Posted): string => canonicalJson(posted);

const toStep = ({ fields, ...row }: Row): Step => ({ ...row, posted: parseFields(fields) });

/** All steps of an attempt, first to last. */
export async function selectSteps(db: Queries, attemptId: string): Promise<readonly Step[]> {
  const rows = await db
    .selectFrom('steps')
    .selectAll()
    .where('attemptId', '=', attemptId)
    .orderBy('sequence')
    .execute();
  return rows.map(toStep);
}

/** What was checked or handed in, first to last. */
export async function selectSubmittedSteps(db: Queries, attemptId: string): Promise<readonly Step[]> {
  const rows = await db
    .selectFrom('steps')
    .selectAll()
    .where('attemptId', '=', attemptId)
    .where('kind', '=', 'submitted')
    .orderBy('sequence')
    .execute();
  return rows.map(toStep);
}

/** Open attempts with a check that has not been judged: what a crash left behind. */
export async function selectAttemptsBeingChecked(db: Queries): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('steps')
    .innerJoin('attempts', 'attempts.id', 'steps.attemptId')
    .leftJoin('markings', (join) =>
      join
        .onRef('markings.attemptId', '=', 'steps.attemptId')
        .onRef('markings.step', '=', 'steps.sequence')
        .on('markings.reason', '=', 'submit'),
    )
    .select('steps.attemptId')
    .distinct()
    .where('steps.try', 'is not', null)
    .where('attempts.state', '=', 'open')
    .where('markings.sequence', 'is', null)
    .execute();
  return rows.map(({ attemptId }) => attemptId);
}

/** The last step of each question that has any, by question id. */
export async function selectLatestSteps(db: Queries, attemptId: string): Promise<ReadonlyMap<string, Step>> {
  const rows = await db
    .selectFrom('steps')
    .selectAll()
    .where('attemptId', '=', attemptId)
    .where('sequence', 'in', (steps) =>
      steps
        .selectFrom('steps as all')
        .select(({ fn }) => fn.max('all.sequence').as('sequence'))
        .where('all.attemptId', '=', attemptId)
        .groupBy('all.questionId'),
    )
    .execute();
  return new Map(rows.map((row) => [row.questionId, toStep(row)]));
}

/** The last step of a question up to this sequence, or null. */
export async function selectOptionalStepUpTo(
  db: Queries,
  of: { readonly attemptId: string; readonly questionId: string; readonly sequence: number },
): Promise<Step | null> {
  const row = await db
    .selectFrom('steps')
    .selectAll()
    .where('attemptId', '=', of.attemptId)
    .where('questionId', '=', of.questionId)
    .where('sequence', '<=', of.sequence)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : toStep(row);
}

/** How many steps an attempt has, and how many bytes of responses in them. */
export async function selectStepsSize(
  db: Queries,
  attemptId: string,
): Promise<{ readonly count: number; readonly bytes: number }> {
  const { count, bytes } = await db
    .selectFrom('steps')
    .select(({ fn }) => [fn.countAll().as('count'), fn.sum(fn('octet_length', ['fields'])).as('bytes')])
    .where('attemptId', '=', attemptId)
    .executeTakeFirstOrThrow();
  return { count: Number(count), bytes: Number(bytes ?? 0) };
}

/** What was stored for the request with this key; empty if nothing was. */
export async function selectStepsWithKey(
  db: Queries,
  attemptId: string,
  key: string,
): Promise<readonly Step[]> {
  const rows = await db
    .selectFrom('steps')
    .selectAll()
    .where('attemptId', '=', attemptId)
    .where('idempotencyKey', '=', key)
    .orderBy('sequence')
    .execute();
  return rows.map(toStep);
}

/** Appends steps to one attempt and returns them with their sequence. */
export async function insertSteps(
  db: Writing,
  attemptId: string,
  steps: readonly Omit<Step, 'attemptId' | 'sequence'>[],
): Promise<readonly Step[]> {
  if (steps.length === 0) return [];
  const { last } = await db
    .selectFrom('steps')
    .select(({ fn }) => fn.max('sequence').as('last'))
    .where('attemptId', '=', attemptId)
    .executeTakeFirstOrThrow();
  const numbered = steps.map((step, i) => ({ ...step, attemptId, sequence: Number(last ?? 0) + i + 1 }));
  await db
    .insertInto('steps')
    .values(numbered.map(({ posted, ...row }) => ({ ...row, fields: writeFields(posted) })))
    .execute();
  return numbered;
}
