import { text } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { SHEET } from './answers.ts';
import { DESKTOP, INSTRUCTOR, openWorld, PHONE, type World } from './harness.ts';
import { begin, goOn, question, reviewOf, sit } from './sitting.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld({ published: inject('published'), chromium: inject('chromium') });
});
afterAll(() => world.close());

const QUIZ = 'Homework 3 (Neural Networks)';

/** A student of this name has handed in right answers to the sheet. */
async function handedIn(name: string): Promise<Page> {
  const page = await world.open(await world.student(name));
  await begin(page, QUIZ);
  await sit(page, SHEET);
  return page;
}

describe.each([
  ['at a desk', DESKTOP, 'Dora Desk'],
  ['on a phone', PHONE, 'Phil Phone'],
] as const)('an instructor %s', (_, viewport, name) => {
  it('finds an attempt, reads its history, marks a proof, and the student sees mark and comment', async () => {
    const student = await handedIn(name);
    expect(await reviewOf(student, '2d')).toContain('not marked yet');
    const page = await world.open(INSTRUCTOR, { viewport });

    await page.getByRole('link', { name: 'Neural Networks' }).click();
    await page.getByRole('link', { name: QUIZ, exact: true }).click();
    await page.getByRole('link', { name: "Everyone's attempts" }).click();
    await page.getByLabel('Name or e-mail').fill(name);
    await page.getByRole('button', { name: 'Show' }).click();
    await page.waitForURL(/text=/);
    const row = page.getByRole('row', { name: new RegExp(name) });
    expect(await row.innerText()).toContain('needs marking by hand');
    await row.getByRole('link', { name }).click();
    await page.waitForURL(/\/history$/);
    await page.getByText('✓ The stored answers still match this receipt.').waitFor();
    await page
      .getByText(/linear function/)
      .first()
      .waitFor();

    await page.getByRole('link', { name: 'Mark question 2d' }).click();
    await page.getByLabel(/^Mark, 0 to/).fill('17');
    await page.getByRole('button', { name: /^Save/ }).click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel(/^Mark, 0 to/).fill('0.5');
    await page.getByLabel('Comment for the student').fill('Say *why* $f$ is linear.');
    await page.getByRole('button', { name: /^Save/ }).click();
    await page.getByText(`Saved: 0.5 of 1 for ${name}.`).waitFor();

    await student.reload();
    const said = await reviewOf(student, '2d');
    expect(said).toContain('0.5 of 1 mark');
    expect(said).toMatch(/Comment from the marker Say why .* is linear\./);
    expect(await reviewOf(student, '2e')).toContain('not marked yet');
  });

  it('sees how each question went', async () => {
    const page = await world.open(INSTRUCTOR, { viewport });
    await page.goto('/courses/neural-networks/quizzes/homework-3/questions/output-size');
    await page.getByText('100 %').first().waitFor();
  });
});

it('downloads the grades with names that a spreadsheet cannot run', async () => {
  await handedIn('=HYPERLINK("https://example.com","Formula")');
  const page = await world.open(INSTRUCTOR);
  await page.goto('/courses/neural-networks/quizzes/homework-3/attempts');
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Grades as CSV' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('neural-networks-homework-3-grades.csv');
  const lines = (await text(await download.createReadStream())).split('\r\n');
  expect(lines[0]).toContain('2d convolution-is-linear');
  const row = lines.find((line) => line.includes('Formula')) ?? '';
  expect(row).toMatch(/^"?'=HYPERLINK/);
  expect(row.replaceAll('"', '')).toContain(',18,20,2,');
});

it('52: a student is refused every page of instructors', async () => {
  const student = await world.open(await world.student());
  const quiz = '/courses/neural-networks/quizzes/homework-3';
  for (const address of [`${quiz}/attempts`, `${quiz}/questions`, `${quiz}/grades.csv`, '/people']) {
    const reply = await student.request.get(address);
    expect([address, reply.status()]).toEqual([
      address,
      expect.toSatisfy((status) => [403, 404].includes(status)),
    ]);
  }
});

it('trying a quiz out as an instructor shows in nobody’s statistics', async () => {
  const page = await world.open(INSTRUCTOR);
  await begin(page, 'Homework 3, free answers');
  await goOn(page, 'Hand in…', /\/confirm$/);
  await goOn(page, 'Hand in', /\/review$/);
  await question(page, '1a').getByText('No answer').waitFor();
  await page.goto('/courses/neural-networks/quizzes/homework-3-free/attempts');
  await page.getByText('No one has started this quiz yet.').waitFor();
});
