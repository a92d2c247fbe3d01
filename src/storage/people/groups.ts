import type { Selectable } from 'kysely';
import { newId } from '../ids.ts';
import type { Database, Queries, Writing } from '../tables.ts';

/** People of a course for whom the same rules hold. */
export type Group = Readonly<Selectable<Database['courseGroups']>>;

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** The groups of a course by name, with how many people are in each. */
export async function selectGroups(
  db: Queries,
  courseId: string,
): Promise<readonly (Group & { readonly members: number })[]> {
  const rows = await db
    .selectFrom('courseGroups')
    .selectAll('courseGroups')
    .select(({ selectFrom, fn }) =>
      selectFrom('groupMembers')
        .select(fn.countAll().as('count'))
        .whereRef('groupMembers.groupId', '=', 'courseGroups.id')
        .as('members'),
    )
    .where('courseId', '=', courseId)
    .orderBy('name')
    .execute();
  return rows.map((row) => ({ ...row, members: Number(row.members) }));
}

export async function selectOptionalGroup(
  db: Queries,
  { courseId, id }: Pick<Group, 'courseId' | 'id'>,
): Promise<Group | null> {
  const row = await db
    .selectFrom('courseGroups')
    .selectAll()
    .where('id', '=', id)
    .where('courseId', '=', courseId)
    .executeTakeFirst();
  return row ?? null;
}

/** Null: there is a group of this name already. */
export async function insertGroup(
  db: Writing,
  group: Pick<Group, 'courseId' | 'name' | 'createdAt'>,
): Promise<Group | null> {
  const row = await db
    .insertInto('courseGroups')
    .values({ ...group, id: newId() })
    .onConflict((conflict) => conflict.columns(['courseId', 'name']).doNothing())
    .returningAll()
    .executeTakeFirst();
  return row ?? null;
}

/** Nobody may be in it, and no override be its own. */
export async function deleteGroup(db: Writing, id: string): Promise<void> {
  await db.deleteFrom('courseGroups').where('id', '=', id).execute();
}

export async function selectMembers(db: Queries, groupId: string): Promise<readonly Member[]> {
  return db
    .selectFrom('groupMembers')
    .innerJoin('people', 'people.id', 'groupMembers.personId')
    .select(['people.id', 'people.name', 'people.email'])
    .where('groupMembers.groupId', '=', groupId)
    .orderBy('people.folded')
    .execute();
}

/** Whether the person was not in the group before. */
export async function insertMember(db: Writing, member: Membership): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('groupMembers')
    .values(member)
    .onConflict((conflict) => conflict.columns(['groupId', 'personId']).doNothing())
    .executeTakeFirstOrThrow();
  return Number(numInsertedOrUpdatedRows) > 0;
}

/** Whether the person was in the group. */
export async function deleteMember(db: Writing, { groupId, personId }: Membership): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('groupMembers')
    .where('groupId', '=', groupId)
    .where('personId', '=', personId)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows) > 0;
}

type Membership = Readonly<Selectable<Database['groupMembers']>>;
