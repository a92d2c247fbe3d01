import sharp from 'sharp';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { axe, INSTRUCTOR, openWorld, PHONE, type World } from './harness.ts';
import { begin, goOn, question } from './sitting.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld({ published: inject('published'), chromium: inject('chromium') });
});
afterAll(() => world.close());

const QUIZ = 'Homework 3 (Neural Networks)';

/** A sheet of squared paper with one line of writing. */
const PAGE = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600">
  <rect width="900" height="600" fill="#fdfdf5"/>
  <path d="M60 200 q60 -90 110 0 t110 0 t110 0 t110 0 M60 320 h500 M60 420 q90 -60 180 0 t180 0"
    stroke="#1b2a6b" stroke-width="7" fill="none"/></svg>`;

it('1, 15: a photo of handwriting is added through a lost network, handed in, and read beside the solution', async () => {
  const name = 'Phoebe Phone';
  const photo = { name: 'proof.jpg', mimeType: 'image/jpeg', buffer: await drawn() };
  const page = await world.open(await world.student(name), { viewport: PHONE });
  await begin(page, QUIZ);
  await goOn(page, 'Next exercise', /\/exercises\/2$/);
  const proof = question(page, '2d');
  await proof.getByRole('textbox').fill('See the photo: $f = Ax + b$.');
  await page.context().setOffline(true);
  await proof.getByLabel('Photo or PDF of handwriting').setInputFiles(photo);
  await proof.getByText('not added, trying again').waitFor();
  await page.context().setOffline(false);
  await proof.getByRole('checkbox', { name: 'Hand in proof.jpg' }).waitFor();
  await page
    .getByRole('status')
    .filter({ hasText: /^saved/ })
    .waitFor();

  await page.reload();
  expect(await proof.getByRole('checkbox', { name: 'Hand in proof.jpg' }).isChecked()).toBe(true);
  expect(await proof.getByRole('textbox').inputValue()).toBe('See the photo: $f = Ax + b$.');
  const notes = { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('no photo') };
  await proof.getByLabel('Photo or PDF of handwriting').setInputFiles(notes);
  await proof.getByText(/^not added: "notes\.txt" is neither a photo/).waitFor();

  await goOn(page, 'Hand in…', /\/confirm$/);
  await goOn(page, 'Hand in', /\/review$/);

  const marker = await world.open(INSTRUCTOR);
  await marker.goto('/courses/neural-networks/quizzes/homework-3/questions/convolution-is-linear/marking');
  const shown = marker
    .getByRole('region', { name: 'Response' })
    .getByRole('img', { name: 'Handwriting, proof.jpg' });
  await shown.scrollIntoViewIfNeeded();
  await expect
    .poll(() => shown.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth))
    .toBe(900);
  await marker
    .getByRole('region', { name: 'Solution' })
    .getByText(/Let the input have/)
    .waitFor();
  expect(await axe(marker)).toEqual([]);
});

it('does not leave the page while a photo is on its way', async () => {
  const page = await world.open(await world.student());
  await begin(page, QUIZ);
  await goOn(page, 'Next exercise', /\/exercises\/2$/);
  let arrived = () => {};
  const arriving = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  await page.route('**/files', (route) => arriving.then(() => route.continue()));
  const photo = { name: 'proof.jpg', mimeType: 'image/jpeg', buffer: await drawn() };
  const proof = question(page, '2d');
  await proof.getByLabel('Photo or PDF of handwriting').setInputFiles(photo);
  await proof.getByText('adding…').waitFor();
  await page.getByRole('button', { name: 'Next exercise' }).click();
  await page.waitForTimeout(500);
  expect(page.url()).toMatch(/\/exercises\/2$/);
  arrived();
  await page.waitForURL(/\/exercises\/3$/);
  await page.getByRole('button', { name: /^Exercise 2/ }).click();
  await page.waitForURL(/\/exercises\/2$/);
  expect(await proof.getByRole('checkbox', { name: 'Hand in proof.jpg' }).isChecked()).toBe(true);
});

/** The program lets sharp read no SVG, wherever it is loaded. */
const drawn = () => {
  sharp.unblock({ operation: ['VipsForeignLoadSvgBuffer'] });
  return sharp(Buffer.from(PAGE)).jpeg().toBuffer();
};
