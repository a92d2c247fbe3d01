import { z } from 'zod';
import { responseSplit, splitOf } from '../../../grading/index.ts';
import { say, type Words } from '../../../language/index.ts';
import type { Question } from '../../../quizzes/quiz.ts';
import { instructedQuiz } from '../../http/access/course-access.ts';
import { type Handler, parseAddress, parseForm, view } from '../../http/page.ts';
import { NotFound } from '../../http/page-errors.ts';
import type { Server } from '../../server.ts';
import {
  type Asked,
  askedIn,
  type Lines,
  linesOf,
  NO_VARIANTS,
  Query,
  type Variants,
  variantsOf,
} from './listed.ts';
import { type BarPart, barOf, type Statistics, statisticsOf } from './statistics.ts';
import { versionsAmong } from './versions.ts';

const Address = z.object({ question: z.string() });

interface QuestionResponsesView extends Lines, Variants {
  readonly quiz: { readonly title: string; readonly href: string };
  readonly id: string;
  readonly label: string;
  readonly maximum: number;
  readonly kind: string;
  readonly address: string;
  /** Attempts differ, and several variants were answered. */
  readonly varied: boolean;
  readonly several: boolean;
  readonly asked: Asked;
  readonly statistics: Statistics;
  readonly notes: readonly {
    readonly tag: string;
    readonly says: Words;
    readonly count: number;
    readonly bar: BarPart;
  }[];
  readonly previous: Neighbour | null;
  readonly next: Neighbour | null;
}

interface Neighbour {
  readonly label: string;
  readonly href: string;
}

const questionResponsesView = view<QuestionResponsesView>('question-responses');

/** How the responses to one question split. */
export const showResponses =
  (server: Server): Handler =>
  async (request) => {
    const { course, row, href } = await instructedQuiz(server, request);
    const { question: id } = parseAddress(Address, request.params);
    const query = parseForm(Query, request.query);
    const quiz = await server.quizOf(row.id, row.version);
    const questions = quiz.exercises.flatMap(({ questions }) => questions);
    const at = questions.findIndex((each) => each.id === id);
    const question = questions[at];
    if (question === undefined) throw new NotFound(say('This quiz has no such question.'));
    const of = { courseId: course.id, quizId: row.id, questionId: id };
    const all = await responseSplit(server.storage.read, of);
    const versions = versionsAmong(all.groups);
    const chosen = versions.find(({ version }) => version === query.variant) ?? null;
    if (chosen === null && query.variant !== '')
      throw new NotFound(say('Nobody has handed in a response to this variant.'));
    const split = chosen === null ? all : splitOf(chosen.groups);
    const address = `${href}/questions/${id}`;
    const subject = { server, row, quiz, question, address };
    const neighbour = (other: Question | undefined): Neighbour | null =>
      other ? { label: other.label, href: `${href}/questions/${other.id}` } : null;
    return questionResponsesView(
      {
        quiz: { title: row.title, href },
        id,
        label: question.label,
        maximum: question.maximum,
        kind: question.answer.kind,
        address,
        varied: quiz.varied,
        several: quiz.varied && versions.length > 1,
        asked: await askedIn(subject, chosen, request.language(course.language)),
        statistics: statisticsOf(split),
        notes: split.notes.map((note) => ({ ...note, bar: barOf('wrong', note.count / split.total) })),
        ...(await linesOf(subject, split, query)),
        ...(chosen === null ? await variantsOf(subject, versions, query) : NO_VARIANTS),
        previous: neighbour(questions[at - 1]),
        next: neighbour(questions[at + 1]),
      },
      { course },
    );
  };
