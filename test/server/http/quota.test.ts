import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertSteps, selectAttempt, selectSteps } from '../../../src/storage/index.ts';
import { DURING, type World, world } from '../harness.ts';
import { key, QUIZ, start } from '../students/sitting.ts';

let web: World;
beforeAll(async () => {
  web = await world();
});
afterAll(() => web.close());

const save = (text: string) => ({ question: 'prose', 'prose.text': text, key: key() });

test('38: who floods saves is told when it goes on, and a neighbour saves as before', async () => {
  const [flood, other] = [await start(web), await start(web)];
  // One save each two seconds, the fastest that the page itself saves, is far below the quota.
  for (let i = 0; i < 120; i++) {
    expect((await flood.browser.post(`${flood.href}/save`, save('again'))).status).toBe(200);
  }
  const refused = await flood.browser.post(`${flood.href}/save`, save('more'), {
    accept: 'application/json',
  });
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await refused.json()).toEqual({
    problem: 'You are saving too often, so this was not saved.',
    remedy: expect.stringMatching(/^Try again in \d+ seconds?\.$/),
  });
  expect((await flood.browser.post(`${flood.href}/exercises/2`, { question: 'prose' })).status).toBe(429);
  expect((await flood.browser.get(flood.href)).status).toBe(303);
  expect((await other.browser.post(`${other.href}/save`, save('mine'))).status).toBe(200);
});

test('38: who floods starts and hand-ins is slowed alone', async () => {
  const [flood, other] = [await start(web), await start(web)];
  for (let i = 0; i < 19; i++) await flood.browser.post(`${QUIZ}/start`, {});
  expect((await flood.browser.post(`${QUIZ}/start`, {})).status).toBe(429);
  for (let i = 0; i < 20; i++) await flood.browser.post(`${flood.href}/submit`, {});
  const refused = await flood.browser.post(`${flood.href}/submit`, {});
  expect([refused.status, await refused.text()]).toEqual([429, expect.stringContaining('Try again in')]);
  expect((await other.browser.post(`${other.href}/submit`, {})).status).toBe(303);
});

/** As if so many texts had been saved before. */
const savedBefore = (id: string, texts: readonly string[]) =>
  web.storage.write(async (db) => {
    const { courseId } = await selectAttempt(db, id);
    const steps = texts.map((text) => ({
      courseId,
      questionId: 'prose',
      kind: 'saved' as const,
      at: DURING,
      by: null,
      posted: { text },
      idempotencyKey: null,
      try: null,
      certainty: null,
    }));
    for (let i = 0; i < steps.length; i += 1_000) await insertSteps(db, id, steps.slice(i, i + 1_000));
  });

test.each([
  ['5,000 times', Array.from({ length: 4_999 }, (_, i) => String(i)), 'been saved 5,000 times'],
  ['20 MB', Array.from({ length: 40 }, (_, i) => `${i}`.padEnd(499_980)), 'take more than 20 MB'],
])('38: an attempt that was saved %s is saved no more, and can be handed in', async (_, before, says) => {
  const { browser, href } = await start(web);
  const id = href.replace('/attempts/', '');
  await savedBefore(id, before);
  expect((await browser.post(`${href}/save`, save('the last'))).status).toBe(200);
  const refused = await browser.post(`${href}/save`, save('one more'.repeat(100)));
  expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining(says)]);
  expect((await browser.post(`${href}/submit`, {})).status).toBe(303);
  expect((await selectSteps(web.storage.read, id)).at(-1)?.posted).toEqual({ text: 'the last' });
});
