import { say } from '../../../src/language/index.ts';
import { TooMany } from '../../../src/server/http/page-errors.ts';
import { BusyError } from '../../../src/storage/errors.ts';
import { COURSE, SHEET, STATES } from './addresses.ts';
import type { Site } from './site.ts';
import { press, send, type Visit } from './visits.ts';

const MARKING = `${SHEET}/questions/convolution-is-linear/marking`;
const TERMS = { opens: '', due: '', closes: '', limit: '', extra: '', attempts: '' };

/** A page that fails with this. */
const failing =
  (error: Error) =>
  ({ fail }: Site) => {
    fail(error);
    return '/sign-in';
  };

/** Every page that instructors, administrators, authors and guests see, in the states that it can be in. */
export const STAFF: readonly Visit[] = [
  {
    who: 'instructor',
    language: 'en',
    pages: {
      home: { teaching: () => '/' },
      course: { teaching: () => COURSE },
      quiz: { teaching: () => SHEET, 'teaching, in German': () => `${STATES}/exam` },
      'quiz-attempts': {
        some: () => `${SHEET}/attempts`,
        none: () => `${STATES}/not-open/attempts`,
        'none that is like that': () => `${SHEET}/attempts?text=nobody`,
        'of a fixed list of variants': () => `${STATES}/drawn/attempts`,
      },
      questions: { some: () => `${STATES}/exam/questions` },
      'question-responses': {
        'to a number': () => `${SHEET}/questions/output-size`,
        'to a text': () => `${SHEET}/questions/convolution-is-linear`,
        'of variants': () => `${STATES}/drawn/questions/count`,
        none: () => `${STATES}/closed/questions/why`,
      },
      marking: {
        'a text': () => `${STATES}/later/questions/why/marking`,
        'a mark that is none': () => async (page) => {
          await page.goto(`${STATES}/later/questions/why/marking`);
          await page.locator('#mark').fill('17');
          await Promise.all([page.waitForEvent('load'), page.locator('main form .button--main').click()]);
        },
        'one that is marked': ({ results }) =>
          `${MARKING}?attempt=${results.sheet.replace('/attempts/', '')}`,
      },
      'marking-done': { 'nothing waits': () => `${STATES}/closed/questions/why/marking` },
      'attempt-history': {
        'of one that is marked by a person': ({ results }) => `${results.sheet}/history`,
        'of one that is running': ({ attempts }) => `${attempts.free}/history`,
        'of a variant': ({ results }) => `${results.drawn}/history`,
      },
      review: { 'of a student': ({ results }) => `${results.exam}/review` },
      overrides: {
        some: () => `${SHEET}/overrides`,
        none: () => `${STATES}/closed/overrides`,
        'without whom': () => send(`${SHEET}/overrides`, `${SHEET}/overrides`, { ...TERMS, whose: '' }),
      },
      override: {
        'as it is': ({ override }) => `${SHEET}/overrides/${override}`,
        'can hardly be meant': ({ override }) =>
          send(`${SHEET}/overrides/${override}`, `${SHEET}/overrides/${override}`, {
            ...TERMS,
            closes: '2020-01-01T12:00',
          }),
      },
      groups: { some: () => `${COURSE}/groups`, none: () => '/courses/states/groups' },
      group: { 'as it is': ({ group }) => group },
      practice: { 'tried out': () => `${STATES}/drawn/practice/1` },
      'printed-sheet': { 'with solutions': () => `${SHEET}/sheet?solutions` },
      error: { '403: people, by an instructor': () => '/people' },
    },
  },
  {
    who: 'instructor',
    language: 'de',
    pages: {
      'attempt-history': { 'of free answers, in German': ({ results }) => `${results.free}/history` },
      questions: { 'of the sheet, in German': () => `${SHEET}/questions` },
      overrides: { 'in German': () => `${SHEET}/overrides` },
    },
  },
  {
    who: 'admin',
    language: 'en',
    pages: {
      people: {
        some: () => '/people',
        nobody: () => '/people?find=nobody',
        'an address that is none': () => send('/people', '/people', { name: 'Somebody', email: 'nobody' }),
      },
      person: { another: ({ person }) => person },
      'new-password': {
        'of another': ({ person }) => press(person, 'Set a new password…'),
      },
    },
  },
  {
    who: 'guest',
    language: 'en',
    pages: {
      'sign-in': {
        'as it is': () => '/sign-in',
        'a wrong password': () => send('/sign-in', '/sign-in', { email: 'no@example.org', password: 'no' }),
      },
      error: {
        '404: an address that there is not': () => '/nothing',
        '429: too much of one person': failing(
          new TooMany(say('You are saving too often, so this was not saved.'), 30),
        ),
        '500: a fault of ours': failing(new Error('A fault of the program.')),
        '503: the database is busy': failing(new BusyError('held by a test')),
      },
      preview: { 'of a course': () => '/preview' },
      'preview-quiz': { 'with findings of every kind': () => '/preview/files/found.yaml' },
      'preview-exercise': {
        'as it is': () => '/preview/files/found.yaml/1',
        'with answers tried': () => press('/preview/files/found.yaml/1', 'Diese Antworten probieren'),
      },
      'preview-broken': { 'as it is': () => '/preview/files/broken.yaml' },
    },
  },
];
