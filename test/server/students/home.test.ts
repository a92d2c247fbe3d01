import { afterAll, expect, test } from 'vitest';
import { AFTER, world } from '../harness.ts';
import { FILE, publishVaried } from '../varied-quiz.ts';

const web = await world();
afterAll(() => web.close());

test('the first page names every quiz that is open, what closes next first', async () => {
  await publishVaried(web, FILE);

  const browser = await web.browser(await web.person('Two at once', 'student'));
  const listed = async () =>
    [...(await browser.page('/')).matchAll(/<li><strong>(.*?)<\/strong> (.*?)<\/li>/g)].map(
      ([, title, when]) => [title, when?.replace(/<[^>]*>/g, '')],
    );
  expect(await listed()).toEqual([
    ['Little sheet', 'closes Monday 10 April, 21:59, in 5 days'],
    ['Varied sheet', 'open'],
  ]);
  web.at(AFTER);
  expect(await listed()).toEqual([['Varied sheet', 'open']]);
});
