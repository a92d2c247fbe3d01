import type { Queries, UploadType, Writing } from '../tables.ts';

/** A photo or PDF that belongs to an attempt; `hash` is the SHA-256 of its content. */
export interface Upload {
  readonly attemptId: string;
  readonly hash: string;
  readonly type: UploadType;
  readonly size: number;
  readonly content: Buffer;
  readonly at: number;
}

/** The same content again is the same upload. */
export async function insertUpload(db: Writing, upload: Upload): Promise<void> {
  await db
    .insertInto('uploads')
    .values(upload)
    .onConflict((conflict) => conflict.columns(['attemptId', 'hash']).doNothing())
    .execute();
}

/** Bytes of all uploads of a person. */
export async function selectUploadedBytes(db: Queries, personId: string): Promise<number> {
  const { bytes } = await db
    .selectFrom('uploads')
    .innerJoin('attempts', 'attempts.id', 'uploads.attemptId')
    .where('attempts.personId', '=', personId)
    .select(({ fn }) => fn.sum('uploads.size').as('bytes'))
    .executeTakeFirstOrThrow();
  return Number(bytes ?? 0);
}

/** The hashes of everything that a person has uploaded. */
export async function selectUploadedHashes(db: Queries, personId: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('uploads')
    .innerJoin('attempts', 'attempts.id', 'uploads.attemptId')
    .where('attempts.personId', '=', personId)
    .select('uploads.hash')
    .execute();
  return new Set(rows.map(({ hash }) => hash));
}

/** What was uploaded under a hash, for its student and the instructors of its course; undefined for anybody else. */
export const selectOptionalUploadFor = (
  db: Queries,
  hash: string,
  personId: string,
): Promise<Pick<Upload, 'type' | 'content'> | undefined> =>
  db
    .selectFrom('uploads')
    .innerJoin('attempts', 'attempts.id', 'uploads.attemptId')
    .innerJoin('enrolments', 'enrolments.courseId', 'attempts.courseId')
    .where('uploads.hash', '=', hash)
    .where('enrolments.personId', '=', personId)
    .where(({ or, eb }) =>
      or([eb('enrolments.role', '=', 'instructor'), eb('attempts.personId', '=', personId)]),
    )
    .select(['uploads.type', 'uploads.content'])
    .limit(1)
    .executeTakeFirst();
