import type { Page } from 'playwright-core';
import { axe, DESKTOP, PHONE } from '../harness.ts';
import type { Site } from './site.ts';
import { go, type Visit } from './visits.ts';

/** What is wrong with the pages of a visit, by their names; nothing on good ones. */
export async function look(site: Site, { who, language, pages }: Visit): Promise<Record<string, unknown>> {
  const page = await site.open(who, language);
  const found: Record<string, unknown> = {};
  for (const [view, states] of Object.entries(pages)) {
    for (const [state, way] of Object.entries(states)) {
      await page.setViewportSize(DESKTOP);
      await go(page, way(site));
      const complaints = [
        ...(site.shown() === view ? [] : [`it is ${site.shown()}`]),
        ...(await axe(page)),
        ...(await overflow(page)),
      ];
      if (complaints.length > 0) found[`${view}: ${state}`] = complaints;
    }
  }
  await page.context().close();
  return found;
}

/** Axe has unfolded everything. */
async function overflow(page: Page): Promise<string[]> {
  await page.setViewportSize(PHONE);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return wider > 0 ? [`it is ${wider} px wider than a phone`] : [];
}
