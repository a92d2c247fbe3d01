import { cutShortAt, rulesOf, startAttempt, whyNotStart } from '../../../grading/index.ts';
import { say } from '../../../language/index.ts';
import { selectAttempts } from '../../../storage/index.ts';
import { enrolledQuiz } from '../../http/access/course-access.ts';
import { requireExamBrowser } from '../../http/access/exam-browser.ts';
import { quota } from '../../http/access/quota.ts';
import { type Handler, view } from '../../http/page.ts';
import type { Server } from '../../server.ts';
import { type RulesPart, rulesToTell } from '../../wording/rules-to-tell.ts';

interface StartView {
  readonly quiz: { readonly title: string; readonly href: string };
  /** Of the attempt that would start. */
  readonly number: number;
  readonly rules: RulesPart;
  /** Whoever starts shortly before it closes gets less than the limit: the end, in UTC milliseconds. */
  readonly cut: number | null;
  /** How many attempts are left, this one too; null: any number. */
  readonly left: number | null;
}

const startView = view<StartView>('start');

/** With a limit, the clock runs from the start, so that is asked first. */
export const askToStart =
  (server: Server): Handler =>
  async (request) => {
    const { course, row, href } = await enrolledQuiz(server, request);
    const { who, now } = request;
    const of = { courseId: course.id, quizId: row.id, personId: who.id };
    const { read } = server.storage;
    const [rules, attempts] = await Promise.all([rulesOf(read, of), selectAttempts(read, of)]);
    const running = attempts.find(({ state }) => state === 'open');
    if (running !== undefined) return { goTo: `/attempts/${running.id}` };
    if (whyNotStart(rules, attempts, now) !== null) return { goTo: href };
    return startView(
      {
        quiz: { title: row.title, href },
        number: attempts.length + 1,
        rules: rulesToTell(rules),
        cut: cutShortAt(rules, now),
        left: rules.attempts === null ? null : rules.attempts - attempts.length,
      },
      { course },
    );
  };

export function start(server: Server): Handler {
  const starting = quota(20, say('You are starting attempts too often; the ones you have are safe.'));
  return async (request) => {
    const { course, row } = await enrolledQuiz(server, request);
    requireExamBrowser(await server.quizOf(row.id, row.version), request);
    await starting(request.who.id);
    const of = { courseId: course.id, quizId: row.id, personId: request.who.id };
    const attempt = await startAttempt(server, of);
    return { goTo: `/attempts/${attempt.id}` };
  };
}
