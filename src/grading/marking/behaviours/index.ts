import type { Behaviour } from '../../../quizzes/format/behaviour.ts';
import { adaptive } from './adaptive.ts';
import { type Machine, type Progress, type Step, UNTOUCHED } from './behaviour.ts';
import { interactive } from './interactive.ts';
import { once } from './single-try.ts';

export type { Progress, Step } from './behaviour.ts';

/** Where a question stands after these steps. Pure: the same steps always lead to the same mark. */
export function progressAfter(behaviour: Behaviour, steps: readonly Step[]): Progress {
  const machine = machineOf(behaviour);
  const start: Progress = { ...UNTOUCHED, triesLeft: machine.triesLeft };
  return steps.reduce((before, step) => after(machine, before, step), start);
}

function machineOf(behaviour: Behaviour): Machine {
  switch (behaviour.kind) {
    case 'deferred':
      return once(0, behaviour.certainty);
    case 'immediate':
      return once(1, behaviour.certainty);
    case 'interactive':
      return interactive(behaviour.tries, behaviour.penalty);
    case 'adaptive':
      return adaptive(behaviour.penalty);
  }
}

/** What holds in every behaviour: nothing changes what is finished, and only a new response with a verdict is a try. */
function after(machine: Machine, before: Progress, step: Step): Progress {
  if (before.finished) return before;
  if (step.kind === 'saved') {
    if (before.tried.includes(step.response)) return { ...before, state: 'try-again' };
    return { ...before, state: WRITTEN[step.reading] };
  }
  const { response, outcome, certainty } = step;
  const handedIn = step.kind === 'finished';
  switch (outcome.state) {
    case 'blank':
    case 'invalid':
      if (!handedIn) return { ...before, state: WRITTEN[outcome.state] };
      return { ...before, state: 'gave-up', finished: true, fraction: machine.kept(before), triesLeft: 0 };
    case 'undecided':
    case 'broken':
      if (!handedIn) return { ...before, state: 'needs-marking' };
      return { ...before, state: 'needs-marking', finished: true, fraction: null, triesLeft: 0 };
    case 'marked': {
      const current = { response, fraction: outcome.fraction, certainty };
      if (handedIn) return machine.finished(before, current);
      if (before.triesLeft === 0) return before;
      return before.tried.includes(response)
        ? { ...before, state: 'try-again' }
        : machine.checked(before, current);
    }
  }
}

const WRITTEN = { blank: 'todo', invalid: 'invalid', read: 'complete' } as const;
