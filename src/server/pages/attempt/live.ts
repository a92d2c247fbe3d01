import { z } from 'zod';
import { flagQuestion, GradingError, ownAttempt, rulesOf } from '../../../grading/index.ts';
import { selectCourse } from '../../../storage/index.ts';
import { type Handler, parseAddress, parseForm } from '../../http/page.ts';
import { liveReading, readingQuota } from '../../questions/live-reading.ts';
import type { Server } from '../../server.ts';
import { clockOf } from '../../wording/clock.ts';
import { Address } from './address.ts';

// What an open page asks for by itself, without being loaded again.

const Flagging = z.object({ question: z.string(), flagged: z.enum(['yes', 'no']) });

/** One answer as far as it is typed. */
export function readAlong({ storage, quizOf, views }: Server): Handler {
  const reading = readingQuota();
  return async ({ who, params, body, language }) => {
    await reading(who.id);
    const attempt = await ownAttempt(storage.read, parseAddress(Address, params).attempt, who.id);
    if (attempt.state !== 'open') throw new GradingError('submitted');
    const [quiz, course] = await Promise.all([
      quizOf(attempt.quizId, attempt.quizVersion),
      selectCourse(storage.read, attempt.courseId),
    ]);
    const questions = quiz.exercises.flatMap((exercise) => exercise.questions);
    const { secret } = attempt;
    return liveReading(views, questions, { secret, body, language: language(course.language) });
  };
}

export const setFlag =
  (server: Server, saving: (personId: string) => Promise<void>): Handler =>
  async ({ who, params, body }) => {
    await saving(who.id);
    const { attempt: attemptId } = parseAddress(Address, params);
    const { question: questionId, flagged } = parseForm(Flagging, body);
    await flagQuestion(server, { attemptId, personId: who.id, questionId, flagged: flagged === 'yes' });
    return { json: {} };
  };

/** Asked now and then: an extension may have been given, and sleep stops the clock of a browser. */
export const tellClock =
  ({ storage }: Server): Handler =>
  async ({ who, params, now, language }) => {
    const attempt = await ownAttempt(storage.read, parseAddress(Address, params).attempt, who.id);
    const [rules, course] = await Promise.all([
      rulesOf(storage.read, attempt),
      selectCourse(storage.read, attempt.courseId),
    ]);
    const reader = { now, timezone: course.timezone, language: language(course.language) };
    return { json: { open: attempt.state === 'open', clock: clockOf(rules, attempt, reader) } };
  };
