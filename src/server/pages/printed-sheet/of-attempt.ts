import { z } from 'zod';
import { attemptFor, type Change, recordOf, review, rulesOf } from '../../../grading/index.ts';
import { say } from '../../../language/index.ts';
import { selectCourse } from '../../../storage/index.ts';
import { requireExamBrowser } from '../../http/access/exam-browser.ts';
import { type Handler, parseAddress, parseForm } from '../../http/page.ts';
import type { Server } from '../../server.ts';
import { print, Query, type Sheet } from './print.ts';

const Address = z.object({ attempt: z.string() });

export const attemptSheet =
  (server: Server): Handler =>
  async (request) => {
    const { who, params, query, now, language } = request;
    const { read } = server.storage;
    const { attempt, role } = await attemptFor(read, parseAddress(Address, params).attempt, who.id);
    const [record, quiz, course, row] = await Promise.all([
      recordOf(read, attempt),
      server.quizOf(attempt.quizId, attempt.quizVersion),
      selectCourse(read, attempt.courseId),
      rulesOf(read, attempt),
    ]);
    if (role === 'student' && attempt.state === 'open') requireExamBrowser(quiz, request);
    const href = `/attempts/${attempt.id}`;
    const { questions: allowed, ahead } = review(record, quiz, row, now, role);
    const solutions = new Map(
      allowed.flatMap(({ id, solution }) => (solution === null ? [] : [[id, solution] as const])),
    );
    const withheld = solutions.size > 0 ? null : withheldBecause(attempt.state === 'open', ahead);
    const sheet: Sheet = {
      ...{ course, row, quiz, href, secret: attempt.secret, solutions, withheld },
      address: `${href}/sheet`,
      solved: `${href}/sheet?solutions=yes`,
      variant: null,
    };
    const asked = parseForm(Query, query).solutions !== undefined;
    return print(server, sheet, asked, language(course.language));
  };

function withheldBecause(open: boolean, changes: readonly Change[]): Sheet['withheld'] {
  if (open) return { why: say('Solutions are not shown while an attempt is open.'), ahead: [] };
  const ahead = changes.flatMap((change) =>
    change.shows.includes('solution') ? [{ ...change, shows: ['solution' as const], hides: [] }] : [],
  );
  const why =
    ahead.length > 0 ? say('The solutions cannot be shown yet.') : say('This quiz shows no solutions.');
  return { why, ahead };
}
