import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type axeCore from 'axe-core';
import type { RunOptions } from 'axe-core';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { createAccount } from '../../src/grading/index.ts';
import { openStorage, upsertEnrolment } from '../../src/storage/index.ts';
import { type LaunchOptions, ServerProcess, type Shared } from '../processes/server-process.ts';
import { launchBrowser } from './browser.ts';

export const DESKTOP = { width: 1280, height: 900 };
export const PHONE = { width: 390, height: 844 };
export const INSTRUCTOR = 'instructor@example.org';

export interface WorldOptions extends LaunchOptions {
  /** A server that runs already, instead of one of its own, which a test needs that ends it or looks at all people. */
  readonly shared?: Shared;
  /** Where a browser listens, instead of one of its own. */
  readonly chromium?: string;
}

/** The program as shipped with a real browser beside it. */
export interface World {
  readonly server: ServerProcess;
  readonly browser: Browser;
  /** E-mail of a new student of the sample course. */
  student(name?: string): Promise<string>;
  /** A page in a browser of its own in which this person has signed in; a guest's without an e-mail. */
  open(email: string | null, options?: BrowserContextOptions): Promise<Page>;
  /** Ends it; throws if a script failed on any page, or a page asked for anything beyond the server. */
  close(): Promise<void>;
}

export async function openWorld({
  shared,
  chromium: endpoint,
  ...options
}: WorldOptions = {}): Promise<World> {
  const [server, browser] = await Promise.all([
    shared ? ServerProcess.join(shared) : ServerProcess.launch(options),
    endpoint === undefined ? launchBrowser() : chromium.connect(endpoint),
  ]);
  const faults: string[] = [];
  const world = randomUUID().slice(0, 8);
  let students = 10;
  return {
    server,
    browser,
    async student(name = `Student ${students + 1}`) {
      const email = `student${++students}-${world}@example.org`;
      await enrol(server, email, name);
      return email;
    },
    async open(email, options = {}) {
      const context = await browser.newContext({
        baseURL: server.url,
        viewport: DESKTOP,
        reducedMotion: 'reduce',
        ...options,
      });
      context.setDefaultTimeout(60_000);
      watchOver(context, server.url, faults);
      const page = await context.newPage();
      if (email !== null) await signIn(page, email, server.passwordOf(email));
      return page;
    },
    async close() {
      await browser.close();
      await server.close();
      if (faults.length > 0) throw new Error(faults.join('\n'));
    },
  };
}

/** A server that is gone or refuses is what some tests are about; all else that a browser complains of is a fault. */
export function watchOver(context: BrowserContext, url: string, faults: string[]): void {
  context.on('console', (message) => {
    if (message.type() !== 'error' || message.text().startsWith('Failed to load resource')) return;
    faults.push(`${message.location().url}: ${message.text()}`);
  });
  context.on('weberror', (error) => faults.push(String(error.error())));
  context.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('data:')) faults.push(request.url());
  });
}

async function enrol(server: ServerProcess, email: string, name: string): Promise<void> {
  const password = 'correct horse battery';
  const storage = await openStorage(server.database);
  try {
    const { id: personId } = await createAccount(
      storage,
      { email, name, password, admin: false },
      Date.now(),
    );
    await storage.write((db) =>
      upsertEnrolment(db, { courseId: 'neural-networks', personId, role: 'student' }),
    );
  } finally {
    await storage.close();
  }
  server.passwords.set(email, password);
}

export async function signIn(page: Page, email: string, password: string): Promise<void> {
  if (!page.url().includes('/sign-in')) await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
}

/** Half as long as what the package exports, and read by every page. */
const AXE = readFileSync(
  fileURLToPath(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url)),
  'utf8',
);

/** What axe finds on the page, with everything unfolded, in light and in dark; empty on a good page. */
export async function axe(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  await page.evaluate(AXE);
  const path = new URL(page.url()).pathname;
  const found: string[] = [];
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    const lines = await analyse(page, colorScheme === 'light' ? ALL : { runOnly: COLOUR });
    found.push(...lines.map((line) => `in ${colorScheme}, ${line}`));
  }
  // Axe takes mathematics for nothing, though it is read aloud, so its rule about headers of tables is ours.
  const empty = await page.locator('th').filter({ hasNotText: /\S/ }).count();
  if (empty > 0) found.push(`${empty} empty table headers`);
  return found.map((line) => `${path}: ${line}`);
}

const COLOUR = ['color-contrast', 'link-in-text-block'];
const ALL = { rules: { 'empty-table-header': { enabled: false } } };

/** Elements of a page that axe reads whole; a result of all of Homework 3 has 14,000, which takes it half a minute. */
const MOST_WHOLE = 1_500;

/**
 * Rows of numbers are all alike, so those after the first are away meanwhile. On a page that is large even so, formulas
 * and drawings are too: their parts look alike everywhere, and smaller pages have one of each kind.
 */
function analyse(page: Page, options: RunOptions): Promise<string[]> {
  return page.evaluate(
    async ({ options, most }) => {
      const rows = take('tbody', (parts) => parts.slice(8));
      const large = document.querySelectorAll('*').length > most;
      const formulas = large ? [...document.querySelectorAll<HTMLElement>('.katex-html')] : [];
      const sizes = formulas.map((formula) => formula.getBoundingClientRect());
      for (const [i, { style }] of formulas.entries()) {
        // They leave their room.
        const { width = 0, height = 0 } = sizes[i] ?? {};
        style.cssText = `display: inline-block; width: ${width}px; height: ${height}px`;
      }
      const pictures = take(large ? '.katex-html, semantics, svg' : ':not(*)', (parts) =>
        parts.filter(({ localName }) => !/^(title|desc|annotation)$/.test(localName)),
      );
      const { violations } = await window.axe.run({ resultTypes: ['violations'], ...options });
      for (const { whole, away } of [...pictures, ...rows])
        whole[whole.localName === 'semantics' ? 'prepend' : 'append'](...away);
      for (const { style } of formulas) style.cssText = '';
      return violations.map(
        ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
      );

      function take(selector: string, which: (parts: readonly Element[]) => readonly Element[]) {
        return [...document.querySelectorAll(selector)].map((whole) => {
          const away = which([...whole.children]);
          for (const part of away) part.remove();
          return { whole, away };
        });
      }
    },
    { options, most: MOST_WHOLE },
  );
}

declare global {
  interface Window {
    readonly axe: typeof axeCore;
  }
}
