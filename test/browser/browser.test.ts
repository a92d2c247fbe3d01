import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { launchBrowser, NoBrowserError } from './browser.ts';

afterEach(() => vi.unstubAllEnvs());

it('uses the browser that CHROMIUM names or fails, saying what was tried and how to mend it', async () => {
  vi.stubEnv('CHROMIUM', '/nowhere/chromium');
  const failure = await launchBrowser().catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(NoBrowserError);
  for (const told of ['/nowhere/chromium', 'apt-get install chromium', 'CHROMIUM'])
    expect(String(failure)).toContain(told);
});

it('passes over a browser that is installed and does not start', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'markprop-'));
  await writeFile(join(folder, 'chromium'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
  vi.stubEnv('PATH', `${folder}${delimiter}${process.env['PATH']}`);
  const browser = await launchBrowser();
  await browser.close();
  await rm(folder, { recursive: true });
});
