import { z } from 'zod';
import {
  addToGroup,
  createGroup,
  GradingError,
  removeFromGroup,
  removeGroup,
} from '../../../grading/index.ts';
import { say, type Words } from '../../../language/index.ts';
import {
  type Course,
  type Group,
  selectGroups,
  selectMembers,
  selectOptionalGroup,
  selectRuleChanges,
} from '../../../storage/index.ts';
import { instructedCourse } from '../../http/access/course-access.ts';
import { parseAddress, parseForm, type Reply, type Route, type Visit } from '../../http/page.ts';
import { NotFound } from '../../http/page-errors.ts';
import type { Server } from '../../server.ts';
import { changesOfRules } from '../../wording/overrides.ts';

const Address = z.object({ group: z.string() });
const NewGroup = z.strictObject({ name: z.string().max(300) });
const Addition = z.strictObject({ emails: z.string().max(100_000) });
const Removal = z.strictObject({ person: z.string().max(100) });
const Nothing = z.strictObject({});

/** Groups of a course, for whom a quiz can have rules of its own; who is in them changes at once. For instructors. */
export function groupsPage(server: Server): Route[] {
  const { storage } = server;

  async function list(visit: Visit, refused: { name: string; problem: Words } | null = null): Promise<Reply> {
    const course = await instructedCourse(server, visit);
    const href = hrefOf(course);
    const groups = await selectGroups(storage.read, course.id);
    return {
      view: 'groups',
      status: refused === null ? 200 : 400,
      context: {
        ...frameOf(course),
        groups: groups.map(({ id, name, members }) => ({ href: `${href}/${id}`, name, members })),
        ...refused,
      },
    };
  }

  async function create(visit: Visit): Promise<Reply> {
    const course = await instructedCourse(server, visit);
    const { name } = parseForm(NewGroup, visit.body);
    try {
      const group = await createGroup(storage, { courseId: course.id, name }, visit.now);
      return { goTo: `${hrefOf(course)}/${group.id}` };
    } catch (error) {
      if (!(error instanceof GradingError)) throw error;
      return list(visit, { name, problem: error.says });
    }
  }

  async function one(
    visit: Visit,
    refused: { emails: string; problem: Words } | null = null,
  ): Promise<Reply> {
    const { course, group } = await find(visit);
    const [members, changes] = await Promise.all([
      selectMembers(storage.read, group.id),
      selectRuleChanges(storage.read, { courseId: course.id, groupId: group.id }),
    ]);
    const reading = { now: visit.now, timezone: course.timezone, language: visit.language(course.language) };
    return {
      view: 'group',
      status: refused === null ? 200 : 400,
      context: {
        ...frameOf(course),
        group: { name: group.name, href: `${hrefOf(course)}/${group.id}` },
        members,
        changes: changesOfRules(changes, reading),
        ...refused,
      },
    };
  }

  async function add(visit: Visit): Promise<Reply> {
    const { course, group } = await find(visit);
    const { emails: typed } = parseForm(Addition, visit.body);
    const emails = typed.split(/[\s,;]+/).filter((email) => email !== '');
    const refuse = (problem: Words) => one(visit, { emails: typed, problem });
    if (emails.length === 0) return refuse(say('Write at least one e-mail address.'));
    const unknown = await addToGroup(storage, group, emails, authorOf(visit));
    if (unknown.length === 0) return { goTo: `${hrefOf(course)}/${group.id}` };
    const shown = unknown.slice(0, MOST_NAMED).map((email) => email.slice(0, LONGEST_NAMED));
    return refuse(
      say(
        'No student in this course has {n, plural, one {the address} other {these # addresses}}: {emails}. No one was added.',
        {
          n: unknown.length,
          emails: unknown.length > MOST_NAMED ? [...shown, '…'] : shown,
        },
      ),
    );
  }

  async function remove(visit: Visit): Promise<Reply> {
    const { course, group } = await find(visit);
    const { person } = parseForm(Removal, visit.body);
    await removeFromGroup(storage, group, person, authorOf(visit));
    return { goTo: `${hrefOf(course)}/${group.id}` };
  }

  async function removeAll(visit: Visit): Promise<Reply> {
    const { course, group } = await find(visit);
    parseForm(Nothing, visit.body);
    await removeGroup(storage, group, authorOf(visit));
    return { goTo: hrefOf(course) };
  }

  async function find(visit: Visit): Promise<{ readonly course: Course; readonly group: Group }> {
    const course = await instructedCourse(server, visit);
    const { group: id } = parseAddress(Address, visit.params);
    const group = await selectOptionalGroup(storage.read, { courseId: course.id, id });
    if (group === null) throw new NotFound(say('There is no such group, or it was removed.'));
    return { course, group };
  }

  const path = '/courses/:course/groups';
  return [
    { path, get: (visit) => list(visit), post: create },
    { path: `${path}/:group`, get: (visit) => one(visit), post: add },
    { path: `${path}/:group/leave`, post: remove },
    { path: `${path}/:group/remove`, post: removeAll },
  ];
}

const MOST_NAMED = 10;
const LONGEST_NAMED = 100;

const authorOf = ({ who, now }: Visit) => ({ by: who.id, at: now });

const hrefOf = ({ id }: Course) => `/courses/${id}/groups`;

const frameOf = (course: Course) => ({
  course: { title: course.title, href: `/courses/${course.id}` },
  address: hrefOf(course),
  timezone: course.timezone,
  language: course.language,
});
