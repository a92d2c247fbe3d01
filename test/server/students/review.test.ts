import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { gradedAttemptsOf, handedInAttempts, markByHand, resumeMarking } from '../../../src/grading/index.ts';
import { insertSteps, selectAttempt, updateSubmitted } from '../../../src/storage/index.ts';
import { AFTER, COURSE_ID, DURING, type Fields, type World, world } from '../harness.ts';
import { key, OR, QUIZ, type Started, start, tokenOf, weights } from './sitting.ts';

let web: World;
beforeAll(async () => {
  web = await world();
});
afterAll(() => web.close());
beforeEach(() => web.at(DURING));

/** What the file of the quiz keeps from students: solutions, feedback, hint, reasons. */
const SECRETS = /SOLUTION|FEEDBACK|HINT|A person reads it|"xor"|&quot;xor|verdict|Not right|✓|✗/;

async function fill(started: Started, option: string, matrices: Fields = OR): Promise<void> {
  const token = await tokenOf(started, option);
  const form = { ...matrices, question: ['or-weights', 'function'], 'function.option': token };
  const reply = await started.browser.post(`${started.href}/exercises/1`, form);
  if (reply.status !== 303) throw new Error(await reply.text());
}

const handIn = ({ browser, href }: Started) => browser.post(`${href}/submit`, {});

describe('before handing in', () => {
  test('40, 43: no page and no JSON holds a key, a verdict or an explanation', async () => {
    const started = await start(web);
    await fill(started, 'XOR');
    const save = await started.browser.post(`${started.href}/save`, { ...OR, key: key() });
    const pages = [await save.text()];
    for (const path of ['/exercises/1', '/exercises/2', '/confirm']) {
      pages.push(await started.browser.page(started.href + path));
    }
    pages.push(await started.browser.page(QUIZ), await started.browser.page(`/courses/${COURSE_ID}`));
    pages.push(
      await started.browser.page('/'),
      await (await started.browser.get(`${started.href}/review`)).text(),
    );
    for (const page of pages) expect(SECRETS.exec(page)?.[0]).toBeUndefined();
  });

  test('40: options stand in the order of the file, whatever is right', async () => {
    const page = await (await start(web)).browser.page(QUIZ);
    expect(page).not.toContain('XOR');
    const started = await start(web);
    const options = (await started.browser.page(started.href)).match(/<span class="option__text">\w+</g);
    expect(options?.map((option) => option.replace(/.*>(\w+)</, '$1')).slice(0, 4)).toEqual([
      'AND',
      'OR',
      'XOR',
      'NAND',
    ]);
  });

  test('42: right and wrong answers get replies of the same status, headers and size', async () => {
    const [right, wrong] = [await start(web), await start(web)];
    await fill(right, 'XOR');
    await fill(wrong, 'AND');
    for (const path of ['/exercises/1', '/confirm']) {
      const [a, b] = [await right.browser.get(right.href + path), await wrong.browser.get(wrong.href + path)];
      const mask = async (page: Response, { href }: Started) =>
        (await page.text())
          .replaceAll(href, '')
          .replace(/Student \d+/, '')
          .replace(/value="[\w-]{16}"/g, '').length;
      expect(await mask(a, right)).toBe(await mask(b, wrong));
      expect(a.status).toBe(b.status);
      expect([...a.headers.keys()]).toEqual([...b.headers.keys()]);
    }
  });
});

describe('after handing in', () => {
  test('every question says how it was read, what it came to and why', async () => {
    const started = await start(web);
    await fill(
      started,
      'AND',
      weights(
        [
          [1, 0],
          [0, -1],
        ],
        [1, 1],
      ),
    );
    await started.browser.post(`${started.href}/exercises/2`, {
      question: 'prose',
      'prose.text': 'Because.',
    });
    await handIn(started);
    const page = await started.browser.page(started.href);
    expect(page).toContain('<strong>0</strong> of 3 marks');
    expect(page).toContain('1 question is still to be marked by hand');
    expect(page).toMatch(/Not right/);
    expect(page).toContain('FEEDBACK-AND');
    expect(page).toContain('HINT-WEIGHTS');
    expect(page).toContain('id="or-weights-witness');
    expect(page).toContain('Handed in');
    expect(page).toMatch(/<code>[\w-]{40,64}<\/code>/);
  });

  test('a long text scrolls by itself and can be scrolled with keys; a short one is just there', async () => {
    for (const [text, tall] of [
      ['Because so it is. '.repeat(200), 1],
      ['Because.', 0],
    ] as const) {
      const started = await start(web);
      await started.browser.post(`${started.href}/exercises/2`, { question: 'prose', 'prose.text': text });
      await handIn(started);
      const page = await started.browser.page(`${started.href}/review`);
      const scrolls =
        page.match(/class="answer__tall" tabindex="0" role="group" aria-label="Read as"/g) ?? [];
      expect(scrolls).toHaveLength(tall);
      expect(page).toContain('<p>Because');
    }
  });

  test('a bar above the questions goes to each, with its verdict', async () => {
    const started = await start(web);
    await fill(started, 'AND');
    await handIn(started);
    const page = await started.browser.page(`${started.href}/review`);
    const links = [...page.matchAll(/<a class="verdicts__question[^>]*href="#([\w-]+)">(.*?)<\/a>/g)];
    expect(links.map(([, id = '', text = '']) => [id, text.replace(/<[^>]*>/g, '')])).toEqual([
      ['function', '✗ 1a: Not right'],
      ['or-weights', '✓ 1b: Right'],
      ['prose', '○ 2a: No answer'],
    ]);
    for (const [, id] of links) expect(page).toContain(`id="${id}"`);
  });

  test('40: the solution waits for its day, and the page says when that is', async () => {
    const started = await start(web);
    await fill(started, 'XOR');
    await handIn(started);
    const before = await started.browser.page(started.href);
    expect(before).toContain(
      'the solutions here on <time datetime="2023-04-10T22:00:00.000Z">Tuesday 11 April</time>',
    );
    expect(before).not.toContain('SOLUTION');
    web.at(AFTER);
    const after = await started.browser.page(started.href);
    expect(after).toContain('SOLUTION-FUNCTION');
    expect(after).toContain('SOLUTION-WEIGHTS');
  });

  test('41: a blank attempt reveals nothing that the next one could use', async () => {
    const started = await start(web);
    await handIn(started);
    const page = await started.browser.page(started.href);
    expect(page).toContain('No answer');
    expect(page).not.toMatch(/SOLUTION|FEEDBACK|HINT|✓/);
    const second = await started.browser.post(`${QUIZ}/start`, {});
    expect(second.headers.get('location')).not.toBe(started.href);
    expect(await started.browser.page(QUIZ)).toContain('Continue attempt 2');
  });

  test('46: a used-up quiz says so and starts no third attempt', async () => {
    const started = await start(web);
    await handIn(started);
    const second = await started.browser.post(`${QUIZ}/start`, {});
    await handIn({ ...started, href: second.headers.get('location') ?? '' });
    expect(await started.browser.page(QUIZ)).toContain('You have used all your attempts at this quiz');
    expect((await started.browser.post(`${QUIZ}/start`, {})).status).toBe(409);
  });

  test('17: what a crash left unmarked is shown as pending, and marked by and by', async () => {
    const started = await start(web);
    await fill(started, 'XOR');
    const id = started.href.replace('/attempts/', '');
    await web.storage.write(async (db) => {
      const { courseId } = await selectAttempt(db, id);
      const step = {
        courseId,
        questionId: 'function',
        kind: 'submitted',
        at: DURING,
        by: started.personId,
      } as const;
      await insertSteps(db, id, [
        { ...step, posted: { option: 'xor' }, idempotencyKey: null, try: null, certainty: null },
      ]);
      await updateSubmitted(db, id, { at: DURING, receipt: 'receipt' });
    });
    expect(await started.browser.page(started.href)).toContain('Your answers are still being marked');
    expect(await started.browser.page(QUIZ)).toContain('being marked');
    await resumeMarking(web);
    expect(await started.browser.page(started.href)).toContain('Right');
  });

  test('a mark by hand counts, with its comment', async () => {
    const started = await start(web);
    await started.browser.post(`${started.href}/exercises/2`, {
      question: 'prose',
      'prose.text': 'Because $x$.',
    });
    await handIn(started);
    const staff = await web.person('Hand Marker', 'instructor');
    const attemptId = started.href.replace('/attempts/', '');
    const marking = { attemptId, questionId: 'prose', mark: 0.5, comment: 'Say **why**.', by: staff.id };
    await markByHand(web, marking);
    const page = await started.browser.page(started.href);
    expect(page).toContain('Partly right');
    expect(page).toContain('<strong>why</strong>');
    expect(page).toContain('0.5 of 1 mark');
  });
});

test('47: what staff try out counts for nobody', async () => {
  const staff = await web.person('Tryer Out', 'instructor');
  const browser = await web.browser(staff);
  const begun = await browser.post(`${QUIZ}/start`, {});
  await browser.post(`${begun.headers.get('location')}/submit`, {});
  const own = await gradedAttemptsOf(web.storage.read, { courseId: COURSE_ID, personId: staff.id });
  expect(own).toHaveLength(1);
  const counted = await handedInAttempts(web.storage.read, { courseId: COURSE_ID });
  expect(counted.some(({ personId }) => personId === staff.id)).toBe(false);
});

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '[link](javascript:alert(1))',
  '$\\href{javascript:alert(1)}{x}$',
  '{{constructor.constructor "return 1"}}',
  '$\\def\\a{\\a\\a}\\a$',
];

test.each(HOSTILE)('58, 59: in a name, an answer and a comment this is inert: %s', async (text) => {
  const started = await start(web, `Name ${text}`);
  await started.browser.post(`${started.href}/exercises/2`, { question: 'prose', 'prose.text': text });
  const pages = [
    await started.browser.page(`${started.href}/exercises/2`),
    await started.browser.page(`${started.href}/confirm`),
  ];
  await handIn(started);
  const attemptId = started.href.replace('/attempts/', '');
  const staff = await web.person(`Marker ${HOSTILE.indexOf(text)}`, 'instructor');
  await markByHand(web, { attemptId, questionId: 'prose', mark: 1, comment: text, by: staff.id });
  pages.push(await started.browser.page(started.href));
  pages.push(await (await web.browser(staff)).page(`${started.href}/review`));
  for (const page of pages) {
    expect(page).not.toMatch(/<script>|<img|onerror=alert\(1\)>"?\s*<|href="javascript/);
    for (const [tag] of page.matchAll(/<script[^>]*>/g))
      expect(tag).toMatch(/^<script src="\/assets\/[\w.-]+" defer>$/);
  }
});
