import type { Posted } from '../../../src/answers/kind.ts';
import { saveResponses, startAttempt, submitAttempt } from '../../../src/grading/index.ts';
import type { Person } from '../../../src/storage/index.ts';
import { type Browser, COURSE_ID, type World } from '../harness.ts';

type Responses = Readonly<Record<string, Posted>>;

export const XOR: Responses = { function: { option: 'xor' } };
export const AND: Responses = { function: { option: 'and' } };
export const prose = (text: string): Responses => ({ prose: { text } });

/** An attempt of this student with these responses saved, still open. */
export async function sitting(web: World, student: Person, responses: Responses) {
  const of = { courseId: COURSE_ID, quizId: 'sheet', personId: student.id };
  const attempt = await startAttempt(web, of);
  const save = { attemptId: attempt.id, personId: student.id, responses, key: null, at: web.now() };
  await saveResponses(web, save);
  return attempt;
}

/** The same, handed in and marked. */
export async function handedIn(web: World, student: Person, responses: Responses) {
  const { id } = await sitting(web, student, responses);
  return submitAttempt(web, { attemptId: id, personId: student.id, at: web.now() });
}

/** A new student of the course with an attempt that is handed in. */
export async function newAttempt(web: World, name: string, responses: Responses) {
  const student = await web.person(name, 'student');
  return { student, ...(await handedIn(web, student, responses)) };
}

let instructors = 0;

export async function instructor(
  web: World,
  name = `Instructor ${++instructors}`,
): Promise<{ person: Person; browser: Browser }> {
  const person = await web.person(name, 'instructor');
  return { person, browser: await web.browser(person) };
}

/** Where the links of a page lead. */
export const linksOf = (page: string): readonly string[] =>
  [...page.matchAll(/ href="([^"]*)"/g)].map(([, href = '']) =>
    href.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&'),
  );
