import { z } from 'zod';
import type { ListedAttempt } from '../../../grading/index.ts';
import type { Message } from '../../../language/index.ts';
import { deployedSeeds } from '../../../quizzes/index.ts';
import { type QuizRow, selectAttemptedSources, selectVersionSources } from '../../../storage/index.ts';
import type { Server } from '../../server.ts';
import { deployedInWords } from '../../wording/variants.ts';
import type { Query } from './query.ts';

const Deployed = z.object({ deployed: z.number().optional() });

/** By version, which deployed variant it is; null where none of these attempts has one. */
export async function deployedOf(
  { storage, quizOf }: Server,
  { id, version }: QuizRow,
  attempts: readonly ListedAttempt[],
): Promise<ReadonlyMap<string, Message> | null> {
  if (!(await quizOf(id, version)).varied) return null;
  const versions = new Set(attempts.map(({ quizVersion }) => quizVersion));
  const deployed = new Map<string, Message>();
  for (const [hash, source] of await selectVersionSources(storage.read, [...versions])) {
    const words = deployedInWords(Deployed.parse(source));
    if (words !== null) deployed.set(hash, words);
  }
  return deployed.size === 0 ? null : deployed;
}

/** The versions of each deployed variant that attempts have, by seed: of this list or earlier ones. Empty without a list. */
export async function deployedVersions(
  { storage, quizOf }: Server,
  { courseId, id: quizId, version }: QuizRow,
  asked: Query['variant'],
): Promise<ReadonlyMap<number, readonly string[]>> {
  const seeds = deployedSeeds(await quizOf(quizId, version));
  if (seeds === null && asked === '') return new Map();
  const versions = new Map<number, readonly string[]>(seeds?.map((seed) => [seed, []]));
  for (const [hash, source] of await selectAttemptedSources(storage.read, { courseId, quizId })) {
    const { deployed } = Deployed.parse(source);
    if (deployed !== undefined) versions.set(deployed, [...(versions.get(deployed) ?? []), hash]);
  }
  return versions;
}
