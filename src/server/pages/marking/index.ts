import { z } from 'zod';
import { markByHand } from '../../../grading/index.ts';
import { type Message, say } from '../../../language/index.ts';
import { instructedQuiz } from '../../http/access/course-access.ts';
import { type PageRequest, parseAddress, parseForm, type Reply, type Route } from '../../http/page.ts';
import { NotFound } from '../../http/page-errors.ts';
import { waitingIn } from '../../pending-marking.ts';
import type { Server } from '../../server.ts';
import {
  addressOf,
  deskContext,
  historyAddress,
  markingDoneView,
  markingView,
  markOn,
  type SavedMark,
} from './context.ts';
import { deskOf, nextAfter, type Pile, pileOf } from './desk.ts';
import { MarkForm, readMark } from './form.ts';

const Address = z.object({ question: z.string() });

/** Which response; without one, the first that waits. `after`: the one that was marked just before. */
const Query = z.strictObject({
  attempt: z.string().max(100).optional(),
  after: z.string().max(100).optional(),
});

const OVERTAKEN = say(
  'This answer has been marked in the meantime; its mark is below. Save again if yours should count.',
);

/** A response beside the solution, a mark and a comment; saving goes on to the next response that waits. */
export function markingPage(server: Server): Route[] {
  async function show(request: PageRequest): Promise<Reply> {
    const pile = await pileAt(request);
    const { attempt = pile.waiting[0], after } = parseForm(Query, request.query);
    const saved = after === undefined ? null : await savedBefore(request, pile, after);
    if (attempt === undefined) {
      const { exercises } = await server.quizOf(pile.row.id, pile.row.version);
      const known = exercises.some(({ questions }) => questions.some(({ id }) => id === pile.questionId));
      if (!known && saved === null) throw new NotFound(say('This quiz has no such question.'));
      const elsewhere = await waitingIn(server, pile.course.id);
      return markingDoneView(
        { quiz: { title: pile.row.title, href: pile.href }, saved, elsewhere },
        { course: pile.course },
      );
    }
    const desk = await deskOf(server, pile, attempt, request);
    const context = await deskContext(server, desk, request.language(pile.course.language));
    return markingView({ ...context, saved, problem: null }, { course: pile.course });
  }

  async function save(request: PageRequest): Promise<Reply> {
    const pile = await pileAt(request);
    const { attempt, seen, preview, ...typed } = parseForm(MarkForm, request.body);
    const desk = await deskOf(server, pile, attempt, request);
    const language = request.language(pile.course.language);
    if (preview === 'part') {
      return {
        json: { html: server.views('parts/staff/comment', { comment: typed.comment }, { language }) },
      };
    }
    if (preview === 'page') return refill(request);
    const refuse = async (status: number, problem: Message, at = desk): Promise<Reply> =>
      markingView(
        { ...(await deskContext(server, at, language)), typed, problem, saved: null },
        { course: pile.course, status },
      );
    const { marking, questionId } = desk;
    const read = readMark(typed, marking.maximum);
    if ('problem' in read) return refuse(400, read.problem);
    const { mark, comment } = read;
    const by = request.who.id;
    const done = await markByHand(server, { attemptId: attempt, questionId, mark, comment, by, seen });
    if (done === 'overtaken') return refuse(409, OVERTAKEN, await deskOf(server, pile, attempt, request));
    const corrected = marking.mark !== null && done === 'marked';
    if (corrected) return { goTo: historyAddress(pile, attempt) };
    return { goTo: addressOf(pile, { attempt: nextAfter(pile, attempt), after: attempt }) };
  }

  /** The form as it was filled in, with the comment as the student will read it. */
  async function refill(request: PageRequest): Promise<Reply> {
    const pile = await pileAt(request);
    const { attempt, seen, preview: _, ...typed } = parseForm(MarkForm, request.body);
    const desk = await deskOf(server, pile, attempt, request);
    const language = request.language(pile.course.language);
    const context = await deskContext(server, desk, language);
    return markingView({ ...context, typed, seen, saved: null, problem: null }, { course: pile.course });
  }

  async function pileAt(request: PageRequest): Promise<Pile> {
    const { question } = parseAddress(Address, request.params);
    return pileOf(server, await instructedQuiz(server, request), question);
  }

  async function savedBefore(request: PageRequest, pile: Pile, attempt: string): Promise<SavedMark> {
    const desk = await deskOf(server, pile, attempt, request);
    return { ...(await markOn(server, desk)), href: addressOf(pile, { attempt }) };
  }

  const path = '/courses/:course/quizzes/:quiz/questions/:question/marking';
  return [{ path, get: show, post: save, refill }];
}
