import type { QuestionReview } from '../../grading/index.ts';
import type { Language } from '../../language/index.ts';
import type { Question } from '../../quizzes/quiz.ts';
import type { Views } from '../views/load-views.ts';
import { answerFields } from './answer-fields.ts';
import { shownJudgement } from './shown-judgement.ts';

/** What the partial `reviewed` shows of a question: the response in its fields, the verdict with its evidence, the solution. */
export function reviewedQuestion(
  views: Views,
  question: Question,
  reviewed: QuestionReview,
  { secret, language }: { readonly secret: string; readonly language: Language },
) {
  const { id, label, maximum, response, judgement, solution } = reviewed;
  return {
    id,
    label,
    maximum,
    text: question.source.text,
    figure: question.figure?.(id, language),
    // Empty fields say no more than "No answer"; the options of a choice do.
    answer:
      response === null || (response.reading.state === 'blank' && question.answer.options.length === 0)
        ? null
        : answerFields(views, question, response.posted, { secret, language, disabled: true }),
    /** To be said where nothing else says it. */
    blank: response?.reading.state === 'blank' && judgement === null,
    judgement: judgement && shownJudgement(question, judgement, language),
    solution,
  };
}
