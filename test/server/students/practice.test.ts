import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { giveOverride, publishCourse, withdrawOverride } from '../../../src/grading/index.ts';
import {
  loadCourses,
  ON_ITS_WAY,
  practiceFrom,
  prepareQuiz,
  prepareSource,
  type QuizSource,
} from '../../../src/quizzes/index.ts';
import { asFile } from '../../quizzes/as-file.ts';
import { AFTER, type Browser, COURSE_ID, DURING, type Fields, type World, world } from '../harness.ts';
import { OR, QUIZ, start, weights } from './sitting.ts';

let web: World;
beforeAll(async () => {
  web = await world();
});
afterAll(() => web.close());
beforeEach(() => web.at(DURING));

const EXERCISE = `${QUIZ}/practice/1`;
const DAY = 24 * 3_600_000;
const SECRETS = /SOLUTION|FEEDBACK|HINT|A person reads it|verdict|Not right|✓|✗/;

/** The quiz of the little course, with or without practice. */
async function allow(
  changes: Pick<QuizSource, 'practice'> & Partial<Pick<QuizSource, 'when-time-runs-out' | 'grace'>>,
): Promise<void> {
  const { courses } = await loadCourses(fileURLToPath(new URL('../course/', import.meta.url)));
  for (const course of courses) {
    const quizzes = course.quizzes.map((each) => ({
      ...each,
      quiz: prepareQuiz(each.id, { ...asFile(each.quiz), ...changes }),
    }));
    await publishCourse(web.storage, { ...course, quizzes }, { now: DURING, complete: true });
  }
}

const student = async () => web.browser(await web.person('Student', 'student'));

async function check(browser: Browser, question: string, answers: Fields): Promise<string> {
  const form = { ...answers, question: ['function', 'or-weights'], check: question };
  const reply = await browser.post(EXERCISE, form);
  expect(reply.status).toBe(200);
  return reply.text();
}

const AND_NOT = weights(
  [
    [1, 0],
    [0, -1],
  ],
  [1, 1],
);

async function token(browser: Browser, option: string): Promise<string> {
  const page = await browser.page(EXERCISE);
  return new RegExp(`value="([\\w-]{16})"[^>]*><span[^>]*>${option}<`).exec(page)?.[1] ?? '';
}

const section = (page: string, id: string) =>
  new RegExp(`<section class="question" id="${id}"[\\s\\S]*?</section>`).exec(page)?.[0] ?? '';

describe('practising', () => {
  beforeEach(() => allow({ practice: 'yes' }));

  test('a wrong answer shows at once where it fails, and stays in the form to be mended', async () => {
    const browser = await student();
    const page = await check(browser, 'or-weights', { ...AND_NOT, 'function.option': '' });
    const checked = section(page, 'or-weights');
    expect(checked).toContain('Not right');
    expect(checked).toMatch(/For A = 0, B = 1 your network outputs 0, but A or B is 1/);
    expect(checked).toContain('class="figure');
    // Of the failing rows only the output is marked, and not by its colour alone.
    expect(checked).toMatch(
      /evidence__wrong">0 <span aria-hidden="true">✗<\/span><span class="visually-hidden"> wrong</,
    );
    expect(checked.indexOf('HINT-WEIGHTS')).toBeGreaterThan(0);
    expect(checked.indexOf('SOLUTION-WEIGHTS')).toBeGreaterThan(checked.indexOf('HINT-WEIGHTS'));
    expect(checked).toMatch(/name="or-weights\.W1\.1\.1"[^>]*value="-1"/);
    expect(
      section(await check(browser, 'or-weights', { ...OR, 'function.option': '' }), 'or-weights'),
    ).toContain('Right');
  });

  test('only the question whose button was pressed is judged, and those that were before', async () => {
    const browser = await student();
    const chosen = await token(browser, 'AND');
    const first = await check(browser, 'or-weights', { ...OR, 'function.option': chosen });
    expect(section(first, 'function')).not.toMatch(SECRETS);
    expect(section(first, 'function')).toMatch(new RegExp(`value="${chosen}"[^>]*checked`));
    const both = await check(browser, 'function', {
      ...OR,
      'function.option': chosen,
      checked: 'or-weights',
    });
    expect(section(both, 'function')).toContain('FEEDBACK-AND');
    expect(section(both, 'or-weights')).toContain('Right');
  });

  test('what was checked is kept by this browser for the way back, and by nothing between', async () => {
    const browser = await student();
    const reply = await browser.post(EXERCISE, { question: 'or-weights', ...OR, check: 'or-weights' });
    expect(reply.headers.get('cache-control')).toBe('private, no-cache');
    expect((await browser.get('/')).headers.get('cache-control')).toBe('no-store');
  });

  test('says that it does not count, and that there is nothing to check', async () => {
    const browser = await student();
    const page = await browser.page(`${QUIZ}/practice`);
    expect(page).toContain('It does not count');
    expect(page).not.toMatch(SECRETS);
    const empty = Object.fromEntries(Object.keys(OR).map((field) => [field, '']));
    const blank = await check(browser, 'or-weights', { ...empty, 'function.option': '' });
    expect(blank).toContain('There is nothing to check yet.');
    expect(blank).not.toMatch(SECRETS);
  });

  test('what a person would mark is compared with the solution instead', async () => {
    const browser = await student();
    const reply = await browser.post(`${QUIZ}/practice/2`, {
      question: 'prose',
      'prose.text': 'Because.',
      check: 'prose',
    });
    const page = await reply.text();
    expect(page).toContain('Compare it with the solution');
    expect(page).toContain('A person reads it.');
  });

  test('leaves nothing behind: no attempt, no grade, no response in the statistics', async () => {
    const person = await web.person('Practising Paul', 'student');
    const browser = await web.browser(person);
    await check(browser, 'or-weights', { ...OR, 'function.option': '' });
    for (const table of ['attempts', 'steps', 'markings'] as const) {
      const [row] = await web.storage.read
        .selectFrom(table)
        .select(({ fn }) => fn.countAll().as('count'))
        .execute();
      expect(Number(row?.count)).toBe(0);
    }
    const teacher = await web.browser(await web.person('Teacher', 'instructor'));
    expect(await teacher.page(`${QUIZ}/attempts`)).not.toContain('Practising Paul');
    expect(await teacher.page(`${QUIZ}/grades.csv`)).toMatch(/Practising Paul[^\n]*/);
    expect(await teacher.page(`${QUIZ}/grades.csv`)).not.toMatch(/Practising Paul[^\n]*[1-9](\.\d+)?\r?\n/);
    // An attempt is begun and counted as if nothing had been.
    expect(await browser.page(QUIZ)).toContain('>Start<');
  });

  test('a graded attempt and practice know nothing of each other', async () => {
    const started = await start(web);
    await started.browser.post(EXERCISE, {
      ...OR,
      question: ['function', 'or-weights'],
      'function.option': '',
      check: 'or-weights',
    });
    expect(await started.browser.page(`${started.href}/exercises/1`)).not.toMatch(SECRETS);
    // Options go by other names, so that nothing learnt from the one form can be posted in the other.
    const practised = await token(started.browser, 'XOR');
    expect(await started.browser.page(`${started.href}/exercises/1`)).not.toContain(practised);
  });

  test.each([
    ['39: an option that is none', { 'function.option': 'no-such-token' }],
    ['45: a question that is none', { question: ['function', 'constructor'], 'function.option': '' }],
    ['45: a field that is none', { 'function.option': '', points: '100' }],
  ])('%s is refused', async (_, fields: Fields) => {
    const browser = await student();
    const reply = await browser.post(EXERCISE, { question: 'function', check: 'function', ...fields });
    expect(reply.status).toBe(400);
    expect(await reply.text()).not.toMatch(SECRETS);
  });

  test('38: checking without end is slowed, for the one who does it', async () => {
    const browser = await student();
    const statuses: number[] = [];
    for (let i = 0; i < 61; i++) {
      const form = { question: 'function', 'function.option': '', check: 'function' };
      statuses.push((await browser.post(EXERCISE, form)).status);
    }
    expect(statuses.at(-1)).toBe(429);
    const again = { question: 'function', 'function.option': '', checked: 'function' };
    expect((await browser.post(EXERCISE, again)).status).toBe(429);
    expect((await (await student()).get(EXERCISE)).status).toBe(200);
  });
});

describe('who may practise when', () => {
  const statusOf = async (browser: Browser, path = EXERCISE) => (await browser.get(path)).status;

  test('40: not at all unless the file says so, by whatever address or form', async () => {
    await allow({});
    const browser = await student();
    expect(await browser.page(QUIZ)).not.toContain('/practice');
    expect(await statusOf(browser)).toBe(404);
    const form = { ...OR, question: ['function', 'or-weights'], 'function.option': '', check: 'or-weights' };
    const reply = await browser.post(EXERCISE, form);
    expect(reply.status).toBe(404);
    expect(await reply.text()).not.toMatch(SECRETS);
  });

  test('40, 46: after-close: not before it has closed and the solutions are due, and the page says from when on', async () => {
    await allow({ practice: 'after-close' });
    const browser = await student();
    for (const at of [DURING, Date.UTC(2023, 3, 10, 21, 59, 59)]) {
      web.at(at);
      const page = await browser.page(QUIZ);
      expect(page).toMatch(/You can practise this quiz from <time[^>]*>Tuesday 11 April/);
      expect(page).not.toContain('/practice"');
      const form = {
        ...OR,
        question: ['function', 'or-weights'],
        'function.option': '',
        check: 'or-weights',
      };
      const reply = await browser.post(EXERCISE, form);
      expect(reply.status).toBe(409);
      expect(await reply.text()).not.toMatch(SECRETS);
    }
    web.at(AFTER);
    expect(await browser.page(QUIZ)).toContain(`href="${QUIZ}/practice"`);
    expect(await statusOf(browser)).toBe(200);
  });

  test('after-close: not before it closes or opens, and never where it does not close', () => {
    expect(practiceFrom('after-close', { opens: 50_000, closes: 5, solutions: 5 })).toBe(50_000);
    expect(practiceFrom('after-close', { opens: 10, closes: 20, solutions: 5 })).toBe(21 + ON_ITS_WAY);
    expect(practiceFrom('after-close', { opens: 10, closes: 20, solutions: 30 })).toBe(30 + ON_ITS_WAY);
    expect(practiceFrom('after-close', { opens: 10, closes: null, solutions: 5 })).toBeNull();
  });

  test('46: after-close: not while anybody with an extension can still work, nor in the period of grace', async () => {
    await allow({ practice: 'after-close' });
    const extended = await web.person('Extended', 'student');
    const author = { by: extended.id, at: DURING };
    const of = { courseId: COURSE_ID, quizId: 'sheet' };
    const terms = { opens: null, due: null, timeLimit: null, extraTime: null, attempts: null };
    const closes = AFTER + DAY / 2;
    const whose = { ...of, personId: extended.id, groupId: null };
    const { id } = await giveOverride(web.storage, whose, { ...terms, closes }, author);
    for (const browser of [await web.browser(extended), await student()]) {
      web.at(closes + ON_ITS_WAY);
      expect(await statusOf(browser)).toBe(409);
      web.at(closes + ON_ITS_WAY + 1);
      expect(await statusOf(browser)).toBe(200);
    }
    await withdrawOverride(web.storage, { ...of, id }, author);
    web.at(AFTER);
    expect(await statusOf(await student())).toBe(200);
    await allow({ practice: 'after-close', 'when-time-runs-out': 'grace', grace: '2 d' });
    expect(await statusOf(await student())).toBe(409);
    web.at(AFTER + 2 * DAY);
    expect(await statusOf(await student())).toBe(200);
  });

  test('yes: not before it opens', async () => {
    await allow({ practice: 'yes' });
    const browser = await student();
    web.at(DURING - 30 * DAY);
    expect(await statusOf(browser)).toBe(409);
    web.at(DURING);
    expect(await statusOf(browser)).toBe(200);
  });

  test('44: nobody who is not signed in or not in the course; instructors at any time', async () => {
    await allow({ practice: 'after-close' });
    expect((await web.guest().get(EXERCISE)).headers.get('location')).toContain('/sign-in');
    expect(await statusOf(await web.browser(await web.person('Stranger', null)))).toBe(404);
    expect(await statusOf(await web.browser(await web.person('Teacher', 'instructor')))).toBe(200);
    expect(
      await statusOf(await web.browser(await web.person('Teacher', 'instructor')), `${QUIZ}/practice/9`),
    ).toBe(404);
  });

  test('a file whose practice could never begin is told so', async () => {
    const { courses } = await loadCourses(fileURLToPath(new URL('../course/', import.meta.url)));
    const [quiz] = courses.flatMap(({ quizzes }) => quizzes.map((each) => each.quiz));
    const source = quiz && asFile(quiz);
    const endless = { ...source, closes: undefined, practice: 'after-close' };
    for (const solutions of [undefined, source?.['solutions']])
      expect(prepareSource('sheet', { ...endless, solutions }).problems).toMatchObject([
        { path: ['practice'], message: { text: expect.stringContaining('never closes') } },
      ]);
  });
});
