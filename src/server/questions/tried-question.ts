import type { Posted } from '../../answers/kind.ts';
import { judgementOnTrial } from '../../grading/index.ts';
import type { Language, Message } from '../../language/index.ts';
import type { Question } from '../../quizzes/quiz.ts';
import type { Views } from '../views/load-views.ts';
import { usesWords } from '../wording/carried-forward.ts';
import { answerFields } from './answer-fields.ts';
import { drawFigure, type FigurePart } from './evidence.ts';
import { type JudgementPart, shownJudgement } from './shown-judgement.ts';

/** What pages read of a question that is tried out. */
export interface TriedQuestion {
  readonly id: string;
  readonly label: string;
  readonly maximum: number;
  readonly text: string;
  readonly uses: Message | null;
  readonly figure: FigurePart | null;
  /** The fields, as HTML. */
  readonly answer: string;
  readonly judgement: JudgementPart | null;
}

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
): TriedQuestion {
  const { id, label, maximum, source, uses } = question;
  const posted = responses[id];
  const judgement =
    judged && posted
      ? judgementOnTrial(question, posted, uses ? responses[uses.question.id] : undefined)
      : null;
  return {
    id,
    label,
    maximum,
    text: source.text,
    uses: usesWords(question),
    figure: drawFigure(question.figure, id, language),
    answer: answerFields(views, question, posted ?? {}, { secret, disabled: false, language }),
    judgement: judgement && shownJudgement(question, judgement, language),
  };
}
