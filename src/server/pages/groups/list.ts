import { z } from 'zod';
import { createGroup, GradingError } from '../../../grading/index.ts';
import type { Words } from '../../../language/index.ts';
import { type Course, selectGroups } from '../../../storage/index.ts';
import { instructedCourse } from '../../http/access/course-access.ts';
import { type Handler, type PageRequest, parseForm, type Reply, view } from '../../http/page.ts';
import type { Server } from '../../server.ts';

const NewGroup = z.strictObject({ name: z.string().max(300) });

/** What stands above the pages of groups. */
export interface GroupsHead {
  readonly course: { readonly title: string; readonly href: string };
  /** Of the list of groups. */
  readonly address: string;
}

interface GroupsView extends GroupsHead {
  readonly groups: readonly { readonly href: string; readonly name: string; readonly members: number }[];
  /** The name as it was typed, and why no group has it. */
  readonly name: string;
  readonly problem: Words | null;
}

const groupsView = view<GroupsView>('groups');

const NOTHING_TYPED = { name: '', problem: null };

export async function listGroups(
  server: Server,
  request: PageRequest,
  refused: Pick<GroupsView, 'name' | 'problem'> = NOTHING_TYPED,
): Promise<Reply> {
  const course = await instructedCourse(server, request);
  const groups = await selectGroups(server.storage.read, course.id);
  return groupsView(
    {
      ...headOf(course),
      groups: groups.map(({ id, name, members }) => ({ href: `${hrefOf(course)}/${id}`, name, members })),
      ...refused,
    },
    { course, status: refused.problem === null ? 200 : 400 },
  );
}

export const addGroup =
  (server: Server): Handler =>
  async (request) => {
    const course = await instructedCourse(server, request);
    const { name } = parseForm(NewGroup, request.body);
    try {
      const group = await createGroup(server.storage, { courseId: course.id, name }, request.now);
      return { goTo: `${hrefOf(course)}/${group.id}` };
    } catch (error) {
      if (!(error instanceof GradingError)) throw error;
      return listGroups(server, request, { name, problem: error.says });
    }
  };

export const hrefOf = ({ id }: Course): string => `/courses/${id}/groups`;

export const headOf = (course: Course): GroupsHead => ({
  course: { title: course.title, href: `/courses/${course.id}` },
  address: hrefOf(course),
});
