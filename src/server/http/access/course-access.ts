import { z } from 'zod';
import { say } from '../../../language/index.ts';
import {
  type Course,
  type Person,
  type QuizRow,
  type Role,
  selectOptionalCourse,
  selectOptionalQuiz,
  selectOptionalRole,
} from '../../../storage/index.ts';
import type { Server } from '../../server.ts';
import { type PageRequest, parseAddress } from '../page.ts';
import { NotFound, Refused } from '../page-errors.ts';

// Asked on every request: a role that was removed a moment ago opens nothing any more.

/** A course and the person's role in it; 404 for those who are not enrolled. */
export async function enrolledIn(
  { storage }: Server,
  person: Person,
  courseId: string,
): Promise<{ readonly course: Course; readonly role: Role }> {
  const [course, role] = await Promise.all([
    selectOptionalCourse(storage.read, courseId),
    selectOptionalRole(storage.read, courseId, person.id),
  ]);
  if (course === null || role === null) throw new NotFound();
  return { course, role };
}

const CourseAddress = z.object({ course: z.string() });

/** The course that an instructor's page is about; 404 for everybody else, its students too. */
export async function instructedCourse(
  server: Server,
  { who, params }: Pick<PageRequest, 'who' | 'params'>,
): Promise<Course> {
  const { course, role } = await enrolledIn(server, who, parseAddress(CourseAddress, params).course);
  if (role !== 'instructor') throw new NotFound();
  return course;
}

/** A quiz of the course; 404 if there is none, or students may no longer see it. */
async function quizIn({ storage }: Server, courseId: string, quizId: string, role: Role): Promise<QuizRow> {
  const quiz = await selectOptionalQuiz(storage.read, courseId, quizId);
  if (quiz === null || (quiz.archivedAt !== null && role === 'student')) throw new NotFound();
  return quiz;
}

const QuizAddress = z.object({ course: z.string(), quiz: z.string() });

/** A quiz with its course and address. */
export interface CourseQuiz {
  readonly course: Course;
  readonly row: QuizRow;
  readonly href: string;
}

/** The quiz that a page is about, by the parts `course` and `quiz` of its address; 404 for those who are not enrolled. */
export async function enrolledQuiz(
  server: Server,
  { who, params }: Pick<PageRequest, 'who' | 'params'>,
): Promise<CourseQuiz & { readonly role: Role }> {
  const address = parseAddress(QuizAddress, params);
  const { course, role } = await enrolledIn(server, who, address.course);
  const row = await quizIn(server, course.id, address.quiz, role);
  return { course, role, row, href: `/courses/${course.id}/quizzes/${row.id}` };
}

/** The same for a page that only instructors see; 404 for others. */
export async function instructedQuiz(
  server: Server,
  request: Pick<PageRequest, 'who' | 'params'>,
): Promise<CourseQuiz> {
  const { role, ...quiz } = await enrolledQuiz(server, request);
  if (role !== 'instructor') throw new NotFound();
  return quiz;
}

export function adminOnly(person: Person): void {
  if (!person.admin) {
    throw new Refused(
      say('This page is for administrators.'),
      say('Ask one of them if you need something changed here.'),
      {
        href: '/',
        text: say('Your courses'),
      },
    );
  }
}
