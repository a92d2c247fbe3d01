import { z } from 'zod';
import { type GradedAttempt, selectGradedAttemptsOf, selectQuizzes } from '../../../storage/index.ts';
import { enrolledIn } from '../../access.ts';
import { bestOf } from '../../marks.ts';
import { parseAddress, type Route } from '../../page.ts';
import { datesFor } from '../../phase.ts';
import type { Server } from '../../server.ts';

const Address = z.object({ course: z.string() });

/** The quizzes of a course: when, and how far you are. */
export const coursePage = (server: Server): Route[] => [
  {
    path: '/courses/:course',
    async get({ who, now, params }) {
      const { course, role } = await enrolledIn(server, who, parseAddress(Address, params).course);
      const [quizzes, attempts] = await Promise.all([
        selectQuizzes(server.storage.read, course.id),
        selectGradedAttemptsOf(server.storage.read, { courseId: course.id, personId: who.id }),
      ]);
      const listed = quizzes
        .filter(({ archivedAt }) => archivedAt === null)
        .map((quiz) => ({
          href: `/courses/${course.id}/quizzes/${quiz.id}`,
          title: quiz.title,
          ...datesFor(quiz, now),
          state: stateOf(attempts.filter(({ quizId }) => quizId === quiz.id)),
        }));
      return {
        view: 'course',
        context: {
          course,
          quizzes: listed,
          instructor: role === 'instructor',
          timezone: course.timezone,
          language: course.language,
        },
      };
    },
  },
];

function stateOf(attempts: readonly GradedAttempt[]): string {
  const best = bestOf(attempts);
  if (best !== null) return best;
  if (attempts.length === 0) return 'not started';
  return attempts.some(({ state }) => state === 'open') ? 'in progress' : 'being marked';
}
