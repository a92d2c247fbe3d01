import { group } from 'd3-array';
import type { ResponseSplit } from '../../../grading/index.ts';
import { prepareSingleQuestion, type SingleQuestion } from '../../../quizzes/index.ts';
import { selectVersionSources } from '../../../storage/index.ts';
import type { Server } from '../../server.ts';

export type Group = ResponseSplit['groups'][number];

/** What some students had before them: a variant of the question, or how it was before its file was changed. */
export interface Version {
  readonly version: string;
  /** A version of the quiz that has it, and the published one that this was drawn from. */
  readonly quizVersion: string;
  readonly published: string;
  readonly groups: readonly Group[];
  readonly total: number;
}

/** The versions of a question among its responses, the most answered first. */
export function versionsAmong(groups: readonly Group[]): readonly Version[] {
  const found = [...group(groups, ({ questionVersion }) => questionVersion)].flatMap(([version, own]) =>
    own.slice(0, 1).map(({ quizVersion, published }) => ({
      version,
      quizVersion,
      published,
      groups: own,
      total: own.reduce((sum, { count }) => sum + count, 0),
    })),
  );
  return found.sort((a, b) => b.total - a.total || (a.version < b.version ? -1 : 1));
}

/** A question as each of these versions has it, by version; one query, however many they are. */
export async function readVersions(
  { storage }: Server,
  { quizId, questionId }: { readonly quizId: string; readonly questionId: string },
  versions: Iterable<Pick<Version, 'version' | 'quizVersion'>>,
): Promise<ReadonlyMap<string, SingleQuestion>> {
  const wanted = new Map(Array.from(versions, ({ version, quizVersion }) => [version, quizVersion]));
  const sources = await selectVersionSources(storage.read, [...new Set(wanted.values())]);
  const read = new Map<string, SingleQuestion>();
  for (const [version, quizVersion] of wanted) {
    const alone = prepareSingleQuestion(quizId, sources.get(quizVersion), questionId);
    if (alone) read.set(version, alone);
  }
  return read;
}
