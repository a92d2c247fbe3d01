import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { selectFlags, selectLatestSteps, selectPerson, selectSteps } from '../../../src/storage/index.ts';
import { COURSE_ID, DURING, PASSWORD, type World, world } from '../harness.ts';
import { key, type Started, start } from './sitting.ts';

let web: World;
beforeAll(async () => {
  web = await world();
});
afterAll(() => web.close());
beforeEach(() => web.at(DURING));

const idOf = ({ href }: Pick<Started, 'href'>) => href.split('/').at(-1) ?? '';
const flagsOf = async (started: Started) => [...(await selectFlags(web.storage.read, idOf(started)))].sort();

/** As the script of the page does it. */
const flag = ({ browser, href }: Started, question: string, flagged = 'yes') =>
  browser.post(`${href}/flags`, { question, flagged }, { accept: 'application/json' });

const FLAGGED = /<svg class="flag-icon"[^>]*>.*?<\/svg> flagged/g;

test('a button of the form flags a question and takes the flag away, and what was typed is saved with it', async () => {
  const started = await start(web);
  const { browser, href } = started;
  const form = { question: 'prose', 'prose.text': 'typed meanwhile' };
  const reply = await browser.post(`${href}/exercises/2`, { ...form, flag: 'prose' });
  expect([reply.status, reply.headers.get('location')]).toEqual([303, `${href}/exercises/2#prose`]);
  expect(await flagsOf(started)).toEqual(['prose']);
  const page = await browser.page(`${href}/exercises/2`);
  expect(page).toMatch(/name="unflag" value="prose" aria-pressed="true"/);
  expect(page).toMatch(/data-state-of="prose" data-state="answered" data-flagged/);
  const stored = (await selectLatestSteps(web.storage.read, idOf(started))).get('prose');
  expect([stored?.kind, stored?.posted]).toEqual(['saved', { text: 'typed meanwhile' }]);

  await browser.post(`${href}/exercises/2`, { ...form, unflag: 'prose' });
  expect(await flagsOf(started)).toEqual([]);
  expect(await browser.page(`${href}/exercises/2`)).toMatch(/name="flag" value="prose" aria-pressed="false"/);
});

test('a flag is no response: it makes no step, and stands on every device of the student', async () => {
  const started = await start(web);
  for (const question of ['function', 'prose', 'prose']) {
    expect((await flag(started, question)).status).toBe(200);
  }
  expect(await flagsOf(started)).toEqual(['function', 'prose']);
  expect(await selectSteps(web.storage.read, idOf(started))).toEqual([]);
  const elsewhere = web.guest();
  const { email } = await selectPerson(web.storage.read, started.personId);
  await elsewhere.post('/sign-in', { email, password: PASSWORD });
  expect(await elsewhere.page(`${started.href}/exercises/1`)).toMatch(/data-state="blank" data-flagged/);
  await flag(started, 'function', 'no');
  expect(await flagsOf(started)).toEqual(['prose']);
});

test('a flag set in another tab keeps nobody from saving or handing in, and is counted before', async () => {
  const started = await start(web);
  const { browser, href } = started;
  const seen = /name="seen" value="(\d+)"/.exec(await browser.page(`${href}/confirm`))?.[1] ?? '';
  await flag(started, 'function');
  await flag(started, 'prose');
  const save = { question: 'prose', key: key(), 'prose.seen': '0', 'prose.text': 'written' };
  expect((await browser.post(`${href}/save`, save, { accept: 'application/json' })).status).toBe(200);
  expect(await browser.page(`${href}/confirm`)).toContain('2 questions are flagged.');
  expect((await browser.post(`${href}/submit`, { seen: String(Number(seen) + 1) })).status).toBe(303);
});

test('after handing in a flag stays for the student alone, and cannot be changed', async () => {
  const started = await start(web);
  const { browser, href } = started;
  await flag(started, 'prose');
  await browser.post(`${href}/submit`, {});
  expect((await browser.page(`${href}/review`)).match(FLAGGED)).toHaveLength(1);
  expect((await flag(started, 'prose', 'no')).status).toBe(409);
  expect(await flagsOf(started)).toEqual(['prose']);
  const instructor = await web.browser(await web.person('Ines', 'instructor'));
  const quiz = `/courses/${COURSE_ID}/quizzes/sheet`;
  for (const page of [
    `${href}/review`,
    `${href}/history`,
    `${quiz}/attempts`,
    `${quiz}/questions/prose/marking`,
  ]) {
    expect(await instructor.page(page)).not.toContain('flag');
  }
});

test('44, 45, 50: nobody flags in the attempt of another, a question that it has not, or by following a link', async () => {
  const started = await start(web);
  const { browser, href } = started;
  const other = await start(web);
  expect((await flag({ ...started, browser: other.browser }, 'prose')).status).toBe(404);
  const instructor = await web.browser(await web.person('Ines', 'instructor'));
  expect((await flag({ ...started, browser: instructor }, 'prose')).status).toBe(404);
  expect((await flag(started, '__proto__')).status).toBe(400);
  expect((await flag(started, 'prose', 'perhaps')).status).toBe(400);
  expect((await browser.post(`${href}/exercises/2`, { flag: 'nothing' })).status).toBe(400);
  expect((await browser.get(`${href}/flags`)).status).toBe(405);
  expect(await flagsOf(started)).toEqual([]);
});
