import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { prepareDrawn } from '../../../src/quizzes/prepare/prepare-quiz.ts';
import { type Browser, DURING, type World, world } from '../harness.ts';
import { instructor } from '../staff/course.ts';
import { FILE, publishVaried, VARIED } from '../varied-quiz.ts';

// Counted: preparing is most of the work of a variant.
vi.mock(import('../../../src/quizzes/prepare/prepare-quiz.ts'), { spy: true });

let web: World;
beforeAll(async () => {
  web = await world();
});
afterAll(() => web.close());
beforeEach(async () => {
  web.at(DURING);
  await publishVaried(web, `practice: yes\n${FILE}`);
});

const EXERCISE = `${VARIED}/practice/1`;
const student = async () => web.browser(await web.person('Practising', 'student'));
const shown = (page: string) => /SHOWN-(\d+)-(\d+)/.exec(page)?.slice(1).map(Number) ?? [];
const links = (page: string) =>
  [...page.matchAll(/(?:href|action)="([^"]*)"/g)].map(([, href = '']) =>
    href.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&'),
  );

/** Where a page without a variant leads. */
async function drawnAt(browser: Browser, path: string): Promise<string> {
  const reply = await browser.get(path);
  expect(reply.status).toBe(303);
  return reply.headers.get('location') ?? '';
}

describe('practising a quiz with variants', () => {
  test('draws a variant, keeps it in the address, and checks answers against it', async () => {
    const browser = await student();
    const address = await drawnAt(browser, `${VARIED}/practice`);
    expect(address).toMatch(/\/practice\/1\?variant=[\w-]{22}$/);
    const page = await browser.page(address);
    expect(await browser.page(address)).toBe(page);
    const [w = 0, units = 0] = shown(page);
    expect(page).not.toContain(`SOLUTION-`);
    expect(links(page)).toContain(address);
    const form = { question: ['count', 'pick'], 'count.value': '1', 'pick.option': '', check: 'count' };
    const wrong = await (await browser.post(address, form)).text();
    expect(shown(wrong)).toEqual([w, units]);
    expect(wrong).toContain('Not right');
    expect(wrong).toContain(`HINT-${units}`);
    const right = { ...form, 'count.value': String(w * units + units) };
    expect(await (await browser.post(address, right)).text()).toMatch(/>Right</);
  });

  test('another variant is one button away, and another one indeed', async () => {
    const browser = await student();
    const seen = new Set<string>();
    let address = await drawnAt(browser, EXERCISE);
    for (let i = 0; i < 6; i++) {
      const page = await browser.page(address);
      seen.add(shown(page).join());
      const another = links(page).find((href) => href.includes('?not='));
      address = await drawnAt(browser, another ?? '');
    }
    expect(seen.size).toBeGreaterThan(3);
    // Of two deployed variants each leads to the other.
    await publishVaried(web, `practice: yes\ndeploy: [3, 5]\n${FILE}`);
    const first = await browser.page(await drawnAt(browser, EXERCISE));
    const changes = await Promise.all(
      Array.from({ length: 4 }, async () => {
        const another = links(first).find((href) => href.includes('?not=')) ?? '';
        return shown(await browser.page(another)).join() !== shown(first).join();
      }),
    );
    expect(changes.filter(Boolean).length).toBeGreaterThanOrEqual(2);
  });

  test('38: looking for another variant prepares none, however alike they are', async () => {
    await publishVaried(web, `practice: yes\ndeploy: [3]\n${FILE}`);
    const browser = await student();
    const address = await drawnAt(browser, EXERCISE);
    vi.mocked(prepareDrawn).mockClear();
    const another = await drawnAt(browser, `${EXERCISE}?not=${address.split('=')[1]}`);
    expect(prepareDrawn).not.toHaveBeenCalled();
    await browser.page(another);
    expect(prepareDrawn).toHaveBeenCalledTimes(1);
  });

  test('a name leads everybody to the same variant, and is no seed: nobody can choose what is drawn', async () => {
    const [one, other] = [await student(), await student()];
    expect(shown(await one.page(`${EXERCISE}?variant=mine`))).toEqual(
      shown(await other.page(`${EXERCISE}?variant=mine`)),
    );
    const teacher = (await instructor(web)).browser;
    for (const seed of ['1', '2', '3', '4'])
      expect(shown(await one.page(`${EXERCISE}?variant=${seed}`))).not.toEqual(
        shown(await teacher.page(`${EXERCISE}?seed=${seed}`)),
      );
    // 45: a seed of one's own is left aside.
    expect(shown(await one.page(`${EXERCISE}?variant=mine&seed=1`))).toEqual(
      shown(await one.page(`${EXERCISE}?variant=mine`)),
    );
    for (const bad of ['variant=..%2F', 'points=100', `variant=${'a'.repeat(41)}`, 'seed=x'])
      expect((await one.get(`${EXERCISE}?${bad}`)).status).toBe(400);
  });

  test('leaves no trace in storage, whatever is drawn and checked', async () => {
    const browser = await student();
    const counts = () =>
      Promise.all(
        (['attempts', 'steps', 'markings', 'versions'] as const).map((table) =>
          web.storage.read
            .selectFrom(table)
            .select(({ fn }) => fn.countAll().as('count'))
            .executeTakeFirstOrThrow(),
        ),
      );
    const before = await counts();
    const address = await drawnAt(browser, EXERCISE);
    await browser.post(address, { question: 'count', 'count.value': '1', check: 'count' });
    await drawnAt(browser, `${EXERCISE}?not=a`);
    expect(await counts()).toEqual(before);
  });

  test('38: drawing without end is slowed, for the one who does it', async () => {
    const browser = await student();
    const statuses: number[] = [];
    for (let i = 0; i < 31; i++) statuses.push((await browser.get(EXERCISE)).status);
    expect(statuses.slice(0, 30).every((status) => status === 303)).toBe(true);
    expect(statuses.at(-1)).toBe(429);
    expect((await (await student()).get(EXERCISE)).status).toBe(303);
  });

  test('38: so is drawing by names that somebody made up', async () => {
    const browser = await student();
    const statuses: number[] = [];
    for (let i = 0; i < 31; i++)
      statuses.push((await browser.get(`${EXERCISE}?variant=made-up-${i}`)).status);
    expect(statuses.slice(0, 30).every((status) => status === 200)).toBe(true);
    expect(statuses.at(-1)).toBe(429);
    expect((await browser.get(`${EXERCISE}?variant=made-up-29`)).status).toBe(200);
  });

  test('where nothing is drawn there is no such button and no name in the address', async () => {
    await publishVaried(
      web,
      'title: Plain\npractice: yes\nexercises: [{ title: T, questions: [{ id: a, text: "?", answer: text, because: b }] }]',
    );
    const browser = await student();
    expect(await drawnAt(browser, `${VARIED}/practice`)).toBe(EXERCISE);
    const page = await browser.page(EXERCISE);
    expect(page).not.toMatch(/New variant|\?variant|\?not/);
    expect(page).toContain('Start this exercise again');
  });
});

describe('47: an instructor tries a quiz out', () => {
  test('variant by variant, with what was drawn, and changes no grade and no statistic', async () => {
    await publishVaried(web, FILE);
    const { browser } = await instructor(web);
    expect(links(await browser.page(VARIED))).toContain(`${VARIED}/practice`);
    const counted = async () => [
      await (await browser.get(`${VARIED}/grades.csv`)).text(),
      await browser.page(`${VARIED}/questions`),
      await browser.page(`${VARIED}/attempts`),
    ];
    const before = await counted();
    const first = await browser.page(`${VARIED}/practice`);
    expect(first).toContain('the first variant, with all questions of pools');
    expect(first).toMatch(/Why first[\s\S]*Why other/);
    expect(links(first)).toContain(`${EXERCISE}?seed=1`);
    const page = await browser.page(`${EXERCISE}?seed=1`);
    const [w, units] = shown(page);
    expect(page.replaceAll('&#x3D;', '=')).toContain(`w = ${w}; units = ${units}`);
    expect(page).toContain('Students cannot practise it now.');
    expect(links(page)).toContain(`${EXERCISE}?seed=2`);
    const form = { question: 'count', 'count.value': '1', check: 'count' };
    expect(await (await browser.post(`${EXERCISE}?seed=1`, form)).text()).toContain('Not right');
    expect(await counted()).toEqual(before);
    // A student cannot, as long as the file does not say so.
    expect((await (await student()).get(`${EXERCISE}?seed=1`)).status).toBe(404);
  });

  test('pages through the deployed variants and no others', async () => {
    await publishVaried(web, `deploy: [17, 42, 5]\n${FILE}`);
    const { browser } = await instructor(web);
    expect(links(await browser.page(`${VARIED}/practice`))).toContain(`${EXERCISE}?seed=17`);
    const page = await browser.page(`${EXERCISE}?seed=17`);
    expect(page).toContain('deployed variant 17, 1 of 3');
    expect(links(page)).toContain(`${EXERCISE}?seed=42`);
    const last = await browser.page(`${EXERCISE}?seed=5`);
    expect(last).toContain('3 of 3');
    expect(last).not.toContain('Next variant');
  });
});

describe('on paper', () => {
  test('an instructor prints any variant, with its own solutions; a student the one of an attempt', async () => {
    await publishVaried(web, `deploy: [17, 42]\n${FILE}`);
    const { browser } = await instructor(web);
    const whole = await browser.page(`${VARIED}/sheet`);
    expect(whole).toMatch(/Why first[\s\S]*Why other/);
    expect(links(whole)).toContain(`${VARIED}/sheet?seed=17`);
    const sheet = await browser.page(`${VARIED}/sheet?seed=17`);
    expect(sheet).toContain('deployed variant 17, 1 of 2');
    expect(sheet).not.toContain('SOLUTION');
    const solved = links(sheet).find((href) => href.includes('solutions')) ?? '';
    expect(solved).toBe(`${VARIED}/sheet?seed=17&solutions=yes`);
    const page = await browser.page(solved);
    const [w = 0, units = 0] = shown(page);
    expect([w, units]).toEqual(shown(sheet));
    expect(page.replace("'", '')).toContain(`SOLUTION-${w * units + units}`);
    expect(page.match(/Why (first|other)/g)).toHaveLength(1);
    const pupil = await student();
    expect((await pupil.get(`${VARIED}/sheet?seed=17`)).status).toBe(404);
    const attempt = (await pupil.post(`${VARIED}/start`, {})).headers.get('location') ?? '';
    const asked = shown(await pupil.page(`${attempt}/exercises/1`));
    expect(shown(await pupil.page(`${attempt}/sheet`))).toEqual(asked);
    expect(shown(await browser.page(`${attempt}/sheet?solutions=yes`))).toEqual(asked);
    expect((await pupil.get(`${attempt}/sheet?seed=17`)).status).toBe(400);
  });
});
