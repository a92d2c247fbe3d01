import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openWorld, type World } from './harness.ts';
import { begin, question, reviewOf } from './sitting.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld({ shared: inject('shared'), chromium: inject('chromium') });
});
afterAll(() => world.close());

const FREE = 'Homework 3, free answers';

const cell = (page: Page, name: string) => question(page, '1g').getByRole('textbox', { name, exact: true });

/** The grid W¹ of question 1g, row by row. */
const gridOf = (page: Page) =>
  Promise.all(
    ['to n1, from A', 'to n1, from B', 'to n2, from A', 'to n2, from B'].map((name) =>
      cell(page, `W¹, ${name}`).inputValue(),
    ),
  );

it('moves through a weight grid with arrows and Enter', async () => {
  const page = await world.open(await world.student());
  await begin(page, FREE);
  const { keyboard } = page;
  await cell(page, 'W¹, to n1, from A').focus();
  await keyboard.type('1');
  await keyboard.press('ArrowRight');
  await keyboard.type('0');
  await keyboard.press('Enter');
  await keyboard.type('-1');
  await keyboard.press('Enter');
  await keyboard.type('1');
  expect(await gridOf(page)).toEqual(['1', '0', '-1', '1']);
  await keyboard.press('ArrowUp');
  await keyboard.type('2');
  // Out of the text first, then out of the cell.
  await keyboard.press('ArrowLeft');
  await keyboard.press('ArrowLeft');
  await keyboard.press('ArrowDown');
  await keyboard.type('3');
  expect(await gridOf(page)).toEqual(['1', '2', '3', '1']);
});

it('offers the name that was perhaps meant, and writes it where the unknown one stands', async () => {
  const page = await world.open(await world.student());
  await begin(page, FREE);
  const field = question(page, '1c').getByRole('textbox');
  await field.fill('2(otu - y) n1');
  await question(page, '1c').getByRole('button', { name: 'Write out instead' }).click();
  expect(await field.inputValue()).toBe('2(out - y) n1');
  await question(page, '1c').getByText('Read as').waitFor();
  await saved(page);
});

it.each([
  ['[[1,0],[-1,1]]', ['1', '0', '-1', '1']],
  ['\\begin{pmatrix} 1 & 0 \\\\ -1 & \\frac{1}{2} \\end{pmatrix}', ['1', '0', '-1', '\\frac{1}{2}']],
  ['1\t0\n-1\t1\n', ['1', '0', '-1', '1']],
  ['[[ 1.   0. ]\n [-1.   0.5]]', ['1.', '0.', '-1.', '0.5']],
  ['array([[ 1. ,  0. ],\n       [-1. ,  0.5]])', ['1.', '0.', '-1.', '0.5']],
])('fills a weight grid from %j, pasted into any cell', async (matrix, filled) => {
  const page = await world.open(await world.student());
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await begin(page, FREE);
  await page.evaluate((text) => navigator.clipboard.writeText(text), matrix);
  await cell(page, 'W¹, to n2, from A').focus();
  await page.keyboard.press('ControlOrMeta+V');
  expect(await gridOf(page)).toEqual(filled);
  await saved(page);
  await page.reload();
  expect(await gridOf(page)).toEqual(filled);
});

it('moves a matrix that is pasted beside the grid into it', async () => {
  const page = await world.open(await world.student());
  await begin(page, FREE);
  await question(page, '1g').getByText('Or paste W¹').press('Enter');
  await question(page, '1g')
    .getByLabel(/^Like \[\[1, 0\]/)
    .first()
    .fill('[[1,0],[-1,1]]');
  await page.keyboard.press('Tab');
  expect(await gridOf(page)).toEqual(['1', '0', '-1', '1']);
});

it('lets the keyboard alone answer, hand in and read the result, showing where it is', async () => {
  const [page, student] = [await world.open(null), await world.student()];
  const { keyboard } = page;
  await page.goto('/');
  await tabTo(page, page.getByLabel('E-mail'));
  await keyboard.type(student);
  await tabTo(page, page.getByLabel('Password'));
  await keyboard.type(world.server.passwordOf(student));
  await keyboard.press('Enter');
  await press(page, page.getByRole('link', { name: 'Neural Networks' }));
  await press(page, page.getByRole('link', { name: FREE }));
  await press(page, page.getByRole('button', { name: 'Start' }));
  await page.waitForURL(/\/exercises\/1$/);

  await tabTo(page, question(page, '1c').getByRole('textbox'));
  await keyboard.type('2(out - y)*');
  await press(page, question(page, '1c').getByRole('button', { name: 'n1' }));
  expect(await question(page, '1c').getByRole('textbox').inputValue()).toBe('2(out - y)*n1');
  await saved(page);
  await press(page, page.getByRole('button', { name: 'Next exercise' }));
  await page.waitForURL(/\/exercises\/2$/);
  await tabTo(page, question(page, '2c').getByRole('textbox'));
  await keyboard.type('541 x 961');
  await press(page, page.getByRole('button', { name: 'Next exercise' }));
  await page.waitForURL(/\/exercises\/3$/);
  for (const [item, letter] of Object.entries({ A: 'i', B: 'R', C: 's' })) {
    await tabTo(page, page.getByRole('combobox', { name: item, exact: true }));
    await keyboard.type(letter);
  }
  await press(page, page.getByRole('button', { name: 'Hand in…' }));
  await page.waitForURL(/\/confirm$/);
  await press(page, page.getByRole('button', { name: 'Hand in', exact: true }));
  await page.waitForURL(/\/review$/);
  expect(await reviewOf(page, '1c')).toContain('Right');
  expect(await reviewOf(page, '2c')).toContain('Width and height are swapped.');
  expect(await reviewOf(page, '3a')).toContain('Right');
  await press(page, question(page, '2c').getByText('Solution', { exact: true }));
  await question(page, '2c')
    .getByText(/the output is/)
    .waitFor();
});

it('picks options with arrows and space', async () => {
  const page = await world.open(await world.student());
  await begin(page, 'Homework 3 (Neural Networks)');
  await tabTo(page, question(page, '1b').getByRole('radio', { name: 'AND', exact: true }));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  expect(await question(page, '1b').getByRole('radio', { name: 'XOR' }).isChecked()).toBe(true);
  await press(page, page.getByRole('button', { name: /^Exercise 3/ }));
  await page.waitForURL(/\/exercises\/3$/);
  await tabTo(page, question(page, '3a').getByRole('checkbox', { name: 'tanh' }));
  await page.keyboard.press('Space');
  await saved(page);
  await page.reload();
  expect(await question(page, '3a').getByRole('checkbox', { checked: true }).count()).toBe(1);
});

const saved = (page: Page) =>
  page
    .getByRole('status')
    .filter({ hasText: /^saved \d/ })
    .waitFor();

/** Presses Tab until the control has the focus; every stop on the way must show that it has it. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let stops = 0; stops < 150; stops++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
    const invisible = await page.evaluate(() => {
      const focused = document.activeElement;
      if (focused === null || focused === document.body) return null;
      const shown = [focused, focused.parentElement].some((element) => {
        if (element === null) return false;
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
        return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
      });
      return shown ? null : focused.outerHTML.slice(0, 200);
    });
    expect(invisible, 'has the focus and does not show it').toBeNull();
  }
  throw new Error(`Tab does not lead to ${target}`);
}

async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}
