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
import { instructedQuiz } from '../../http/access/course-access.ts';
import { requireExamBrowser } from '../../http/access/exam-browser.ts';
import { parseAddress, parseForm, type Reply, type Route, type Visit } from '../../http/page.ts';
import { NotFound } from '../../http/page-errors.ts';
import { answerFields } from '../../questions/answer-fields.ts';
import { NO_SUCH_VARIANT, Seed, seededVariant, variantPaging } from '../../questions/seeded-variant.ts';
import type { Server } from '../../server.ts';
import { changesInWords } from '../../wording/review-rules.ts';

const Address = z.object({ attempt: z.string() });
/** Whatever `solutions` is, they are asked for. */
const Query = z.strictObject({ solutions: z.string().max(100).optional() });
/** Of a quiz, any variant can be printed. */
const VariantQuery = Query.extend({ seed: Seed });

interface Sheet {
  readonly course: Course;
  readonly row: QuizRow;
  readonly quiz: Quiz;
  /** Where the sheet belongs to, and the addresses of the sheet itself, without and with solutions. */
  readonly href: string;
  readonly address: string;
  readonly solved: string;
  /** Which variant of a quiz an instructor looks at, and its neighbours. */
  readonly variant: ReturnType<typeof variantPaging>;
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

  async function ofAttempt(visit: Visit): Promise<Reply> {
    const { who, params, query, now, language } = visit;
    const { attempt, role } = await attemptFor(storage.read, parseAddress(Address, params).attempt, who.id);
    const [record, quiz, course, row] = await Promise.all([
      readRecord(storage.read, attempt.id),
      quizOf(attempt.quizId, attempt.quizVersion),
      selectCourse(storage.read, attempt.courseId),
      rulesOf(storage.read, attempt),
    ]);
    if (role === 'student' && attempt.state === 'open') requireExamBrowser(quiz, visit);
    const href = `/attempts/${attempt.id}`;
    const { questions: allowed, ahead } = review(record, quiz, row, now, role);
    const solutions = new Map(
      allowed.flatMap(({ id, solution }) => (solution === null ? [] : [[id, solution] as const])),
    );
    const withheld = solutions.size > 0 ? null : withheldBecause(attempt.state === 'open', ahead);
    const { secret } = attempt;
    const address = `${href}/sheet`;
    const solved = `${address}?solutions=yes`;
    const sheet = { course, row, quiz, href, address, solved, secret, solutions, withheld, variant: null };
    const asked = parseForm(Query, query).solutions !== undefined;
    return print(sheet, asked, language(course.language));
  }

  async function ofQuiz(visit: Visit): Promise<Reply> {
    const { course, row, href } = await instructedQuiz(server, visit);
    const { seed, solutions: asked } = parseForm(VariantQuery, visit.query);
    const published = await quizOf(row.id, row.version);
    const quiz = seededVariant(published, seed);
    if (quiz === null) throw new NotFound(NO_SUCH_VARIANT);
    const solutions = new Map(
      questionsIn(quiz).map((question) => [question.id, solutionOf(question, undefined)]),
    );
    const addressOf = (search: string) => `${href}/sheet${search}`;
    const sheet: Sheet = {
      ...{ course, row, quiz, href, secret: row.version, solutions, withheld: null },
      address: addressOf(seed === undefined ? '' : `?seed=${seed}`),
      solved: addressOf(seed === undefined ? '?solutions=yes' : `?seed=${seed}&solutions=yes`),
      variant: variantPaging(published, seed, addressOf),
    };
    return print(sheet, asked !== undefined, visit.language(course.language));
  }

  function print(
    { course, row, quiz, href, address, solved, secret, solutions, withheld, variant }: Sheet,
    asked: boolean,
    language: Language,
  ): Reply {
    const withSolutions = asked && withheld === null;
    return {
      view: 'printed-sheet',
      context: {
        course: { title: course.title },
        quiz: { title: quiz.title, text: quiz.text, href },
        address,
        solved,
        variant,
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
