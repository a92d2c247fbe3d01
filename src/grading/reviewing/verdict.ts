import type { Marking } from '../../storage/index.ts';

/** What a marking can come to, in one word. */
export const VERDICTS = ['right', 'partly', 'wrong', 'blank', 'invalid', 'undecided', 'broken'] as const;

export type VerdictWord = (typeof VERDICTS)[number];

export function verdictOf({ outcome }: Pick<Marking, 'outcome'>): VerdictWord {
  if (outcome.state !== 'marked') return outcome.state;
  if (outcome.fraction === 1) return 'right';
  return outcome.fraction === 0 ? 'wrong' : 'partly';
}
