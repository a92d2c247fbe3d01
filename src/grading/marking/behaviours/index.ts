import type { Behaviour } from '../../../quizzes/format/behaviour.ts';
import { adaptive } from './adaptive.ts';
import { interactive } from './interactive.ts';
import {
  type BehaviourRules,
  lessPenalty,
  type Progress,
  type QuestionEvent,
  UNTOUCHED,
} from './progress.ts';
import { singleTry } from './single-try.ts';

export type { Progress, QuestionEvent } from './progress.ts';

/** Where a question stands after these events. Pure: the same events always lead to the same mark. */
export function progressAfter(behaviour: Behaviour, events: readonly QuestionEvent[]): Progress {
  const rules = rulesOf(behaviour);
  const start: Progress = { ...UNTOUCHED, triesLeft: rules.triesLeft };
  return events.reduce((before, event) => after(rules, before, event), start);
}

function rulesOf(behaviour: Behaviour): BehaviourRules {
  switch (behaviour.kind) {
    case 'deferred':
      return singleTry(0, behaviour.certainty);
    case 'immediate':
      return singleTry(1, behaviour.certainty);
    case 'interactive':
      return interactive(behaviour.tries, behaviour.penalty);
    case 'adaptive':
      return adaptive(behaviour.penalty);
  }
}

/** What holds in every behaviour: nothing changes what is finished, and only a new response with a verdict is a try. */
function after(rules: BehaviourRules, before: Progress, event: QuestionEvent): Progress {
  if (before.finished) return before;
  if (event.kind === 'saved') {
    if (before.tried.includes(event.response)) return { ...before, state: 'try-again' };
    return { ...before, state: WRITTEN[event.reading] };
  }
  const { response, outcome, certainty } = event;
  const handedIn = event.kind === 'finished';
  switch (outcome.state) {
    case 'blank':
    case 'invalid':
      if (!handedIn) return { ...before, state: WRITTEN[outcome.state] };
      return { ...before, state: 'gave-up', finished: true, fraction: rules.kept(before), triesLeft: 0 };
    case 'undecided':
    case 'broken':
      if (!handedIn) return { ...before, state: 'needs-marking' };
      return { ...before, state: 'needs-marking', finished: true, fraction: null, triesLeft: 0 };
    case 'marked': {
      const current = { response, fraction: outcome.fraction, certainty };
      if (handedIn) return rules.finished(before, current);
      if (before.triesLeft === 0) return before;
      return before.tried.includes(response)
        ? { ...before, state: 'try-again' }
        : rules.checked(before, current);
    }
  }
}

/**
 * What the next response would bring by itself if it were right, as share of the maximum; null where no other can be
 * tried, or tries have no penalty.
 */
export const worthOfRight = (behaviour: Behaviour, { finished, tried }: Progress): number | null =>
  finished || !('penalty' in behaviour) ? null : lessPenalty(1, behaviour.penalty, tried.length);

const WRITTEN = { blank: 'todo', invalid: 'invalid', read: 'complete' } as const;
