import { sql } from 'kysely';
import { personContains } from '../people/people.ts';
import type { Queries } from '../tables.ts';
import type { Attempt } from './attempts.ts';
import { byStudent, latestMarking } from './conditions.ts';

/** Sums over the latest marking of each question of an attempt; `mark` is of those that are decided. */
export interface MarkSums {
  readonly mark: number;
  readonly maximum: number;
  /** Questions that a person has to mark. */
  readonly undecided: number;
}

export type SummedAttempt = Pick<Attempt, (typeof COLUMNS)[number]> & { readonly sums: MarkSums };

const COLUMNS = [
  'id',
  'courseId',
  'quizId',
  'quizVersion',
  'personId',
  'number',
  'state',
  'startedAt',
  'endedAt',
  'markedAt',
  'receipt',
] as const;

/** Attempts, each grouped with the latest marking of each of its questions. */
const summed = (db: Queries) =>
  db
    .selectFrom('attempts')
    .leftJoin('markings', (join) => join.onRef('markings.attemptId', '=', 'attempts.id').on(latestMarking))
    .groupBy('attempts.id')
    .select(COLUMNS.map((column) => `attempts.${column}` as const))
    .select(({ fn }) => [
      fn.sum('markings.mark').as('mark'),
      fn.sum('markings.maximum').as('maximum'),
      fn.count('markings.sequence').as('questions'),
      fn.count('markings.mark').as('decided'),
    ]);

/** Sums and counts come as text from some databases. */
function withSums<R extends Readonly<Record<'mark' | 'maximum' | 'questions' | 'decided', unknown>>>({
  mark,
  maximum,
  questions,
  decided,
  ...row
}: R) {
  const undecided = Number(questions) - Number(decided);
  return { ...row, sums: { mark: Number(mark ?? 0), maximum: Number(maximum ?? 0), undecided } };
}

/** All attempts of one person in a course, by quiz and number. */
export async function selectAttemptsOf(
  db: Queries,
  of: { readonly courseId: string; readonly personId: string },
): Promise<readonly SummedAttempt[]> {
  const rows = await summed(db)
    .where('attempts.courseId', '=', of.courseId)
    .where('attempts.personId', '=', of.personId)
    .orderBy('attempts.quizId')
    .orderBy('attempts.number')
    .execute();
  return rows.map(withSums);
}

/** What the students of a course have handed in, or those at one quiz; by quiz, person and number. */
export async function selectHandedInAttempts(
  db: Queries,
  { courseId, quizId }: { readonly courseId: string; readonly quizId?: string },
): Promise<readonly SummedAttempt[]> {
  let found = summed(db)
    .where('attempts.courseId', '=', courseId)
    .where('attempts.state', 'in', ['submitted', 'marked'])
    .where(byStudent);
  if (quizId !== undefined) found = found.where('attempts.quizId', '=', quizId);
  const rows = await found
    .orderBy('attempts.quizId')
    .orderBy('attempts.personId')
    .orderBy('attempts.number')
    .execute();
  return rows.map(withSums);
}

/** How many attempts at a quiz students have begun, and how far these are. */
export interface AttemptCounts {
  readonly quizId: string;
  readonly all: number;
  readonly open: number;
  /** Handed in, and not yet marked by the program. */
  readonly pending: number;
}

/** The attempts of a course counted, for each quiz that a student has begun. */
export async function selectAttemptCounts(db: Queries, courseId: string): Promise<readonly AttemptCounts[]> {
  const rows = await db
    .selectFrom('attempts')
    .where('attempts.courseId', '=', courseId)
    .where(byStudent)
    .groupBy('attempts.quizId')
    .select('attempts.quizId')
    .select(({ fn }) => [
      fn.countAll().as('all'),
      sql`sum(case when attempts.state = 'open' then 1 else 0 end)`.as('open'),
      sql`sum(case when attempts.state = 'submitted' then 1 else 0 end)`.as('pending'),
    ])
    .execute();
  return rows.map(({ quizId, all, open, pending }) => ({
    quizId,
    all: Number(all),
    open: Number(open),
    pending: Number(pending),
  }));
}

export interface AttemptFilter {
  readonly courseId: string;
  readonly quizId: string;
  /** Part of a name or an e-mail address. */
  readonly text?: string | undefined;
  /** `pending`: handed in but not marked by the program; `undecided`: a person has something to mark. */
  readonly state?: 'open' | 'abandoned' | 'pending' | 'undecided' | 'marked' | undefined;
  /** Only attempts with one of these versions of the quiz. */
  readonly versions?: readonly string[] | undefined;
  readonly sort: 'name' | 'started' | 'submitted' | 'state' | 'grade';
  readonly direction: 'asc' | 'desc';
  /** From 1. */
  readonly page: number;
  readonly size: number;
}

/** One page of the attempts of a quiz, and how many there are on all pages. */
export async function selectAttemptPage(
  db: Queries,
  filter: AttemptFilter,
): Promise<{
  readonly attempts: readonly (SummedAttempt & { readonly name: string; readonly email: string })[];
  readonly total: number;
}> {
  const found = filtered(db, filter);
  const { total } = await db
    .selectFrom(found.clearSelect().select('attempts.id').as('found'))
    .select(({ fn }) => fn.countAll().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await found
    .select(['people.name', 'people.email'])
    .orderBy(SORTED_BY[filter.sort], (order) =>
      filter.direction === 'asc' ? order.asc().nullsLast() : order.desc().nullsLast(),
    )
    .orderBy('people.folded')
    .orderBy('attempts.number')
    .limit(filter.size)
    .offset((filter.page - 1) * filter.size)
    .execute();
  return { attempts: rows.map(withSums), total: Number(total) };
}

// A test compares the order by state and by grade with what grading makes of the same markings.
const SORTED_BY = {
  name: sql.ref('people.folded'),
  started: sql.ref('attempts.started_at'),
  submitted: sql.ref('attempts.ended_at'),
  state: sql`case attempts.state when 'open' then 0 when 'submitted' then 1 when 'abandoned' then 4
    else case when count(markings.sequence) > count(markings.mark) then 2 else 3 end end`,
  grade: sql`case when attempts.state = 'marked' and sum(markings.mark) > 0
    then sum(markings.mark) / sum(markings.maximum)
    when attempts.state = 'marked' and count(markings.mark) > 0 then 0 end`,
};

function filtered(db: Queries, { courseId, quizId, text, state, versions }: AttemptFilter) {
  let found = summed(db)
    .innerJoin('people', 'people.id', 'attempts.personId')
    .groupBy('people.id')
    .where('attempts.courseId', '=', courseId)
    .where('attempts.quizId', '=', quizId)
    .where(byStudent);
  if (text) found = found.where(personContains(text));
  if (versions)
    found = found.where((eb) =>
      versions.length === 0 ? eb.lit(false) : eb('attempts.quizVersion', 'in', versions),
    );
  if (state === 'open' || state === 'abandoned') found = found.where('attempts.state', '=', state);
  if (state === 'pending') found = found.where('attempts.state', '=', 'submitted');
  if (state === 'undecided' || state === 'marked') {
    const operator = state === 'marked' ? '=' : '<';
    found = found
      .where('attempts.state', '=', 'marked')
      .having((eb) => eb(eb.fn.count('markings.mark'), operator, eb.fn.count('markings.sequence')));
  }
  return found;
}
