import { createHash } from 'node:crypto';
import type { Request } from 'express';
import { z } from 'zod';
import { ownAttempt } from '../../../grading/index.ts';
import { say } from '../../../language/index.ts';
import type { Quiz } from '../../../quizzes/index.ts';
import type { Server } from '../../server.ts';
import {
  type ExamBrowser,
  type Handler,
  type PageRequest,
  parseAddress,
  type Reply,
  type Route,
} from '../page.ts';
import { Refused } from '../page-errors.ts';

const AttemptAddress = z.object({ attempt: z.string() });

const HEADERS = ['x-safeexambrowser-configkeyhash', 'x-safeexambrowser-requesthash'];

export const examBrowserOf = (request: Request): ExamBrowser => ({
  address: `${request.protocol}://${request.host}${request.originalUrl}`,
  hashes: HEADERS.flatMap((name) => request.get(name)?.toLowerCase() ?? []),
});

/**
 * Refuses who is not in Safe Exam Browser, where the quiz asks for it. The browser sends the SHA-256 of the address and a
 * key, so that what it sent for one page is worth nothing for another.
 * https://safeexambrowser.org/developer/seb-config-key.html
 */
export function requireExamBrowser(
  { source }: Pick<Quiz, 'source'>,
  { examBrowser: { address, hashes } }: Pick<PageRequest, 'examBrowser'>,
): void {
  const keys = source['safe-exam-browser'] ?? [];
  const hashOf = (key: string) => createHash('sha256').update(`${address}${key}`).digest('hex');
  if (keys.length === 0 || keys.some((key) => hashes.includes(hashOf(key)))) return;
  throw new Refused(
    say('You can take this quiz only in Safe Exam Browser, with the settings of your course.'),
    say('Open it there. Anything you have already saved is safe.'),
  );
}

/** Routes about one's own attempt: as long as it is open, only for the browser that its quiz asks for. */
export function inExamBrowser({ storage, quizOf }: Server, routes: readonly Route[]): Route[] {
  const guarded =
    (handler: Handler) =>
    async (request: PageRequest): Promise<Reply> => {
      const { attempt: id } = parseAddress(AttemptAddress, request.params);
      const { state, quizId, quizVersion } = await ownAttempt(storage.read, id, request.who.id);
      if (state === 'open') requireExamBrowser(await quizOf(quizId, quizVersion), request);
      return handler(request);
    };
  return routes.map(({ get, post, ...route }) => ({
    ...route,
    ...(get && { get: guarded(get) }),
    ...(post && { post: guarded(post) }),
  }));
}
