import type { Selectable } from 'kysely';
import { AbsentError } from '../errors.ts';
import type { Database, Queries, Role, Writing } from '../tables.ts';

export type Course = Readonly<Selectable<Database['courses']>>;

export async function selectOptionalCourse(db: Queries, id: string): Promise<Course | null> {
  return (await db.selectFrom('courses').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

export async function selectCourse(db: Queries, id: string): Promise<Course> {
  const course = await selectOptionalCourse(db, id);
  if (!course) throw new AbsentError('course');
  return course;
}

export async function selectCourses(db: Queries): Promise<readonly Course[]> {
  return db.selectFrom('courses').selectAll().orderBy('title').orderBy('id').execute();
}

/** The courses that a person is enrolled in, with the role in each. */
export async function selectCoursesOf(
  db: Queries,
  personId: string,
): Promise<readonly (Course & { readonly role: Role })[]> {
  return db
    .selectFrom('courses')
    .innerJoin('enrolments', 'enrolments.courseId', 'courses.id')
    .selectAll('courses')
    .select('enrolments.role')
    .where('enrolments.personId', '=', personId)
    .orderBy('courses.title')
    .orderBy('courses.id')
    .execute();
}

export async function upsertCourse(db: Writing, course: Course): Promise<void> {
  const { id, ...rest } = course;
  await db
    .insertInto('courses')
    .values({ id, ...rest })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(rest))
    .execute();
}
