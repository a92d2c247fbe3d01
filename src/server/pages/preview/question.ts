import type { Posted } from '../../../answers/kind.ts';
import { feedbackFor, verdictOf } from '../../../grading/index.ts';
import type { Language } from '../../../language/index.ts';
import { markResponse } from '../../../quizzes/mark.ts';
import type { Question } from '../../../quizzes/quiz.ts';
import { answerFields } from '../../answer-fields.ts';
import { drawEvidence, VERDICTS } from '../../verdicts.ts';
import type { Views } from '../../views.ts';

/** Makes the tokens of options; what an author tries is nobody's attempt. */
export const PREVIEW_SECRET = 'preview';

/** A question as a student has it before them, and, once something was tried, as it would be judged. Nothing is stored. */
export function previewedQuestion(
  views: Views,
  question: Question,
  posted: Posted | undefined,
  language: Language,
) {
  const { id, label, maximum, source } = question;
  return {
    id,
    label,
    maximum,
    text: source.text,
    figure: question.figure?.(id, language),
    answer: answerFields(views, question, posted ?? {}, {
      secret: PREVIEW_SECRET,
      disabled: false,
      language,
    }),
    judgement: posted && judge(question, posted, language),
    solution: {
      key: keyOf(question),
      given: source.solution !== undefined || source.because !== undefined,
      text: source.solution,
      because: source.because,
    },
    hints: question.hints,
    feedback: Object.entries(source.feedback).map(([about, says]) => ({ about, says })),
    mistakes: (question.claim?.misconceptions ?? []).map(({ tag, says, value }) => {
      const written = question.answer.writeValue(value);
      const read = written && question.answer.read(written);
      return { tag, says, shown: read?.state === 'read' ? read.shown : null };
    }),
  };
}

/** null for what was left blank. */
function judge(question: Question, posted: Posted, language: Language) {
  const outcome = markResponse(question, posted);
  if (outcome.state === 'blank') return null;
  const verdict = verdictOf({ outcome });
  const marked = outcome.state === 'marked' ? outcome : null;
  const notes = marked?.notes ?? [];
  return {
    ...VERDICTS[verdict],
    mark: marked && marked.fraction * question.maximum,
    notes,
    witness: marked?.witness && drawEvidence(question, marked.witness, language),
    feedback: feedbackFor(question, posted, notes),
    hint: verdict === 'wrong' || verdict === 'partly' ? question.hints[0] : undefined,
    reason: outcome.state === 'undecided' || outcome.state === 'broken' ? outcome.reason : null,
  };
}

/** The key as a student would see it (Markdown). */
function keyOf({ source, answer }: Question): string | null {
  if (source.key === undefined) return null;
  const written = answer.write(source.key);
  const read = 'posted' in written ? answer.read(written.posted) : null;
  return read?.state === 'read' ? read.shown : null;
}
