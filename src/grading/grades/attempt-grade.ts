import type { Attempt, Marking, MarkSums } from '../../storage/index.ts';

/**
 * What an attempt came to: `mark` of the questions that are decided, out of `maximum` of all. What a question costs
 * (by certainty) is taken from what the others bring; a grade is never below nothing.
 */
export interface Grade {
  readonly mark: number;
  readonly maximum: number;
  /** Questions that a person has to mark. */
  readonly undecided: number;
}

/** The marking of each question that counts, by question id: the last. */
export const latestMarkings = ({
  markings,
}: {
  readonly markings: readonly Marking[];
}): ReadonlyMap<string, Marking> => new Map(markings.map((marking) => [marking.questionId, marking]));

/** The grade of an attempt with these markings; null unless it is marked. */
export function gradeOf(of: {
  readonly attempt: Pick<Attempt, 'state'>;
  readonly markings: readonly Marking[];
}): Grade | null {
  const latest = [...latestMarkings(of).values()];
  const decided = latest.flatMap(({ mark }) => mark ?? []);
  return gradeOfSums(of.attempt, {
    mark: decided.reduce((sum, mark) => sum + mark, 0),
    maximum: latest.reduce((sum, { maximum }) => sum + maximum, 0),
    undecided: latest.length - decided.length,
  });
}

/** The same from sums over the markings that count, as lists of attempts have them. */
export const gradeOfSums = ({ state }: Pick<Attempt, 'state'>, sums: MarkSums): Grade | null =>
  state === 'marked' ? { ...sums, mark: Math.max(0, sums.mark) } : null;

/** A grade as share of its maximum, 0..1: two versions of a quiz may differ in their maximum. */
export const shareOf = ({ mark, maximum }: Grade): number => (maximum === 0 ? 0 : mark / maximum);
