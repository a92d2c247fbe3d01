import type { Posted } from '../../../answers/kind.ts';
import type { Language, Words } from '../../../language/index.ts';
import { keyOf } from '../../../quizzes/key.ts';
import type { Question } from '../../../quizzes/quiz.ts';
import { type TriedQuestion, triedQuestion } from '../../questions/tried-question.ts';
import type { Views } from '../../views/load-views.ts';

/** Makes the tokens of options; what an author tries is nobody's attempt. */
export const PREVIEW_SECRET = 'preview';

/** Beside what a student sees, what the partial `preview/checked` reads of a question. */
export interface PreviewedQuestion extends TriedQuestion {
  readonly solution: {
    readonly key: Words | null;
    /** The file says something of it. */
    readonly given: boolean;
    readonly text: string | null;
    readonly because: string | null;
  };
  readonly hints: readonly string[];
  readonly feedback: readonly { readonly about: string; readonly says: string }[];
  /** Named mistakes, with what they lead to. */
  readonly mistakes: readonly {
    readonly tag: string;
    readonly says: Words;
    readonly shown: Words | null;
  }[];
}

/** A question as a student has it before them, and, once something was tried, as it would be judged. Nothing is stored. */
export function previewedQuestion(
  views: Views,
  question: Question,
  responses: Readonly<Record<string, Posted>>,
  language: Language,
): PreviewedQuestion {
  const { source } = question;
  return {
    ...triedQuestion(views, question, responses, { secret: PREVIEW_SECRET, language, judged: true }),
    solution: {
      key: shownKey(question),
      given: source.solution !== undefined || source.because !== undefined,
      text: source.solution ?? null,
      because: source.because ?? null,
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
