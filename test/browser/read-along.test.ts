import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openWorld, PHONE, type World } from './harness.ts';
import { begin, plain, question } from './sitting.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld({ shared: inject('shared'), chromium: inject('chromium') });
});
afterAll(() => world.close());

/** A new attempt of which nothing reaches the server but what is asked for while somebody types. */
async function unsaved(viewport = { width: 1280, height: 900 }): Promise<Page> {
  const page = await world.open(await world.student(), { viewport });
  await begin(page, 'Homework 3, free answers');
  await page.route('**/save', (route) => route.abort());
  return page;
}

const underlined = '.katex-html .underline-line';

it('shows how a formula is read while it is typed, with what is unknown underlined and the nearest name to press', async () => {
  const page = await unsaved();
  const within = question(page, '1c');
  const line = within.getByRole('textbox');
  const reading = within.locator('[data-understood]');
  await line.pressSequentially('2(out-y)n3');
  await reading.locator(underlined).waitFor();
  expect(plain(await reading.innerText())).toMatch(
    /^Read as 2.*‘n3’ is not a name in this question. Did you mean ‘n1’/,
  );
  expect(await reading.getAttribute('data-stale')).toBeNull();
  await reading.getByRole('button', { name: 'Write n1 instead' }).click();
  expect(await line.inputValue()).toBe('2(out-y)n1');
  await reading.locator(underlined).waitFor({ state: 'detached' });
  expect(await reading.locator('.answer__problem').count()).toBe(0);
  // What is half typed leaves what was read before, faded.
  await line.pressSequentially('*(');
  await page.waitForTimeout(500);
  expect(await reading.locator('.answer__problem').count()).toBe(0);
  expect(await reading.getAttribute('data-stale')).toBe('');
});

it('reads along in the cells of a matrix of formulas, in numbers and in shapes, on a phone too', async () => {
  const page = await unsaved(PHONE);
  const matrix = question(page, '1h');
  const cells = matrix.locator('input.cell');
  await cells.nth(0).pressSequentially("2(out-y)*W2_11*σ'(z1)*A");
  await cells.nth(1).pressSequentially('2(out-y)*n3');
  await matrix.locator(underlined).waitFor();
  expect(await matrix.locator('[data-understood] .katex-html').first().innerText()).toContain('W');
  await matrix.getByRole('button', { name: 'Write n1 instead' }).click();
  expect(await cells.nth(1).inputValue()).toBe('2(out-y)*n1');
  await matrix.locator(underlined).waitFor({ state: 'detached' });
  await page.goto(page.url().replace(/1$/, '2'));
  const count = question(page, '2a');
  await count.getByRole('textbox').pressSequentially('1920*1080*3*256 + 256');
  await count.getByText('1 592 525 056'.replaceAll(' ', '\u202f')).waitFor();
  const shape = question(page, '2c');
  await shape.getByRole('textbox').pressSequentially('(961, 541)');
  await shape.locator('[data-understood] .katex').waitFor();
});

it('says to those who listen only what stands after a pause', async () => {
  const page = await unsaved();
  const within = question(page, '1c');
  const reading = within.locator('[data-understood]');
  await within.getByRole('textbox').pressSequentially('2(out-y)n1');
  expect(await reading.getAttribute('aria-live')).toBe('off');
  await within.locator('[data-understood][aria-live="polite"] .katex').waitFor();
});
