import { z } from 'zod';
import { gradedAttemptsOf, rulesOfMany, type ShownAttempt, withShownGrades } from '../../../grading/index.ts';
import { type Message, say } from '../../../language/index.ts';
import { type Course, type QuizRow, selectQuizzes } from '../../../storage/index.ts';
import { enrolledIn } from '../../http/access/course-access.ts';
import { parseAddress, type Route, view } from '../../http/page.ts';
import { activityIn, type Waiting } from '../../pending-marking.ts';
import type { Server } from '../../server.ts';
import { gradeInWords, quizGradeWords } from '../../wording/grades.ts';
import { type DatesPart, datesFor } from '../../wording/quiz-dates.ts';

const Address = z.object({ course: z.string() });

interface CourseView {
  readonly course: Pick<Course, 'id' | 'title' | 'text'>;
  readonly instructor: boolean;
  readonly quizzes: readonly (DatesPart & {
    readonly href: string;
    readonly title: string;
    readonly archived: boolean;
    readonly state: Message;
    readonly waiting: Waiting | null;
  })[];
}

const courseView = view<CourseView>('course');

/** The quizzes of a course: when, and how far you are. */
export const coursePage = (server: Server): Route[] => [
  {
    path: '/courses/:course',
    async get({ who, now, params }) {
      const { course, role } = await enrolledIn(server, who, parseAddress(Address, params).course);
      const [quizzes, attempts, rules] = await Promise.all([
        selectQuizzes(server.storage.read, course.id),
        gradedAttemptsOf(server.storage.read, { courseId: course.id, personId: who.id }),
        rulesOfMany(server.storage.read, { courseId: course.id, personId: who.id }),
      ]);
      const work = role === 'instructor' ? await activityIn(server, course.id) : null;
      const listed = quizzes
        // What was answered before a quiz was taken out is still to be marked.
        .filter(({ archivedAt, id }) => archivedAt === null || work?.(id).waiting)
        .map((quiz) => rules(quiz, who.id))
        .map((quiz) => ({
          href: `/courses/${course.id}/quizzes/${quiz.id}`,
          title: quiz.title,
          ...datesFor(quiz, now),
          archived: quiz.archivedAt !== null,
          waiting: work?.(quiz.id).waiting ?? null,
          state:
            work?.(quiz.id).attempts ??
            stateOf(
              quiz,
              withShownGrades(
                attempts.filter(({ quizId }) => quizId === quiz.id),
                { rules: quiz, role, now },
              ),
            ),
        }));
      return courseView({ course, quizzes: listed, instructor: role === 'instructor' }, { course });
    },
  },
];

function stateOf(rules: QuizRow, attempts: readonly ShownAttempt[]): Message {
  const telling = attempts.find(({ state }) => state === 'open') ?? attempts.at(-1);
  return (
    quizGradeWords(rules, attempts) ?? (telling === undefined ? say('not started') : gradeInWords(telling))
  );
}
