import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { INSTRUCTOR, openWorld, type World } from './harness.ts';
import { begin, goOn, question } from './sitting.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld({ published: inject('published'), chromium: inject('chromium') });
});
// Also fails if the content security policy had anything to stop.
afterAll(() => world.close());

const SHEET = 'Homework 3 (Neural Networks)';
const SCRIPT = '<script>window.hit = 1</script>';
const IMAGE = '<img src="/nowhere" onerror="window.hit = 1">';
const DRAWING = '"><svg onload="window.hit = 1">';
const SCRIPTS = [
  SCRIPT,
  IMAGE,
  DRAWING,
  '[press](javascript:window.hit=1)',
  '$\\href{javascript:window.hit=1}{x}$',
  '$\\includegraphics[height=1em]{https://example.com/x.png}$ ![x](https://example.com/y.png)',
  '{{constructor.constructor "window.hit = 1"}} {{> layout}}',
];

/** That nothing of what was typed became part of the page but as text. */
async function expectInert(page: Page): Promise<void> {
  expect(await page.evaluate('window.hit')).toBeUndefined();
  expect(await page.locator('main script, main img, main [onload], main [onerror]').count()).toBe(0);
  expect(await page.locator('a[href^="javascript:"]').count()).toBe(0);
}

it('58: script in answers, names and comments is inert wherever they are shown', async () => {
  const student = await world.student(IMAGE);
  const page = await world.open(student);
  await begin(page, SHEET);
  await page.getByRole('button', { name: /^Exercise 2/ }).click();
  await page.waitForURL(/\/exercises\/2$/);
  await question(page, '2a').getByRole('textbox').fill(SCRIPT);
  await question(page, '2c').getByRole('textbox').fill(DRAWING);
  await question(page, '2d').getByRole('textbox').fill(SCRIPTS.join('\n\n'));
  await page
    .getByRole('status')
    .filter({ hasText: /^saved \d/ })
    .waitFor();
  await expectInert(page);
  await goOn(page, 'Hand in…', /\/confirm$/);
  await expectInert(page);
  await goOn(page, 'Hand in', /\/review$/);
  await expectInert(page);
  const review = page.url();

  const staff = await world.open(INSTRUCTOR);
  await staff.goto('/courses/neural-networks/quizzes/homework-3/attempts');
  await staff.getByRole('link', { name: IMAGE, exact: true }).waitFor();
  await expectInert(staff);
  for (const address of [review, review.replace('/review', '/history')]) {
    await staff.goto(address);
    await expectInert(staff);
  }
  await staff.getByRole('link', { name: 'Mark question 2d' }).click();
  await staff.getByLabel('Comment for the student').fill(SCRIPTS.join('\n\n'));
  await staff.getByLabel(/^Mark, 0 to/).fill('1');
  await staff.getByRole('button', { name: /^Save/ }).click();
  await staff.getByText(/^Saved: 1 of/).waitFor();
  await expectInert(staff);
  await page.goto(review);
  await question(page, '2d').getByText('Comment from the marker').waitFor();
  await expectInert(page);
});

it('59: mathematics that multiplies and templates in text are shown as they were typed', async () => {
  const page = await world.open(await world.student());
  await begin(page, SHEET);
  await page.getByRole('button', { name: /^Exercise 2/ }).click();
  await page.waitForURL(/\/exercises\/2$/);
  const bomb = '$\\def\\x{\\y\\y}\\def\\y{\\x\\x}\\x$';
  await question(page, '2d').getByRole('textbox').fill(`${bomb} {{name}} $x^2$`);
  await goOn(page, 'Hand in…', /\/confirm$/);
  await goOn(page, 'Hand in', /\/review$/);
  const shown = await question(page, '2d').innerText();
  for (const text of ['\\def\\x', '{{name}}']) expect(shown).toContain(text);
});

it('50: a form on another site writes nothing', async () => {
  const page = await world.open(await world.student());
  await begin(page, SHEET);
  const attempt = page.url().replace(/\/exercises.*/, '');
  const evil = await world.browser.newContext({ storageState: await page.context().storageState() });
  const there = await evil.newPage();
  await there.route('http://evil.example/', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<form method="post" action="${attempt}/submit"><button>Win a prize</button></form>`,
    }),
  );
  await there.goto('http://evil.example/');
  const answered = there.waitForResponse(`${attempt}/submit`);
  await there.getByRole('button').click();
  expect((await answered).status()).toBe(403);
  await page.goto(`${attempt}/exercises/1`);
  expect(page.url()).toBe(`${attempt}/exercises/1`);
  await evil.close();
});

it.each(['https://example.com/', '//example.com/', '/\\example.com', 'javascript:window.hit=1'])(
  '54: signing in leads to no other site, though the address asks for %s',
  async (next) => {
    const student = await world.student();
    const page = await world.open(null);
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
    await page.getByLabel('E-mail').fill(student);
    await page.getByLabel('Password').fill(world.server.passwordOf(student));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
    expect(new URL(page.url()).origin).toBe(world.server.url);
    await expectInert(page);
  },
);

it('40: the pages of an open attempt carry no key, no explanation and no option id', async () => {
  const page = await world.open(await world.student());
  const secrets: Readonly<Record<string, readonly RegExp[]>> = {
    'Homework 3, free answers': [
      /1.?592.?52[57]/,
      /593.?536/,
      /\b961\b/,
      /sign-flipped|no-bias/,
      /Only the first layer/,
    ],
    [SHEET]: [
      /XOR of/,
      /value="(?:a|b|c|d|xor|sigmoid|true)"/,
      /Write down/,
      /prone to vanishing.*\(a\) sigmoid/s,
    ],
  };
  for (const [quiz, patterns] of Object.entries(secrets)) {
    await begin(page, quiz);
    const exercises = await page.getByRole('button', { name: /^Exercise \d/ }).count();
    for (let number = 1; number <= exercises; number++) {
      await page.goto(page.url().replace(/\d+$/, String(number)));
      const html = await page.content();
      for (const pattern of patterns) expect(html).not.toMatch(pattern);
    }
  }
});
