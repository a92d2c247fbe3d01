import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { publishCourse, responseSplit } from '../../../src/grading/index.ts';
import { loadCourses, ON_ITS_WAY, prepareQuiz, type QuizSource } from '../../../src/quizzes/index.ts';
import { asFile } from '../../quizzes/as-file.ts';
import { AFTER, COURSE_ID, DURING, type World, world } from '../harness.ts';
import { key, OR, QUIZ, type Started, start, tokenOf, weights } from './sitting.ts';

let web: World;
beforeAll(async () => {
  web = await world();
});
afterAll(() => web.close());
beforeEach(() => web.at(DURING));

const MINUTE = 60_000;
/** When what closing shows is shown. */
const CLOSED = Date.UTC(2023, 3, 10, 22) + ON_ITS_WAY;

/** The quiz of the little course under other rules of review, for everybody at once. */
async function rule(review: QuizSource['review']): Promise<void> {
  const { courses } = await loadCourses(fileURLToPath(new URL('../course/', import.meta.url)));
  for (const course of courses) {
    const quizzes = course.quizzes.map((each) => ({
      ...each,
      quiz: prepareQuiz(each.id, { ...asFile(each.quiz), review }),
    }));
    await publishCourse(web.storage, { ...course, quizzes }, { now: DURING, complete: true });
  }
}

const WRONG = weights(
  [
    [1, 0],
    [0, -1],
  ],
  [1, 1],
);

/** Answers right or wrong, and hands in. */
async function handIn(right: boolean): Promise<Started> {
  const started = await start(web);
  const token = await tokenOf(started, right ? 'XOR' : 'AND');
  await started.browser.post(`${started.href}/exercises/1`, {
    ...(right ? OR : WRONG),
    question: ['or-weights', 'function'],
    'function.option': token,
  });
  await started.browser.post(`${started.href}/submit`, {});
  return started;
}

/** Whatever says how an answer came out, or what would have been right. */
const TELLING =
  /SOLUTION|FEEDBACK|HINT|A person reads it|verdict|Not right|Right<|No answer|witness|✓|✗|◐|○|\d of \d|to be marked|waits? for a person|needs? marking/;

/** Every page and reply that a student can ask for about an attempt. */
async function repliesTo({ browser, href }: Started): Promise<readonly Response[]> {
  const replies: Response[] = [];
  const own = ['', '/review', '/exercises/1', '/confirm', '/history', '/sheet', '/sheet?solutions=yes'];
  for (const path of own) replies.push(await browser.get(`${href}${path}`));
  for (const path of ['', '/grades.csv', '/questions', '/questions/function', '/sheet?solutions=yes']) {
    replies.push(await browser.get(`${QUIZ}${path}`));
  }
  replies.push(await browser.get(`/courses/${COURSE_ID}`), await browser.get('/'));
  const save = { ...OR, key: key() };
  replies.push(await browser.post(`${href}/save`, save, { accept: 'application/json' }));
  replies.push(await browser.post(`${href}/submit`, {}));
  return replies;
}

const headersOf = (reply: Response) =>
  [...reply.headers].map(([name, value]) => `${name}: ${value}`).join('\n');

describe('while the rules keep the result back', () => {
  test('40, 43: no page, reply or header of an attempt that was handed in tells how it came out', async () => {
    await rule('after-close');
    for (const right of [true, false]) {
      for (const reply of await repliesTo(await handIn(right))) {
        const text = `${headersOf(reply)}\n${await reply.text()}`;
        expect(TELLING.exec(text)?.[0], reply.url).toBeUndefined();
      }
    }
  });

  test('42: right and wrong give replies of the same status, size and headers', async () => {
    await rule('after-close');
    const shapes = [];
    for (const right of [true, false]) {
      const started = await handIn(right);
      const mask = (text: string) =>
        text
          .replaceAll(started.href, '/attempts/A')
          .replace(/Student \d+|person-\d+@/g, 'S')
          .replace(/value="[\w-]{16}"( checked)?|<code>[\w-]{40,}<\/code>|value="-?[01]"/g, '')
          // What was entered, as it was read, is the one thing that differs.
          .replace(/<span class="answer__lead">[\s\S]*?<\/div>/g, '')
          .replace(/(date|content-length|x-request-id|set-cookie|content-security-policy): .*/g, '$1');
      const replies = await repliesTo(started);
      const texts = await Promise.all(replies.map((reply) => reply.text()));
      shapes.push(
        replies.map((reply, i) => ({
          status: reply.status,
          headers: mask(headersOf(reply)),
          size: mask(texts[i] ?? '').length,
        })),
      );
      for (const reply of replies) expect(reply.headers.get('etag')).toBeNull();
    }
    expect(shapes[0]).toEqual(shapes[1]);
  });

  test('41: a blank attempt, then another, reveals nothing', async () => {
    await rule('after-close');
    const started = await start(web);
    await started.browser.post(`${started.href}/submit`, {});
    await started.browser.post(`${QUIZ}/start`, {});
    for (const reply of await repliesTo(started)) expect(await reply.text()).not.toMatch(TELLING);
  });

  test('46: going ahead by address is refused, and says nothing', async () => {
    await rule('after-close');
    const { browser, href } = await start(web);
    expect((await browser.get(`${href}/review`)).status).toBe(409);
    expect((await browser.get(`${href}/review?now=${AFTER}&role=instructor&solutions=1`)).status).toBe(409);
    for (const path of [`${href}/history`, `${QUIZ}/grades.csv`, `${QUIZ}/questions/function/marking`]) {
      expect((await browser.get(path)).status).toBe(404);
    }
  });

  test('44: the result of somebody else is absent, before and after it is shown', async () => {
    await rule('after-close');
    const { href } = await handIn(true);
    const other = await start(web);
    for (const now of [DURING, AFTER]) {
      web.at(now);
      const there = await other.browser.get(`${href}/review`);
      const nowhere = await other.browser.get(`/attempts/${'x'.repeat(20)}/review`);
      expect([there.status, nowhere.status]).toEqual([404, 404]);
    }
  });

  test('the page says when the result comes, and has it then', async () => {
    await rule('after-close');
    const started = await handIn(false);
    expect(await started.browser.page(QUIZ)).toContain('When you hand in, you see your answers.');
    const before = await started.browser.page(started.href);
    expect(before).toContain('What is right or wrong is not shown yet.');
    expect(before).toMatch(/You will see the result and the solutions here on <time[^>]*>Tuesday 11 April</);
    expect(await started.browser.page(`/courses/${COURSE_ID}`)).toContain(
      '<p class="list__side">handed in</p>',
    );
    web.at(CLOSED);
    const after = await started.browser.page(started.href);
    expect(after).toContain('Not right');
    expect(after).toContain('<strong>0</strong> of 3 marks');
    expect(await started.browser.page(`/courses/${COURSE_ID}`)).toContain('<p class="list__side">0 of 3</p>');
  });

  test('an instructor sees everything at any time', async () => {
    await rule('nothing-until-solutions');
    const { href } = await handIn(false);
    const staff = await web.person('Early Reader', 'instructor');
    const page = await (await web.browser(staff)).page(`${href}/review`);
    expect(page).toContain('Not right');
    expect(page).toContain('SOLUTION-FUNCTION');
  });
});

test('what was left blank is said to be, while nothing else is said of it', async () => {
  await rule('after-close');
  const started = await handIn(false);
  const [, prose = ''] = (await started.browser.page(`${started.href}/review`)).split('id="prose"');
  expect(prose).toContain('<p class="faint">blank</p>');
});

test('nothing comes out before the solutions where the file says so, and then everything does', async () => {
  await rule('nothing-until-solutions');
  const started = await handIn(false);
  web.at(CLOSED - 1);
  expect(await started.browser.page(started.href)).not.toMatch(TELLING);
  web.at(AFTER);
  const page = await started.browser.page(started.href);
  expect(page).toContain('Not right');
  expect(page).toContain('SOLUTION-FUNCTION');
});

test('what is shown for two minutes is taken back afterwards on every page, and the page says so before', async () => {
  const result = ['response', 'right', 'mark', 'witness', 'feedback'] as const;
  await rule({ after: [...result], later: [], closed: [...result, 'solution'] });
  const started = await handIn(false);
  expect(await started.browser.page(started.href)).toMatch(
    /You can see the result here until <time[^>]*>Wednesday 5 April, 14:02[^<]*<\/time>, then not for a while/,
  );
  expect(await started.browser.page(QUIZ)).toContain('0 of 3');
  web.at(DURING + 3 * MINUTE);
  for (const path of [started.href, QUIZ, `/courses/${COURSE_ID}`]) {
    const page = await started.browser.page(path);
    expect(page).not.toMatch(TELLING);
    expect(page).not.toContain('name="or-weights');
  }
});

test('the verdict without the mark shows no grade anywhere', async () => {
  await rule({ after: ['response', 'right'], closed: ['response', 'right'], solutions: ['solution'] });
  const started = await handIn(false);
  const page = await started.browser.page(started.href);
  expect(page).toContain('Not right');
  expect(page).not.toMatch(/\d of \d|FEEDBACK|HINT|class="witness"/);
  expect(await started.browser.page(QUIZ)).not.toMatch(/\d of \d/);
});

test('a change of the rules holds at once for attempts that were handed in before', async () => {
  await rule('after-close');
  const started = await handIn(false);
  await rule('at-once');
  expect(await started.browser.page(started.href)).toContain('Not right');
});

test('47: what staff try out changes no grade and no statistic', async () => {
  await rule('at-once');
  const staff = await web.person('Tryer Out', 'instructor');
  const browser = await web.browser(staff);
  const of = { courseId: COURSE_ID, quizId: 'sheet', questionId: 'function' };
  const counted = async () => [
    await (await browser.get(`${QUIZ}/grades.csv`)).text(),
    await responseSplit(web.storage.read, of),
    (await browser.page(`${QUIZ}/questions`)).replace(/<footer[\s\S]*/, ''),
    await browser.page(`${QUIZ}/attempts`),
  ];
  const before = await counted();
  const begun = await browser.post(`${QUIZ}/start`, {});
  await browser.post(`${begun.headers.get('location')}/submit`, {});
  expect(await counted()).toEqual(before);
});
