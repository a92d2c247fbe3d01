import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGLISH } from '../../src/language/index.ts';
import { loadViews } from '../../src/server/views/load-views.ts';
import { launchBrowser } from '../browser/browser.ts';
import { layOut, setting } from './setting.ts';

const asset = (name: string) => fileURLToPath(new URL(`../../views/assets/scripts/${name}`, import.meta.url));

const fields = (kind: string, accepts: ReturnType<typeof setting>['accepts']) => {
  const answer = layOut(kind, setting({ accepts }));
  const context = {
    name: 'q',
    labelledby: 'q-text',
    disabled: false,
    view: answer.view({}),
    ...{ understood: null, prose: null, tall: false, problems: {} },
  };
  return loadViews()(`answers/${kind}`, context, { language: ENGLISH });
};

/** The page's own scripts on the fields alone. */
async function pageWith(browser: Browser, html: string): Promise<Page> {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { weightGrids } from ${JSON.stringify(asset('weight-grid.ts'))};
        import { nameInsert } from ${JSON.stringify(asset('name-insert.ts'))};
        weightGrids(document); nameInsert(document);`,
      resolveDir: '/',
    },
    bundle: true,
    write: false,
    logLevel: 'error',
  });
  const page = await browser.newPage();
  await page.setContent(`<form onsubmit="return false">${html}</form>`);
  await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
  return page;
}

describe('with a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => browser.close());

  const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('name'));
  const value = (page: Page, field: string) => page.inputValue(`[name="q.${field}"]`);

  const paste = (page: Page, text: string) =>
    page.evaluate((pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      return document.activeElement?.dispatchEvent(event);
    }, text);

  it('arrows and Enter move in a grid, and stay in the text of a cell', async () => {
    const page = await pageWith(browser, fields('weights', ['weights']));
    await page.focus('[name="q.W1.0.0"]');
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe('q.W1.1.0');
    await page.keyboard.type('-1');
    await page.keyboard.press('ArrowLeft');
    expect(await focused(page)).toBe('q.W1.1.0');
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowRight');
    expect(await focused(page)).toBe('q.W1.1.1');
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe('q.W1.1.1');
    await page.focus('[name="q.W1.0.1"]');
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('q.W1.1.0');
    await page.close();
  });

  it('a pasted matrix fills the grid from any cell; a number is pasted as ever', async () => {
    const page = await pageWith(browser, fields('weights', ['weights']));
    await page.focus('[name="q.W1.1.1"]');
    await paste(page, '[[1, 0], [-1, 1/2]]');
    const cells = ['0.0', '0.1', '1.0', '1.1'].map((cell) => value(page, `W1.${cell}`));
    expect(await Promise.all(cells)).toEqual(['1', '0', '-1', '1/2']);
    expect(await paste(page, '7')).toBe(true);
    expect(await paste(page, '[[1, 2, 3], [4, 5, 6]]')).toBe(true);
    await page.close();
  });

  it('a row of a spreadsheet is pasted where it fits', async () => {
    const page = await pageWith(browser, fields('weights', ['weights']));
    await page.focus('[name="q.W1.1.0"]');
    await paste(page, '3\t4');
    expect([await value(page, 'W1.0.0'), await value(page, 'W1.1.0'), await value(page, 'W1.1.1')]).toEqual([
      '',
      '3',
      '4',
    ]);
    await page.close();
  });

  it('a matrix in the text beside the grid moves into it, and no longer counts instead of it', async () => {
    const page = await pageWith(browser, fields('weights', ['weights']));
    await page.fill('[name="q.W1.1.1"]', '9');
    await page.click('summary:has-text("W¹")');
    await page.fill('[name="q.W1.text"]', '1, 2');
    await page.focus('[name="q.W2.0.0"]');
    const cells = ['0.0', '0.1', '1.0', '1.1'].map((cell) => value(page, `W1.${cell}`));
    expect(await Promise.all(cells)).toEqual(['1', '2', '', '']);
    expect(await value(page, 'W1.text')).toBe('');
    await page.close();
  });

  it('a pressed name is inserted at the caret, apart from its neighbours', async () => {
    const page = await pageWith(browser, fields('expression', ['expression']));
    await page.fill('[name="q.value"]', '2*()');
    await page.evaluate(() => document.querySelector('input')?.setSelectionRange(3, 3));
    await page.click('button:text-is("n1")');
    await page.click('button:text-is("out")');
    expect(await value(page, 'value')).toBe('2*(n1 out)');
    expect(await focused(page)).toBe('q.value');
    await page.close();
  });
});
