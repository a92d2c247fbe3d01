import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openWorld, PHONE, type World } from './harness.ts';
import { begin, goOn, plain, question } from './sitting.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld({ published: inject('published'), chromium: inject('chromium') });
});
afterAll(() => world.close());

const FREE = 'Homework 3, free answers';

const flagOf = (page: Page, label: string) =>
  question(page, label).getByRole('button', { name: `Flag ${label}` });
const pressed = (page: Page, label: string) => flagOf(page, label).getAttribute('aria-pressed');
/** What the bar of exercises says of the first exercise. */
const bar = async (page: Page) =>
  plain(await page.getByRole('button', { name: /^Exercise 1/ }).innerText()).replaceAll(/ (?=[:,])/g, '');
const says = (page: Page, text: RegExp) => page.getByRole('status').filter({ hasText: text }).waitFor();

it('flags a question in place, with the keyboard alone, for every device and until it is read again', async () => {
  const student = await world.student();
  const page = await world.open(student);
  await begin(page, FREE);
  await question(page, '1d').getByRole('textbox').fill('-4');
  await flagOf(page, '1d').focus();
  await page.keyboard.press('Enter');
  expect(await pressed(page, '1d')).toBe('true');
  expect(await bar(page)).toMatch(/d: \w+, flagged e: blank f/);
  expect(await question(page, '1d').getByRole('textbox').inputValue()).toBe('-4');
  await says(page, /^saved/);

  const phone = await world.open(student, { viewport: PHONE });
  await phone.goto(page.url());
  expect(await pressed(phone, '1d')).toBe('true');
  await flagOf(phone, '1e').click();
  await flagOf(phone, '1f').click();
  await flagOf(phone, '1f').click();
  expect(await pressed(phone, '1f')).toBe('false');
  await goOn(phone, 'Hand in…', /\/confirm$/);
  await phone.getByText('2 questions are flagged.').waitFor();
  await goOn(phone, 'Hand in', /\/review$/);
  expect(await phone.getByText('flagged', { exact: true }).count()).toBe(2);
  expect(await phone.getByRole('link', { name: /1d\s*: Right, flagged/ }).count()).toBe(1);
});

it('1: a flag that the network swallows is sent again, and says meanwhile that it is not saved', async () => {
  const student = await world.student();
  const page = await world.open(student);
  await begin(page, FREE);
  await page.context().setOffline(true);
  await flagOf(page, '1a').click();
  await flagOf(page, '1a').getByText('not saved, trying again').waitFor();
  await page.context().setOffline(false);
  await flagOf(page, '1a').getByText('not saved, trying again').waitFor({ state: 'hidden' });
  await page.reload();
  expect(await pressed(page, '1a')).toBe('true');
});

it('takes back a flag that is refused, because the attempt was handed in elsewhere', async () => {
  const student = await world.student();
  const page = await world.open(student);
  await begin(page, FREE);
  const other = await world.open(student);
  await other.goto(page.url().replace('/exercises/1', '/confirm'));
  await goOn(other, 'Hand in', /\/review$/);
  await flagOf(page, '1a').click();
  await expect.poll(() => pressed(page, '1a')).toBe('false');
  expect(await bar(page)).not.toContain('flagged');
});

/** Types without a server, and leaves; what was typed is in the browser alone. */
async function leaveBehind(page: Page, address: string, label: string, typed: string): Promise<void> {
  await page.goto(address);
  await world.server.end('SIGKILL');
  await question(page, label).getByRole('textbox').fill(typed);
  await says(page, /^not saved/);
  await page.close();
  await world.server.start();
}

it('1: what one page of an attempt could not save, the next one says, and saves', async () => {
  const first = await world.open(await world.student());
  await begin(first, FREE);
  const address = first.url();
  const context = first.context();
  await first.route('**/save', (route) => route.abort());
  await question(first, '1d').getByRole('textbox').fill('-4');
  await says(first, /^not saved/);
  expect(await bar(first)).toMatch(/c: blank d: blank, not saved e: blank f/);
  await first.unroute('**/save');
  await says(first, /^saved/);
  expect(await bar(first)).toMatch(/c: blank d: answered e: blank f/);

  await leaveBehind(first, address, '1f', '6');
  const second = await context.newPage();
  await second.route('**/save', (route) => route.abort());
  await second.goto(address.replace(/1$/, '2'));
  await says(second, /^not saved/);
  expect(await bar(second)).toMatch(/e: blank f: blank, not saved g: blank/);
  await second.unroute('**/save');
  await says(second, /^saved/);
  expect(await bar(second)).toMatch(/e: blank f: answered g: blank/);

  await leaveBehind(second, address, '1c', '2(out-y)n1');
  const last = await context.newPage();
  await last.route('**/save', (route) => route.abort());
  await last.goto(address.replace('/exercises/1', '/confirm'));
  await last.getByText(/are only on this device\. Open each of these questions once/).waitFor();
  const listed = last.getByRole('listitem').filter({ hasText: '1c' });
  expect(plain(await listed.innerText())).toBe('1c blank, not saved');
  await last.unroute('**/save');
  await last.reload();
  await listed.filter({ hasText: '1c answered' }).waitFor();
  expect(await last.getByText(/are only on this device/).isVisible()).toBe(false);
});
