import { z } from 'zod';
import { markByHand } from '../../../grading/index.ts';
import { type Message, say } from '../../../language/index.ts';
import { instructedQuiz } from '../../http/access/course-access.ts';
import { parseAddress, parseForm, type Reply, type Route, type Visit } from '../../http/page.ts';
import { NotFound } from '../../http/page-errors.ts';
import { waitingIn } from '../../pending-marking.ts';
import type { Server } from '../../server.ts';
import { addressOf, deskContext, historyAddress, markOn, pileContext } from './context.ts';
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
  async function show(visit: Visit): Promise<Reply> {
    const pile = await pileAt(visit);
    const { attempt = pile.waiting[0], after } = parseForm(Query, visit.query);
    const saved = after === undefined ? null : await savedBefore(visit, pile, after);
    if (attempt === undefined) {
      const { exercises } = await server.quizOf(pile.row.id, pile.row.version);
      const known = exercises.some(({ questions }) => questions.some(({ id }) => id === pile.questionId));
      if (!known && saved === null) throw new NotFound(say('This quiz has no such question.'));
      return {
        view: 'marking-done',
        context: { ...pileContext(pile), saved, elsewhere: await waitingIn(server, pile.course.id) },
      };
    }
    const desk = await deskOf(server, pile, attempt, visit);
    return {
      view: 'marking',
      context: { ...(await deskContext(server, desk, visit.language(pile.course.language))), saved },
    };
  }

  async function save(visit: Visit): Promise<Reply> {
    const pile = await pileAt(visit);
    const { attempt, seen, preview, ...typed } = parseForm(MarkForm, visit.body);
    const desk = await deskOf(server, pile, attempt, visit);
    const language = visit.language(pile.course.language);
    if (preview === 'part') {
      return { json: { html: server.views('parts/comment', { comment: typed.comment, language }) } };
    }
    if (preview === 'page') return again(visit);
    const refuse = async (status: number, problem: Message, at = desk): Promise<Reply> => ({
      view: 'marking',
      status,
      context: { ...(await deskContext(server, at, language)), typed, problem },
    });
    const { marking, questionId } = desk;
    const read = readMark(typed, marking.maximum);
    if ('problem' in read) return refuse(400, read.problem);
    const { mark, comment } = read;
    const by = visit.who.id;
    const done = await markByHand(server, { attemptId: attempt, questionId, mark, comment, by, seen });
    if (done === 'overtaken') return refuse(409, OVERTAKEN, await deskOf(server, pile, attempt, visit));
    const corrected = marking.mark !== null && done === 'marked';
    if (corrected) return { goTo: historyAddress(pile, attempt) };
    return { goTo: addressOf(pile, { attempt: nextAfter(pile, attempt), after: attempt }) };
  }

  /** The form as it was filled in, with the comment as the student will read it. */
  async function again(visit: Visit): Promise<Reply> {
    const pile = await pileAt(visit);
    const { attempt, seen, preview: _, ...typed } = parseForm(MarkForm, visit.body);
    const desk = await deskOf(server, pile, attempt, visit);
    const language = visit.language(pile.course.language);
    return { view: 'marking', context: { ...(await deskContext(server, desk, language)), typed, seen } };
  }

  async function pileAt(visit: Visit): Promise<Pile> {
    const { question } = parseAddress(Address, visit.params);
    return pileOf(server, await instructedQuiz(server, visit), question);
  }

  async function savedBefore(visit: Visit, pile: Pile, attempt: string) {
    const desk = await deskOf(server, pile, attempt, visit);
    return { ...(await markOn(server, desk)), href: addressOf(pile, { attempt }) };
  }

  const path = '/courses/:course/quizzes/:quiz/questions/:question/marking';
  return [{ path, get: show, post: save, again }];
}
