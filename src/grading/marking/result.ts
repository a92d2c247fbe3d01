import type { Marking } from '../../storage/index.ts';

/** What a response came to, in one word. */
export const RESULTS = ['right', 'partly', 'wrong', 'blank', 'invalid', 'undecided', 'broken'] as const;

export type Result = (typeof RESULTS)[number];

export const resultOf = ({ outcome }: Pick<Marking, 'outcome'>): Result =>
  outcome.state === 'marked' ? resultOfFraction(outcome.fraction) : outcome.state;

/** `fraction` 0..1 */
export function resultOfFraction(fraction: number): 'right' | 'partly' | 'wrong' {
  if (fraction === 1) return 'right';
  return fraction === 0 ? 'wrong' : 'partly';
}
