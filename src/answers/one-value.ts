import type { Words } from '../language/index.ts';
import type { Outcome, Problem, Verdict } from '../values/outcome.ts';
import type { Value } from '../values/value.ts';
import type { Answer, Posted, Reading } from './kind.ts';

/** A response as its one value, before anybody judges it; `shown` may be a getter, as marking never asks for it. */
export type Understood =
  | { readonly state: 'blank' }
  | Extract<Reading, { state: 'invalid' }>
  | { readonly state: 'read'; readonly shown: Words; readonly value: Value };

interface OneValue
  extends Pick<Answer, 'fields' | 'write' | 'writeValue' | 'view'>,
    Partial<Pick<Answer, 'options'>> {
  understand(posted: Posted): Understood;
  /** What is shown of a response that is invalid, on its way. */
  sketch?(posted: Posted): string | undefined;
}

/** Most kinds: a response is one value, and the claim is asked of it. */
export function oneValue({ understand, sketch, ...layout }: OneValue): Omit<Answer, 'kind'> {
  return {
    options: [],
    ...layout,
    read(posted): Reading {
      const understood = understand(posted);
      if (understood.state === 'read') return { state: 'read', shown: understood.shown };
      if (understood.state === 'blank') return understood;
      const shown = sketch?.(posted);
      return shown === undefined ? understood : { ...understood, shown };
    },
    mark(posted, ask) {
      const understood = understand(posted);
      if (understood.state === 'blank') return understood;
      if (understood.state === 'invalid') return invalid(understood.problems);
      return outcomeOf(ask(understood.value));
    },
  };
}

export const invalid = (problems: readonly Problem[]): Outcome => ({
  state: 'invalid',
  problems: [...problems],
});

function outcomeOf(verdict: Verdict): Outcome {
  switch (verdict.verdict) {
    case 'right':
    case 'wrong': {
      const { notes, witness } = verdict;
      const fraction = verdict.verdict === 'right' ? 1 : 0;
      return { state: 'marked', fraction, notes: [...notes], ...(witness && { witness }) };
    }
    case 'invalid':
      // The rule is broken by the answer as a whole, so no single field is named.
      return invalid([{ field: '', message: verdict.message }]);
    case 'undecided':
      return { state: 'undecided', reason: verdict.reason };
  }
}
