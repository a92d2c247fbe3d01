import { resultOfFraction } from '../result.ts';
import { type BehaviourRules, lessPenalty, type Progress, type Try } from './progress.ts';

/** Any number of tries; each is worth its fraction less the penalty for those before it, and the best counts. */
export function adaptive(penalty: number): BehaviourRules {
  const best = ({ tried, fraction }: Progress, current: Try) => {
    const earlier = tried.filter((each) => each !== current.response).length;
    return Math.max(fraction ?? 0, lessPenalty(current.fraction, penalty, earlier));
  };
  return {
    triesLeft: null,
    checked(before, current) {
      const finished = current.fraction === 1;
      return {
        state: finished ? 'right' : 'try-again',
        finished,
        fraction: best(before, current),
        tried: [...before.tried, current.response],
        triesLeft: finished ? 0 : null,
        hints: finished ? before.hints : before.hints + 1,
      };
    },
    finished: (before, current) => ({
      ...before,
      state: resultOfFraction(current.fraction),
      finished: true,
      fraction: best(before, current),
      triesLeft: 0,
    }),
    kept: ({ fraction }) => fraction ?? 0,
  };
}
