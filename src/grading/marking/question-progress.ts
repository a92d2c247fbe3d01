import type { Posted } from '../../answers/kind.ts';
import { readResponse } from '../../quizzes/marking/read-response.ts';
import type { Question } from '../../quizzes/quiz.ts';
import type { Marking, Step } from '../../storage/index.ts';
import type { Outcome } from '../../values/outcome.ts';
import { type Progress, progressAfter, type QuestionEvent } from './behaviours/index.ts';
import { judgedText, responseText } from './carried-step.ts';

/** Whether two responses say the same, empty fields or not. */
export const sameResponse = (a: Posted, b: Posted): boolean => responseText(a) === responseText(b);

/** A step that was judged, as behaviours see it; `submitted` are all of its attempt. */
export const judgedEvent = (
  question: Question,
  step: Step,
  outcome: Outcome,
  submitted: readonly Step[],
): QuestionEvent => ({
  kind: step.try === null ? 'finished' : 'checked',
  response: judgedText(question, step, submitted),
  outcome,
  certainty: step.certainty,
});

/** What the program made of each step that it judged, by the sequence of the step. */
export const outcomesByStep = (markings: readonly Marking[]): ReadonlyMap<number, Outcome> =>
  new Map(markings.filter(({ reason }) => reason === 'submit').map(({ step, outcome }) => [step, outcome]));

export interface QuestionProgress extends Progress {
  /** A check that is stored and not judged yet. */
  readonly pending: Step | null;
  /** The last check that was judged, with its marking. */
  readonly last: { readonly step: Step; readonly marking: Marking } | null;
  /** What was written last is not what was checked last. */
  readonly changed: boolean;
}

/** Where a question of an open attempt stands; `checks` and `markings` may be of other questions too. */
export function questionProgress(
  question: Question,
  checks: readonly Step[],
  markings: readonly Marking[],
  latest?: Step,
): QuestionProgress {
  const own = checks.filter(({ questionId }) => questionId === question.id);
  const marked = new Map(markings.map((marking) => [marking.step, marking]));
  const judged = own.flatMap((step) => {
    const marking = marked.get(step.sequence);
    return marking ? [{ step, marking }] : [];
  });
  const events = judged.map(({ step, marking }) => judgedEvent(question, step, marking.outcome, checks));
  const last = judged.at(-1) ?? null;
  if (latest && latest.sequence > (last?.step.sequence ?? 0)) {
    const reading = readResponse(question, latest.posted).state;
    events.push({ kind: 'saved', response: judgedText(question, latest, checks), reading });
  }
  return {
    ...progressAfter(question.behaviour, events),
    pending: own.find(({ sequence }) => !marked.has(sequence)) ?? null,
    last,
    changed: latest && last ? responseText(latest.posted) !== responseText(last.step.posted) : false,
  };
}

/** Whether the question can be checked while the attempt is open. */
export const hasChecks = ({ behaviour }: Question): boolean => behaviour.kind !== 'deferred';
