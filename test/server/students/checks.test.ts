import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { publishCourse } from '../../../src/grading/index.ts';
import type { BehaviourSource } from '../../../src/quizzes/format/behaviour.ts';
import { prepareQuiz } from '../../../src/quizzes/index.ts';
import { selectCourse, selectMarkings, selectSteps } from '../../../src/storage/index.ts';
import { type Browser, COURSE_ID, DURING, type Fields, type World, world } from '../harness.ts';
import { key } from './sitting.ts';

let web: World;
beforeAll(async () => {
  web = await world();
});
afterAll(() => web.close());
beforeEach(() => web.at(DURING));

const sheet = (behaviour: BehaviourSource, more: object = {}) => ({
  title: 'Checked sheet',
  behaviour,
  exercises: [
    {
      title: 'Counting',
      model: { inputs: ['A', 'B'], layers: [{ dense: { units: 2 } }, { dense: { units: 1 } }] },
      questions: [
        {
          id: 'count',
          text: 'How many parameters?',
          claim: { parameters: 'model' },
          answer: 'number',
          key: 9,
          marks: 3,
          hint: 'HINT-ONE',
          hints: ['HINT-TWO'],
          solution: 'SOLUTION-COUNT',
        },
        {
          id: 'pick',
          text: 'Which?',
          answer: { choice: { a: 'ALPHA', b: 'BETA' } },
          key: 'a',
          because: 'WHY-PICK',
        },
        { id: 'why', text: 'Why?', answer: 'text', because: 'A person reads it.' },
      ],
    },
  ],
  ...more,
});

let quizzes = 0;
let people = 0;

interface Sitting {
  readonly browser: Browser;
  readonly href: string;
  readonly quiz: string;
  readonly id: string;
  check(question: string, fields: Fields): Promise<Response>;
  page(): Promise<string>;
  /** The file of the quiz is published anew while the attempt runs. */
  republish(behaviour: BehaviourSource, more: object): Promise<void>;
  markings(question: string): Promise<readonly (readonly [string, number | null])[]>;
}

async function sitting(behaviour: BehaviourSource, more: object = {}): Promise<Sitting> {
  const quizId = `checked-${++quizzes}`;
  const publish = async (kind: BehaviourSource, rest: object) => {
    const course = await selectCourse(web.storage.read, COURSE_ID);
    const quiz = prepareQuiz(quizId, sheet(kind, rest));
    const dates = { opens: null, due: null, closes: null, solutions: null };
    const published = { ...course, quizzes: [{ id: quizId, quiz, dates }] };
    await publishCourse(web.storage, published, { now: DURING, complete: false });
  };
  await publish(behaviour, more);
  const browser = await web.browser(await web.person(`Checker ${++people}`, 'student'));
  const href =
    (await browser.post(`/courses/${COURSE_ID}/quizzes/${quizId}/start`, {})).headers.get('location') ?? '';
  const id = href.replace('/attempts/', '');
  return {
    browser,
    href,
    id,
    quiz: `/courses/${COURSE_ID}/quizzes/${quizId}`,
    check: (question, fields) =>
      browser.post(`${href}/exercises/1`, { question, ...fields, check: question }),
    page: () => browser.page(`${href}/exercises/1`),
    republish: (kind, rest) => publish(kind, rest),
    async markings(question) {
      const all = await selectMarkings(web.storage.read, id);
      return all
        .filter((each) => each.questionId === question)
        .map(({ outcome, mark }) => [outcome.state, mark]);
    },
  };
}

const count = (value: string) => ({ 'count.value': value });
/** What the page says of a question, without tags. */
const said = (page: string, question: string): string =>
  (new RegExp(`<section class="question" id="${question}"[\\s\\S]*?</section>`).exec(page)?.[0] ?? '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

describe('interactive', () => {
  test('a wrong try is said with its evidence and a hint, and the next right one brings less', async () => {
    const { check, page, markings, browser, href } = await sitting({
      interactive: { tries: 3, penalty: 1 / 3 },
    });
    expect(said(await page(), 'count')).toContain('3 tries left.');
    const reply = await check('count', count('6'));
    expect([reply.status, reply.headers.get('location')]).toEqual([303, `${href}/exercises/1#count-said`]);
    const wrong = said(await page(), 'count');
    expect(wrong).toContain('Not right');
    expect(wrong).toContain('HINT-ONE');
    expect(wrong).not.toContain('HINT-TWO');
    expect(wrong).toContain('2 tries left. A right answer is now worth 2 of 3 marks.');
    expect(await page()).not.toMatch(/SOLUTION-COUNT|WHY-PICK/);
    await check('count', count('9'));
    const right = await page();
    expect(said(right, 'count')).toContain('Right');
    expect(said(right, 'count')).toContain('2 of 3 marks');
    expect(said(right, 'count')).toContain('You can no longer change your answer');
    expect(right).not.toContain('name="check" value="count"');
    expect((await browser.post(`${href}/submit`, {})).status).toBe(303);
    expect(await markings('count')).toEqual([
      ['marked', 0],
      ['marked', 2],
      ['marked', 2],
    ]);
    const review = await browser.page(`${href}/review`);
    expect(review).toMatch(/<strong>2<\/strong> of/);
    expect(said(review, 'count')).toContain('This answer is worth 3 marks; earlier tries took off 1.');
  });

  test('the hints come one after the other until the tries are used up', async () => {
    const { check, page, markings } = await sitting({ interactive: { tries: 3, penalty: 0 } });
    await check('count', count('1'));
    await check('count', count('2'));
    expect(said(await page(), 'count')).toMatch(/HINT-ONE.*HINT-TWO/);
    await check('count', count('3'));
    const over = said(await page(), 'count');
    expect(over).toContain('You can no longer change your answer');
    expect(over).not.toContain('try left');
    expect((await check('count', count('9'))).status).toBe(409);
    expect(await markings('count')).toHaveLength(3);
  });

  test('34: what is blank or cannot be read is kept, said, and costs nothing', async () => {
    const { check, page, markings, browser, href } = await sitting('interactive');
    for (const [value, why, says] of [
      ['', 'blank', 'There is no answer to check yet.'],
      ['nine', 'invalid', 'is not valid yet, so it was not checked'],
    ] as const) {
      const reply = await check('count', count(value));
      const next = reply.headers.get('location') ?? '';
      expect(next).toBe(`${href}/exercises/1?unchecked=${why}&of=count#count-said`);
      expect(said(await browser.page(next), 'count')).toContain(says);
    }
    expect(await page()).toContain('value="nine"');
    expect(said(await page(), 'count')).toContain('3 tries left.');
    expect(await markings('count')).toEqual([]);
  });

  test('an answer that was not checked because of another one that still was, is told so', async () => {
    const { browser, href } = await sitting('interactive');
    const page = await browser.page(`${href}/exercises/1?unchecked=waiting&of=count`);
    expect(said(page, 'count')).toContain(
      'was still being checked, so this one was not checked. It is saved',
    );
  });

  test('5: a double click, ten clicks at once and the same again are one try', async () => {
    const { check, page, markings, browser } = await sitting('interactive');
    const replies = await Promise.all(Array.from({ length: 10 }, () => check('count', count('6'))));
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([303]));
    expect(await markings('count')).toEqual([['marked', 0]]);
    await check('count', count('7'));
    const again = (await check('count', count('6'))).headers.get('location') ?? '';
    expect(said(await browser.page(again), 'count')).toContain(
      'You have already checked this answer, so it cost nothing.',
    );
    expect(said(await page(), 'count')).toContain('1 try left.');
  });

  test('1, 7: what is written after a check is saved, and the verdict is said to be about the earlier answer', async () => {
    const { check, page, browser, href, markings } = await sitting('interactive');
    await check('count', count('6'));
    expect(await page()).not.toContain('data-stale');
    const saved = await browser.post(`${href}/save`, { question: 'count', ...count('9'), key: key() });
    expect(saved.status).toBe(200);
    expect(await page()).toContain('data-checked="count" data-stale');
    await browser.post(`${href}/submit`, {});
    const marks = await markings('count');
    expect(marks.at(-1)?.[1]).toBeCloseTo(2, 10);
  });

  test('the other questions of the exercise are saved with the check, a finished one stays as it is', async () => {
    const { check, browser, href, id, page } = await sitting('interactive');
    await check('count', count('9'));
    const reply = await browser.post(`${href}/exercises/1`, {
      question: ['pick', 'why'],
      ...count('9'),
      'pick.option': '',
      'why.text': 'Because.',
      check: 'pick',
    });
    expect(reply.status).toBe(303);
    const steps = await selectSteps(web.storage.read, id);
    expect(
      steps.filter(({ questionId }) => questionId === 'why').map(({ posted }) => posted['text']),
    ).toEqual(['Because.']);
    expect(await page()).not.toContain('data-question="count"');
    const changed = await browser.post(`${href}/save`, { question: 'count', ...count('8'), key: key() });
    expect([changed.status, await changed.text()]).toEqual([409, expect.stringContaining('is finished')]);
  });

  test('a question that a person marks has no check, and a forged one is refused', async () => {
    const { check, page } = await sitting('interactive');
    expect(await page()).not.toContain('name="check" value="why"');
    expect((await check('why', { 'why.text': 'So.' })).status).toBe(409);
    expect((await check('nothing', {})).status).toBe(400);
  });
});

describe('adaptive', () => {
  test('each try costs its penalty and the best counts', async () => {
    const { check, page, markings, browser, href } = await sitting({ adaptive: { penalty: 0.1 } });
    for (const value of ['1', '2', '1']) await check('count', count(value));
    expect(said(await page(), 'count')).toContain('A right answer is now worth 2.4 of 3 marks.');
    await check('count', count('9'));
    expect(said(await page(), 'count')).toContain('2.4 of 3 marks');
    await browser.post(`${href}/submit`, {});
    for (const [, mark] of (await markings('count')).slice(2)) expect(mark).toBeCloseTo(2.4, 10);
  });

  test('a worse answer after a better one takes nothing away, and that is said', async () => {
    const [exercise] = sheet('adaptive').exercises;
    const questions = exercise?.questions.map((question) =>
      question.id === 'count'
        ? { ...question, credit: { 'no-bias': 0.5, 'one-layer-too-few': 0.5 } }
        : question,
    );
    const { check, page } = await sitting('adaptive', { exercises: [{ ...exercise, questions }] });
    await check('count', count('6'));
    expect(said(await page(), 'count')).toMatch(/1\.5 of 3 marks.*Partly right/);
    await check('count', count('1'));
    expect(said(await page(), 'count')).toMatch(
      /1\.5 of 3 marks.*Not right An answer you checked earlier is worth more, so that one counts\./,
    );
  });

  test('without penalty nothing is taken off', async () => {
    const { check, page, markings } = await sitting('adaptive-without-penalty');
    for (const value of ['1', '2', '9']) await check('count', count(value));
    expect((await markings('count')).at(-1)).toEqual(['marked', 3]);
    expect(said(await page(), 'count')).not.toContain('now brings');
  });
});

describe('immediate', () => {
  test('one check, and the answer stays', async () => {
    const { check, page, markings } = await sitting('immediate');
    expect((await check('count', count('6'))).status).toBe(303);
    expect(said(await page(), 'count')).toMatch(/0 of 3 marks.*Not right/);
    expect(await page()).toMatch(/name="count.value"[^>]*readonly/);
    expect((await check('count', count('9'))).status).toBe(409);
    expect(await markings('count')).toEqual([['marked', 0]]);
  });

  test('40: rules that keep everything back from now on end the checks, and what is checked is said no more', async () => {
    const { check, page, republish, markings } = await sitting('interactive');
    await check('count', count('6'));
    expect(said(await page(), 'count')).toContain('Not right');
    await republish('deferred', { review: { during: [] } });
    const hidden = said(await page(), 'count');
    expect(hidden).toContain('is not shown yet');
    expect(hidden).not.toMatch(/Not right|HINT-ONE|0 of 3/);
    expect(await page()).not.toContain('name="check"');
    const refused = await Promise.all([check('count', count('9')), check('pick', { 'pick.option': '' })]);
    expect(refused.map(({ status }) => status)).toEqual([409, 303]);
    expect(await markings('count')).toHaveLength(1);
  });
});

describe('deferred', () => {
  test('40: has no check and refuses one', async () => {
    const { check, page, markings } = await sitting('deferred');
    expect(await page()).not.toContain('name="check"');
    expect((await check('count', count('9'))).status).toBe(409);
    expect(await markings('count')).toEqual([]);
  });
});

describe('before an answer is checked', () => {
  /** A reply without what differs from person to person, from attempt to attempt, and by what was typed. */
  const seen = async (reply: Response) => {
    const {
      date: _,
      location: _where,
      'set-cookie': _session,
      ...headers
    } = Object.fromEntries(reply.headers);
    const text = await reply.text();
    const blanked = text
      .replaceAll(/Checker \d+|checked-\d+/g, 'NAME')
      .replaceAll(/(?<![\w.])[69](?![\w.])/g, '_')
      .replaceAll(/(?<=value=")[\w-]{16}(?=")/g, 'TOKEN')
      .replaceAll(/(?<=attempts\/)[\w-]+/g, 'ID');
    return { status: reply.status, headers, blanked };
  };

  test.each(['deferred', 'interactive', 'adaptive', 'certainty'] as const)(
    '42: replies are the same for right and wrong (%s)',
    async (behaviour) => {
      const sat = async (value: string) => {
        const { browser, href } = await sitting(behaviour);
        const form = { question: 'count', ...count(value) };
        return [
          await seen(await browser.post(`${href}/save`, { ...form, key: key() })),
          await seen(await browser.post(`${href}/exercises/1`, { ...form, go: '1' })),
          await seen(await browser.get(`${href}/exercises/1`)),
          await seen(await browser.get(`${href}/confirm`)),
        ];
      };
      expect(await sat('9')).toEqual(await sat('6'));
    },
  );

  test('41: to check what is blank reveals nothing and costs nothing, nor does the next attempt know more', async () => {
    const { browser, check, page, quiz, href } = await sitting('interactive');
    const before = await page();
    await check('count', count(''));
    await check('pick', { 'pick.option': '' });
    expect(await page()).toBe(before);
    await browser.post(`${href}/submit`, {});
    const blank = await browser.page(`${href}/review`);
    expect(blank).toContain('No answer');
    expect(blank).not.toMatch(/HINT-ONE|SOLUTION-COUNT|WHY-PICK/);
    const next = (await browser.post(`${quiz}/start`, {})).headers.get('location') ?? '';
    expect(await browser.page(`${next}/exercises/1`)).not.toMatch(/HINT-ONE|SOLUTION-COUNT|Not right/);
  });
});

describe('certainty', () => {
  test('is asked beside the answer with what it earns and costs, saved, and multiplies the marks', async () => {
    const { page, browser, href, markings, quiz } = await sitting('certainty');
    const asked = said(await page(), 'count');
    expect(asked).toMatch(/Not sure 3 marks if right, nothing off if wrong/);
    expect(asked).toMatch(/Very sure 9 marks if right, 18 marks off if wrong/);
    expect(await page()).not.toContain('why.certainty');
    expect(await browser.page(quiz)).toContain('−6×');
    const form = { question: 'count', ...count('9'), 'count.certainty': '3' };
    expect((await browser.post(`${href}/save`, { ...form, key: key() })).status).toBe(200);
    expect(await page()).toMatch(/name="count.certainty" value="3" checked/);
    await browser.post(`${href}/submit`, {});
    expect(await markings('count')).toEqual([['marked', 9]]);
    const review = await browser.page(`${href}/review`);
    expect(review).toMatch(/<strong>9<\/strong> of 13/);
    expect(said(review, 'count')).toContain('Very sure: 9 marks if right, 18 marks off if wrong.');
  });

  test('with immediate feedback takes off what was lost, and the grade stays at 0 or more', async () => {
    const { check, page, browser, href, markings } = await sitting('immediate-certainty');
    await check('count', { ...count('6'), 'count.certainty': '3' });
    expect(said(await page(), 'count')).toContain('-18 of 9 marks');
    await browser.post(`${href}/submit`, {});
    expect((await markings('count')).map(([, mark]) => mark)).toEqual([-18, -18]);
    expect(await browser.page(`${href}/review`)).toMatch(/<strong>0<\/strong> of/);
    const staff = await web.browser(await web.person('Certain Staff', 'instructor'));
    const csv = await staff.page(`/courses/${COURSE_ID}/quizzes/checked-${quizzes}/grades.csv`);
    expect(csv).toContain('"-18"');
    expect(await staff.page(`${href}/history`)).toMatch(/checked \(try 1\)[\s\S]*Very sure/);
  });

  test('45: another certainty than the form has is refused, and where none is asked it is ignored', async () => {
    const { browser, href } = await sitting('certainty');
    for (const sure of ['4', '0', '-1', 'very', ['1', '3']]) {
      const form = { question: 'count', ...count('9'), 'count.certainty': sure };
      expect((await browser.post(`${href}/save`, { ...form, key: key() })).status).toBe(400);
    }
  });
});

test('the page of the quiz says how it marks', async () => {
  for (const [behaviour, says] of [
    [
      'interactive',
      'you have 3 tries for each question. Your last answer counts. Every other answer you checked takes off 33 % of the marks',
    ],
    [
      { adaptive: { penalty: 0.1 } },
      'Each try takes 10 % of the marks off later answers. Your best result counts',
    ],
    ['immediate', 'you can check each answer once'],
  ] as const) {
    const { browser, quiz } = await sitting(behaviour);
    expect(await browser.page(quiz)).toContain(says);
  }
});

test('6: a check on a page that is behind another one judges nothing, costs nothing and changes nothing', async () => {
  const { browser, href, page, markings, id } = await sitting('interactive');
  const save = (fields: Fields) => browser.post(`${href}/exercises/1`, { question: 'count', ...fields });
  await save({ 'count.value': '7' });
  const seen = /name="count\.seen" value="(\d+)"/.exec(await page())?.[1] ?? '';
  await save({ 'count.value': '8' });
  const reply = await save({ 'count.value': '7', 'count.seen': seen, check: 'count' });
  expect(reply.headers.get('location')).toContain('unchecked=overtaken');
  expect(await markings('count')).toEqual([]);
  const steps = await selectSteps(web.storage.read, id);
  expect(steps.at(-1)?.posted['value']).toBe('8');
});

test('a save of a finished question and another one says which of them is stored', async () => {
  const { browser, href, check } = await sitting('interactive');
  await check('count', count('9'));
  const reply = await browser.post(
    `${href}/save`,
    { question: ['count', 'why'], ...count('8'), 'why.text': 'So.', key: key() },
    { accept: 'application/json' },
  );
  expect([reply.status, await reply.json()]).toEqual([
    409,
    expect.objectContaining({
      problem: 'This question is finished, so you can no longer change your answer.',
      questions: { why: expect.objectContaining({ state: 'answered', seen: 3 }) },
    }),
  ]);
});
