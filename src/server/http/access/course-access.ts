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
import { parseAddress, type Visit } from '../page.ts';
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

/** The course, for its instructors; 404 for everybody else, its students too. */
async function instructorOf(server: Server, person: Person, courseId: string): Promise<Course> {
  const { course, role } = await enrolledIn(server, person, courseId);
  if (role !== 'instructor') throw new NotFound();
  return course;
}

const CourseAddress = z.object({ course: z.string() });

/** The course that an instructor's page is about; 404 for others. */
export const instructedCourse = (
  server: Server,
  { who, params }: Pick<Visit, 'who' | 'params'>,
): Promise<Course> => instructorOf(server, who, parseAddress(CourseAddress, params).course);

/** A quiz of the course; 404 if there is none, or students may no longer see it. */
export async function quizIn(
  { storage }: Server,
  courseId: string,
  quizId: string,
  role: Role,
): Promise<QuizRow> {
  const quiz = await selectOptionalQuiz(storage.read, courseId, quizId);
  if (quiz === null || (quiz.archivedAt !== null && role === 'student')) throw new NotFound();
  return quiz;
}

const QuizAddress = z.object({ course: z.string(), quiz: z.string() });

/** What stands above every page about a quiz that only instructors see. */
export interface InstructedQuiz {
  readonly course: Course;
  readonly row: QuizRow;
  readonly href: string;
}

/** The quiz that an instructor's page is about, by the parts `course` and `quiz` of its address; 404 for others. */
export async function instructedQuiz(
  server: Server,
  { who, params }: Pick<Visit, 'who' | 'params'>,
): Promise<InstructedQuiz> {
  const address = parseAddress(QuizAddress, params);
  const course = await instructorOf(server, who, address.course);
  const row = await quizIn(server, course.id, address.quiz, 'instructor');
  return { course, row, href: `/courses/${course.id}/quizzes/${row.id}` };
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
