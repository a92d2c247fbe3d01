import { CERTAINTIES } from '../../../quizzes/format/behaviour.ts';
import { resultOfFraction } from '../result.ts';
import type { BehaviourRules, Progress, Try } from './progress.ts';

/** Judged once: when it is handed in, or at its one check. */
export function singleTry(checks: 0 | 1, certainty: boolean): BehaviourRules {
  const judged = (before: Progress, { response, fraction, certainty: sure }: Try): Progress => ({
    ...before,
    state: resultOfFraction(fraction),
    finished: true,
    fraction: certainty ? weighed(fraction, sure ?? 1) : fraction,
    tried: [...before.tried, response],
    triesLeft: 0,
  });
  return { triesLeft: checks, checked: judged, finished: judged, kept: () => 0 };
}

/**
 * What certainty makes of a raw fraction, as share of the most that it can bring. What is partly right brings its
 * part of what a right answer brings; only what is wholly wrong costs something.
 */
function weighed(fraction: number, level: number): number {
  const most = Math.max(...CERTAINTIES.map(({ right }) => right));
  const { right, wrong } = CERTAINTIES.find((each) => each.level === level) ?? CERTAINTIES[0];
  return (fraction > 0 ? fraction * right : wrong) / most;
}
