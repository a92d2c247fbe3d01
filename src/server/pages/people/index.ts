import { z } from 'zod';
import { createAccount, GradingError } from '../../../grading/index.ts';
import type { Words } from '../../../language/index.ts';
import {
  type Course,
  type Enrolment,
  type Person,
  selectCourses,
  selectEnrolments,
  selectPeople,
  upsertEnrolment,
} from '../../../storage/index.ts';
import { adminOnly } from '../../http/access/course-access.ts';
import { type PageRequest, parseForm, type Reply, type Route, view } from '../../http/page.ts';
import { readablePassword } from '../../readable-password.ts';
import type { Server } from '../../server.ts';
import { newPasswordView } from '../person/new-password.ts';

const Query = z.object({ find: z.string().max(200).catch('').default('') });

const NewPerson = z.strictObject({
  email: z.string().max(320),
  name: z.string().max(300),
  course: z.string().max(200).default(''),
  role: z.enum(['student', 'instructor']).default('student'),
  admin: z.literal('yes').optional(),
});

interface PeopleView {
  /** What was looked for. */
  readonly find: string;
  readonly people: readonly Line[];
  readonly courses: readonly Pick<Course, 'id' | 'title'>[];
  /** The form as it was filled in, and what is wrong with it. */
  readonly filled: { readonly name: string; readonly email: string };
  readonly problem: Words | null;
}

const peopleView = view<PeopleView>('people');

interface Line {
  readonly href: string;
  readonly name: string;
  readonly email: string;
  readonly admin: boolean;
  readonly disabled: boolean;
  readonly courses: readonly { readonly title: string; readonly instructor: boolean }[];
}

/** Everybody who has an account, and making new ones. For administrators. */
export function peoplePage({ storage, now }: Server): Route[] {
  async function show(
    { who, query }: PageRequest,
    refused: Pick<PeopleView, 'filled' | 'problem'> = { filled: { name: '', email: '' }, problem: null },
  ): Promise<Reply> {
    adminOnly(who);
    const { find } = Query.parse(query);
    const [people, courses, enrolments] = await Promise.all([
      selectPeople(storage.read, find),
      selectCourses(storage.read),
      selectEnrolments(storage.read),
    ]);
    const titles = new Map(courses.map(({ id, title }) => [id, title]));
    return peopleView(
      { find, courses, people: people.map((person) => line(person, enrolments, titles)), ...refused },
      { status: refused.problem === null ? 200 : 400 },
    );
  }

  async function add(request: PageRequest): Promise<Reply> {
    adminOnly(request.who);
    const { course, role, admin, ...account } = parseForm(NewPerson, request.body);
    const courses = await selectCourses(storage.read);
    const password = readablePassword();
    try {
      const person = await createAccount(storage, { ...account, password, admin: admin === 'yes' }, now());
      if (courses.some(({ id }) => id === course)) {
        await storage.write((db) => upsertEnrolment(db, { courseId: course, personId: person.id, role }));
      }
      return newPasswordView({ owner: person, password }, { status: 201 });
    } catch (error) {
      if (!(error instanceof GradingError)) throw error;
      return show(request, { problem: error.says, filled: account });
    }
  }

  return [{ path: '/people', get: (request) => show(request), post: add }];
}

const line = (
  person: Person,
  enrolments: readonly Enrolment[],
  titles: ReadonlyMap<string, string>,
): Line => ({
  href: `/people/${person.id}`,
  name: person.name,
  email: person.email,
  admin: person.admin,
  disabled: person.disabledAt !== null,
  courses: enrolments
    .filter(({ personId }) => personId === person.id)
    .map(({ courseId, role }) => ({
      title: titles.get(courseId) ?? courseId,
      instructor: role === 'instructor',
    })),
});
