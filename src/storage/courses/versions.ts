import { AbsentError } from '../errors.ts';
import type { Queries, Writing } from '../tables.ts';

/** The source of a quiz as it was under this hash. */
export async function selectVersionSource(db: Queries, hash: string): Promise<unknown> {
  const row = await db.selectFrom('versions').select('json').where('hash', '=', hash).executeTakeFirst();
  if (!row) throw new AbsentError('version of a quiz');
  return JSON.parse(row.json);
}

/** The sources of many versions in one query, by their hashes; those that are not there are left out. */
export async function selectVersionSources(
  db: Queries,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, unknown>> {
  if (hashes.length === 0) return new Map();
  const rows = await db.selectFrom('versions').select(['hash', 'json']).where('hash', 'in', hashes).execute();
  return new Map(rows.map(({ hash, json }) => [hash, JSON.parse(json)]));
}

/** Which of these versions are stored. */
export async function selectKnownVersions(
  db: Queries,
  hashes: readonly string[],
): Promise<ReadonlySet<string>> {
  if (hashes.length === 0) return new Set();
  const rows = await db.selectFrom('versions').select('hash').where('hash', 'in', hashes).execute();
  return new Set(rows.map(({ hash }) => hash));
}

/** The sources of all versions that attempts at a quiz have, by their hashes. */
export async function selectAttemptedSources(
  db: Queries,
  { courseId, quizId }: { readonly courseId: string; readonly quizId: string },
): Promise<ReadonlyMap<string, unknown>> {
  const attempted = db
    .selectFrom('attempts')
    .select('quizVersion')
    .where('courseId', '=', courseId)
    .where('quizId', '=', quizId);
  const rows = await db
    .selectFrom('versions')
    .select(['hash', 'json'])
    .where('hash', 'in', attempted)
    .execute();
  return new Map(rows.map(({ hash, json }) => [hash, JSON.parse(json)]));
}

/** Equal content has an equal hash, so that a known hash needs no second copy. */
export async function insertVersion(db: Writing, hash: string, source: unknown): Promise<void> {
  await db
    .insertInto('versions')
    .values({ hash, kind: 'quiz', json: JSON.stringify(source) })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute();
}
