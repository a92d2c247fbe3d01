import { z } from 'zod';
import { responseSplit } from '../../../grading/index.ts';
import { say } from '../../../language/index.ts';
import type { Question } from '../../../quizzes/quiz.ts';
import { type InstructedQuiz, instructedQuiz } from '../../access.ts';
import { NotFound } from '../../errors.ts';
import { parseAddress, parseForm, type Reply, type Route, type Visit } from '../../page.ts';
import { pagesOf } from '../../paging.ts';
import type { Server } from '../../server.ts';
import { alike, barOf, lineOf, statisticsOf } from './statistics.ts';

const SIZE = 50;

const Address = z.object({ question: z.string() });
const Query = z.strictObject({ page: z.coerce.number().int().min(1).max(1_000_000).default(1) });

/** What students answered: a line for each question of a quiz, and how the responses to one of them split. */
export function questionResponsesPage(server: Server): Route[] {
  async function overview(visit: Visit): Promise<Reply> {
    const instructed = await instructedQuiz(server, visit);
    const { course, row, href } = instructed;
    const lines = (await questionsOf(instructed)).map(async (question) => ({
      ...nameOf(question),
      href: `${href}/questions/${question.id}`,
      ...statisticsOf(await splitOf(instructed, question)),
    }));
    return {
      view: 'questions',
      context: {
        quiz: { title: row.title, href },
        questions: await Promise.all(lines),
        timezone: course.timezone,
        language: course.language,
      },
    };
  }

  async function one(visit: Visit): Promise<Reply> {
    const instructed = await instructedQuiz(server, visit);
    const { course, row, href } = instructed;
    const { question: id } = parseAddress(Address, visit.params);
    const { page } = parseForm(Query, visit.query);
    const questions = await questionsOf(instructed);
    const at = questions.findIndex((each) => each.id === id);
    const question = questions[at];
    if (question === undefined) throw new NotFound(say('This quiz has no such question.'));
    const split = await splitOf(instructed, question);
    const responses = alike(question, split.groups);
    const address = `${href}/questions/${id}`;
    const neighbour = (other: Question | undefined) =>
      other && { label: other.label, href: `${href}/questions/${other.id}` };
    return {
      view: 'question-responses',
      context: {
        quiz: { title: row.title, href },
        ...nameOf(question),
        address,
        text: question.source.text,
        figure: question.figure?.(id, visit.language(course.language)),
        statistics: statisticsOf(split),
        notes: split.notes.map((note) => ({ ...note, bar: barOf('wrong', note.count / split.total) })),
        responses: responses
          .slice((page - 1) * SIZE, page * SIZE)
          .map((each) => lineOf(question, each, split.total)),
        pages: pagesOf(
          { page, size: SIZE, total: responses.length },
          (number) => `${address}?page=${number}`,
        ),
        previous: neighbour(questions[at - 1]),
        next: neighbour(questions[at + 1]),
        timezone: course.timezone,
        language: course.language,
      },
    };
  }

  const splitOf = ({ course, row }: InstructedQuiz, { id }: Question) =>
    responseSplit(server.storage.read, { courseId: course.id, quizId: row.id, questionId: id });

  async function questionsOf({ row }: InstructedQuiz): Promise<readonly Question[]> {
    const quiz = await server.quizOf(row.id, row.version);
    return quiz.exercises.flatMap(({ questions }) => questions);
  }

  return [
    { path: '/courses/:course/quizzes/:quiz/questions', get: overview },
    { path: '/courses/:course/quizzes/:quiz/questions/:question', get: one },
  ];
}

const nameOf = ({ id, label, maximum, answer }: Question) => ({ id, label, maximum, kind: answer.kind });
