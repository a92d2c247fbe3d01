import type { Certainty } from '../../../quizzes/format/behaviour.ts';
import type { Outcome } from '../../../values/outcome.ts';

/** What happened to a question. `response`: the response as text, equal for equal responses. */
export type QuestionEvent =
  | { readonly kind: 'saved'; readonly response: string; readonly reading: 'blank' | 'invalid' | 'read' }
  | {
      readonly kind: 'checked' | 'finished';
      readonly response: string;
      readonly outcome: Outcome;
      readonly certainty: Certainty | null;
    };

/** Where a question stands. */
export interface Progress {
  /**
   * `complete`: answered, not judged. `try-again`: the last check was not right, and there may be another.
   * `needs-marking`: a person has to decide. Nothing else changes a question that is `finished`.
   */
  readonly state:
    | 'todo'
    | 'invalid'
    | 'complete'
    | 'try-again'
    | 'right'
    | 'partly'
    | 'wrong'
    | 'gave-up'
    | 'needs-marking';
  readonly finished: boolean;
  /** Share of the maximum if it were handed in now, −2..1 (negative only by certainty); null: a person has to decide. */
  readonly fraction: number | null;
  /** Different responses that were checked and came to a verdict, first to last. */
  readonly tried: readonly string[];
  /** null: any number. */
  readonly triesLeft: number | null;
  /** How many hints are due, the first ones first. */
  readonly hints: number;
}

export const UNTOUCHED: Progress = {
  state: 'todo',
  finished: false,
  fraction: 0,
  tried: [],
  triesLeft: 0,
  hints: 0,
};

/** A response that was judged, with its raw fraction. */
export interface Try {
  readonly response: string;
  readonly fraction: number;
  readonly certainty: Certainty | null;
}

/** What a response brings of the maximum after other responses were tried before it; never less than nothing. */
export const lessPenalty = (fraction: number, penalty: number, triedBefore: number): number =>
  Math.max(0, fraction - penalty * triedBefore);

/** What is particular to a behaviour; the rest is the same for all (see `index.ts`). */
export interface BehaviourRules {
  readonly triesLeft: number | null;
  /** After a check that came to a verdict, of a response that was not tried before. */
  checked(before: Progress, current: Try): Progress;
  /** After handing in a response that came to a verdict. */
  finished(before: Progress, current: Try): Progress;
  /** Share of the maximum that stays when what is handed in is blank or cannot be read. */
  kept(before: Progress): number;
}
