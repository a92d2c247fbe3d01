import type { Question } from '../../quizzes/quiz.ts';
import type { QuestionProgress } from '../marking/question-progress.ts';
import { type Judgement, judgementOf } from './judgement.ts';
import { mayShow, type Situation } from './may-show.ts';

type Now = Pick<Situation, 'rules' | 'attempt' | 'now'>;

const mayShowNow = (of: Now) => mayShow({ ...of, role: 'student', siblings: [of.attempt] });

/** What a check comes to may be said: otherwise there are none, for to be finished says it too. */
export const mayCheck = (of: Now): boolean => mayShowNow(of).has('right');

/** What may be shown of the last check of a question while the attempt is open, with the hints that are due. */
export function openJudgement(
  question: Question,
  { last, hints }: QuestionProgress,
  of: Now,
): (Judgement & { readonly hints: readonly string[] }) | null {
  if (last === null) return null;
  const may = mayShowNow(of);
  const judgement = judgementOf(question, last.step, last.marking, may, false);
  const due = may.has('feedback') ? question.hints.slice(0, hints) : [];
  return judgement && { ...judgement, hint: null, hints: due };
}
