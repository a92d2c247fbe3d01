import { z } from 'zod';
import {
  changesAhead,
  GradingError,
  mayShow,
  startAttempt,
  whyNotStart,
  withShownGrades,
} from '../../../grading/index.ts';
import { selectGradedAttemptsOf } from '../../../storage/index.ts';
import { enrolledIn, quizIn } from '../../access.ts';
import { gradeInWords, type ShownAttempt } from '../../marks.ts';
import { parseAddress, type Reply, type Route, type Visit } from '../../page.ts';
import { datesFor } from '../../phase.ts';
import { quota } from '../../quota.ts';
import { changesInWords, itemsInWords } from '../../review-words.ts';
import type { Server } from '../../server.ts';

const Address = z.object({ course: z.string(), quiz: z.string() });

/** A quiz: when, how often, how it is marked, what you did so far; and the button that starts an attempt. */
export function quizPage(server: Server): Route[] {
  const { storage, quizOf } = server;
  const starting = quota(20, 'You start attempts too often; those that you have are safe.');

  async function show({ who, now, params }: Visit): Promise<Reply> {
    const address = parseAddress(Address, params);
    const { course, role } = await enrolledIn(server, who, address.course);
    const row = await quizIn(server, course.id, address.quiz, role);
    const [quiz, all] = await Promise.all([
      quizOf(row.id, row.version),
      selectGradedAttemptsOf(storage.read, { courseId: course.id, personId: who.id }),
    ]);
    const attempts = withShownGrades(
      all.filter(({ quizId }) => quizId === row.id),
      { rules: row, role, now },
    );
    const handedInNow = {
      rules: row,
      role: 'student' as const,
      attempt: { state: 'submitted' as const, submittedAt: now },
      siblings: [...attempts, { state: 'submitted' as const }],
      now,
    };
    const running = attempts.find(({ state }) => state === 'open');
    const why = whyNotStart(row, attempts.length, now);
    const questions = quiz.exercises.flatMap((exercise) => exercise.questions);
    const href = `/courses/${course.id}/quizzes/${row.id}`;
    return {
      view: 'quiz',
      context: {
        course: { title: course.title, href: `/courses/${course.id}` },
        quiz: {
          title: row.title,
          text: quiz.text,
          href,
          attempts: row.attempts,
          exercises: quiz.exercises.length,
          questions: questions.length,
          maximum: questions.reduce((sum, { maximum }) => sum + maximum, 0),
        },
        ...datesFor(row, now),
        shown: itemsInWords([...mayShow(handedInNow)]),
        ahead: changesInWords(changesAhead(handedInNow)),
        instructor: role === 'instructor',
        attempts: attempts.map(line),
        running: running && { href: `/attempts/${running.id}`, number: running.number },
        mayStart: why === null,
        whyNot: why === null ? null : new GradingError(why).message,
        timezone: course.timezone,
        language: course.language,
      },
    };
  }

  async function start({ who, params }: Visit): Promise<Reply> {
    const address = parseAddress(Address, params);
    const { course, role } = await enrolledIn(server, who, address.course);
    const { id } = await quizIn(server, course.id, address.quiz, role);
    await starting(who.id);
    const attempt = await startAttempt(server, { courseId: course.id, quizId: id, personId: who.id });
    return { goTo: `/attempts/${attempt.id}` };
  }

  return [
    { path: '/courses/:course/quizzes/:quiz', get: show },
    { path: '/courses/:course/quizzes/:quiz/start', post: start },
  ];
}

const line = ({ id, number, startedAt, submittedAt, ...attempt }: ShownAttempt) => ({
  href: `/attempts/${id}`,
  number,
  startedAt,
  submittedAt,
  marks: gradeInWords(attempt),
});
