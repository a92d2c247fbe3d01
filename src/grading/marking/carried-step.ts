import type { Posted } from '../../answers/kind.ts';
import type { Question } from '../../quizzes/quiz.ts';
import type { Step } from '../../storage/index.ts';
import { canonicalJson } from '../../values/json.ts';

/** Equal responses as equal text; an empty field is the same as a missing one. */
export const responseText = (posted: Posted): string =>
  canonicalJson(Object.fromEntries(Object.entries(posted).filter(([, value]) => value.length > 0)));

/**
 * The step with the earlier response that a step's question is judged with: what was handed in together with it, or,
 * for a check, what was checked last before. What has been written and not checked is never used, because what comes of
 * it would tell whether it is right. A function of steps, which never change, so that judging again gives the same.
 */
export function carriedStep(
  { uses }: Question,
  step: Pick<Step, 'kind' | 'try' | 'sequence'>,
  submitted: readonly Step[],
): Step | null {
  if (!uses) return null;
  const own = submitted.filter(({ questionId }) => questionId === uses.question.id);
  const carried =
    step.kind === 'submitted' && step.try === null
      ? own.find((each) => each.try === null)
      : own.findLast((each) => each.try !== null && each.sequence < step.sequence);
  return carried ?? null;
}

/** What is judged, as text: the response, with the earlier one that it is judged with. */
export function judgedText(
  question: Question,
  step: Pick<Step, 'kind' | 'try' | 'sequence' | 'posted'>,
  submitted: readonly Step[],
): string {
  const carried = carriedStep(question, step, submitted);
  return carried ? `${responseText(carried.posted)} ${responseText(step.posted)}` : responseText(step.posted);
}
