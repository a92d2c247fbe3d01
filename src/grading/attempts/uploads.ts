import { createHash } from 'node:crypto';
import type { Posted } from '../../answers/kind.ts';
import { scansOf } from '../../answers/text/scan.ts';
import {
  insertUpload,
  type Queries,
  selectUploadedBytes,
  selectUploadedHashes,
  type Upload,
} from '../../storage/index.ts';
import { GradingError } from '../errors.ts';
import { ownAttempt } from '../rules/attempt-access.ts';
import { requireTime } from '../rules/rules-for-person.ts';
import type { GradingServices } from '../services.ts';

/** Bytes of photos and PDFs that one person may bring, in all attempts. */
const MOST_BYTES = 200_000_000;

/**
 * Keeps a photo or PDF for an open attempt and returns its SHA-256; a response has it once it names it.
 * Throws GradingError if the attempt is not the person's, was handed in, has no time left, or has too much already.
 */
export async function storeUpload(
  { storage }: Pick<GradingServices, 'storage'>,
  upload: Pick<Upload, 'attemptId' | 'type' | 'content' | 'at'> & { readonly personId: string },
): Promise<string> {
  const { personId, ...kept } = upload;
  const hash = createHash('sha256').update(kept.content).digest('hex');
  const size = kept.content.length;
  await storage.write(async (db) => {
    const attempt = await ownAttempt(db, kept.attemptId, personId);
    if (attempt.state !== 'open') throw new GradingError('submitted');
    await requireTime(db, attempt, kept.at);
    await requireRoom(db, personId, size);
    await insertUpload(db, { ...kept, hash, size });
  });
  return hash;
}

/** Throws GradingError if so many bytes more would be too much of one person. */
export async function requireRoom(db: Queries, personId: string, bytes: number): Promise<void> {
  if ((await selectUploadedBytes(db, personId)) + bytes > MOST_BYTES)
    throw new GradingError('too-many-uploads');
}

/** Throws GradingError if responses name files that the person has not brought, in this attempt or an earlier one. */
export async function requireOwnScans(
  db: Queries,
  personId: string,
  responses: Readonly<Record<string, Posted>>,
): Promise<void> {
  const named = Object.values(responses).flatMap((posted) => scansOf(posted).map(({ hash }) => hash));
  if (named.length === 0) return;
  const own = await selectUploadedHashes(db, personId);
  if (named.some((hash) => !own.has(hash))) throw new GradingError('unknown-file');
}
