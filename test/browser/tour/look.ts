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
        ...(await spoken(page)),
        ...(await axe(page)),
        ...(await overflow(page)),
      ];
      if (complaints.length > 0) found[`${view}: ${state}`] = complaints;
    }
  }
  await page.context().close();
  return found;
}

const CONTROLS =
  /^(button|link|textbox|combobox|radio|checkbox|DisclosureTriangle|spinbutton|listbox|option)$/;

/**
 * What a screen reader makes of the page, where axe does not look: names without a word or a number, controls in what is
 * hidden from it, the same text as name and description, formulas without MathML.
 */
async function spoken(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const found = nodes.flatMap(({ ignored, role, name, description }) => {
    const [what, called, more] = [role, name, description].map((each) => String(each?.value ?? '').trim());
    if (ignored || what === undefined || called === undefined || more === undefined) return [];
    if (CONTROLS.test(what) && !/[\p{L}\p{N}]/u.test(called)) return [`a ${what} is called "${called}"`];
    if (/^(image|img|graphics-document)$/.test(what) && called === '') return ['a picture has no name'];
    return more !== '' && called.includes(more) ? [`"${called}" is described by its name: "${more}"`] : [];
  });
  const mute = await page.locator('.katex:not(:has(math))').count();
  return mute > 0 ? [...found, `${mute} formulas cannot be read aloud`] : found;
}

/** Axe has unfolded everything. */
async function overflow(page: Page): Promise<string[]> {
  await page.setViewportSize(PHONE);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return wider > 0 ? [`it is ${wider} px wider than a phone`] : [];
}
