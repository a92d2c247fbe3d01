import type { Posted } from '../../../answers/kind.ts';
import type { Language, Words } from '../../../language/index.ts';
import { keyOf } from '../../../quizzes/key.ts';
import type { Question } from '../../../quizzes/quiz.ts';
import { triedQuestion } from '../../questions/tried-question.ts';
import type { Views } from '../../views/load-views.ts';

/** Makes the tokens of options; what an author tries is nobody's attempt. */
export const PREVIEW_SECRET = 'preview';

/** A question as a student has it before them, and, once something was tried, as it would be judged. Nothing is stored. */
export function previewedQuestion(
  views: Views,
  question: Question,
  responses: Readonly<Record<string, Posted>>,
  language: Language,
) {
  const { source } = question;
  return {
    ...triedQuestion(views, question, responses, { secret: PREVIEW_SECRET, language, judged: true }),
    solution: {
      key: shownKey(question),
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

/** The key as a student would see it (Markdown). */
function shownKey(question: Question): Words | null {
  const key = keyOf(question);
  const read = key && question.answer.read(key);
  return read?.state === 'read' ? read.shown : null;
}
