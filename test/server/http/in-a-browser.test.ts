import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { selectSteps } from '../../../src/storage/index.ts';
import { launchBrowser } from '../../browser/browser.ts';
import { PASSWORD, type World, world } from '../harness.ts';
import { QUIZ } from '../students/sitting.ts';

describe('in a browser', () => {
  let web: World;
  let browser: Browser;
  beforeAll(async () => {
    web = await world();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await web?.close();
  });

  let people = 0;
  /** A page on which a new student has just opened the first exercise. */
  async function opened(options: { javaScriptEnabled?: boolean } = {}): Promise<Page> {
    const { email } = await web.person(`Browser Student ${++people}`, 'student');
    const context = await browser.newContext({
      javaScriptEnabled: options.javaScriptEnabled ?? true,
      viewport: { width: 1280, height: 900 },
    });
    const page = await context.newPage();
    await page.goto(web.url + QUIZ);
    await page.fill('#email', email);
    await page.fill('#password', PASSWORD);
    await page.click('main button');
    await page.click('text=Start');
    await page.waitForSelector('h1:has-text("Boolean functions")');
    return page;
  }

  const postedOf = async (page: Page, question: string) => {
    const [, id = ''] = /attempts\/([^/]+)/.exec(page.url()) ?? [];
    const steps = await selectSteps(web.storage.read, id);
    return steps.findLast(({ questionId }) => questionId === question)?.posted;
  };

  test('what is typed saves itself, is read back, and says so in one place', async () => {
    const page = await opened();
    await page.check('text=XOR');
    await page.fill('[name="or-weights.W1.0.0"]', '1/2');
    await page.waitForSelector('#saved[data-state="fine"]');
    await page.waitForSelector('[data-state-of="function"][data-state="answered"]');
    await page.waitForSelector('[data-state-of="or-weights"][data-state="invalid"]');
    expect(await page.textContent('[data-understood="or-weights"]')).toContain('row');
    expect(await postedOf(page, 'function')).toEqual({ option: 'xor' });
    await page.close();
  });

  test('1: without a network it says "not saved", keeps a copy, and sends it when the network is back', async () => {
    const page = await opened();
    await page.context().setOffline(true);
    await page.fill('[name="or-weights.W1.0.0"]', '7');
    await page.waitForSelector('#saved:has-text("not saved, trying again")');
    await page.click('text=Next exercise');
    expect(await page.inputValue('[name="or-weights.W1.0.0"]')).toBe('7');
    await page.context().setOffline(false);
    await page.waitForSelector('h1:has-text("Counting")');
    expect(await postedOf(page, 'or-weights')).toMatchObject({ 'W1.0.0': '7' });
    await page.close();
  });

  test('1: what was not acknowledged when the page was lost is put back and saved by the next visit', async () => {
    const page = await opened();
    await page.route('**/save', (route) => route.abort());
    await page.fill('[name="or-weights.W1.0.0"]', '8');
    await page.waitForSelector('#saved:has-text("not saved")');
    await page.unroute('**/save');
    await page.reload();
    expect(await page.inputValue('[name="or-weights.W1.0.0"]')).toBe('8');
    await page.waitForSelector('#saved[data-state="fine"]');
    await expect.poll(() => postedOf(page, 'or-weights')).toMatchObject({ 'W1.0.0': '8' });
    await expect.poll(() => page.evaluate('localStorage.length')).toBe(0);
    await page.close();
  });

  test('15: a session that ended is said in place, and signing in again in another tab saves what was typed', async () => {
    const page = await opened();
    const cookies = await page.context().cookies();
    await page.context().clearCookies();
    await page.fill('[name="or-weights.W1.0.0"]', '9');
    await page.waitForSelector('#saved a:has-text("sign in again")');
    await page.context().addCookies(cookies);
    await page.waitForSelector('#saved[data-state="fine"]');
    expect(await postedOf(page, 'or-weights')).toMatchObject({ 'W1.0.0': '9' });
    await page.close();
  });

  test('everything works without scripts: answering, going on, handing in, the result', async () => {
    const page = await opened({ javaScriptEnabled: false });
    await page.check('text=XOR');
    await page.fill('[name="or-weights.W1.0.0"]', '1');
    await page.press('[name="or-weights.W1.0.0"]', 'Enter');
    await page.waitForSelector('#saved:has-text("saved ")');
    expect(await page.isChecked('text=XOR')).toBe(true);
    await page.click('text=Next exercise');
    await page.fill('textarea', 'Because.');
    await page.click('text=Hand in…');
    expect(await page.textContent('main')).toContain('1 answer is not valid yet');
    await page.click('text=1b');
    await page.waitForSelector('h1:has-text("Boolean functions")');
    await page.click('text=Hand in…');
    await page.click('main button:has-text("Hand in")');
    await page.waitForSelector('h1:has-text("Attempt 1")');
    expect(await page.textContent('#function .verdict')).toContain('Right');
    expect(await page.textContent('#or-weights .verdict')).toContain('Not a valid answer');
    await page.close();
  });
});
