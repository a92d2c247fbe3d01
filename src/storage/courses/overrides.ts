import type { Selectable } from 'kysely';
import { newId } from '../ids.ts';
import type { Database, Queries, Writing } from '../tables.ts';

/** What holds for a person or a group at one quiz instead of the quiz's own rules. */
export type Override = Readonly<Selectable<Database['overrides']>>;

/** Moments in UTC milliseconds, durations in milliseconds; null: as the quiz has it. */
export type OverrideTerms = Pick<
  Override,
  'opens' | 'due' | 'closes' | 'timeLimit' | 'extraTime' | 'attempts'
>;

/** An override with the person for whom it holds: its own, or a member of its group. */
export type AppliedOverride = Override & { readonly appliesTo: string };

/** With the name of its person or group. */
export type ListedOverride = Override & { readonly name: string; readonly email: string | null };

/** Every override that holds for somebody: of one person, of one quiz, or of both. */
export async function selectAppliedOverrides(
  db: Queries,
  of: { readonly courseId: string; readonly quizId?: string; readonly personId?: string },
): Promise<readonly AppliedOverride[]> {
  let found = db
    .selectFrom('overrides')
    .leftJoin('groupMembers', 'groupMembers.groupId', 'overrides.groupId')
    .selectAll('overrides')
    .select(({ fn }) => fn.coalesce('overrides.personId', 'groupMembers.personId').as('appliesTo'))
    .where('overrides.courseId', '=', of.courseId)
    .where(({ or, eb }) =>
      or([eb('overrides.personId', 'is not', null), eb('groupMembers.personId', 'is not', null)]),
    );
  const { quizId, personId } = of;
  if (quizId !== undefined) found = found.where('overrides.quizId', '=', quizId);
  if (personId !== undefined) {
    found = found.where(({ or, eb }) =>
      or([eb('overrides.personId', '=', personId), eb('groupMembers.personId', '=', personId)]),
    );
  }
  return found.$narrowType<{ appliesTo: string }>().execute();
}

/** The overrides of a quiz: groups first, each by name. */
export async function selectOverrides(
  db: Queries,
  of: { readonly courseId: string; readonly quizId: string },
): Promise<readonly ListedOverride[]> {
  return db
    .selectFrom('overrides')
    .leftJoin('people', 'people.id', 'overrides.personId')
    .leftJoin('courseGroups', 'courseGroups.id', 'overrides.groupId')
    .selectAll('overrides')
    .select(({ fn }) => [fn.coalesce('courseGroups.name', 'people.name').as('name'), 'people.email'])
    .where('overrides.courseId', '=', of.courseId)
    .where('overrides.quizId', '=', of.quizId)
    .orderBy('courseGroups.name', (order) => order.asc().nullsLast())
    .orderBy('people.folded')
    .$narrowType<{ name: string }>()
    .execute();
}

export async function selectOverridesOfGroup(db: Queries, groupId: string): Promise<readonly Override[]> {
  return db.selectFrom('overrides').selectAll().where('groupId', '=', groupId).execute();
}

/** By its id, or the one that a person or a group has at a quiz. */
export async function selectOptionalOverride(
  db: Queries,
  of: Pick<Override, 'courseId' | 'quizId'> & (Pick<Override, 'id'> | Pick<Override, 'personId' | 'groupId'>),
): Promise<Override | null> {
  const found = db
    .selectFrom('overrides')
    .selectAll()
    .where('courseId', '=', of.courseId)
    .where('quizId', '=', of.quizId);
  const asked =
    'id' in of
      ? found.where('id', '=', of.id)
      : of.personId === null
        ? found.where('groupId', '=', of.groupId)
        : found.where('personId', '=', of.personId);
  return (await asked.executeTakeFirst()) ?? null;
}

export async function insertOverride(db: Writing, override: Omit<Override, 'id'>): Promise<Override> {
  return db
    .insertInto('overrides')
    .values({ ...override, id: newId() })
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function updateOverride(db: Writing, id: string, terms: OverrideTerms): Promise<void> {
  await db.updateTable('overrides').set(terms).where('id', '=', id).execute();
}

export async function deleteOverride(db: Writing, id: string): Promise<void> {
  await db.deleteFrom('overrides').where('id', '=', id).execute();
}
