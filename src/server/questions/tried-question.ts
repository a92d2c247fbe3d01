import type { Posted } from '../../answers/kind.ts';
import { feedbackFor, verdictOf } from '../../grading/index.ts';
import type { Language } from '../../language/index.ts';
import { markResponse } from '../../quizzes/marking/mark-response.ts';
import type { Question } from '../../quizzes/quiz.ts';
import type { Views } from '../views/load-views.ts';
import { usesWords } from '../wording/carried-forward.ts';
import { drawEvidence, VERDICTS } from '../wording/verdicts.ts';
import { answerFields } from './answer-fields.ts';

/** A question as a student has it before them, and, where `judged`, what the answer would come to. Nothing is stored. */
export function triedQuestion(
  views: Views,
  question: Question,
  responses: Readonly<Record<string, Posted>>,
  {
    secret,
    language,
    judged,
  }: { readonly secret: string; readonly language: Language; readonly judged: boolean },
) {
  const { id, label, maximum, source, uses } = question;
  const posted = responses[id];
  return {
    id,
    label,
    maximum,
    text: source.text,
    uses: usesWords(question),
    figure: question.figure?.(id, language),
    answer: answerFields(views, question, posted ?? {}, { secret, disabled: false, language }),
    judgement:
      judged && posted
        ? judge(question, posted, uses ? responses[uses.question.id] : undefined, language)
        : null,
  };
}

/** null for what was left blank. */
function judge(question: Question, posted: Posted, earlier: Posted | undefined, language: Language) {
  const outcome = markResponse(question, posted, earlier);
  if (outcome.state === 'blank') return null;
  const verdict = verdictOf({ outcome });
  const marked = outcome.state === 'marked' ? outcome : null;
  const notes = marked?.notes ?? [];
  return {
    ...VERDICTS[verdict],
    verdict,
    mark: marked && marked.fraction * question.maximum,
    notes,
    witness: marked?.witness && drawEvidence(question, marked.witness, language),
    feedback: feedbackFor(question, posted, notes),
    hint: verdict === 'wrong' || verdict === 'partly' ? question.hints[0] : undefined,
    reason: outcome.state === 'undecided' || outcome.state === 'broken' ? outcome.reason : null,
  };
}
