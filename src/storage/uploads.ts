import type { Queries, UploadType, Writing } from './tables.ts';

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

/** Bytes of all uploads of an attempt. */
export async function selectUploadedBytes(db: Queries, attemptId: string): Promise<number> {
  const { bytes } = await db
    .selectFrom('uploads')
    .where('attemptId', '=', attemptId)
    .select(({ fn }) => fn.sum('size').as('bytes'))
    .executeTakeFirstOrThrow();
  return Number(bytes ?? 0);
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
