import type { Posted } from '../../answers/kind.ts';
import { feedbackFor, verdictOf } from '../../grading/index.ts';
import type { Language, Message } from '../../language/index.ts';
import { markResponse } from '../../quizzes/marking/mark-response.ts';
import type { Question } from '../../quizzes/quiz.ts';
import type { Views } from '../views/load-views.ts';
import { usesWords } from '../wording/carried-forward.ts';
import { VERDICTS } from '../wording/verdicts.ts';
import { answerFields } from './answer-fields.ts';
import { drawEvidence, drawFigure, type FigurePart } from './evidence.ts';
import { type JudgementPart, notesApart } from './shown-judgement.ts';

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
  return {
    id,
    label,
    maximum,
    text: source.text,
    uses: usesWords(question),
    figure: drawFigure(question.figure, id, language),
    answer: answerFields(views, question, posted ?? {}, { secret, disabled: false, language }),
    judgement:
      judged && posted
        ? judge(question, posted, uses ? responses[uses.question.id] : undefined, language)
        : null,
  };
}

/** null for what was left blank. */
function judge(
  question: Question,
  posted: Posted,
  earlier: Posted | undefined,
  language: Language,
): JudgementPart | null {
  const outcome = markResponse(question, posted, earlier);
  if (outcome.state === 'blank') return null;
  const verdict = verdictOf({ outcome });
  const marked = outcome.state === 'marked' ? outcome : null;
  const notes = marked?.notes ?? [];
  const mistaken = verdict === 'wrong' || verdict === 'partly';
  return {
    ...VERDICTS[verdict],
    verdict,
    mark: marked && marked.fraction * question.maximum,
    ...notesApart(notes),
    witness: marked?.witness ? drawEvidence(question, marked.witness, language) : null,
    feedback: feedbackFor(question, posted, notes),
    hint: mistaken ? (question.hints[0] ?? null) : null,
    reason: outcome.state === 'undecided' || outcome.state === 'broken' ? outcome.reason : null,
    ...{ waiting: false, byPerson: false, why: null, sure: null, comment: null },
  };
}
