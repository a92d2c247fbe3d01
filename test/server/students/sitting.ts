import { type Browser, COURSE_ID, type Fields, type World } from '../harness.ts';

export const QUIZ = `/courses/${COURSE_ID}/quizzes/sheet`;

export interface Started {
  readonly browser: Browser;
  /** `/attempts/…` */
  readonly href: string;
  readonly personId: string;
}

let people = 0;

/** A new student with a running attempt at the quiz of the little course. */
export async function start(web: World, name = `Student ${++people}`): Promise<Started> {
  const person = await web.person(name, 'student');
  const browser = await web.browser(person);
  const reply = await browser.post(`${QUIZ}/start`, {});
  return { browser, href: reply.headers.get('location') ?? '', personId: person.id };
}

/** The token of an option, as the page of this attempt has it. */
export async function tokenOf(
  { browser, href }: Pick<Started, 'browser' | 'href'>,
  option: string,
): Promise<string> {
  const page = await browser.page(`${href}/exercises/1`);
  return new RegExp(`value="([\\w-]{16})"[^>]*><span[^>]*>${option}<`).exec(page)?.[1] ?? '';
}

export const weights = (w1: readonly (readonly number[])[], w2: readonly number[]): Fields => ({
  question: 'or-weights',
  ...Object.fromEntries(w1.flatMap((row, r) => row.map((w, c) => [`or-weights.W1.${r}.${c}`, String(w)]))),
  ...Object.fromEntries(w2.map((w, c) => [`or-weights.W2.0.${c}`, String(w)])),
});

export const OR = weights(
  [
    [1, 0],
    [-1, 1],
  ],
  [1, 1],
);

let requests = 0;

/** An idempotency key of its own for each request. */
export const key = (): string => `request-${++requests}`;
