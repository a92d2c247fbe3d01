import { z } from 'zod';
import {
  attemptFor,
  readRecord,
  review,
  rulesOf,
  type Solution,
  solutionOf,
} from '../../../grading/index.ts';
import type { Language } from '../../../language/index.ts';
import type { Question, Quiz } from '../../../quizzes/quiz.ts';
import { type Course, type QuizRow, selectCourse } from '../../../storage/index.ts';
import { instructedQuiz } from '../../access.ts';
import { answerFields } from '../../answer-fields.ts';
import { parseAddress, parseForm, type Reply, type Route, type Visit } from '../../page.ts';
import type { Server } from '../../server.ts';

const Address = z.object({ attempt: z.string() });
const Query = z.strictObject({ solutions: z.literal('yes').optional() });

interface Sheet {
  readonly course: Course;
  readonly row: QuizRow;
  readonly quiz: Quiz;
  /** Where the sheet belongs to, and the address of the sheet itself. */
  readonly href: string;
  readonly address: string;
  /** Makes the tokens of options; nothing on paper is posted. */
  readonly secret: string;
  /** The solutions that may be printed, by question. */
  readonly solutions: ReadonlyMap<string, Solution>;
}

/** A quiz as an exercise sheet on paper, with or without solutions: an attempt's own, and for instructors the quiz itself. */
export function printedSheetPage(server: Server): Route[] {
  const { storage, quizOf, views } = server;

  async function ofAttempt({ who, params, query, now, language }: Visit): Promise<Reply> {
    const { attempt, role } = await attemptFor(storage.read, parseAddress(Address, params).attempt, who.id);
    const [record, quiz, course, row] = await Promise.all([
      readRecord(storage.read, attempt.id),
      quizOf(attempt.quizId, attempt.quizVersion),
      selectCourse(storage.read, attempt.courseId),
      rulesOf(storage.read, attempt),
    ]);
    const href = `/attempts/${attempt.id}`;
    const allowed = review(record, quiz, row, now, role).questions;
    const solutions = new Map(
      allowed.flatMap(({ id, solution }) => (solution === null ? [] : [[id, solution] as const])),
    );
    const sheet = { course, row, quiz, href, address: `${href}/sheet`, secret: attempt.secret, solutions };
    return print(sheet, query, language(course.language));
  }

  async function ofQuiz(visit: Visit): Promise<Reply> {
    const { course, row, href } = await instructedQuiz(server, visit);
    const quiz = await quizOf(row.id, row.version);
    const solutions = new Map(
      questionsIn(quiz).map((question) => [question.id, solutionOf(question, undefined)]),
    );
    const sheet = { course, row, quiz, href, address: `${href}/sheet`, secret: row.version, solutions };
    return print(sheet, visit.query, visit.language(course.language));
  }

  function print(
    { course, row, quiz, href, address, secret, solutions }: Sheet,
    query: unknown,
    language: Language,
  ): Reply {
    const withSolutions = parseForm(Query, query).solutions === 'yes';
    return {
      view: 'printed-sheet',
      context: {
        course: { title: course.title },
        quiz: { title: quiz.title, text: quiz.text, href },
        address,
        withSolutions,
        mayHaveSolutions: solutions.size > 0,
        opens: row.opens,
        closes: row.closes,
        maximum: questionsIn(quiz).reduce((sum, { maximum }) => sum + maximum, 0),
        exercises: quiz.exercises.map(({ number, title, text, figure, questions }) => ({
          number,
          title,
          text,
          figure: figure?.(`exercise-${number}`, language),
          questions: questions.map((question) => ({
            id: question.id,
            label: question.label,
            maximum: question.maximum,
            paper: question.source.paper,
            text: question.source.text,
            figure: question.figure?.(question.id, language),
            kind: question.answer.kind,
            answer: answerFields(views, question, {}, { secret, language, disabled: true }),
            solution: withSolutions ? solutions.get(question.id) : null,
          })),
        })),
        timezone: course.timezone,
        language: course.language,
      },
    };
  }

  return [
    { path: '/attempts/:attempt/sheet', get: ofAttempt },
    { path: '/courses/:course/quizzes/:quiz/sheet', get: ofQuiz },
  ];
}

const questionsIn = ({ exercises }: Quiz): readonly Question[] =>
  exercises.flatMap(({ questions }) => questions);
