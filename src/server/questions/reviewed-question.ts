import type { QuestionReview, Solution } from '../../grading/index.ts';
import type { Language } from '../../language/index.ts';
import type { Question } from '../../quizzes/quiz.ts';
import type { Views } from '../views/load-views.ts';
import { answerFields } from './answer-fields.ts';
import { drawFigure, type FigurePart } from './evidence.ts';
import { type JudgementPart, shownJudgement } from './shown-judgement.ts';

/** A question of an attempt that was handed in, as the partial `review/question` and the page of marking read it. */
export interface ReviewedQuestion {
  readonly id: string;
  readonly label: string;
  readonly maximum: number;
  readonly text: string;
  readonly figure: FigurePart | null;
  /** The response in its fields, as HTML. */
  readonly answer: string | null;
  /** To be said where nothing else says it. */
  readonly blank: boolean;
  readonly judgement: JudgementPart | null;
  readonly solution: Solution | null;
}

export function reviewedQuestion(
  views: Views,
  question: Question,
  reviewed: QuestionReview,
  { secret, language }: { readonly secret: string; readonly language: Language },
): ReviewedQuestion {
  const { id, label, maximum, response, judgement, solution } = reviewed;
  return {
    id,
    label,
    maximum,
    text: question.source.text,
    figure: drawFigure(question.figure, id, language),
    // Empty fields say no more than "No answer"; the options of a choice do.
    answer:
      response === null || (response.reading.state === 'blank' && question.answer.options.length === 0)
        ? null
        : answerFields(views, question, response.posted, { secret, language, disabled: true }),
    blank: response?.reading.state === 'blank' && judgement === null,
    judgement: judgement && shownJudgement(question, judgement, language),
    solution,
  };
}
