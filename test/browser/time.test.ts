import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { giveOverride } from '../../src/grading/index.ts';
import { openStorage, selectOptionalPersonByEmail } from '../../src/storage/index.ts';
import { INSTRUCTOR, openWorld, PHONE, type World } from './harness.ts';

const EXAM = `title: Short exam
time-limit: 12 s
exercises:
  - title: One
    questions:
      - { id: why, text: Why?, answer: text, because: A person reads it. }
`;

let folder = '';
let world: World;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'markprop-'));
  const course = join(folder, 'neural-networks');
  await mkdir(course);
  await writeFile(join(course, 'course.yaml'), 'title: Course\ntimezone: Europe/Zurich\n');
  await writeFile(join(course, 'exam.yaml'), EXAM);
  world = await openWorld({ data: folder, chromium: inject('chromium') });
});
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true });
});

/** An attempt that was begun just now, by way of the page that asks first. */
async function begin(page: Page): Promise<void> {
  await page.goto('/courses/neural-networks/quizzes/exam');
  await page.getByRole('link', { name: 'Start…' }).click();
  expect(await page.getByText('You have 12 s from the moment you start.').isVisible()).toBe(true);
  await page.getByRole('button', { name: 'Start now' }).click();
  await page.getByRole('timer').waitFor();
}

it('10, 11: counts down by the clock of the server, and hands in by itself what was typed last', async () => {
  const page = await world.open(await world.student());
  // The browser's own clock is three hours behind.
  await page.addInitScript(() => {
    const now = Date.now.bind(Date);
    Date.now = () => now() - 3 * 3_600_000;
  });
  await begin(page);
  await page
    .getByRole('timer')
    .filter({ hasText: /^0:(0\d|1[01]) left$/ })
    .waitFor();
  await page.getByRole('textbox').fill('typed in the last moment');
  await page.getByText('Receipt').waitFor();
  expect(page.url()).toMatch(/\/review$/);
  expect(await page.getByRole('textbox').inputValue()).toBe('typed in the last moment');
});

it('12: an extension that is given while the page counts down keeps it open, and says so', async () => {
  const email = await world.student();
  const page = await world.open(email, { viewport: PHONE });
  await begin(page);
  await page.getByRole('textbox').fill('before');
  const storage = await openStorage(world.server.database);
  try {
    const [student, author] = await Promise.all([
      selectOptionalPersonByEmail(storage.read, email),
      selectOptionalPersonByEmail(storage.read, INSTRUCTOR),
    ]);
    if (student === null || author === null) throw new Error('Nobody is there.');
    await giveOverride(
      storage,
      { courseId: 'neural-networks', quizId: 'exam', personId: student.id, groupId: null },
      { opens: null, due: null, closes: null, timeLimit: null, extraTime: 3_600_000, attempts: null },
      { by: author.id, at: 0 },
    );
  } finally {
    await storage.close();
  }
  await page
    .getByRole('timer')
    .filter({ hasText: /^(1 h 0|59) min left$/ })
    .waitFor();
  expect(await page.locator('[data-clock-says]').textContent()).toMatch(/^You have more time: until /);
  await page.getByRole('textbox').fill('and after');
  await page
    .getByRole('status')
    .filter({ hasText: /^saved/ })
    .waitFor();
});
