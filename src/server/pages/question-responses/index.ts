import { z } from 'zod';
import { responseSplit, responseSplits, splitOf } from '../../../grading/index.ts';
import { say } from '../../../language/index.ts';
import type { Question, Quiz } from '../../../quizzes/quiz.ts';
import { instructedQuiz } from '../../http/access/course-access.ts';
import { parseAddress, parseForm, type Reply, type Route, type Visit } from '../../http/page.ts';
import { NotFound } from '../../http/page-errors.ts';
import type { Server } from '../../server.ts';
import { askedIn, linesOf, Query, variantsOf } from './listed.ts';
import { barOf, statisticsOf } from './statistics.ts';
import { versionsAmong } from './versions.ts';

const Address = z.object({ question: z.string() });

/** What students answered: a line for each question of a quiz, and how the responses to one of them split. */
export function questionResponsesPage(server: Server): Route[] {
  const { storage, quizOf } = server;

  async function overview(visit: Visit): Promise<Reply> {
    const { course, row, href } = await instructedQuiz(server, visit);
    const quiz = await quizOf(row.id, row.version);
    const splits = await responseSplits(storage.read, { courseId: course.id, quizId: row.id });
    return {
      view: 'questions',
      context: {
        quiz: { title: row.title, href },
        questions: questionsIn(quiz).map((question) => ({
          ...nameOf(question),
          href: `${href}/questions/${question.id}`,
          ...statisticsOf(splits.get(question.id) ?? splitOf([])),
        })),
        timezone: course.timezone,
        language: course.language,
      },
    };
  }

  async function one(visit: Visit): Promise<Reply> {
    const { course, row, href } = await instructedQuiz(server, visit);
    const { question: id } = parseAddress(Address, visit.params);
    const query = parseForm(Query, visit.query);
    const quiz = await quizOf(row.id, row.version);
    const questions = questionsIn(quiz);
    const at = questions.findIndex((each) => each.id === id);
    const question = questions[at];
    if (question === undefined) throw new NotFound(say('This quiz has no such question.'));
    const all = await responseSplit(storage.read, { courseId: course.id, quizId: row.id, questionId: id });
    const versions = versionsAmong(all.groups);
    const chosen = versions.find(({ version }) => version === query.variant) ?? null;
    if (chosen === null && query.variant !== '')
      throw new NotFound(say('Nobody has handed in a response to this variant.'));
    const split = chosen === null ? all : splitOf(chosen.groups);
    const address = `${href}/questions/${id}`;
    const subject = { server, row, quiz, question, address };
    const neighbour = (other: Question | undefined) =>
      other && { label: other.label, href: `${href}/questions/${other.id}` };
    return {
      view: 'question-responses',
      context: {
        quiz: { title: row.title, href },
        ...nameOf(question),
        address,
        varied: quiz.varied,
        several: quiz.varied && versions.length > 1,
        asked: await askedIn(subject, chosen, visit.language(course.language)),
        statistics: statisticsOf(split),
        notes: split.notes.map((note) => ({ ...note, bar: barOf('wrong', note.count / split.total) })),
        ...(await linesOf(subject, split, query)),
        ...(chosen === null && (await variantsOf(subject, versions, query))),
        previous: neighbour(questions[at - 1]),
        next: neighbour(questions[at + 1]),
        timezone: course.timezone,
        language: course.language,
      },
    };
  }

  return [
    { path: '/courses/:course/quizzes/:quiz/questions', get: overview },
    { path: '/courses/:course/quizzes/:quiz/questions/:question', get: one },
  ];
}

const questionsIn = ({ exercises }: Quiz): readonly Question[] =>
  exercises.flatMap(({ questions }) => questions);

const nameOf = ({ id, label, maximum, answer }: Question) => ({ id, label, maximum, kind: answer.kind });
