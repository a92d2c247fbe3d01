import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openWorld, type World } from './harness.ts';
import { begin } from './sitting.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld({ shared: inject('shared'), chromium: inject('chromium') });
});
afterAll(() => world.close());

const QUIZZES = {
  'Homework 3 (Neural Networks)': 4,
  'Homework 3, free answers': 3,
  'Homework 3, your own numbers': 4,
  'Warm-up: one neuron': 3,
};

/** What travels for a page, headers and fonts included, to a browser that has nothing of it yet; in bytes. */
async function weigh(page: Page, address: string): Promise<number> {
  const network = await page.context().newCDPSession(page);
  await network.send('Network.enable');
  await network.send('Network.setCacheDisabled', { cacheDisabled: true });
  let bytes = 0;
  network.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  await network.detach();
  return bytes;
}

it('sends less than 100 kB for any page of an attempt, mathematics and its fonts included', async () => {
  const page = await world.open(await world.student());
  for (const [quiz, exercises] of Object.entries(QUIZZES)) {
    await begin(page, quiz);
    const first = page.url();
    for (let number = 1; number <= exercises; number++) {
      const address = first.replace(/\d+$/, String(number));
      const bytes = await weigh(page, address);
      expect(bytes, `${quiz}, exercise ${number}`).toBeLessThan(100_000);
      expect(bytes).toBeGreaterThan(10_000);
    }
  }
});
