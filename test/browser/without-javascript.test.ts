import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { FREE } from './answers.ts';
import { openWorld, PHONE, type World } from './harness.ts';
import { begin, enter, goOn, question, reviewOf, sit } from './sitting.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld({ shared: inject('shared'), chromium: inject('chromium') });
});
afterAll(() => world.close());

const open = async (): Promise<Page> =>
  world.open(await world.student(), { javaScriptEnabled: false, viewport: PHONE });

it('gives full marks for right answers without scripts', async () => {
  const page = await open();
  await begin(page, 'Homework 3, free answers');
  await sit(page, FREE);
  await page.getByText('20 of 20 marks').waitFor();
});

it('saves, shows what was understood and what not, and keeps it for the next visit', async () => {
  const page = await open();
  await begin(page, 'Homework 3, free answers');
  await enter(page, '1d', { type: '2*(1 - 3)' });
  await enter(page, '1c', { type: '2(out - y) n_7' });
  await enter(page, '1g', { cells: { 'W¹, to n1, from A': '1' } });
  await goOn(page, 'Save', /\/exercises\/1$/);
  await page
    .getByRole('status')
    .filter({ hasText: /^saved \d/ })
    .waitFor();
  expect(await question(page, '1d').getByRole('textbox').inputValue()).toBe('2*(1 - 3)');
  expect(await question(page, '1d').innerText()).toContain('−4');
  expect(await question(page, '1c').innerText()).toContain(
    '‘n7’ is not a name in this question. Did you mean ‘n1’?',
  );
  const first = { name: 'W¹, to n1, from A', exact: true };
  expect(await question(page, '1g').getByRole('textbox', first).inputValue()).toBe('1');

  await goOn(page, 'Hand in…', /\/confirm$/);
  await page.getByText('2 answers are not valid yet').waitFor();
  await page.getByRole('link', { name: '1c' }).click();
  await page.waitForURL(/\/exercises\/1#/);
  await enter(page, '1c', { type: '2(out - y) n_1' });
  await enter(page, '1g', { cells: { 'W¹, to n1, from A': '' } });
  await goOn(page, 'Hand in…', /\/confirm$/);
  expect(await page.getByText('not valid').count()).toBe(0);
  await goOn(page, 'Hand in', /\/review$/);
  for (const label of ['1c', '1d']) expect(await reviewOf(page, label)).toContain('Right');
});

it('reads formulas in a grid and pasted beside it, and marks each cell by icon and word', async () => {
  const page = await open();
  await begin(page, 'Homework 3, free answers');
  const group = question(page, '1h').getByRole('group', { name: '∂L/∂W1', exact: true });
  await group.getByText('Or paste ∂L/∂W1').click();
  await group
    .getByLabel(/^Like \[\[2 x/)
    .fill(
      "[[2(out - y) W2_11 relu'(z1) A, 2(out - y) W2_11 relu'(z1) B], [7, 2(out - y) W2_12 relu'(z2) B]]",
    );
  await goOn(page, 'Save', /\/exercises\/1$/);
  expect(await question(page, '1h').innerText()).toContain('Read as');
  await goOn(page, 'Hand in…', /\/confirm$/);
  await goOn(page, 'Hand in', /\/review$/);
  const marked = question(page, '1h').getByRole('group', { name: 'Your matrix, cell by cell' });
  const words = await marked.locator('.marked-matrix__word').allInnerTexts();
  expect(words).toEqual(['✓ right', '✓ right', '✗ wrong', '✓ right']);
  const review = await reviewOf(page, '1h');
  expect(review).toContain('Partly right');
  expect(review).toContain('3 of 4 cells are right.');
  expect(review).toContain('Look at row 2, column 1.');
});

it('reads a matrix that is pasted beside the grid', async () => {
  const page = await open();
  await begin(page, 'Homework 3, free answers');
  for (const [name, matrix] of Object.entries({ 'W¹': '[[1,0],[-1,1]]', 'W²': '1 1' })) {
    const group = question(page, '1g').getByRole('group', { name, exact: true });
    await group.getByText(`Or paste ${name}`).click();
    await group.getByLabel(/^Like \[\[1, 0\]/).fill(matrix);
  }
  await goOn(page, 'Hand in…', /\/confirm$/);
  await goOn(page, 'Hand in', /\/review$/);
  expect(await reviewOf(page, '1g')).toContain('Right');
});
