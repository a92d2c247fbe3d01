import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../browser/browser.ts';
import { QUIZ } from './attempts.ts';
import { PASSWORD, type World, world } from './harness.ts';
import { AND, newAttempt, prose, XOR } from './instructor.ts';

describe('instructors’ pages in a browser', () => {
  let web: World;
  let browser: Browser;
  let page: Page;
  let attempt: string;
  beforeAll(async () => {
    web = await world();
    const { email } = await web.person('Ines Instructor', 'instructor');
    ({ id: attempt } = await newAttempt(web, 'Grundstücksverkehrsgenehmigungszuständigkeit', AND));
    await newAttempt(web, 'Bea', { ...XOR, ...prose('A long answer. '.repeat(40)) });
    browser = await launchBrowser();
    page = await (await browser.newContext()).newPage();
    await page.goto(web.url);
    await page.fill('#email', email);
    await page.fill('#password', PASSWORD);
    await page.click('main button');
    await page.waitForURL(`${web.url}/`);
  });
  afterAll(async () => {
    await browser?.close();
    await web?.close();
  });

  test.each([
    ['attempts', () => `${QUIZ}/attempts`],
    ['questions', () => `${QUIZ}/questions`],
    ['the responses to one', () => `${QUIZ}/questions/prose`],
    ['marking', () => `${QUIZ}/questions/prose/marking`],
    ['nothing to mark', () => `${QUIZ}/questions/function/marking`],
    ['a history', () => `/attempts/${attempt}/history`],
  ])('%s: axe finds nothing, and a phone does not scroll sideways', async (_name, path) => {
    await page.goto(web.url + path());
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    }
  });

  test('a mark is given with the keyboard alone', async () => {
    await page.goto(`${web.url}${QUIZ}/questions/prose/marking`);
    await page.focus('#mark');
    await page.keyboard.type('0,5');
    await page.keyboard.press('Enter');
    await page.waitForSelector('text=Saved: 0.5 of 1 for Bea.');
  });
});
