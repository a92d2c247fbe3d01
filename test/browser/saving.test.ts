import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { axe, openWorld, signIn, type World } from './harness.ts';
import { begin, enter, goOn, question, reviewOf } from './sitting.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld({ published: inject('published'), chromium: inject('chromium') });
});
afterAll(() => world.close());

/** A new student's page with the first exercise of a new attempt. */
const open = async () => {
  const student = await world.student();
  const page = await world.open(student);
  await begin(page, 'Homework 3, free answers');
  return { page, student };
};

const status = (page: Page) => page.getByRole('status');
const says = (page: Page, text: RegExp) => status(page).filter({ hasText: text }).waitFor();
const SAVED = /^saved \d/;
/** The copies of answers that the browser keeps. */
const copies = (page: Page) => page.evaluate(() => Object.keys(localStorage));
const lineOf = (page: Page, label: string) => question(page, label).getByRole('textbox');

/** What the server has of a line: what a new visit shows, in a browser that kept nothing. */
async function storedLine(page: Page, student: string, label: string): Promise<string> {
  const other = await world.open(student);
  await other.goto(page.url());
  const value = await lineOf(other, label).inputValue();
  await other.context().close();
  return value;
}

it('1: says "not saved" without a network, and saves by itself when there is one again', async () => {
  const { page, student } = await open();
  await page.context().setOffline(true);
  await lineOf(page, '1d').pressSequentially('-4');
  await says(page, /^not saved/);
  await lineOf(page, '1f').pressSequentially('6');
  expect(await storedLine(page, student, '1d')).toBe('');
  await page.context().setOffline(false);
  await says(page, SAVED);
  expect(await storedLine(page, student, '1d')).toBe('-4');
  expect(await storedLine(page, student, '1f')).toBe('6');
});

it('1: puts back what was typed without a network when the page comes again', async () => {
  const { page, student } = await open();
  await page.route('**/save', (route) => route.abort());
  await lineOf(page, '1d').pressSequentially('2*(1-3)');
  await says(page, /^not saved/);
  await page.unroute('**/save');
  await page.reload();
  expect(await lineOf(page, '1d').inputValue()).toBe('2*(1-3)');
  await says(page, SAVED);
  expect(await storedLine(page, student, '1d')).toBe('2*(1-3)');
});

it('is read aloud where it is news: that saving works, fails and works again, not each time', async () => {
  const { page } = await open();
  await page.evaluate(() => {
    const status = document.querySelector('#saved');
    const heard: string[] = [];
    Object.assign(window, { heard });
    const hear = () => status?.getAttribute('aria-live') !== 'off' && heard.push(status?.textContent ?? '');
    if (status) new MutationObserver(hear).observe(status, { childList: true });
  });
  const type = async (text: string, then: RegExp) => {
    const sent = page.waitForRequest('**/save');
    await lineOf(page, '1d').pressSequentially(text);
    await sent;
    await says(page, then);
  };
  await type('1+1', SAVED);
  await type('+1', SAVED);
  await page.route('**/save', (route) => route.abort());
  await type('+2', /^not saved/);
  await page.unroute('**/save');
  await type('+3', SAVED);
  await type('+4', SAVED);
  const heard = await page.evaluate(() => Reflect.get(window, 'heard'));
  expect(heard).toEqual([
    expect.stringMatching(SAVED),
    expect.stringMatching(/^not saved/),
    expect.stringMatching(SAVED),
  ]);
});

it('says "saved" when the server has acknowledged, and not before', async () => {
  const { page, student } = await open();
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/save', (route) => released.then(() => route.continue()));
  await lineOf(page, '1d').pressSequentially('-4');
  await says(page, /^saving/);
  expect(await storedLine(page, student, '1d')).toBe('');
  release();
  await says(page, SAVED);
  expect(await storedLine(page, student, '1d')).toBe('-4');
});

it('waits for what is being saved before it goes on', async () => {
  const { page } = await open();
  await page.context().setOffline(true);
  await lineOf(page, '1d').pressSequentially('-4');
  await page.getByRole('button', { name: 'Next exercise' }).click();
  await says(page, /^not saved/);
  expect(await lineOf(page, '1d').inputValue()).toBe('-4');
  await page.context().setOffline(false);
  await page.waitForURL(/\/exercises\/2$/);
  await page.getByRole('button', { name: /^Exercise 1/ }).click();
  await page.waitForURL(/\/exercises\/1$/);
  expect(await lineOf(page, '1d').inputValue()).toBe('-4');
});

it('4: does not save again what was stored though the reply was lost', async () => {
  const { page } = await open();
  await page.route('**/save', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await lineOf(page, '1d').pressSequentially('-4');
  await says(page, /^not saved/);
  const saves: string[] = [];
  await page.unroute('**/save');
  page.on(
    'request',
    (request) => void saves.push(...(request.url().endsWith('/save') ? [request.url()] : [])),
  );
  expect(await copies(page)).toHaveLength(1);
  await page.reload();
  expect(await lineOf(page, '1d').inputValue()).toBe('-4');
  expect(await copies(page)).toEqual([]);
  await lineOf(page, '1f').fill('6');
  await says(page, SAVED);
  expect(saves.length).toBeLessThanOrEqual(2);
});

it('15: a session that ends loses nothing: sign in again in another tab, and it saves by itself', async () => {
  const { page, student } = await open();
  const elsewhere = await page.context().newPage();
  await elsewhere.goto('/');
  await elsewhere.getByRole('button', { name: 'Sign out' }).click();
  await elsewhere.waitForURL(/\/sign-in/);
  await lineOf(page, '1d').pressSequentially('-4');
  await says(page, /^not saved: sign in again/);
  const opening = page.context().waitForEvent('page');
  await status(page).getByRole('link').click();
  await signIn(await opening, student, world.server.passwordOf(student));
  await says(page, SAVED);
  expect(await lineOf(page, '1d').inputValue()).toBe('-4');
  expect(await storedLine(page, student, '1d')).toBe('-4');
});

it('2: a server that is killed and started again loses nothing, typed before, meanwhile or after', async () => {
  const { page } = await open();
  await lineOf(page, '1d').pressSequentially('-4');
  await says(page, SAVED);
  await world.server.end('SIGKILL');
  await lineOf(page, '1f').pressSequentially('6');
  await says(page, /^not saved/);
  await world.server.start();
  await says(page, SAVED);
  await lineOf(page, '1c').pressSequentially('2(out-y)n1');
  await goOn(page, 'Hand in…', /\/confirm$/);
  await goOn(page, 'Hand in', /\/review$/);
  for (const label of ['1c', '1d', '1f']) expect(await reviewOf(page, label)).toContain('Right');
});

it('shows under the field how it was read, and in the bar which questions are answered', async () => {
  const { page } = await open();
  await enter(page, '1d', { type: '2*(1-3)' });
  await enter(page, '1c', { type: '2(out - y' });
  await enter(page, '1g', { cells: { 'W¹, to n2, from B': '7' } });
  const bar = page.getByRole('navigation', { name: 'Exercises' });
  await bar
    .getByRole('button', { name: /^Exercise 1 .*c : not valid\W+d : answered .*g : not valid/ })
    .waitFor();
  expect(await question(page, '1d').innerText()).toContain('−4');
  expect(await question(page, '1c').innerText()).toContain('^');
});

it('5, 18: handing in with a double click is handing in once, and going back shows the result', async () => {
  const { page } = await open();
  await goOn(page, 'Hand in…', /\/confirm$/);
  await page.getByRole('button', { name: 'Hand in', exact: true }).dblclick();
  await page.waitForURL(/\/review$/);
  const review = page.url();
  await page.goto(review.replace('/review', '/exercises/1'));
  expect(page.url()).toBe(review);
  const receipts = page.getByRole('heading', { name: 'Receipt' });
  expect(await receipts.count()).toBe(1);
});

it('6: a tab that is behind another one shows both versions, and asks which one counts', async () => {
  const { page, student } = await open();
  const other = await page.context().newPage();
  await other.goto(page.url());
  await lineOf(page, '1d').fill('-4');
  await says(page, SAVED);
  await lineOf(other, '1d').fill('5');
  await lineOf(other, '1f').fill('6');
  const asked = question(other, '1d').getByRole('alert');
  await asked.getByText('Read as').or(asked.getByText('-4')).first().waitFor();
  expect(await storedLine(page, student, '1d')).toBe('-4');
  expect(await axe(other)).toEqual([]);
  // What came with it is saved, and goes on without a question.
  await lineOf(other, '1f').fill('7');
  await says(other, SAVED);
  expect(await storedLine(page, student, '1f')).toBe('7');
  await asked.getByRole('button', { name: 'Keep what I entered here' }).click();
  await says(other, SAVED);
  expect(await storedLine(page, student, '1d')).toBe('5');

  await lineOf(page, '1d').fill('6');
  await question(page, '1d').getByRole('button', { name: 'Use the other version' }).click();
  await expect.poll(() => lineOf(page, '1d').inputValue()).toBe('5');
  expect(await storedLine(page, student, '1d')).toBe('5');
});

it('6: going on with two versions open asks on a page of its own, and then goes on to where it was going', async () => {
  const { page, student } = await open();
  const other = await page.context().newPage();
  await other.goto(page.url());
  await lineOf(page, '1d').fill('-4');
  await says(page, SAVED);
  await lineOf(other, '1d').fill('5');
  await question(other, '1d').getByRole('alert').waitFor();
  await goOn(other, 'Hand in…', /\/exercises\/1$/);
  await other.getByRole('heading', { name: 'Also changed elsewhere' }).waitFor();
  await other
    .getByRole('group', { name: 'Question 1d' })
    .getByRole('radio', { name: /^Saved/ })
    .check();
  await goOn(other, 'Continue', /\/confirm$/);
  expect(await copies(other)).toEqual([]);
  await other.getByRole('link', { name: '1d' }).click();
  expect(await lineOf(other, '1d').inputValue()).toBe('-4');
  expect(await storedLine(page, student, '1d')).toBe('-4');

  await lineOf(other, '1d').fill('6');
  await says(other, SAVED);
  await lineOf(page, '1d').fill('7');
  await question(page, '1d').getByRole('alert').waitFor();
  await page.getByRole('button', { name: 'Next exercise' }).click();
  await page.getByRole('heading', { name: 'Also changed elsewhere' }).waitFor();
  await goOn(page, 'Continue', /\/exercises\/2$/);
  expect(await copies(page)).toEqual([]);
  await page.getByRole('button', { name: /^Exercise 1/ }).click();
  await page.waitForURL(/\/exercises\/1$/);
  expect(await lineOf(page, '1d').inputValue()).toBe('7');
});
