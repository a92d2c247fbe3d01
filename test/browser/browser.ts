import { execFile } from 'node:child_process';
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Browser, type BrowserServer, chromium, type LaunchOptions } from 'playwright-core';
import { chromiumPackage } from './chromium-package.ts';

const run = promisify(execFile);

/** No Chromium could be found, fetched or started; the message lists what was tried and how to mend it. */
export class NoBrowserError extends Error {
  override readonly name = 'NoBrowserError';

  constructor(tried: readonly string[]) {
    super(
      [
        'The tests in a browser need Chromium, and none could be started.',
        ...tried.map((line) => `  ${line}`),
        'Install one (Debian: apt-get install chromium-headless-shell; Fedora: dnf install chromium; macOS: brew install --cask chromium)',
        'or set CHROMIUM to the path of a Chromium, Chrome or Edge.',
      ].join('\n'),
    );
  }
}

/** The shell draws pages alone; the others start a window's own pages (address bar, tabs) with every page as well. */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge',
];
const APPLICATIONS = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * Starts the first Chromium that can be: the one that CHROMIUM names, one that is installed, one that Playwright
 * fetched before; else one fetched from npm, else by Playwright. Throws NoBrowserError, so that nothing is skipped.
 */
export const launchBrowser = (): Promise<Browser> => launched((options) => chromium.launch(options));

/** One that many connect to. Throws NoBrowserError. */
export const serveBrowser = (): Promise<BrowserServer> =>
  launched((options) => chromium.launchServer(options));

async function launched<T>(launch: (options: LaunchOptions) => Promise<T>): Promise<T> {
  const tried: string[] = [];
  const start = async (name: string, options: () => Promise<LaunchOptions> | LaunchOptions) => {
    try {
      return await launch(await options());
    } catch (error) {
      tried.push(`${name}: ${firstLine(error)}`);
      return null;
    }
  };
  const { CHROMIUM } = process.env;
  const installed = CHROMIUM ? [CHROMIUM] : await findInstalled();
  for (const executablePath of installed) {
    const browser = await start(executablePath, () => ({ executablePath }));
    if (browser) return browser;
  }
  const fetched = CHROMIUM
    ? null
    : ((await start('fetched by Playwright before', () => ({}))) ??
      (await start('fetched from npm', chromiumPackage)) ??
      (await start('fetched by Playwright', playwrightsOwn)));
  if (fetched) return fetched;
  throw new NoBrowserError(tried);
}

async function findInstalled(): Promise<string[]> {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const places = [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...APPLICATIONS];
  const found = await Promise.all(
    places.map((path) =>
      access(path).then(
        () => [path],
        () => [],
      ),
    ),
  );
  return found.flat();
}

/** Playwright's own build for this machine, about 100 MB, kept in the person's cache. */
async function playwrightsOwn(): Promise<LaunchOptions> {
  const cli = fileURLToPath(new URL('../../node_modules/playwright-core/cli.js', import.meta.url));
  await run(process.execPath, [cli, 'install', '--only-shell', 'chromium']);
  return {};
}

const firstLine = (error: unknown) =>
  error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
