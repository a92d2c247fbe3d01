import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { handedIn, readRecord, receiptOf } from '../../../src/grading/index.ts';
import { keyOf } from '../../../src/quizzes/key.ts';
import { selectAttempt, selectMarkings } from '../../../src/storage/index.ts';
import { type Browser, DURING, type World, world } from '../harness.ts';
import { instructor } from '../staff/course.ts';
import { answered, FILE, key, numbersOf, publishVaried, VARIED } from '../varied-quiz.ts';

let web: World;
beforeAll(async () => {
  web = await world();
});
afterAll(() => web.close());
beforeEach(async () => {
  web.at(DURING);
  await publishVaried(web);
});

/** What the file keeps from students, and what only its author calls things. */
const SECRETS = /SOLUTION|FEEDBACK|HINT|\baim\b|\bmiss\b|&quot;drawn|"drawn|from-pool|verdict|✓|✗/;

const shown = (page: string) => /SHOWN-(\d+)-(\d+)/.exec(page)?.slice(1).map(Number) ?? [];
const optionsOf = (page: string) =>
  [...page.matchAll(/value="([\w-]{16})"[^>]*><span class="option__text">(\w+)</g)].map(
    ([, token = '', text = '']) => ({ token, text }),
  );
const aimOf = (page: string) => /Which one is (\w+)\?/.exec(page)?.[1] ?? '';
const poolOf = (page: string) => (page.includes('Why first') ? 'first-why' : 'other-why');

interface Begun {
  readonly browser: Browser;
  readonly href: string;
  readonly id: string;
  readonly page: string;
}

let students = 0;

async function begin(): Promise<Begun> {
  const browser = await web.browser(await web.person(`Varied ${++students}`, 'student'));
  const href = (await browser.post(`${VARIED}/start`, {})).headers.get('location') ?? '';
  const page = await browser.page(`${href}/exercises/1`);
  return { browser, href, id: href.split('/').at(-1) ?? '', page };
}

/** Answers everything rightly from what the page shows, as a person would. */
async function solve({ browser, href, page }: Begun): Promise<void> {
  const [w = 0, units = 0] = shown(page);
  const option = optionsOf(page).find(({ text }) => text === aimOf(page));
  const form = {
    question: ['count', 'pick', poolOf(page)],
    'count.value': `${w} * ${units} + ${units}`,
    'pick.option': option?.token ?? '',
    [`${poolOf(page)}.text`]: 'Because.',
  };
  expect((await browser.post(`${href}/exercises/1`, form)).status).toBe(303);
}

const handIn = ({ browser, href }: Begun) => browser.post(`${href}/submit`, {});

describe('an attempt at a varied quiz', () => {
  test('differs between students, and stays as it is for each', async () => {
    const begun: Begun[] = [];
    const pools = () => new Set(begun.map(({ page }) => poolOf(page))).size;
    // Twenty students who all get the same one of two questions would be a fault.
    while (begun.length < 8 || (pools() < 2 && begun.length < 20)) begun.push(await begin());
    expect(new Set(begun.map(({ page }) => shown(page).join())).size).toBeGreaterThan(5);
    expect(pools()).toBe(2);
    for (const { browser, href, page } of begun) {
      const again = await browser.page(`${href}/exercises/1`);
      expect([shown(again), optionsOf(again), poolOf(again)]).toEqual([
        shown(page),
        optionsOf(page),
        poolOf(page),
      ]);
    }
  });

  test('is marked by its own key, and its review shows what was drawn, with its solution', async () => {
    const begun = await begin();
    await solve(begun);
    await handIn(begun);
    const review = await begun.browser.page(`${begun.href}/review`);
    const [w = 0, units = 0] = shown(begun.page);
    expect(shown(review)).toEqual([w, units]);
    expect(review).toContain(`A layer of ${w} inputs.`);
    expect(review).toContain('<strong>3</strong> of 4 marks');
    expect(review.match(/>Right</g)).toHaveLength(2);
    expect(review.replace(/(\d)'(\d{3})/g, '$1$2')).toContain(`SOLUTION-${w * units + units}`);
    expect(review).toContain(`SOLUTION-PICK ${aimOf(begun.page)}`);
    // The receipt is of what was drawn.
    const { attempt, steps } = await readRecord(web.storage.read, begun.id);
    const responses = new Map(
      steps.filter(({ kind }) => kind === 'submitted').map(({ questionId, posted }) => [questionId, posted]),
    );
    const text = handedIn(attempt, attempt.endedAt ?? 0, responses);
    expect(text).toContain(attempt.quizVersion);
    expect(attempt.drawnFrom).not.toBe(attempt.quizVersion);
    expect(receiptOf(text)).toBe(attempt.receipt);
  });

  test('16: keeps its version when the file is edited in the middle, and later attempts have the new one', async () => {
    const begun = await begin();
    const before = shown(begun.page);
    await publishVaried(
      web,
      FILE.replace('[2, 40]', '[50, 60]')
        .replace('w units + units', 'w units')
        .replace('units: <<units>> } }]', 'units: <<units>>, bias: false } }]')
        .replace('How many parameters', 'EDITED How many parameters'),
    );
    const again = await begun.browser.page(`${begun.href}/exercises/1`);
    expect([shown(again), optionsOf(again)]).toEqual([before, optionsOf(begun.page)]);
    expect(again).not.toContain('EDITED');
    await solve(begun);
    await handIn(begun);
    const review = await begun.browser.page(`${begun.href}/review`);
    expect(shown(review)).toEqual(before);
    expect(review).toContain('<strong>3</strong> of 4 marks');
    const later = await begin();
    expect(later.page).toContain('EDITED');
    expect(shown(later.page)[0]).toBeGreaterThanOrEqual(50);
    // Another attempt of the same student is drawn from what the file is now.
    const next = (await begun.browser.post(`${VARIED}/start`, {})).headers.get('location') ?? '';
    expect(await begun.browser.page(`${next}/exercises/1`)).toContain('EDITED');
  });

  test('40, 43: no page, JSON, id or address tells a key, an explanation, a seed or the name of an option', async () => {
    const begun = await begin();
    await solve(begun);
    const { seed, secret } = await selectAttempt(web.storage.read, begun.id);
    const saved = await begun.browser.post(`${begun.href}/save`, {
      question: 'count',
      'count.value': '1',
      key: 'request-varied',
    });
    const texts = [await saved.text()];
    for (const path of ['/exercises/1', '/confirm', '/clock', '/sheet', '/review'])
      texts.push(await (await begun.browser.get(begun.href + path)).text());
    for (const path of [VARIED, '/courses/course', '/']) texts.push(await begun.browser.page(path));
    const [w = 0, units = 0] = shown(begun.page);
    const total = w * units + units;
    for (const text of texts) {
      expect(SECRETS.exec(text)?.[0]).toBeUndefined();
      expect(text).not.toContain(seed);
      expect(text).not.toContain(secret);
      // What was typed as arithmetic is shown with its value once it is saved; `1` was saved last.
      expect(text.replace(/['\u202f]/g, '')).not.toMatch(new RegExp(`\\b${total}\\b`));
    }
  });

  test('40: neither the place of an option nor its token tells which is right', async () => {
    const places = new Set<string>();
    const tokens = new Set<string>();
    const byToken = new Set<string>();
    for (let i = 0; i < 30; i++) {
      const { page } = await begin();
      const options = optionsOf(page);
      expect(options).toHaveLength(3);
      const aim = options.findIndex(({ text }) => text === aimOf(page));
      places.add(String(aim));
      for (const { token } of options) tokens.add(token);
      const sorted = options.map(({ token }) => token).sort();
      byToken.add(String(sorted.indexOf(options[aim]?.token ?? '')));
    }
    expect(tokens.size).toBe(90);
    expect([...places].sort()).toEqual(['0', '1', '2']);
    expect([...byToken].sort()).toEqual(['0', '1', '2']);
  });

  test.each([
    ['a question of the pool that was not drawn', (page: string) => ({ question: other(page) })],
    ['a field of it', (page: string) => ({ question: 'count', [`${other(page)}.text`]: 'x' })],
    ['a seed', () => ({ question: 'count', 'count.value': '1', seed: '1' })],
    ['points', () => ({ question: 'count', 'count.value': '1', points: '100' })],
    ['a role', () => ({ question: 'count', 'count.value': '1', role: 'instructor' })],
    ['an option by its name in the file', () => ({ question: 'pick', 'pick.option': 'aim' })],
  ])('45: a form with %s is refused, and nothing of it is stored', async (_, fields) => {
    const begun = await begin();
    for (const path of ['/exercises/1', '/save']) {
      const reply = await begun.browser.post(begun.href + path, {
        ...fields(begun.page),
        key: 'request-tampered',
      });
      expect(reply.status).toBe(400);
      expect(SECRETS.exec(await reply.text())?.[0]).toBeUndefined();
    }
    expect((await readRecord(web.storage.read, begun.id)).steps).toEqual([]);
  });

  test('45: what is added to the start or to an address draws nothing else and makes nobody an instructor', async () => {
    const browser = await web.browser(await web.person('Chooser', 'student'));
    const started = await browser.post(`${VARIED}/start?seed=1&variant=1`, { seed: '1', role: 'instructor' });
    const href = started.headers.get('location') ?? '';
    const attempt = await selectAttempt(web.storage.read, href.split('/').at(-1) ?? '');
    expect(attempt.seed).toMatch(/^[\w-]{22}$/);
    const page = await browser.page(`${href}/exercises/1`);
    const tampered = await browser.page(`${href}/exercises/1?seed=2&role=instructor`);
    expect(shown(tampered)).toEqual(shown(page));
    expect((await browser.get(`${VARIED}/attempts?role=instructor`)).status).toBe(404);
  });

  test('46: going ahead by address is refused, and says nothing', async () => {
    const begun = await begin();
    const { browser, href } = begun;
    const refused = [
      `${href}/exercises/2`,
      `${href}/review`,
      `${href}/history`,
      `${VARIED}/practice`,
      `${VARIED}/practice/1?variant=a`,
      `${VARIED}/sheet?seed=1&solutions=yes`,
      `${VARIED}/questions/count`,
      `${VARIED}/questions/count/marking?attempt=${begun.id}`,
    ];
    for (const path of refused) {
      const reply = await browser.get(path);
      expect([path, reply.status >= 300]).toEqual([path, true]);
      expect(SECRETS.exec(await reply.text())?.[0]).toBeUndefined();
    }
    const sheet = await (await browser.get(`${href}/sheet?solutions=yes`)).text();
    expect(SECRETS.exec(sheet)?.[0]).toBeUndefined();
  });
});

describe('for instructors, an attempt at a varied quiz', () => {
  test('47: of their own changes no grade and no statistic', async () => {
    const { browser } = await instructor(web);
    await answered(web, 'Counted', { count: key });
    const counted = async () => [
      await (await browser.get(`${VARIED}/grades.csv`)).text(),
      await browser.page(`${VARIED}/questions`),
      (await browser.page(`${VARIED}/questions/count`)).replace(/id="[^"]*"/g, ''),
      await browser.page(`${VARIED}/attempts`),
    ];
    const before = await counted();
    const href = (await browser.post(`${VARIED}/start`, {})).headers.get('location') ?? '';
    await browser.post(`${href}/submit`, {});
    expect(await counted()).toEqual(before);
    expect(await browser.page(VARIED)).toContain(`${href}"`);
  });

  test('is marked by hand beside the question, the response and the solution that it drew', async () => {
    const { browser } = await instructor(web);
    for (let i = 0; i < 3; i++) {
      const { attempt, questions } = await answered(web, `By hand ${i}`, {
        'first-why': () => ({ text: `ANSWER-${i}` }),
        'other-why': () => ({ text: `ANSWER-${i}` }),
      });
      const { w } = numbersOf(questions);
      const id = questions.find((each) => each.answer.kind === 'text')?.id ?? '';
      const page = await browser.page(`${VARIED}/questions/${id}/marking?attempt=${attempt.id}`);
      expect(page).toContain(`for ${w}?`);
      expect(page).toContain(`SOLUTION-READ-${w}<`);
      expect(page).toContain(`ANSWER-${i}`);
      expect(page).toContain(`A layer of ${w} inputs.`);
      const seen = /name="seen" value="(\d+)"/.exec(page)?.[1] ?? '';
      await browser.post(`${VARIED}/questions/${id}/marking`, {
        attempt: attempt.id,
        seen,
        mark: '0.5',
        comment: '',
      });
      const last = (await selectMarkings(web.storage.read, attempt.id)).at(-1);
      const own = questions.find((each) => each.id === id);
      expect([last?.reason, last?.mark, last?.questionVersion]).toEqual(['human', 0.5, own?.version]);
    }
  });

  test('counts in the export out of what was asked, with a cell for each question of the pool', async () => {
    const { browser } = await instructor(web);
    const { questions } = await answered(web, 'Exported Eva', {
      count: key,
      pick: key,
      'first-why': () => ({ text: 'Because.' }),
      'other-why': () => ({ text: 'Because.' }),
    });
    expect(questions.filter((question) => keyOf(question) !== null)).toHaveLength(2);
    const lines = (await (await browser.get(`${VARIED}/grades.csv`)).text()).split('\r\n');
    const cells = (line = '') => line.split(',').map((cell) => cell.replace(/["\u{feff}]/gu, ''));
    const head = cells(lines[0]);
    const row = cells(lines.find((line) => line.includes('Exported Eva')));
    const cell = (title: string) => row[head.findIndex((each) => each.includes(title))];
    expect([cell('Grade'), cell('Maximum'), cell('Waiting')]).toEqual(['3', '4', '1']);
    expect([cell('count'), cell('pick'), cell('first-why'), cell('other-why')]).toEqual(['2', '1', '', '']);
    // The page of the quiz says the same maximum.
    expect(await browser.page(VARIED)).toMatch(/3 questions in 1 exercise, 4 marks/);
  });
});

function other(page: string): string {
  return poolOf(page) === 'first-why' ? 'other-why' : 'first-why';
}
