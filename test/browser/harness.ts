import { AxeBuilder } from '@axe-core/playwright';
import type { RunOptions } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { ServerProcess } from '../processes/server-process.ts';
import { launchBrowser } from './browser.ts';

export const DESKTOP = { width: 1280, height: 900 };
export const PHONE = { width: 390, height: 844 };
export const STUDENTS = ['student@example.org', 'student2@example.org', 'student3@example.org'] as const;
export const INSTRUCTOR = 'instructor@example.org';

/** Limits for tests in a browser, in ms: far above what they take, so that a busy machine fails none. */
export const PATIENCE = { testTimeout: 240_000, hookTimeout: 120_000 };

/** The program as shipped with a real browser beside it; one for each file of tests. */
export interface World {
  readonly server: ServerProcess;
  readonly browser: Browser;
  /** A page in a browser of its own in which this person has signed in; a guest's without an e-mail. */
  open(email: string | null, options?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
}

export async function openWorld(): Promise<World> {
  const [server, browser] = await Promise.all([ServerProcess.launch(), launchBrowser()]);
  return {
    server,
    browser,
    async open(email, options = {}) {
      const context = await browser.newContext({
        baseURL: server.url,
        viewport: DESKTOP,
        reducedMotion: 'reduce',
        ...options,
      });
      context.setDefaultTimeout(60_000);
      const page = await context.newPage();
      if (email !== null) await signIn(page, email, server.passwordOf(email));
      return page;
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

export async function signIn(page: Page, email: string, password: string): Promise<void> {
  if (!page.url().includes('/sign-in')) await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
}

/**
 * What axe finds on the page with everything unfolded, each as a line; empty on a good page. All rules in light, and
 * those about colour again in dark: nothing else depends on the theme.
 */
export async function axe(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  const light = await analyse(page, 'light', {});
  const dark = await analyse(page, 'dark', { runOnly: ['color-contrast', 'link-in-text-block'] });
  return [...light, ...dark];
}

async function analyse(page: Page, colorScheme: 'light' | 'dark', options: RunOptions): Promise<string[]> {
  await page.emulateMedia({ colorScheme });
  // Legacy mode spares a second page; it looks into no frames, and there are none.
  const builder = new AxeBuilder({ page })
    .options({ resultTypes: ['violations'], ...options })
    .setLegacyMode();
  const { violations } = await builder.analyze();
  return violations.map(({ id, help, nodes }) => {
    const where = nodes.map(({ target }) => target.join(' ')).join(', ');
    return `${new URL(page.url()).pathname} (${colorScheme}): ${id}: ${help}: ${where}`;
  });
}
