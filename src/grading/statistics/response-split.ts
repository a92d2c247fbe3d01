import { group } from 'd3-array';
import type { Words } from '../../language/index.ts';
import { type Queries, type ResponseGroup, selectResponseGroups } from '../../storage/index.ts';
import { RESULTS, type Result, resultOf } from '../marking/result.ts';

/** How the responses to a question split. */
export interface ResponseSplit {
  readonly total: number;
  readonly results: readonly { readonly result: Result; readonly count: number }[];
  readonly notes: readonly { readonly tag: string; readonly says: Words; readonly count: number }[];
  /** Equal responses together, the most frequent first. */
  readonly groups: readonly (ResponseGroup & { readonly result: Result })[];
}

/** All that students have handed in to a question of a quiz, each attempt counted. */
export async function responseSplit(
  db: Queries,
  of: { readonly courseId: string; readonly quizId: string; readonly questionId: string },
): Promise<ResponseSplit> {
  return splitOf(judgedGroups(await selectResponseGroups(db, of)));
}

/** The same for all questions of a quiz, by question id; one query. */
export async function responseSplits(
  db: Queries,
  of: { readonly courseId: string; readonly quizId: string },
): Promise<ReadonlyMap<string, ResponseSplit>> {
  const byQuestion = group(
    judgedGroups(await selectResponseGroups(db, of)),
    ({ questionId }: ResponseGroup) => questionId,
  );
  return new Map([...byQuestion].map(([id, groups]) => [id, splitOf(groups)]));
}

const judgedGroups = (groups: readonly ResponseGroup[]): ResponseSplit['groups'] =>
  groups.map((group) => ({ ...group, result: resultOf(group) }));

/** How these responses split. */
export function splitOf(groups: ResponseSplit['groups']): ResponseSplit {
  const notes = new Map<string, { tag: string; says: Words; count: number }>();
  for (const { outcome, count } of groups) {
    for (const note of outcome.state === 'marked' ? outcome.notes : []) {
      const known = notes.get(note.tag) ?? { ...note, count: 0 };
      notes.set(note.tag, { ...known, count: known.count + count });
    }
  }
  const counted = RESULTS.map((result) => ({
    result,
    count: total(groups.filter((group) => group.result === result)),
  }));
  return {
    total: total(groups),
    results: counted.filter(({ count }) => count > 0),
    notes: [...notes.values()].sort((a, b) => b.count - a.count),
    groups,
  };
}

const total = (counted: readonly { readonly count: number }[]): number =>
  counted.reduce((sum, { count }) => sum + count, 0);
