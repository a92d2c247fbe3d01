/**
 * Draws docs/images/ anew: `npm run build && npx tsx test/browser/screenshots.ts`. Each page at a desk and on a
 * phone, in light and in dark.
 */
import { mkdir, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright-core';
import { FREE, SHEET } from './answers.ts';
import { INSTRUCTOR, openWorld, PHONE, type World } from './harness.ts';
import { begin, type Entries, enter, question, sit } from './sitting.ts';

const FOLDER = fileURLToPath(new URL('../../docs/images/', import.meta.url));
const DESK = { width: 1280, height: 800 };
const QUIZ = '/courses/neural-networks/quizzes/homework-3';

await mkdir(FOLDER, { recursive: true });
const world = await openWorld({ watch: true });
try {
  const [first = {}] = FREE;
  await attempts(world);
  const writing = await attempt(world, first);
  await shoot('attempt', writing, question(writing, '1g'), false);
  const reading = await review(world);
  await shoot('review', reading, question(reading, '1g'), true);
  const listing = await staff(world);
  await shoot('attempts', listing, listing.getByRole('banner'), false);
  await writing.goto(`${new URL(writing.url()).pathname.split('/').slice(0, 3).join('/')}/sheet`);
  await print('sheet', writing);
  await listing.goto(`${QUIZ}/sheet?solutions=yes`);
  await print('sheet-solutions', listing);
  const checking = await preview(world);
  await shoot('preview', checking, checking.getByRole('group', { name: 'Results of the check' }), true);
} finally {
  await world.close();
}

/** A few students, each with other answers, so that there is something to list. */
async function attempts({ student, open }: World): Promise<void> {
  const sheets: Readonly<Record<string, readonly Entries[]>> = {
    'Ada Lovelace': SHEET,
    'Alan Turing': [{ '1b': { pick: ['OR'] } }, { '2c': { type: '541 x 961' } }, {}, {}],
    'Emmy Noether': [SHEET[0] ?? {}, { '2a': { type: '1592527360' } }, SHEET[2] ?? {}, {}],
    'Karl Steinbuch': [{}, {}, {}, SHEET[3] ?? {}],
  };
  for (const [name, exercises] of Object.entries(sheets)) {
    const page = await open(await student(name));
    await begin(page, 'Homework 3 (Neural Networks)');
    await sit(page, exercises);
  }
  const working = await open(await student('Seppo Linnainmaa'));
  await begin(working, 'Homework 3 (Neural Networks)');
}

async function attempt({ student, open }: World, entries: Entries): Promise<Page> {
  const page = await open(await student('Grace Hopper'));
  await begin(page, 'Homework 3, free answers');
  for (const [label, entry] of Object.entries(entries)) await enter(page, label, entry);
  await page
    .getByRole('status')
    .filter({ hasText: /^saved/ })
    .waitFor();
  return page;
}

/** Weights that compute something else than OR, and how that shows. */
async function review({ student, open }: World): Promise<Page> {
  const page = await open(await student('Grace Murray'));
  await begin(page, 'Homework 3, free answers');
  const cells = {
    'W¹, to n1, from A': '1',
    'W¹, to n1, from B': '0',
    'W¹, to n2, from A': '0',
    'W¹, to n2, from B': '1',
    'W², to out, from n1': '1',
    'W², to out, from n2': '1',
  };
  await sit(page, [{ '1g': { cells } }, {}, {}]);
  return page;
}

async function staff({ open }: World): Promise<Page> {
  const page = await open(INSTRUCTOR);
  await page.goto(`${QUIZ}/attempts`);
  return page;
}

async function preview({ open }: World): Promise<Page> {
  const page = await open(null);
  await page.goto('/preview/neural-networks/homework-3.yaml');
  return page;
}

/** A part of the page, at the full width of the screen: `cut` for all of it, else as it comes to the top. */
async function shoot(name: string, page: Page, part: Locator, cut: boolean): Promise<void> {
  for (const [device, viewport] of [
    ['', DESK],
    ['-phone', PHONE],
  ] as const) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await part.evaluate((element) => element.scrollIntoView());
      const path = `${FOLDER}${name}${device}${colorScheme === 'dark' ? '-dark' : ''}.png`;
      await page.screenshot({ path, caret: 'hide', ...(cut && (await around(page, part))) });
      console.log(path, `${Math.round((await stat(path)).size / 1000)} kB`);
    }
  }
}

/** The first page of A4, as a printer gets it. */
async function print(name: string, page: Page): Promise<void> {
  await page.setViewportSize({ width: 794, height: 1123 });
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  await page.evaluate(() => {
    document.documentElement.style.padding = '18mm 16mm';
  });
  const path = `${FOLDER}${name}.png`;
  await page.screenshot({ path });
  await page.emulateMedia({ media: 'screen' });
  console.log(path, `${Math.round((await stat(path)).size / 1000)} kB`);
}

async function around(page: Page, part: Locator) {
  await page.evaluate(() => scrollTo(0, 0));
  const box = await part.boundingBox();
  if (box === null) throw new Error('There is nothing to see.');
  const width = page.viewportSize()?.width ?? 0;
  return { fullPage: true, clip: { x: 0, y: box.y, width, height: box.height + 24 } };
}
