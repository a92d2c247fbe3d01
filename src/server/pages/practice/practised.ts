import { z } from 'zod';
import { practiceOf } from '../../../grading/index.ts';
import { say } from '../../../language/index.ts';
import type { Quiz } from '../../../quizzes/index.ts';
import type { Course } from '../../../storage/index.ts';
import { enrolledQuiz } from '../../http/access/course-access.ts';
import type { PageRequest } from '../../http/page.ts';
import { Conflict, NotFound } from '../../http/page-errors.ts';
import { NO_SUCH_VARIANT, seededVariant } from '../../questions/seeded-variant.ts';
import type { Server } from '../../server.ts';
import { describeMoment } from '../../wording/dates.ts';
import { isKept, namedVariant, type Which } from './variant.ts';

export const ExerciseAddress = z.object({ exercise: z.coerce.number().int().positive() });

/** Makes the tokens of options; what is practised is nobody's attempt. */
export const PRACTICE_SECRET = 'practice';

/** Counts a variant that somebody has drawn; throws TooMany. */
export type Drawing = (personId: string) => Promise<void>;

/** A quiz that the reader may practise. */
export interface Practised {
  readonly course: Course;
  readonly quiz: Quiz;
  /** Of the quiz. */
  readonly href: string;
  readonly staff: boolean;
  /** Students may practise it now. */
  readonly forStudents: boolean;
}

export async function practised(server: Server, request: PageRequest): Promise<Practised> {
  const { course, role, row, href } = await enrolledQuiz(server, request);
  const { who, now, language } = request;
  const quiz = await server.quizOf(row.id, row.version);
  const of = { courseId: course.id, quizId: row.id, personId: who.id };
  const practice = await practiceOf(server.storage.read, of, quiz.source, now);
  const staff = role === 'instructor';
  if (practice === null && !staff) throw new NotFound();
  if (practice !== null && !practice.open && !staff) {
    const { when, distance } = describeMoment(practice.from, now, course.timezone, language(course.language));
    throw new Conflict(
      say('This quiz cannot be practised yet.'),
      say('You can practise it from {when}, {distance}.', { when, distance }),
      { href, text: quiz.title },
    );
  }
  return { course, quiz, href, staff, forStudents: practice?.open === true };
}

/** A variant with the queries that stand in addresses: of this variant, and of another one. */
export interface DrawnVariant {
  readonly drawn: Quiz;
  readonly query: string;
  readonly another: string | null;
}

/** The variant that the address means. Anybody can make up names of variants, so drawing one counts. */
export async function drawnFor(
  { quiz, staff }: Practised,
  { variant = '', seed }: Which,
  personId: string,
  { server, drawing }: { readonly server: Server; readonly drawing: Drawing },
): Promise<DrawnVariant> {
  if (!quiz.varied) return { drawn: quiz, query: '', another: null };
  if (!staff) {
    if (!isKept(quiz, variant, server.variants)) await drawing(personId);
    const drawn = namedVariant(quiz, variant, server.sessionSecret, server.variants);
    return { drawn, query: `?variant=${variant}`, another: `?not=${variant}` };
  }
  const drawn = seededVariant(quiz, seed, server.variants);
  if (drawn === null) throw new NotFound(NO_SUCH_VARIANT);
  return { drawn, query: seed === undefined ? '' : `?seed=${seed}`, another: null };
}
