import { ownAttempt, stageAt, timetable } from '../../../grading/index.ts';
import type { Language, Message } from '../../../language/index.ts';
import type { Question } from '../../../quizzes/quiz.ts';
import { type Handler, parseAddress, parseForm, view } from '../../http/page.ts';
import { answerFields, stateOf } from '../../questions/answer-fields.ts';
import { drawFigure, type FigurePart } from '../../questions/evidence.ts';
import type { Server } from '../../server.ts';
import { usesWords } from '../../wording/carried-forward.ts';
import { Address, ExerciseAddress, exerciseOf, hrefOf } from './address.ts';
import { type CheckedQuestion, checkedQuestion, checkedState, Unchecked } from './checked.ts';
import {
  type AttemptHead,
  exercisesOf,
  headOf,
  type ListedExercise,
  type ListedQuestion,
  postedOf,
  type Sheet,
  sheetOf,
} from './sheet.ts';

interface AttemptView extends AttemptHead {
  /** All of the quiz, for the bar. */
  readonly exercises: readonly (ListedExercise<ListedQuestion> & { readonly current: boolean })[];
  /** The one on the page. */
  readonly exercise: {
    readonly number: number;
    readonly title: string;
    readonly text: string;
    readonly figure: FigurePart | null;
  };
  readonly questions: readonly QuestionPart[];
  /** The number of the next exercise. */
  readonly next: number | null;
  /** When something was saved last, UTC milliseconds. */
  readonly savedAt: number | null;
}

const attemptView = view<AttemptView>('attempt');

/** What the partial `attempt/question` reads. */
interface QuestionPart extends CheckedQuestion {
  readonly id: string;
  readonly label: string;
  readonly maximum: number;
  /** It is answered on paper. */
  readonly paper: boolean;
  readonly text: string;
  readonly uses: Message | null;
  readonly figure: FigurePart | null;
  /** The fields, as HTML. */
  readonly answer: string;
  /** The step that the fields show; 0: nothing was saved. */
  readonly seen: number;
  readonly flagged: boolean;
}

export const enterAttempt =
  ({ storage }: Server): Handler =>
  async ({ who, params }) => {
    const attempt = await ownAttempt(storage.read, parseAddress(Address, params).attempt, who.id);
    const page = attempt.state === 'open' ? 'exercises/1' : 'review';
    return { goTo: `${hrefOf(attempt)}/${page}` };
  };

/** An exercise with the answers as they were saved last. */
export const showExercise =
  (server: Server): Handler =>
  async ({ who, params, query, now, language }) => {
    const { attempt: id, exercise: number } = parseAddress(ExerciseAddress, params);
    const attempt = await ownAttempt(server.storage.read, id, who.id);
    if (attempt.state !== 'open') return { goTo: `${hrefOf(attempt)}/review` };
    const sheet = await sheetOf(server, attempt);
    if (stageAt(timetable(sheet.rules, attempt.startedAt), now) !== 'answering') {
      return { goTo: `${hrefOf(attempt)}/confirm` };
    }
    const { title, text, figure, questions } = exerciseOf(sheet, number);
    const reader = { now, language: language(sheet.course.language) };
    const unchecked = parseForm(Unchecked, query);
    const exercises = exercisesOf(sheet, (question, posted) => ({
      ...stateOf(question, posted),
      ...checkedState(sheet, question, now),
    }));
    const saved = [...sheet.steps.values()].map(({ at }) => at);
    return attemptView(
      {
        ...headOf(sheet, { now, language }),
        exercises: exercises.map((each) => ({ ...each, current: each.number === number })),
        exercise: { number, title, text, figure: drawFigure(figure, 'exercise', reader.language) },
        questions: questions.map((question) =>
          questionPart(server, sheet, question, { ...unchecked, ...reader }),
        ),
        next: number < exercises.length ? number + 1 : null,
        savedAt: saved.length === 0 ? null : Math.max(...saved),
      },
      { course: sheet.course },
    );
  };

function questionPart(
  { views }: Server,
  sheet: Sheet,
  question: Question,
  shown: Unchecked & { readonly now: number; readonly language: Language },
): QuestionPart {
  const { language } = shown;
  const checked = checkedQuestion(sheet, question, shown);
  return {
    id: question.id,
    label: question.label,
    maximum: question.maximum,
    paper: question.source.paper ?? false,
    text: question.source.text,
    uses: usesWords(question),
    figure: drawFigure(question.figure, question.id, language),
    answer: answerFields(views, question, postedOf(sheet, question.id), {
      secret: sheet.attempt.secret,
      disabled: checked.finished,
      language,
    }),
    seen: sheet.steps.get(question.id)?.sequence ?? 0,
    flagged: sheet.flags.has(question.id),
    ...checked,
  };
}
