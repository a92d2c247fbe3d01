import { afterAll, beforeAll, expect, test } from 'vitest';
import { selectSteps } from '../../../src/storage/index.ts';
import { type World, world } from '../harness.ts';
import { OR, QUIZ, start, weights } from './sitting.ts';

let web: World;
beforeAll(async () => {
  web = await world();
});
afterAll(() => web.close());

const typed = (text: string) => ({ question: 'or-weights', 'or-weights.W1.text': text });

test('an answer is read while it is typed, and nothing of it is stored', async () => {
  const { browser, href } = await start(web);
  const reply = await browser.post(`${href}/read`, OR);
  expect(await reply.json()).toEqual({
    state: 'answered',
    stateWord: 'answered',
    html: expect.stringContaining('Read as'),
    shows: true,
  });
  expect(await (await browser.post(`${href}/read`, typed('[[1, 0], [1'))).json()).toMatchObject({
    state: 'invalid',
    shows: false,
  });
  expect(await selectSteps(web.storage.read, href.replace('/attempts/', ''))).toEqual([]);
});

test('40, 42: it is read and not judged: right and wrong get the same reply but for what was typed', async () => {
  const { browser, href } = await start(web);
  const wrong = weights(
    [
      [0, 1],
      [-1, 1],
    ],
    [1, 1],
  );
  const [right, other] = await Promise.all(
    [OR, wrong].map(async (fields) =>
      JSON.stringify(await (await browser.post(`${href}/read`, fields)).json()),
    ),
  );
  const plain = (reply = '') => reply.replaceAll(/[\d−]|-(?=\d)/g, '');
  expect(right).not.toEqual(other);
  expect(plain(right)).toBe(plain(other));
});

test('44, 50: only its own student may ask, from our own page, while it is open', async () => {
  const { browser, href } = await start(web);
  const other = await start(web);
  expect((await other.browser.post(`${href}/read`, OR)).status).toBe(404);
  expect((await web.guest().post(`${href}/read`, OR, { accept: 'application/json' })).status).toBe(401);
  expect((await browser.post(`${href}/read`, OR, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await browser.get(`${href}/read`)).status).toBe(405);
  await browser.post(`${href}/submit`, {});
  expect((await browser.post(`${href}/read`, OR)).status).toBe(409);
});

test('39, 45: a form that is not ours is refused', async () => {
  const { browser, href } = await start(web);
  for (const fields of [
    {},
    { question: ['or-weights', 'prose'] },
    { question: 'none' },
    { ...OR, more: '1' },
  ])
    expect((await browser.post(`${href}/read`, fields)).status).toBe(400);
});

test('38: typing takes nothing from the quota of saves', async () => {
  const { browser, href } = await start(web);
  for (let i = 0; i < 150; i++) expect((await browser.post(`${href}/read`, typed(`${i}`))).status).toBe(200);
  const save = { ...OR, key: 'a-key-of-its-own' };
  expect((await browser.post(`${href}/save`, save)).status).toBe(200);
});

test('what cannot be practised is not read either', async () => {
  const { browser } = await start(web);
  expect((await browser.post(`${QUIZ}/practice/1/read`, OR)).status).toBe(404);
});
