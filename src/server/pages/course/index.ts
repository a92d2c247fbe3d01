import { z } from 'zod';
import { withShownGrades } from '../../../grading/index.ts';
import { selectGradedAttemptsOf, selectQuizzes } from '../../../storage/index.ts';
import { enrolledIn } from '../../access.ts';
import { bestOf, gradeInWords, type ShownAttempt } from '../../marks.ts';
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
          state: stateOf(
            withShownGrades(
              attempts.filter(({ quizId }) => quizId === quiz.id),
              { rules: quiz, role, now },
            ),
          ),
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

function stateOf(attempts: readonly ShownAttempt[]): string {
  const telling = attempts.find(({ state }) => state === 'open') ?? attempts.at(-1);
  return bestOf(attempts) ?? (telling === undefined ? 'not started' : gradeInWords(telling));
}
