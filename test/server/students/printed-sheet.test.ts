import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { AFTER, DURING, type World, world } from '../harness.ts';
import { OR, QUIZ, start } from './sitting.ts';

let web: World;
beforeAll(async () => {
  web = await world();
});
afterAll(() => web.close());
beforeEach(() => web.at(DURING));

const WITH = /<h4>Solution<\/h4>|SOLUTION/;

test('a running attempt can be had on paper: every exercise, room for a name, nothing that was typed', async () => {
  const { browser, href } = await start(web);
  await browser.post(`${href}/exercises/1`, { ...OR, 'or-weights.W1.0.0': '0.731' });
  const page = await browser.page(`${href}/sheet`);
  expect(page.match(/class="paper__exercise"/g)).toHaveLength(2);
  expect(page).toContain('<p class="paper__name">Name</p>');
  expect(page).not.toContain('0.731');
  expect(page).not.toContain('<form method="post" action="/attempts');
});

test('40, 46: asking for the solutions by the address gives none before their day, and no way to ask', async () => {
  const { browser, href } = await start(web);
  for (const handIn of [false, true]) {
    if (handIn) await browser.post(`${href}/submit`, {});
    const asked = await browser.page(`${href}/sheet?solutions=yes`);
    expect(WITH.exec(asked)?.[0]).toBeUndefined();
    expect(asked).not.toContain('with solutions</h1>');
    expect(asked).toContain(
      handIn ? 'The solutions cannot be shown yet.' : 'Solutions are not shown while an attempt is open.',
    );
    expect(/You will see the solutions here on <time [^>]*>Tuesday 11 April</.test(asked)).toBe(handIn);
    expect(await browser.page(`${href}/sheet`)).not.toContain('With solutions');
  }
  web.at(AFTER);
  expect(await browser.page(`${href}/sheet`)).toContain('With solutions');
  expect(await browser.page(`${href}/sheet`)).not.toMatch(WITH);
  for (const asked of ['yes', '1', '']) {
    const page = await browser.page(`${href}/sheet?solutions=${asked}`);
    expect(page).toMatch(WITH);
    expect(page).not.toContain('cannot be shown');
  }
});

test('44: the sheet of another person, of a quiz for students or with other parameters is not there', async () => {
  const [{ browser, href }, other] = [await start(web), await start(web)];
  expect((await other.browser.get(`${href}/sheet`)).status).toBe(404);
  expect((await browser.get(`${QUIZ}/sheet`)).status).toBe(404);
  expect((await browser.get(`${href}/sheet?solution=yes`)).status).toBe(400);
});

test('an instructor prints a quiz with all of its solutions at any time', async () => {
  const browser = await web.browser(await web.person('Ina', 'instructor'));
  expect(await browser.page(QUIZ)).toContain(`href="${QUIZ}/sheet"`);
  expect(await browser.page(`${QUIZ}/sheet`)).not.toMatch(WITH);
  const page = await browser.page(`${QUIZ}/sheet?solutions=yes`);
  expect(page).toContain('SOLUTION');
  expect(page.match(/<h4>Solution<\/h4>/g)?.length).toBe(page.match(/class="paper__question"/g)?.length);
});
