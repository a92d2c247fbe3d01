import { z } from 'zod';
import type { OvertakenError } from '../../../grading/index.ts';
import type { Language } from '../../../language/index.ts';
import type { Question } from '../../../quizzes/quiz.ts';
import { type Reply, view } from '../../http/page.ts';
import { COUNTS_FIELD } from '../../questions/posted-sheet.ts';
import { type ResponsePart, responseOf } from '../../questions/response.ts';
import type { Views } from '../../views/load-views.ts';
import { timeOf } from '../../wording/dates.ts';
import { type AttemptHead, headOf, type Sheet } from './sheet.ts';

const Fields = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

interface OvertakenView extends AttemptHead {
  readonly exercise: number;
  /** Where the form was going. */
  readonly go: number | 'hand-in';
  readonly questions: readonly {
    readonly id: string;
    readonly label: string;
    /** The name of the choice between the two versions. */
    readonly counts: string;
    readonly mine: ResponsePart;
    readonly other: ResponsePart;
    /** When the other was saved, and as which step. */
    readonly at: number;
    readonly seen: number;
    /** The own version, to be sent again. */
    readonly fields: readonly { readonly name: string; readonly value: string }[];
  }[];
}

const overtakenView = view<OvertakenView>('overtaken');

/**
 * 409: both versions of each answer that was changed elsewhere too, and the choice between them, which leads on to where
 * the form was going; what else was sent is saved.
 */
export function overtakenPage(
  { overtaken }: OvertakenError,
  sheet: Sheet,
  questions: readonly Question[],
  { exercise, go }: { readonly exercise: number; readonly go: number | 'hand-in' },
  {
    body,
    now,
    language,
  }: { readonly body: unknown; readonly now: number; language(course?: string): Language },
): Reply {
  const form = Fields.parse(body);
  return overtakenView(
    {
      ...headOf(sheet, { now, language }),
      exercise,
      go,
      questions: overtaken.flatMap(({ questionId, posted, last }) => {
        const question = questions.find(({ id }) => id === questionId);
        if (question === undefined) return [];
        const mine = Object.entries(form).filter(
          ([name]) => name.startsWith(`${questionId}.`) && name !== `${questionId}.seen`,
        );
        return [
          {
            id: questionId,
            label: question.label,
            counts: `${COUNTS_FIELD}${questionId}`,
            mine: responseOf(question, posted),
            other: responseOf(question, last.posted),
            at: last.at,
            seen: last.sequence,
            fields: mine.flatMap(([name, values]) => [values].flat().map((value) => ({ name, value }))),
          },
        ];
      }),
    },
    { course: sheet.course, status: 409 },
  );
}

/** The same for a script, which has the own versions before it. */
export function overtakenQuestions(
  views: Views,
  { overtaken }: OvertakenError,
  { quiz, course }: Sheet,
  language: Language,
) {
  const questions = quiz.exercises.flatMap((exercise) => exercise.questions);
  return overtaken.flatMap(({ questionId, last }) => {
    const question = questions.find(({ id }) => id === questionId);
    if (question === undefined) return [];
    const html = views('parts/response', responseOf(question, last.posted), { language });
    return [{ question: questionId, seen: last.sequence, html, time: timeOf(last.at, course.timezone) }];
  });
}
