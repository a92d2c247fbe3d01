import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { BY_PERSON, FREE, SHEET } from './answers.ts';
import { axe, DESKTOP, openWorld, PHONE, type World } from './harness.ts';
import { begin, type Entries, reviewOf, sit } from './sitting.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld({ published: inject('published') });
});
afterAll(() => world.close());

/** Answers a quiz, looking at every page on the way with axe; what axe finds on any of them. */
async function answer(page: Page, quiz: string, exercises: readonly Entries[]): Promise<string[]> {
  const found: string[] = [];
  const look = async () => void found.push(...(await axe(page)));
  await page.goto('/');
  await look();
  await page.getByRole('link', { name: 'Neural Networks' }).click();
  await look();
  await page.getByRole('link', { name: quiz, exact: true }).click();
  await look();
  await begin(page, quiz);
  await sit(page, exercises, look);
  return found;
}

/** Questions of the review that are not fully right, with what it says of them. */
async function notRight(page: Page, exercises: readonly Entries[]): Promise<string[]> {
  const labels = exercises.flatMap((entries) => Object.keys(entries));
  const reviews = await Promise.all(labels.map(async (label) => reviewOf(page, label)));
  return reviews.filter((said) => !/ (\d+) of \1 marks? .* Right\b/.test(said));
}

describe.each([
  ['at a desk', DESKTOP],
  ['on a phone', PHONE],
] as const)('homework %s', (_, viewport) => {
  let page: Page;
  beforeAll(async () => {
    page = await world.open(await world.student(), { viewport, hasTouch: viewport === PHONE });
  });

  it('gives every mark that a machine gives for the right options of the sheet', async () => {
    expect(await answer(page, 'Homework 3 (Neural Networks)', SHEET)).toEqual([]);
    const open = await notRight(page, SHEET);
    expect(open).toHaveLength(BY_PERSON.length);
    for (const said of open) expect(said).toContain('A person will look at this');
    await expect(page.getByText(/2 questions are still to be marked by a person/).count()).resolves.toBe(1);
  });

  it('gives full marks for right answers that are entered freely', async () => {
    expect(await answer(page, 'Homework 3, free answers', FREE)).toEqual([]);
    expect(await notRight(page, FREE)).toEqual([]);
  });

  it('never makes the page wider than the screen', async () => {
    for (const address of [page.url(), '/', '/account', '/courses/neural-networks']) {
      await page.goto(address);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);
    }
  });
});

it('shows guests a sign-in page in which axe finds nothing, and after a wrong password too', async () => {
  const page = await world.open(null);
  await page.goto('/courses/neural-networks');
  expect(await axe(page)).toEqual([]);
  await page.getByLabel('E-mail').fill('student@example.org');
  await page.getByLabel('Password').fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('alert').waitFor();
  expect(await axe(page)).toEqual([]);
});
