import { z } from 'zod';
import {
  attemptFor,
  type Change,
  readRecord,
  review,
  rulesOf,
  type Solution,
  solutionOf,
} from '../../../grading/index.ts';
import { type Language, type Message, say } from '../../../language/index.ts';
import type { Question, Quiz } from '../../../quizzes/quiz.ts';
import { type Course, type QuizRow, selectCourse } from '../../../storage/index.ts';
import { instructedQuiz } from '../../access.ts';
import { answerFields } from '../../answer-fields.ts';
import { parseAddress, parseForm, type Reply, type Route, type Visit } from '../../page.ts';
import { changesInWords } from '../../review-words.ts';
import type { Server } from '../../server.ts';

const Address = z.object({ attempt: z.string() });
/** Whatever `solutions` is, they are asked for. */
const Query = z.strictObject({ solutions: z.string().max(100).optional() });

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
  /** What stands against solutions where there are none, and when they will be shown. */
  readonly withheld: { readonly why: Message; readonly ahead: readonly Change[] } | null;
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
    const { questions: allowed, ahead } = review(record, quiz, row, now, role);
    const solutions = new Map(
      allowed.flatMap(({ id, solution }) => (solution === null ? [] : [[id, solution] as const])),
    );
    const withheld = solutions.size > 0 ? null : withheldBecause(attempt.state === 'open', ahead);
    const { secret } = attempt;
    const sheet = { course, row, quiz, href, address: `${href}/sheet`, secret, solutions, withheld };
    return print(sheet, query, language(course.language));
  }

  async function ofQuiz(visit: Visit): Promise<Reply> {
    const { course, row, href } = await instructedQuiz(server, visit);
    const quiz = await quizOf(row.id, row.version);
    const solutions = new Map(
      questionsIn(quiz).map((question) => [question.id, solutionOf(question, undefined)]),
    );
    const address = `${href}/sheet`;
    const sheet = { course, row, quiz, href, address, secret: row.version, solutions, withheld: null };
    return print(sheet, visit.query, visit.language(course.language));
  }

  function print(
    { course, row, quiz, href, address, secret, solutions, withheld }: Sheet,
    query: unknown,
    language: Language,
  ): Reply {
    const asked = parseForm(Query, query).solutions !== undefined;
    const withSolutions = asked && withheld === null;
    return {
      view: 'printed-sheet',
      context: {
        course: { title: course.title },
        quiz: { title: quiz.title, text: quiz.text, href },
        address,
        withSolutions,
        withheld: asked && withheld && { why: withheld.why, ahead: changesInWords(withheld.ahead) },
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

function withheldBecause(open: boolean, changes: readonly Change[]) {
  if (open) return { why: say('Solutions are not shown while an attempt is open.'), ahead: [] };
  const ahead = changes.flatMap((change) =>
    change.shows.includes('solution') ? [{ ...change, shows: ['solution' as const], hides: [] }] : [],
  );
  const why =
    ahead.length > 0 ? say('The solutions cannot be shown yet.') : say('This quiz shows no solutions.');
  return { why, ahead };
}

const questionsIn = ({ exercises }: Quiz): readonly Question[] =>
  exercises.flatMap(({ questions }) => questions);
