import { request } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ON_ITS_WAY } from '../../../src/quizzes/index.ts';
import { selectAttempts, selectSteps } from '../../../src/storage/index.ts';
import { AFTER, COURSE_ID, DURING, type Fields, type World, world } from '../harness.ts';
import { key, OR, QUIZ, start, tokenOf } from './sitting.ts';

let web: World;
beforeAll(async () => {
  web = await world();
});
afterAll(() => web.close());
beforeEach(() => web.at(DURING));

const started = () => start(web);
const stepsOf = (href: string) => selectSteps(web.storage.read, href.replace('/attempts/', ''));

describe('writing', () => {
  test('an attempt opens on its first exercise, with text, figure, fields and what is saved', async () => {
    const { browser, href } = await started();
    const page = await browser.page(href);
    expect(page).toContain('1. Boolean functions');
    expect(page).toContain('<svg');
    expect(page).toContain('name="or-weights.W1.0.0"');
    expect(page).toContain('nothing to save yet');
    expect(page).toContain(
      'until <time datetime="2023-04-10T21:59:59.999Z">Monday 10 April, 23:59, in 5 days</time>',
    );
  });

  test('the buttons save the exercise and lead where they say', async () => {
    const { browser, href } = await started();
    const form = {
      ...OR,
      question: ['or-weights', 'function'],
    };
    const next = await browser.post(`${href}/exercises/1`, { ...form, go: '2' });
    expect([next.status, next.headers.get('location')]).toEqual([303, `${href}/exercises/2`]);
    const last = await browser.post(`${href}/exercises/2`, {
      question: 'prose',
      'prose.text': 'Because.',
      go: 'hand-in',
    });
    expect(last.headers.get('location')).toBe(`${href}/confirm`);
    const confirm = await browser.page(`${href}/confirm`);
    expect(confirm).toContain('1 question is still blank');
    expect((await browser.page(`${href}/exercises/1`)).match(/value="-1"/g)).toHaveLength(1);
    expect(await browser.page(`${href}/exercises/1`)).toContain('saved <time');
  });

  test('a save says how each answer was read', async () => {
    const { browser, href } = await started();
    const reply = await browser.post(`${href}/save`, {
      ...OR,
      key: key(),
    });
    const { saved, questions } = await reply.json();
    expect(saved).toBe('14:00');
    expect(questions['or-weights'].state).toBe('answered');
    expect(questions['or-weights'].html).toContain('Read as');
  });

  test('what cannot be read is kept as typed and shown again with its problem', async () => {
    const { browser, href } = await started();
    const form = {
      ...OR,
      'or-weights.W1.1.0': 'eins <b>"',
    };
    await browser.post(`${href}/exercises/1`, { ...form, go: 'hand-in' });
    const confirm = await browser.page(`${href}/confirm`);
    expect(confirm).toContain('1 answer is not valid yet');
    expect(confirm).toContain('row 2');
    const page = await browser.page(`${href}/exercises/1`);
    expect(page).toContain('value="eins &lt;b&gt;&quot;"');
    expect(page).toContain('aria-invalid="true"');
    expect((await stepsOf(href))[0]?.posted['W1.1.0']).toBe('eins <b>"');
  });

  test('ticking nothing any more is saved as nothing', async () => {
    const { browser, href } = await started();
    const token = await tokenOf({ browser, href }, 'XOR');
    await browser.post(`${href}/exercises/1`, { question: 'function', 'function.option': token });
    await browser.post(`${href}/exercises/1`, { question: 'function' });
    expect((await stepsOf(href)).map(({ posted }) => posted['option'])).toEqual(['xor', '']);
  });
});

describe('what our form cannot have sent', () => {
  test.each<[string, Fields]>([
    ['39: two values where one belongs', { question: 'or-weights', 'or-weights.W1.0.0': ['1', '0'] }],
    ['39: two options where one belongs', { question: 'function', 'function.option': ['a', 'b'] }],
    ['39: an array in brackets', { question: 'or-weights', 'or-weights.W1[4294967294]': '1' }],
    ['36: a field of every object', { question: 'or-weights', 'or-weights.__proto__': '1' }],
    ['45: a question of another quiz', { question: 'elsewhere', 'elsewhere.value': '1' }],
    ['45: a question of another exercise', { question: 'prose', 'prose.text': 'x' }],
    ['45: a field that the question does not have', { question: 'function', 'function.mark': '1' }],
    ['40: an option by its id instead of its token', { question: 'function', 'function.option': 'xor' }],
  ])('%s: 400, and nothing is stored', async (_, fields) => {
    const { browser, href } = await started();
    expect((await browser.post(`${href}/exercises/1`, fields)).status).toBe(400);
    expect((await browser.post(`${href}/save`, { ...fields, key: key() })).status).toSatisfy(
      (status: number) => (fields['question'] === 'prose' ? status === 200 : status === 400),
    );
    expect((await stepsOf(href)).filter(({ questionId }) => questionId !== 'prose')).toEqual([]);
  });

  test.each([
    'seed',
    'points',
    'role',
    'at',
    'state',
    'person',
    'question[]',
    'key[]',
    'constructor',
    'prose',
  ])('39, 45, 10: a form with a field "%s" beside those of its questions is refused', async (name) => {
    const { browser, href } = await started();
    const form = { question: 'prose', 'prose.text': 'x', [name]: '1' };
    const reply = await browser.post(`${href}/exercises/2`, form);
    expect([reply.status, await reply.text()]).toEqual([400, expect.stringContaining(name)]);
    expect(await stepsOf(href)).toEqual([]);
  });

  test('40: a token of one attempt is none of another', async () => {
    const [one, two] = [await started(), await started()];
    const [a, b] = [await tokenOf(one, 'XOR'), await tokenOf(two, 'XOR')];
    expect(a).toMatch(/^[\w-]{16}$/);
    expect(a).not.toBe(b);
    const field = /name="(function\.option)"/.exec(await one.browser.page(one.href))?.[1] ?? '';
    expect(
      (await one.browser.post(`${one.href}/exercises/1`, { question: 'function', [field]: b })).status,
    ).toBe(400);
  });
});

describe('once and not twice', () => {
  test('4: a save that is sent again under its key is one record', async () => {
    const { browser, href } = await started();
    const form = { question: 'prose', 'prose.text': 'once', key: key() };
    for (let i = 0; i < 3; i++) expect((await browser.post(`${href}/save`, form)).status).toBe(200);
    expect(await stepsOf(href)).toHaveLength(1);
  });

  test('4: another save under a key that was used is refused in words, and the first stays', async () => {
    const { browser, href } = await started();
    const form = { question: 'prose', 'prose.text': 'one', key: key() };
    await browser.post(`${href}/save`, { ...form, question: ['prose', 'or-weights'] });
    for (const other of [
      { ...form, 'prose.text': 'two' },
      { ...form, ...OR, question: ['prose', 'or-weights'] },
    ]) {
      const reply = await browser.post(`${href}/save`, other);
      expect([reply.status, await reply.text()]).toEqual([
        409,
        expect.stringContaining('key of another save'),
      ]);
    }
    expect((await browser.post(`${href}/save`, form)).status).toBe(200);
    expect((await stepsOf(href)).map(({ posted }) => posted)).toEqual([{ text: 'one' }]);
  });

  test('5: start pressed ten times at once is one attempt', async () => {
    const person = await web.person('Start Ten', 'student');
    const browser = await web.browser(person);
    const replies = await Promise.all(Array.from({ length: 10 }, () => browser.post(`${QUIZ}/start`, {})));
    expect(new Set(replies.map(({ headers }) => headers.get('location'))).size).toBe(1);
  });

  test('5: hand-in pressed ten times at once is one try, marked once', async () => {
    const { browser, href, personId } = await started();
    const replies = await Promise.all(Array.from({ length: 10 }, () => browser.post(`${href}/submit`, {})));
    expect(replies.map(({ status }) => status)).toEqual(Array(10).fill(303));
    expect((await stepsOf(href)).filter(({ kind }) => kind === 'submitted')).toHaveLength(3);
    const of = { courseId: COURSE_ID, quizId: 'sheet', personId };
    expect(await selectAttempts(web.storage.read, of)).toHaveLength(1);
  });

  test('18: hand-in pressed twice is the same page', async () => {
    const { browser, href } = await started();
    const first = await browser.post(`${href}/submit`, {});
    const page = await browser.page(first.headers.get('location') ?? '');
    const second = await browser.post(`${href}/submit`, {});
    expect(second.headers.get('location')).toBe(first.headers.get('location'));
    expect(await browser.page(second.headers.get('location') ?? '')).toBe(page);
  });

  test('7: a save that comes after handing in is refused in words', async () => {
    const { browser, href } = await started();
    await browser.post(`${href}/submit`, {});
    const reply = await browser.post(`${href}/save`, { question: 'prose', 'prose.text': 'late', key: key() });
    expect(reply.status).toBe(409);
    expect(await reply.text()).toContain('has been handed in');
  });
});

describe('in time', () => {
  test.each([
    ['half a minute after its first counts by when it came', ON_ITS_WAY, 200, DURING],
    [
      'ten minutes after its first counts as half a minute old: sending slowly gives no time',
      20 * ON_ITS_WAY,
      200,
      DURING + 19 * ON_ITS_WAY,
    ],
    ['days after its first is as late as one of then', AFTER - DURING, 409, null],
  ])('8: a form whose last byte comes %s', async (_, later, expected, at) => {
    const { browser, href } = await started();
    const body = new URLSearchParams({ question: 'prose', 'prose.text': 'slow', key: key() }).toString();
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = {
      cookie,
      expect: '100-continue',
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
    };
    const status = await new Promise((resolve, reject) => {
      const sent = request(`${web.url}${href}/save`, { method: 'POST', headers });
      sent.on('error', reject);
      sent.on('response', (reply) => resolve(reply.resume().statusCode));
      sent.on('continue', () => {
        web.at(DURING + later);
        sent.end(body);
      });
      sent.flushHeaders();
    });
    expect(status).toBe(expected);
    const [step] = await stepsOf(href);
    expect(step && [step.at, step.posted]).toEqual(at === null ? undefined : [at, { text: 'slow' }]);
  });

  test('9: after closing, a save is refused and what was saved is handed in', async () => {
    const { browser, href } = await started();
    await browser.post(`${href}/save`, { question: 'prose', 'prose.text': 'in time', key: key() });
    web.at(AFTER);
    const late = await browser.post(`${href}/save`, { question: 'prose', 'prose.text': 'late', key: key() });
    expect(late.status).toBe(409);
    expect(await late.text()).toContain('closed');
    await browser.post(`${href}/submit`, {});
    expect((await stepsOf(href)).at(-1)?.posted['text']).toBe('in time');
  });

  test('46: a quiz that is not open, or closed, or used up, cannot be started by its address', async () => {
    const browser = await web.browser(await web.person('Too Early', 'student'));
    web.at(Date.UTC(2023, 3, 1));
    const early = await browser.post(`${QUIZ}/start`, {});
    expect([early.status, (await early.text()).includes('not opened yet')]).toEqual([409, true]);
    expect(await browser.page(QUIZ)).toContain('opens <time');
    web.at(AFTER);
    expect((await browser.post(`${QUIZ}/start`, {})).status).toBe(409);
  });

  test('46: an exercise that does not exist, and the result of an open attempt, are refused', async () => {
    const { browser, href } = await started();
    expect((await browser.get(`${href}/exercises/3`)).status).toBe(404);
    expect((await browser.get(`${href}/exercises/0`)).status).toBe(404);
    expect((await browser.get(`${href}/review`)).status).toBe(409);
  });
});

describe('whose it is', () => {
  test('44: another student finds nothing under any address of an attempt', async () => {
    const { href } = await started();
    const other = await web.browser(await web.person('Nosy Student', 'student'));
    for (const path of ['', '/exercises/1', '/confirm', '/review']) {
      expect([path, (await other.get(href + path)).status]).toEqual([path, 404]);
    }
    for (const path of ['/exercises/1', '/save', '/submit']) {
      const reply = await other.post(href + path, { question: 'function', key: key() });
      expect([path, reply.status]).toEqual([path, 404]);
    }
  });

  test('44: a stranger is told the same of an attempt that exists and of one that does not', async () => {
    const { href } = await started();
    const other = await web.browser(await web.person('Outside Person', null));
    const [real, none] = [await other.get(href), await other.get('/attempts/none')];
    expect([real.status, none.status]).toEqual([404, 404]);
    expect(await real.text()).toBe(await none.text());
  });

  test('an instructor may see the result of a student and may not answer for them', async () => {
    const { browser, href } = await started();
    const staff = await web.browser(await web.person('Staff Person', 'instructor'));
    expect((await staff.get(`${href}/exercises/1`)).status).toBe(404);
    await browser.post(`${href}/submit`, {});
    expect(await staff.page(`${href}/review`)).toContain(`attempt 1`);
  });
});
