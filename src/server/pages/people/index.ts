import { z } from 'zod';
import { createAccount, GradingError } from '../../../grading/index.ts';
import {
  type Enrolment,
  type Person,
  selectCourses,
  selectEnrolments,
  selectPeople,
  upsertEnrolment,
} from '../../../storage/index.ts';
import { adminOnly } from '../../http/access/course-access.ts';
import { parseForm, type Reply, type Route, type Visit } from '../../http/page.ts';
import { readablePassword } from '../../readable-password.ts';
import type { Server } from '../../server.ts';

const Query = z.object({ find: z.string().max(200).catch('').default('') });

const NewPerson = z.strictObject({
  email: z.string().max(320),
  name: z.string().max(300),
  course: z.string().max(200).default(''),
  role: z.enum(['student', 'instructor']).default('student'),
  admin: z.literal('yes').optional(),
});

/** Everybody who has an account, and making new ones. For administrators. */
export function peoplePage({ storage, now }: Server): Route[] {
  async function show({ who, query }: Visit, status = 200, filled: object = {}): Promise<Reply> {
    adminOnly(who);
    const { find } = Query.parse(query);
    const [people, courses, enrolments] = await Promise.all([
      selectPeople(storage.read, find),
      selectCourses(storage.read),
      selectEnrolments(storage.read),
    ]);
    const titles = new Map(courses.map(({ id, title }) => [id, title]));
    return {
      view: 'people',
      status,
      context: { find, courses, people: people.map((person) => line(person, enrolments, titles)), ...filled },
    };
  }

  async function add(visit: Visit): Promise<Reply> {
    adminOnly(visit.who);
    const { course, role, admin, ...account } = parseForm(NewPerson, visit.body);
    const courses = await selectCourses(storage.read);
    const password = readablePassword();
    try {
      const person = await createAccount(storage, { ...account, password, admin: admin === 'yes' }, now());
      if (courses.some(({ id }) => id === course)) {
        await storage.write((db) => upsertEnrolment(db, { courseId: course, personId: person.id, role }));
      }
      return { view: 'new-password', status: 201, context: { owner: person, password } };
    } catch (error) {
      if (!(error instanceof GradingError)) throw error;
      return show(visit, 400, { problem: error.says, filled: account });
    }
  }

  return [{ path: '/people', get: (visit) => show(visit), post: add }];
}

const line = (person: Person, enrolments: readonly Enrolment[], titles: ReadonlyMap<string, string>) => ({
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
