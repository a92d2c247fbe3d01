import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openWorld, type World } from './harness.ts';
import { enter, question } from './sitting.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld({ shared: inject('shared'), chromium: inject('chromium') });
});
afterAll(() => world.close());

it('practises: finds where an answer fails, mends it, and finds the other answers as they were', async () => {
  const page = await world.open(await world.student());
  await page.goto('/courses/neural-networks/quizzes/homework-3-free');
  await page.getByRole('link', { name: 'Practise' }).click();
  await page.waitForURL(/\/practice\/1$/);
  await enter(page, '1c', { type: '2(y - out) n_1' });
  await enter(page, '1d', { type: '-4' });
  await question(page, '1d').getByRole('textbox').press('Enter');
  const first = question(page, '1d').getByRole('group', { name: 'Check of 1d' });
  await first.getByText('Right', { exact: true }).waitFor();
  expect(await question(page, '1c').getByText('Not right').count()).toBe(0);

  await question(page, '1c').getByRole('button', { name: 'Check 1c' }).click();
  const said = question(page, '1c').getByRole('group', { name: 'Check of 1c' });
  await said.getByText('The sign is flipped').waitFor();
  expect(await said.locator('svg desc').textContent()).toMatch(/out = \S+ \(a step that differs\)/);

  await enter(page, '1c', { type: '2(out - y) n_1' });
  await question(page, '1c').getByRole('button', { name: 'Check again 1c' }).click();
  await said.getByText('Right', { exact: true }).waitFor();
  expect(await question(page, '1d').getByRole('textbox').inputValue()).toBe('-4');

  // The way back leads through what was checked, and nothing asks to send a form again.
  await page.goBack();
  await said.getByText('The sign is flipped').waitFor();
  await page.goForward();
  await said.getByText('Right', { exact: true }).waitFor();
  await page.goto('/courses/neural-networks/quizzes/homework-3-free');
  expect(await page.getByRole('heading', { name: 'Your attempts' }).count()).toBe(0);

  // Whoever comes next to this browser finds the way back closed.
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL(/sign-in/);
  await page.goBack();
  await page.waitForURL(/sign-in/);
  await expect(page.goBack()).rejects.toThrow('ERR_CACHE_MISS');
});

it('goes on in another language with all that was typed, also after a check', async () => {
  const page = await world.open(await world.student());
  await page.goto('/courses/neural-networks/quizzes/homework-3-free/practice/1');
  const first = { name: /^W¹, (row|Zeile) 1, (column|Spalte) 1$/ };
  await enter(page, '1d', { type: '-4' });
  await question(page, '1a').getByRole('textbox', first).fill('7');
  await page.getByRole('button', { name: 'Deutsch' }).click();
  await page.getByRole('button', { name: 'Prüfen 1d' }).waitFor();
  const german = page.getByRole('region', { name: 'Frage 1d', exact: true });
  await german.getByText('Gelesen als').waitFor();
  expect(await german.getByRole('textbox').inputValue()).toBe('-4');
  await german.getByRole('button', { name: 'Prüfen 1d' }).click();
  await german.getByText('Richtig', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'English' }).click();
  // What was checked stays so.
  await page.getByRole('button', { name: 'Check again 1d' }).waitFor();
  expect(await question(page, '1d').getByRole('textbox').inputValue()).toBe('-4');
  expect(await question(page, '1a').getByRole('textbox', first).inputValue()).toBe('7');

  // A password is kept nowhere, so leaving it asks.
  await page.goto('/account');
  await page.getByLabel('Current password').fill('a secret');
  page.once('dialog', (dialog) => dialog.dismiss());
  await page.getByRole('button', { name: 'Deutsch' }).click();
  expect(await page.getByLabel('Current password').inputValue()).toBe('a secret');
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
});
