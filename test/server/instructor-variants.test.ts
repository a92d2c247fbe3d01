import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DURING, type World, world } from './harness.ts';
import { instructor } from './instructor.ts';
import { answered, FILE, key, numbersOf, publishVaried, VARIED } from './varied.ts';

let web: World;
beforeAll(async () => {
  web = await world();
});
afterAll(() => web.close());
beforeEach(() => web.at(DURING));

/** The rows of the tables of a page, without tags. */
const rows = (page: string) =>
  page
    .split('<tr>')
    .slice(1)
    .map((row) =>
      row
        .replace(/<\/tr>[\s\S]*/, '')
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .replaceAll('&#x3D;', '=')
        .trim(),
    );

describe('which variant an attempt has', () => {
  test('its history tells what was drawn for each question, the pool and the order of options', async () => {
    await publishVaried(web);
    const { attempt, questions } = await answered(web, 'Vera', { count: key });
    const { w, units } = numbersOf(questions);
    const { browser } = await instructor(web);
    const page = await browser.page(`/attempts/${attempt.id}/history`);
    const [, count = '', pick = '', why = ''] = rows(page);
    expect(count).toContain(`w = ${w}; units = ${units}`);
    expect(pick).toContain(`w = ${w}; f = `);
    const order = questions.find(({ id }) => id === 'pick')?.answer.options.map(({ id }) => id);
    if (order?.join() !== 'aim,miss,fail')
      expect(pick).toContain(`options in the order ${order?.join(', ')}`);
    expect(why).toMatch(/^1c (first|other)-why .*; one of 1 from a pool of 2/);
    expect(page).toContain('drawn for this attempt alone');
  });

  test('where a file deploys a list, history and list of attempts name the variant', async () => {
    await publishVaried(web, `deploy: [17, 42]\n${FILE}`);
    const { browser } = await instructor(web);
    const { attempt } = await answered(web, 'Dora Deployed', { count: key });
    const [, seed = ''] =
      /deployed variant (\d+)/.exec(await browser.page(`/attempts/${attempt.id}/history`)) ?? [];
    expect(['17', '42']).toContain(seed);
    const list = rows(await browser.page(`${VARIED}/attempts?text=Dora`));
    expect(list[1]).toContain(`deployed variant ${seed}`);
    // What an attempt has, it keeps: another list changes nothing.
    await publishVaried(web, `deploy: [5]\n${FILE}`);
    expect(await browser.page(`/attempts/${attempt.id}/history`)).toContain(`deployed variant ${seed}`);
  });

  test('a quiz without variants speaks of none', async () => {
    await publishVaried(
      web,
      'title: Plain\nexercises: [{ title: T, questions: [{ id: a, text: "?", answer: text, because: b }] }]',
    );
    const { browser } = await instructor(web);
    const { attempt } = await answered(web, 'Paula Plain', {});
    for (const page of [`/attempts/${attempt.id}/history`, `${VARIED}/attempts?text=Paula`])
      expect(await browser.page(page)).not.toMatch(/variant|Drawn/i);
  });
});
