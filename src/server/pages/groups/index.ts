import type { Route } from '../../http/page.ts';
import type { Server } from '../../server.ts';
import { addMembers, deleteGroup, removeMember, showGroup } from './group.ts';
import { addGroup, listGroups } from './list.ts';

const PATH = '/courses/:course/groups';

/** Groups of a course, for whom a quiz can have rules of its own; who is in them changes at once. For instructors. */
export const groupsPage = (server: Server): Route[] => [
  { path: PATH, get: (request) => listGroups(server, request), post: addGroup(server) },
  { path: `${PATH}/:group`, get: (request) => showGroup(server, request), post: addMembers(server) },
  { path: `${PATH}/:group/leave`, post: removeMember(server) },
  { path: `${PATH}/:group/remove`, post: deleteGroup(server) },
];
