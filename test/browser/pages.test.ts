import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { axe, DESKTOP, PHONE } from './harness.ts';
import { openTour, type Tour, type Who } from './tour.ts';

let tour: Tour;

beforeAll(async () => {
  tour = await openTour();
}, 600_000);
afterAll(() => tour.close());

/** How much wider than its window a page is. */
async function overflow(page: Page, viewport: typeof PHONE): Promise<number> {
  await page.setViewportSize(viewport);
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}

it.each<Who>(['guest', 'newcomer', 'student', 'finished', 'instructor', 'admin'])(
  'on no page of a %s does axe find anything, in light or dark, and none scrolls sideways at a desk or on a phone',
  async (who) => {
    const page = await tour.open(who);
    const found: Record<string, unknown> = {};
    for (const { name, go } of tour.stops.filter((stop) => stop.who === who)) {
      await page.setViewportSize(DESKTOP);
      await go(page);
      const wider = [await overflow(page, DESKTOP), await overflow(page, PHONE)];
      const complaints = await axe(page);
      if (complaints.length > 0 || wider.some((pixels) => pixels > 0)) found[name] = { wider, complaints };
    }
    expect(found).toEqual({});
    await page.context().close();
  },
  1_800_000,
);
