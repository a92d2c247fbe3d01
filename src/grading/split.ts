import { type Queries, type ResponseGroup, selectResponseGroups } from '../storage/index.ts';
import { type VerdictWord, verdictOf } from './verdict.ts';

/** How the responses to a question split. */
export interface ResponseSplit {
  readonly total: number;
  readonly verdicts: readonly { readonly verdict: VerdictWord; readonly count: number }[];
  readonly notes: readonly { readonly tag: string; readonly says: string; readonly count: number }[];
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
  const verdicts = new Map<VerdictWord, { verdict: VerdictWord; count: number }>();
  const notes = new Map<string, { tag: string; says: string; count: number }>();
  for (const { verdict, outcome, count } of groups) {
    const known = verdicts.get(verdict);
    verdicts.set(verdict, { verdict, count: (known?.count ?? 0) + count });
    for (const note of outcome.state === 'marked' ? outcome.notes : []) {
      notes.set(note.tag, { ...note, count: (notes.get(note.tag)?.count ?? 0) + count });
    }
  }
  return {
    total: groups.reduce((sum, { count }) => sum + count, 0),
    verdicts: mostFrequentFirst(verdicts),
    notes: mostFrequentFirst(notes),
    groups,
  };
}

const mostFrequentFirst = <T extends { readonly count: number }>(
  counted: ReadonlyMap<string, T>,
): readonly T[] => [...counted.values()].sort((a, b) => b.count - a.count);
