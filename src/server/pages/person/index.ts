import { z } from 'zod';
import { resetPassword } from '../../../grading/index.ts';
import { say } from '../../../language/index.ts';
import {
  type Course,
  deleteEnrolment,
  type Person,
  type Role,
  selectCourses,
  selectEnrolmentsOf,
  selectOptionalCourse,
  selectOptionalPerson,
  updateDisabled,
  upsertEnrolment,
} from '../../../storage/index.ts';
import { adminOnly } from '../../http/access/course-access.ts';
import { type PageRequest, parseAddress, parseForm, type Reply, type Route, view } from '../../http/page.ts';
import { Conflict, NotFound } from '../../http/page-errors.ts';
import { readablePassword } from '../../readable-password.ts';
import type { Server } from '../../server.ts';
import { newPasswordView } from './new-password.ts';

const Address = z.object({ person: z.string() });
const Enrol = z.strictObject({ course: z.string(), role: z.enum(['student', 'instructor', 'none']) });
const Nothing = z.strictObject({});

interface PersonView {
  readonly owner: Pick<Person, 'name' | 'email' | 'admin' | 'disabledAt'>;
  readonly href: string;
  /** It is the reader's own account. */
  readonly self: boolean;
  readonly courses: readonly (Pick<Course, 'id' | 'title'> & { readonly role: Role | 'none' })[];
}

const personView = view<PersonView>('person');

/** One account: enrolments, a new password, disabling. For administrators; what it changes holds at the next request. */
export function personPage({ storage }: Server): Route[] {
  async function find({ who, params }: PageRequest): Promise<Person> {
    adminOnly(who);
    const person = await selectOptionalPerson(storage.read, parseAddress(Address, params).person);
    if (person === null) throw new NotFound(say('There is no such person.'));
    return person;
  }

  async function show(request: PageRequest): Promise<Reply> {
    const owner = await find(request);
    const [courses, enrolments] = await Promise.all([
      selectCourses(storage.read),
      selectEnrolmentsOf(storage.read, owner.id),
    ]);
    const roles = new Map(enrolments.map(({ courseId, role }) => [courseId, role]));
    return personView({
      owner,
      href: hrefOf(owner),
      self: owner.id === request.who.id,
      courses: courses.map(({ id, title }) => ({ id, title, role: roles.get(id) ?? 'none' })),
    });
  }

  async function enrol(request: PageRequest): Promise<Reply> {
    const owner = await find(request);
    const { course, role } = parseForm(Enrol, request.body);
    if ((await selectOptionalCourse(storage.read, course)) === null)
      throw new NotFound(say('There is no such course.'));
    await storage.write((db) =>
      role === 'none'
        ? deleteEnrolment(db, course, owner.id)
        : upsertEnrolment(db, { courseId: course, personId: owner.id, role }),
    );
    return { goTo: hrefOf(owner) };
  }

  const setDisabled =
    (disabled: boolean) =>
    async (request: PageRequest): Promise<Reply> => {
      const owner = await find(request);
      parseForm(Nothing, request.body);
      if (owner.id === request.who.id) {
        throw new Conflict(say('You cannot disable your own account.'), say('Ask another administrator.'), {
          href: hrefOf(owner),
          text: owner.name,
        });
      }
      await storage.write((db) => updateDisabled(db, owner.id, disabled ? request.now : null));
      return { goTo: hrefOf(owner) };
    };

  async function newPassword(request: PageRequest): Promise<Reply> {
    const owner = await find(request);
    parseForm(Nothing, request.body);
    const password = readablePassword();
    await resetPassword(storage, owner.id, password);
    return newPasswordView({ owner, password });
  }

  return [
    { path: '/people/:person', get: show },
    { path: '/people/:person/enrol', post: enrol },
    { path: '/people/:person/disable', post: setDisabled(true) },
    { path: '/people/:person/enable', post: setDisabled(false) },
    { path: '/people/:person/password', post: newPassword },
  ];
}

const hrefOf = ({ id }: Person) => `/people/${id}`;
