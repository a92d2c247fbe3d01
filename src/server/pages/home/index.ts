import { phaseOf, rulesOfMany } from '../../../grading/index.ts';
import { type QuizRow, selectCoursesOf, selectQuizzes } from '../../../storage/index.ts';
import { type Route, view } from '../../http/page.ts';
import { type Waiting, waitingIn } from '../../pending-marking.ts';
import type { Server } from '../../server.ts';

interface HomeView {
  readonly courses: readonly {
    readonly href: string;
    readonly title: string;
    readonly timezone: string;
    readonly instructor: boolean;
    readonly waiting: Waiting | null;
    /** How many there are, and those that are open. */
    readonly quizzes: number;
    readonly open: readonly { readonly title: string; readonly closes: number | null }[];
  }[];
}

const homeView = view<HomeView>('home');

/** Your courses, each with the quizzes that are open. */
export const homePage = (server: Server): Route[] => [
  {
    path: '/',
    async get({ who, now }) {
      const { storage } = server;
      const courses = await selectCoursesOf(storage.read, who.id);
      const listed = courses.map(async ({ id, title, role, timezone }) => {
        const rules = await rulesOfMany(storage.read, { courseId: id, personId: who.id });
        const quizzes = (await selectQuizzes(storage.read, id))
          .filter(({ archivedAt }) => archivedAt === null)
          .map((quiz) => rules(quiz, who.id));
        return {
          href: `/courses/${id}`,
          title,
          instructor: role === 'instructor',
          waiting: role === 'instructor' ? await waitingIn(server, id) : null,
          timezone,
          quizzes: quizzes.length,
          open: openNow(quizzes, now).map(({ title, closes }) => ({ title, closes })),
        };
      });
      return homeView({ courses: await Promise.all(listed) });
    },
  },
];

/** What closes next comes first. */
function openNow(quizzes: readonly QuizRow[], now: number): readonly QuizRow[] {
  const open = quizzes.filter((quiz) => phaseOf(quiz, now) === 'open');
  return open.sort((a, b) => (a.closes ?? Infinity) - (b.closes ?? Infinity));
}
