import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { BY_PERSON, FREE, SHEET } from './answers.ts';
import { axe, DESKTOP, openWorld, PHONE, type World } from './harness.ts';
import { begin, type Entries, reviewOf, sit } from './sitting.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld({ shared: inject('shared'), chromium: inject('chromium') });
});
afterAll(() => world.close());

/** Answers a quiz; what axe finds on any of its pages with these answers on it. */
async function answer(page: Page, quiz: string, exercises: readonly Entries[]): Promise<string[]> {
  const found: string[] = [];
  await begin(page, quiz);
  await sit(page, exercises, async () => void found.push(...(await axe(page))));
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
    await expect(page.getByText(/2 questions are still to be marked by hand/).count()).resolves.toBe(1);
  });

  it('gives full marks for right answers that are entered freely', async () => {
    expect(await answer(page, 'Homework 3, free answers', FREE)).toEqual([]);
    expect(await notRight(page, FREE)).toEqual([]);
  });
});
