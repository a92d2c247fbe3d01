import type { KyselyPlugin } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DURING, type World, world } from '../harness.ts';
import { answered, FILE, key, numbersOf, publishVaried, VARIED } from '../varied-quiz.ts';
import { instructor } from './course.ts';

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
    expect(page).toContain('drawn only for this attempt');
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
    const other = seed === '17' ? '42' : '17';
    const only = await browser.page(`${VARIED}/attempts?text=Dora&variant=${seed}`);
    expect(only).toMatch(new RegExp(`<option value="${seed}" selected>deployed variant ${seed}`));
    expect(rows(only)).toHaveLength(2);
    for (const variant of [other, '5'])
      expect(await browser.page(`${VARIED}/attempts?text=Dora&variant=${variant}`)).toContain(
        'No attempts match',
      );
    expect((await browser.get(`${VARIED}/attempts?variant=x`)).status).toBe(400);
    // What an attempt has, it keeps: another list changes nothing.
    await publishVaried(web, `deploy: [5]\n${FILE}`);
    expect(await browser.page(`/attempts/${attempt.id}/history`)).toContain(`deployed variant ${seed}`);
    expect(rows(await browser.page(`${VARIED}/attempts?text=Dora&variant=${seed}`))).toHaveLength(2);
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

describe('how responses split across variants', () => {
  const SPLIT = `${VARIED}/questions/count`;
  const biasless: Parameters<typeof answered>[2][string] = ({ source }) => {
    const [, w = 0, units = 0] = /SHOWN-(\d+)-(\d+)/.exec(source.text)?.map(Number) ?? [];
    return { value: String(w * units) };
  };

  test('each is read with the question of its own variant, and those that came to the same are together', async () => {
    const web = await world();
    await publishVaried(web, `deploy: [3, 5, 8]\n${FILE}`);
    const drawnBy = new Map<string, number>();
    for (let i = 0; i < 8; i++) {
      const right = i % 4 !== 0;
      const { questions } = await answered(web, `Student ${i}`, { count: right ? key : biasless, pick: key });
      const { w, units } = numbersOf(questions);
      const name = `w = ${w}; units = ${units}`;
      drawnBy.set(name, (drawnBy.get(name) ?? 0) + 1);
    }
    const { browser } = await instructor(web);
    const page = await browser.page(SPLIT);
    expect(page).toContain('8 responses, facility 75');
    const lines = rows(page);
    expect(lines.filter((line) => line.includes('✓ Right'))).toHaveLength(1);
    expect(lines.find((line) => line.includes('✓ Right'))).toMatch(/^6 .* as in [23] variants$/);
    expect(lines.find((line) => /✗ Not right.*no-bias/.test(line))).toMatch(/^2 /);
    expect(page).not.toContain('another version');
    const table = page.slice(page.indexOf('id="variants"'));
    expect(rows(table)).toHaveLength(drawnBy.size + 1);
    for (const [name, count] of drawnBy)
      expect(rows(table).find((row) => row.startsWith(name))).toMatch(new RegExp(`^${name} ${count} \\d+`));

    // One variant alone: its own text, key and responses.
    const [variant = ''] = /\?variant=[0-9a-f]+/.exec(table.replaceAll('&#x3D;', '=')) ?? [];
    const alone = await browser.page(`${SPLIT}${variant}`);
    const [, w = '', units = ''] = /SHOWN-(\d+)-(\d+)/.exec(alone) ?? [];
    expect(drawnBy.has(`w = ${w}; units = ${units}`)).toBe(true);
    expect(alone).toContain('Only the responses to this variant.');
    expect(alone).toContain(`A layer of ${w} inputs.`);
    expect(alone).toContain(
      `SOLUTION-${Number(w) * Number(units) + Number(units)}`.replace(/(\d)(\d{3})$/, "$1'$2"),
    );
    expect(alone).toContain(`${drawnBy.get(`w = ${w}; units = ${units}`)} response`);
    expect((await browser.get(`${SPLIT}?variant=none`)).status).toBe(404);
    await web.close();
  });

  test('options in another order make no other variant of a question', async () => {
    const web = await world();
    await publishVaried(
      web,
      `
title: Shuffled
shuffle: options
exercises:
  - title: T
    questions:
      - { id: pick, text: Which?, answer: { choice: { a: FIRST, b: OTHER, c: THIRD } }, key: a, because: So. }
`,
    );
    const orders = new Set<string>();
    for (let i = 0; i < 7; i++) {
      const { questions } = await answered(web, `Shuffled ${i}`, { pick: key });
      orders.add(questions[0]?.answer.options.map(({ id }) => id).join() ?? '');
    }
    expect(orders.size).toBeGreaterThan(1);
    const { browser } = await instructor(web);
    const page = await browser.page(`${VARIED}/questions/pick`);
    expect(rows(page)).toContain('7 ✓ Right FIRST');
    expect(page).not.toMatch(/id="variants"|first variant/);
    await web.close();
  });

  test('takes as many queries for many variants as for few', async () => {
    const web = await world();
    await publishVaried(web);
    const { browser } = await instructor(web);
    let queries = 0;
    const counting: KyselyPlugin = {
      transformQuery({ node }) {
        queries++;
        return node;
      },
      transformResult: async ({ result }) => result,
    };
    Object.assign(web.storage, { read: web.storage.read.withPlugin(counting) });
    const counted = async () => {
      queries = 0;
      await browser.page(SPLIT);
      await browser.page(`${VARIED}/questions`);
      return queries;
    };
    for (const name of ['Ada', 'Ben']) await answered(web, name, { count: key });
    const few = await counted();
    for (const name of ['Cy', 'Di', 'Ed', 'Fe', 'Gi']) await answered(web, name, { count: key });
    expect(await counted()).toBe(few);
    await web.close();
  });

  test('a question that was changed in its file: what was asked before stays apart, and is read as it was', async () => {
    const web = await world();
    const plain = (right: string) => `
title: Plain
exercises:
  - title: T
    questions:
      - { id: pick, text: Which?, answer: { choice: { a: ${right}, b: OTHER } }, key: a, because: So. }
`;
    await publishVaried(web, plain('BEFORE'));
    await answered(web, 'Early', { pick: key });
    await publishVaried(web, plain('AFTERWARDS'));
    await answered(web, 'Later', { pick: key });
    await answered(web, 'Latest', { pick: key });
    const { browser } = await instructor(web);
    const page = await browser.page(`${VARIED}/questions/pick`);
    expect(page).toContain('<h2>Versions of the question</h2>');
    expect(page).not.toMatch(/>Variants?</);
    const lines = rows(page);
    expect(lines).toContainEqual(expect.stringMatching(/^2 ✓ Right AFTERWARDS the question as it is now$/));
    expect(lines).toContainEqual(expect.stringMatching(/^1 ✓ Right BEFORE \(an earlier version\)$/));
    await web.close();
  });
});
