import type { Marking } from '../storage/index.ts';

/** What a marking came to, in one word. */
export type VerdictWord = 'right' | 'partly' | 'wrong' | 'blank' | 'invalid' | 'undecided' | 'broken';

export function verdictOf({ outcome }: Pick<Marking, 'outcome'>): VerdictWord {
  if (outcome.state !== 'marked') return outcome.state;
  if (outcome.fraction === 1) return 'right';
  return outcome.fraction === 0 ? 'wrong' : 'partly';
}
