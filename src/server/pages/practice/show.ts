import { z } from 'zod';
import { type Solution, solutionOf } from '../../../grading/index.ts';
import { say, type Words } from '../../../language/index.ts';
import type { Question } from '../../../quizzes/quiz.ts';
import { quota } from '../../http/access/quota.ts';
import { type Handler, parseAddress, parseForm, view } from '../../http/page.ts';
import { NotFound } from '../../http/page-errors.ts';
import { drawFigure, type FigurePart } from '../../questions/evidence.ts';
import { readSheet } from '../../questions/posted-sheet.ts';
import { type VariantPaging, variantPaging } from '../../questions/seeded-variant.ts';
import { type TriedQuestion, triedQuestion } from '../../questions/tried-question.ts';
import type { Server } from '../../server.ts';
import { drawnInWords } from '../../wording/variants.ts';
import { type Drawing, drawnFor, ExerciseAddress, PRACTICE_SECRET, practised } from './practised.ts';
import { Which } from './variant.ts';

/** The question whose button was pressed, and those whose answers were checked before; the rest are answers. */
const Tried = z.looseObject({
  check: z.string().optional(),
  checked: z.union([z.string(), z.array(z.string())]).default([]),
});

interface PracticeView {
  readonly quiz: { readonly title: string; readonly href: string };
  readonly exercises: readonly { readonly number: number; readonly title: string; readonly href: string }[];
  /** The number of the exercise on the page. */
  readonly current: number;
  readonly address: string;
  /** Where an answer is read while it is typed. */
  readonly reads: string;
  readonly staff: boolean;
  readonly forStudents: boolean;
  /** Where another variant is. */
  readonly another: string | null;
  /** For instructors: the variants, and the sheet on paper. */
  readonly paging: VariantPaging | null;
  readonly paper: string | null;
  readonly exercise: {
    readonly number: number;
    readonly title: string;
    readonly text: string;
    readonly figure: FigurePart | null;
  };
  readonly questions: readonly PractisedQuestion[];
}

interface PractisedQuestion extends TriedQuestion {
  /** For instructors: what was drawn. */
  readonly drawn: readonly Words[];
  readonly checked: boolean;
  /** Only a person can judge the answer. */
  readonly byPerson: boolean;
  /** All but the first, which the judgement has. */
  readonly hints: readonly string[];
  /** The answer could be read, so that the solution may be seen. */
  readonly readable: boolean;
  readonly solution: Solution | null;
}

const practiceView = view<PracticeView>('practice');

/** An exercise, with what was typed and what came of the checks. */
export function showExercise(server: Server, drawing: Drawing): Handler {
  const checking = quota(60, say('You are checking too fast. What you typed is still in the form.'));
  return async (request) => {
    const { exercise: number } = parseAddress(ExerciseAddress, request.params);
    const which = parseForm(Which, request.query);
    const practice = await practised(server, request);
    const { course, quiz, href, staff, forStudents } = practice;
    const { who } = request;
    const { drawn, query, another } = await drawnFor(practice, which, who.id, { server, drawing });
    const exercise = drawn.exercises[number - 1];
    if (exercise === undefined) throw new NotFound(say('This quiz has no exercise {number}.', { number }));
    const { check, checked, ...form } = parseForm(Tried, request.body);
    if (check !== undefined || checked.length > 0) await checking(who.id);
    const { responses: posted } = readSheet(exercise.questions, PRACTICE_SECRET, form);
    const judged = new Set([check, checked].flat());
    const language = request.language(course.language);
    const words = staff ? drawnInWords(drawn) : new Map<string, readonly Words[]>();
    const addressOf = (exercise: number, search: string) => `${href}/practice/${exercise}${search}`;
    const questionOf = (question: Question): PractisedQuestion => {
      const tried = triedQuestion(server.views, question, posted, {
        secret: PRACTICE_SECRET,
        language,
        judged: judged.has(question.id),
      });
      const { judgement } = tried;
      return {
        ...tried,
        drawn: words.get(question.id) ?? [],
        checked: judged.has(question.id),
        byPerson: judgement?.result === 'undecided' || judgement?.result === 'broken',
        hints: judgement?.hint ? question.hints.slice(1) : [],
        readable: judgement !== null && judgement.result !== 'invalid',
        solution: judgement && solutionOf(question, undefined),
      };
    };
    return practiceView(
      {
        quiz: { title: quiz.title, href },
        exercises: drawn.exercises.map(({ number, title }) => ({
          number,
          title,
          href: addressOf(number, query),
        })),
        current: number,
        address: addressOf(number, query),
        reads: `${href}/practice/${number}/read${query}`,
        staff,
        forStudents,
        another: another && addressOf(number, another),
        paging: staff ? variantPaging(quiz, which.seed, (search) => addressOf(number, search)) : null,
        paper: staff ? `${href}/sheet${query}` : null,
        exercise: {
          number: exercise.number,
          title: exercise.title,
          text: exercise.text,
          figure: drawFigure(exercise.figure, 'exercise', language),
        },
        questions: exercise.questions.map(questionOf),
      },
      // What students may not see yet stays on no machine.
      { course, ...(forStudents && { goBack: true }) },
    );
  };
}
