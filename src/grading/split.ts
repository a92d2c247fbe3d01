import type { Words } from '../language/index.ts';
import { type Queries, type ResponseGroup, selectResponseGroups } from '../storage/index.ts';
import { VERDICTS, type VerdictWord, verdictOf } from './verdict.ts';

/** How the responses to a question split. */
export interface ResponseSplit {
  readonly total: number;
  readonly verdicts: readonly { readonly verdict: VerdictWord; readonly count: number }[];
  readonly notes: readonly { readonly tag: string; readonly says: Words; readonly count: number }[];
  /** Equal responses together, the most frequent first. */
  readonly groups: readonly (ResponseGroup & { readonly verdict: VerdictWord })[];
}

/** All that students have handed in to a question of a quiz, each attempt counted. */
export async function responseSplit(
  db: Queries,
  of: { readonly courseId: string; readonly quizId: string; readonly questionId: string },
): Promise<ResponseSplit> {
  const groups = (await selectResponseGroups(db, of)).map((group) => ({
    ...group,
    verdict: verdictOf(group),
  }));
  const notes = new Map<string, { tag: string; says: Words; count: number }>();
  for (const { outcome, count } of groups) {
    for (const note of outcome.state === 'marked' ? outcome.notes : []) {
      notes.set(note.tag, { ...note, count: (notes.get(note.tag)?.count ?? 0) + count });
    }
  }
  const counted = VERDICTS.map((verdict) => ({
    verdict,
    count: total(groups.filter((group) => group.verdict === verdict)),
  }));
  return {
    total: total(groups),
    verdicts: counted.filter(({ count }) => count > 0),
    notes: [...notes.values()].sort((a, b) => b.count - a.count),
    groups,
  };
}

const total = (counted: readonly { readonly count: number }[]): number =>
  counted.reduce((sum, { count }) => sum + count, 0);
