import { resultOfFraction } from '../result.ts';
import { type BehaviourRules, lessPenalty, type Progress, type Try } from './progress.ts';

/**
 * So many tries with feedback and a hint after each; the last response counts, less the penalty for each other
 * response that was tried, and never less than nothing.
 */
export function interactive(tries: number, penalty: number): BehaviourRules {
  const credit = ({ tried }: Progress, { response, fraction }: Try) =>
    lessPenalty(fraction, penalty, tried.filter((each) => each !== response).length);
  return {
    triesLeft: tries,
    checked(before, current) {
      const triesLeft = Math.max(0, (before.triesLeft ?? 0) - 1);
      const finished = current.fraction === 1 || triesLeft === 0;
      return {
        state: finished ? resultOfFraction(current.fraction) : 'try-again',
        finished,
        fraction: credit(before, current),
        tried: [...before.tried, current.response],
        triesLeft: finished ? 0 : triesLeft,
        hints: finished ? before.hints : before.hints + 1,
      };
    },
    finished: (before, current) => ({
      ...before,
      state: resultOfFraction(current.fraction),
      finished: true,
      fraction: credit(before, current),
      triesLeft: 0,
    }),
    kept: () => 0,
  };
}
