import { COURSE, FREE, SHEET, STATES } from './addresses.ts';
import { press, send, type Visit } from './visits.ts';

/** Every page that guests and students see, in the states that it can be in. */
export const STUDENTS: readonly Visit[] = [
  {
    who: 'student',
    language: 'en',
    pages: {
      home: { 'at work': () => '/' },
      quiz: {
        running: () => FREE,
        'running, with a time limit': () => `${STATES}/exam`,
        'running, time ran out': () => `${STATES}/short`,
      },
      attempt: {
        ...exercises('sheet', 4),
        ...exercises('free', 3),
        ...exercises('warmUp', 2),
        'with certainty': ({ attempts }) => `${attempts.certain}/exercises/1`,
        'of a fixed list of variants': ({ attempts }) => `${attempts.drawn}/exercises/1`,
        'time is running out': ({ attempts }) => `${attempts.runningOut}/exercises/1`,
        'not saved':
          ({ attempts }) =>
          async (page) => {
            await page.route('**/save', (route) => route.abort());
            await page.goto(`${attempts.drawn}/exercises/1`);
            await page.getByRole('textbox').first().fill('3');
            await page
              .locator('#saved')
              .filter({ hasText: /nicht gespeichert/ })
              .waitFor();
            await page.unroute('**/save');
          },
      },
      overtaken: {
        'by another device': ({ attempts }) =>
          send(`${attempts.sheet}/exercises/2`, `${attempts.sheet}/exercises/2`, {
            question: 'convolution-is-linear',
            'convolution-is-linear.seen': '0',
            'convolution-is-linear.text': 'Written on another device.',
            go: 'hand-in',
          }),
      },
      confirm: {
        'with flags and what cannot be read': ({ attempts }) => `${attempts.free}/confirm`,
        'nothing answered': ({ attempts }) => `${attempts.certain}/confirm`,
        'time is up, within the grace': ({ attempts }) => `${attempts.grace}/confirm`,
        'time is over': ({ attempts }) => `${attempts.over}/confirm`,
      },
      'printed-sheet': { 'of a running attempt': ({ attempts }) => `${attempts.free}/sheet` },
      error: {
        '409: the result of a running attempt': ({ attempts }) => `${attempts.free}/review`,
        '413: too much for a form': ({ attempts }) =>
          send('/account', `${attempts.free}/exercises/1`, { question: 'x'.repeat(600_000) }),
      },
    },
  },
  {
    who: 'student',
    language: 'de',
    pages: {
      attempt: { 'in German': ({ attempts }) => `${attempts.free}/exercises/1` },
    },
  },
  {
    who: 'finished',
    language: 'en',
    pages: {
      course: { 'at work': () => COURSE },
      quiz: {
        'handed in': () => SHEET,
        'to begin again later': () => `${STATES}/exam`,
        'marks withheld': () => `${STATES}/later`,
        abandoned: () => `${STATES}/abandoned`,
      },
      review: {
        'of the sheet, marked by a person too': ({ results }) => `${results.sheet}/review`,
        'with certainty': ({ results }) => `${results.certain}/review`,
        late: ({ results }) => `${results.exam}/review`,
        withheld: ({ results }) => `${results.later}/review`,
        'handed in by itself': ({ results }) => `${results.byItself}/review`,
        abandoned: ({ results }) => `${results.abandoned}/review`,
      },
      'printed-sheet': { 'with solutions': ({ results }) => `${results.free}/sheet?solutions` },
    },
  },
  {
    who: 'finished',
    language: 'de',
    pages: { review: { 'of free answers, in German': ({ results }) => `${results.free}/review` } },
  },
  {
    who: 'newcomer',
    language: 'en',
    pages: {
      home: { 'nothing begun': () => '/' },
      account: {
        'as it is': () => '/account',
        'the current password is wrong': () =>
          send('/account', '/account/password', { current: 'no', next: 'a new password' }),
      },
      course: { 'nothing begun': () => COURSE, 'in German': () => '/courses/states' },
      quiz: {
        'with practice': () => FREE,
        'with tries': () => `${COURSE}/quizzes/warm-up`,
        'with variants': () => `${COURSE}/quizzes/homework-3-variants`,
        'not open': () => `${STATES}/not-open`,
        closed: () => `${STATES}/closed`,
        'with a time limit': () => `${STATES}/exam`,
        'with certainty': () => `${STATES}/certain`,
      },
      start: { 'with a time limit': () => `${STATES}/exam/start` },
      practice: {
        'as it is': () => `${STATES}/certain/practice/1`,
        checked: () => press(`${STATES}/certain/practice/1`, /^Prüfen/),
        'a variant': () => `${STATES}/drawn/practice`,
      },
      error: {
        '403: a page of instructors': () => `${SHEET}/attempts`,
        '403: people': () => '/people',
        '404: the attempt of another': ({ attempts }) => attempts.free,
      },
    },
  },
];

function exercises(name: 'sheet' | 'free' | 'warmUp', count: number): Visit['pages'][string] {
  const numbers = Array.from({ length: count }, (_, i) => i + 1);
  return Object.fromEntries(
    numbers.map((n) => [
      `${name}, exercise ${n}`,
      ({ attempts }: Parameters<Visit['pages'][string][string]>[0]) => `${attempts[name]}/exercises/${n}`,
    ]),
  );
}
