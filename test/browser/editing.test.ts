import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, inject, it, vi } from 'vitest';
import { openWorld, PHONE, type World } from './harness.ts';
import { begin, enter, goOn, question, reviewOf } from './sitting.ts';

let world: World;
let data: string;
let file: string;

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'markprop-data-'));
  await cp(fileURLToPath(new URL('../../data/', import.meta.url)), data, { recursive: true });
  file = join(data, 'neural-networks/homework-3-free.yaml');
  world = await openWorld({ data, watch: true, chromium: inject('chromium') });
});
afterAll(async () => {
  await world.close();
  await rm(data, { recursive: true, force: true });
});

async function change(from: string, to: string): Promise<void> {
  const source = await readFile(file, 'utf8');
  expect(source).toContain(from);
  await writeFile(file, source.replace(from, to));
}

const PREVIEW = '/preview/neural-networks/homework-3-free.yaml';
const ASKED = 'with one hidden layer of 256 nodes';
const ASKED_NOW = 'with a single hidden layer of 256 nodes';

it('16: a question that is edited is new in the preview and for new attempts; a running attempt keeps its own', async () => {
  const page = await world.open(await world.student());
  await begin(page, 'Homework 3, free answers');
  await page.goto(page.url().replace(/1$/, '2'));
  await question(page, '2a').getByText(ASKED).waitFor();

  const author = await world.open(null);
  await author.goto(PREVIEW);
  await author.getByRole('link', { name: '2. MLP vs CNN' }).click();
  await question(author, '2a').getByText(ASKED).waitFor();
  await change(ASKED, ASKED_NOW);
  await question(author, '2a').getByText(ASKED_NOW).waitFor();
  // It is proven before it is published.
  await vi.waitFor(() => expect(world.server.printed).toContain('neural-networks/homework-3-free: changed'), {
    timeout: 120_000,
  });

  await page.reload();
  await question(page, '2a').getByText(ASKED).waitFor();
  await enter(page, '2a', { type: '1592527626' });
  await goOn(page, 'Hand in…', /\/confirm$/);
  await goOn(page, 'Hand in', /\/review$/);
  expect(await reviewOf(page, '2a')).toContain('Right');

  const later = await world.open(await world.student());
  await begin(later, 'Homework 3, free answers');
  await later.goto(later.url().replace(/1$/, '2'));
  await question(later, '2a').getByText(ASKED_NOW).waitFor();
});

it('an author tries answers on a phone', async () => {
  const author = await world.open(null, { viewport: PHONE });
  await author.goto(`${PREVIEW}/2`);
  await enter(author, '2c', { type: '541 x 961' });
  await author.getByRole('button', { name: 'Try these answers' }).click();
  await question(author, '2c').getByText('Width and height are swapped.').first().waitFor();
});

it('a file that cannot be read says where and why, and what was published stays', async () => {
  const author = await world.open(null);
  await author.goto(PREVIEW);
  await change('claim: { same-map-as: model }', 'claim: { same-mapp-as: model }');
  await author.getByRole('heading', { name: 'This file cannot be read' }).waitFor();
  expect(await author.getByRole('main').innerText()).toMatch(/homework-3-free\.yaml:\d+:\d+/);
  const page = await world.open(await world.student());
  await begin(page, 'Homework 3, free answers');
  await change('claim: { same-mapp-as: model }', 'claim: { same-map-as: model }');
  await author.getByRole('heading', { name: 'Homework 3, free answers' }).waitFor();
});
