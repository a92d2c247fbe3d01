import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { launchBrowser } from '../../browser/browser.ts';
import { PASSWORD, type World, world } from '../harness.ts';
import { QUIZ } from '../students/sitting.ts';
import { newAttempt, prose, XOR } from './course.ts';

describe('instructors’ pages in a browser', () => {
  let web: World;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    web = await world();
    const { email } = await web.person('Ines Instructor', 'instructor');
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

  test('a mark is given with the keyboard alone', async () => {
    await page.goto(`${web.url}${QUIZ}/questions/prose/marking`);
    await page.focus('#mark');
    await page.keyboard.type('0,5');
    await page.keyboard.press('Enter');
    await page.waitForSelector('text=Saved: 0.5 of 1 for Bea.');
  });
});
