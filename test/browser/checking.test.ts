import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openWorld, type World } from './harness.ts';
import { begin, enter, goOn, plain, question } from './sitting.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld({ shared: inject('shared'), chromium: inject('chromium') });
});
afterAll(() => world.close());

const says = async (page: Page, label: string) => plain(await question(page, label).innerText());

/** Presses the button of a question, and waits for the page that says what came of it. */
async function check(page: Page, label: string): Promise<void> {
  await Promise.all([
    page.waitForEvent('load'),
    question(page, label)
      .getByRole('button', { name: new RegExp(`^Check (again )?${label}$`) })
      .click(),
  ]);
}

const NOR = { 'W¹, to out, from A': '-1', 'W¹, to out, from B': '-1' };

it('34: a student checks, reads where it fails and a hint, tries again, and reads what it brought', async () => {
  const page = await world.open(await world.student());
  await begin(page, 'Warm-up: one neuron');
  expect(await says(page, '1b')).toContain('3 tries left.');

  await enter(page, '1b', { pick: ['OR'] });
  await check(page, '1b');
  expect(await says(page, '1b')).toMatch(/Not right For A = 0 and B = 1 the network outputs 0, but OR is 1/);
  expect(await says(page, '1b')).toMatch(/Hint For which of the four inputs is the output 1\?$/);
  expect(await says(page, '1b')).toContain('2 tries left. A right answer is now worth 0.75 of 1 mark.');
  // Whoever reads with the ears is where it is said.
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('function-said');

  const cells = question(page, '1c').getByRole('textbox');
  for (const cell of await cells.all()) await cell.fill('-1');
  await cells.last().fill('?');
  await check(page, '1c');
  expect(await says(page, '1c')).toContain('is not valid yet, so it was not checked. It cost nothing.');
  expect(await cells.last().inputValue()).toBe('?');
  expect(await says(page, '1c')).toContain('3 tries left.');

  await enter(page, '1b', { pick: ['AND'] });
  expect(await says(page, '1b')).toContain('You have changed your answer since.');
  await check(page, '1b');
  expect(await says(page, '1b')).toContain('Right This answer is worth 1 mark; earlier tries took off 0.25.');
  expect(await question(page, '1b').getByRole('radio', { name: 'AND' }).isDisabled()).toBe(true);
  expect(await page.getByRole('button', { name: 'Exercise 1' }).innerText()).toContain('right');

  await goOn(page, 'Hand in…', /\/confirm$/);
  await goOn(page, 'Hand in', /\/review$/);
  expect(await says(page, '1b')).toMatch(/0.75 of 1 mark/);
});

it('5: without JavaScript a check is a form like any other, and comes back to its question', async () => {
  const page = await world.open(await world.student(), { javaScriptEnabled: false });
  await begin(page, 'Warm-up: one neuron');
  for (const cell of await question(page, '1c').getByRole('textbox').all()) await cell.fill('-1');
  await check(page, '1c');
  expect(new URL(page.url()).hash).toBe('#nor-said');
  expect(await says(page, '1c')).toContain('2 tries left.');
  await enter(page, '1c', { cells: { ...NOR, 'b¹, to out, bias': '1' } });
  await check(page, '1c');
  expect(await says(page, '1c')).toMatch(/1.5 of 2 marks.*Right/);
  await page.reload();
  expect(await says(page, '1c')).toMatch(/1.5 of 2 marks.*Right/);
});
