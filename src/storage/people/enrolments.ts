import type { Selectable } from 'kysely';
import type { Database, Queries, Role, Writing } from '../tables.ts';

export type Enrolment = Readonly<Selectable<Database['enrolments']>>;

/** The role of a person in a course, or null; a disabled account has none. */
export async function selectOptionalRole(
  db: Queries,
  courseId: string,
  personId: string,
): Promise<Role | null> {
  const row = await db
    .selectFrom('enrolments')
    .innerJoin('people', 'people.id', 'enrolments.personId')
    .select('enrolments.role')
    .where('enrolments.courseId', '=', courseId)
    .where('enrolments.personId', '=', personId)
    .where('people.disabledAt', 'is', null)
    .executeTakeFirst();
  return row?.role ?? null;
}

/** Everybody's enrolments, to be shown beside the list of people. */
export async function selectEnrolments(db: Queries): Promise<readonly Enrolment[]> {
  return db.selectFrom('enrolments').selectAll().orderBy('courseId').orderBy('personId').execute();
}

/** The courses that a person is enrolled in, whether or not the account may be used. */
export async function selectEnrolmentsOf(db: Queries, personId: string): Promise<readonly Enrolment[]> {
  return db.selectFrom('enrolments').selectAll().where('personId', '=', personId).execute();
}

/** The students of a course, by name. */
export async function selectStudents(
  db: Queries,
  courseId: string,
): Promise<readonly { readonly id: string; readonly name: string; readonly email: string }[]> {
  return db
    .selectFrom('people')
    .innerJoin('enrolments', 'enrolments.personId', 'people.id')
    .select(['people.id', 'people.name', 'people.email'])
    .where('enrolments.courseId', '=', courseId)
    .where('enrolments.role', '=', 'student')
    .orderBy('people.folded')
    .execute();
}

/** Enrols a person, or changes the role of one who is enrolled. */
export async function upsertEnrolment(db: Writing, enrolment: Enrolment): Promise<void> {
  await db
    .insertInto('enrolments')
    .values(enrolment)
    .onConflict((conflict) =>
      conflict.columns(['courseId', 'personId']).doUpdateSet({ role: enrolment.role }),
    )
    .execute();
}

/** Attempts stay; the person no longer gets at them, and the gradebook no longer lists them. */
export async function deleteEnrolment(db: Writing, courseId: string, personId: string): Promise<void> {
  await db
    .deleteFrom('enrolments')
    .where('courseId', '=', courseId)
    .where('personId', '=', personId)
    .execute();
}
