import { z } from 'zod';
import { addToGroup, removeFromGroup, removeGroup } from '../../../grading/index.ts';
import { say, type Words } from '../../../language/index.ts';
import {
  type Course,
  type Group,
  selectMembers,
  selectOptionalGroup,
  selectRuleChanges,
} from '../../../storage/index.ts';
import { instructedCourse } from '../../http/access/course-access.ts';
import {
  type Handler,
  type PageRequest,
  parseAddress,
  parseForm,
  type Reply,
  view,
} from '../../http/page.ts';
import { NotFound } from '../../http/page-errors.ts';
import type { Server } from '../../server.ts';
import { changesOfRules, type RuleChangePart } from '../../wording/overrides.ts';
import { type GroupsHead, headOf, hrefOf } from './list.ts';

const Address = z.object({ group: z.string() });
const Addition = z.strictObject({ emails: z.string().max(100_000) });
const Removal = z.strictObject({ person: z.string().max(100) });
const Nothing = z.strictObject({});

interface GroupView extends GroupsHead {
  readonly group: { readonly name: string; readonly href: string };
  readonly members: readonly { readonly id: string; readonly name: string; readonly email: string }[];
  readonly changes: readonly RuleChangePart[];
  /** The addresses as they were typed, and why nobody was added. */
  readonly emails: string;
  readonly problem: Words | null;
}

const groupView = view<GroupView>('group');

const NOTHING_TYPED = { emails: '', problem: null };

export async function showGroup(
  server: Server,
  request: PageRequest,
  refused: Pick<GroupView, 'emails' | 'problem'> = NOTHING_TYPED,
): Promise<Reply> {
  const { course, group } = await find(server, request);
  const { read } = server.storage;
  const [members, changes] = await Promise.all([
    selectMembers(read, group.id),
    selectRuleChanges(read, { courseId: course.id, groupId: group.id }),
  ]);
  const { timezone } = course;
  const reader = { now: request.now, timezone, language: request.language(course.language) };
  return groupView(
    {
      ...headOf(course),
      group: { name: group.name, href: `${hrefOf(course)}/${group.id}` },
      members,
      changes: changesOfRules(changes, reader),
      ...refused,
    },
    { course, status: refused.problem === null ? 200 : 400 },
  );
}

const MOST_NAMED = 10;
const LONGEST_NAMED = 100;

export const addMembers =
  (server: Server): Handler =>
  async (request) => {
    const { course, group } = await find(server, request);
    const { emails: typed } = parseForm(Addition, request.body);
    const emails = typed.split(/[\s,;]+/).filter((email) => email !== '');
    const refuse = (problem: Words) => showGroup(server, request, { emails: typed, problem });
    if (emails.length === 0) return refuse(say('Write at least one e-mail address.'));
    const unknown = await addToGroup(server.storage, group, emails, authorOf(request));
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
  };

export const removeMember =
  (server: Server): Handler =>
  async (request) => {
    const { course, group } = await find(server, request);
    const { person } = parseForm(Removal, request.body);
    await removeFromGroup(server.storage, group, person, authorOf(request));
    return { goTo: `${hrefOf(course)}/${group.id}` };
  };

export const deleteGroup =
  (server: Server): Handler =>
  async (request) => {
    const { course, group } = await find(server, request);
    parseForm(Nothing, request.body);
    await removeGroup(server.storage, group, authorOf(request));
    return { goTo: hrefOf(course) };
  };

async function find(
  server: Server,
  request: PageRequest,
): Promise<{ readonly course: Course; readonly group: Group }> {
  const course = await instructedCourse(server, request);
  const { group: id } = parseAddress(Address, request.params);
  const group = await selectOptionalGroup(server.storage.read, { courseId: course.id, id });
  if (group === null) throw new NotFound(say('There is no such group, or it was removed.'));
  return { course, group };
}

const authorOf = ({ who, now }: PageRequest) => ({ by: who.id, at: now });
