import {
  AbsentError,
  deleteGroup,
  deleteMember,
  type Group,
  insertGroup,
  insertMember,
  insertRuleChange,
  normalEmail,
  type Storage,
  selectMembers,
  selectOptionalGroup,
  selectOverridesOfGroup,
  selectStudents,
  type Writing,
} from '../../storage/index.ts';
import { GradingError } from '../errors.ts';
import { type Author, withdraw } from '../rules/overrides.ts';
import { UNPRINTABLE } from './accounts.ts';

type GroupId = Pick<Group, 'courseId' | 'id'>;

/** Throws GradingError where the name will not do, or there is a group of this name. */
export async function createGroup(
  storage: Storage,
  { courseId, name }: Pick<Group, 'courseId' | 'name'>,
  at: number,
): Promise<Group> {
  const trimmed = name.trim();
  if (trimmed.length < 1 || trimmed.length > 100 || UNPRINTABLE.test(trimmed))
    throw new GradingError('group-name');
  const group = await storage.write((db) => insertGroup(db, { courseId, name: trimmed, createdAt: at }));
  if (group === null) throw new GradingError('group-taken');
  return group;
}

/**
 * Puts students into a group, by their e-mail addresses; the rules of the group hold for them at once. Returns the
 * addresses that no student of the course has: if there are any, nobody was put in.
 */
export function addToGroup(
  storage: Storage,
  of: GroupId,
  emails: readonly string[],
  author: Author,
): Promise<readonly string[]> {
  return storage.write(async (db) => {
    const group = await groupOf(db, of);
    const students = new Map(
      (await selectStudents(db, of.courseId)).map(({ id, email }) => [normalEmail(email), id]),
    );
    const unknown = emails.filter((email) => !students.has(normalEmail(email)));
    if (unknown.length > 0) return unknown;
    for (const email of emails) {
      const personId = students.get(normalEmail(email));
      if (personId !== undefined && (await insertMember(db, { groupId: group.id, personId })))
        await note(db, group, 'joined', personId, author);
    }
    return [];
  });
}

export function removeFromGroup(
  storage: Storage,
  of: GroupId,
  personId: string,
  author: Author,
): Promise<void> {
  return storage.write(async (db) => {
    const group = await groupOf(db, of);
    if (await deleteMember(db, { groupId: group.id, personId }))
      await note(db, group, 'left', personId, author);
  });
}

/** Its overrides end, its members leave it, and it is gone; what it did stays on record. */
export function removeGroup(storage: Storage, of: GroupId, author: Author): Promise<void> {
  return storage.write(async (db) => {
    const group = await groupOf(db, of);
    for (const override of await selectOverridesOfGroup(db, group.id)) await withdraw(db, override, author);
    for (const { id } of await selectMembers(db, group.id)) {
      await deleteMember(db, { groupId: group.id, personId: id });
      await note(db, group, 'left', id, author);
    }
    await deleteGroup(db, group.id);
  });
}

async function groupOf(db: Writing, of: GroupId): Promise<Group> {
  const group = await selectOptionalGroup(db, of);
  if (group === null) throw new AbsentError('group');
  return group;
}

const note = (
  db: Writing,
  { courseId, id, name }: Group,
  kind: 'joined' | 'left',
  personId: string,
  author: Author,
): Promise<void> =>
  insertRuleChange(db, {
    courseId,
    kind,
    quizId: null,
    personId,
    groupId: id,
    groupName: name,
    ...author,
    before: null,
    after: null,
  });
