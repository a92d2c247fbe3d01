import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { selectRuleChanges } from '../../../src/storage/index.ts';
import { AFTER, type Browser, COURSE_ID, DURING, type World, world } from '../harness.ts';
import { key, QUIZ, start } from '../students/sitting.ts';

let web: World;
beforeAll(async () => {
  web = await world();
});
afterAll(() => web.close());
beforeEach(() => web.at(DURING));

const OVERRIDES = `${QUIZ}/overrides`;
const GROUPS = `/courses/${COURSE_ID}/groups`;
const EMPTY = { opens: '', due: '', closes: '', limit: '', extra: '', attempts: '' };
const MINUTE = 60_000;

const changesFor = async (personId: string) => {
  const of = { courseId: COURSE_ID, quizId: 'sheet' };
  return (await selectRuleChanges(web.storage.read, of)).filter((change) => change.personId === personId)
    .length;
};

let teachers = 0;
const instructor = async () => web.browser(await web.person(`Teacher ${++teachers}`, 'instructor'));

const Clock = z.object({
  open: z.boolean(),
  clock: z.object({ now: z.number(), ends: z.number(), until: z.string() }).nullable(),
});
const clockOf = async (browser: Browser, href: string) =>
  Clock.parse(await (await browser.get(`${href}/clock`, { accept: 'application/json' })).json());

test('12: an extension holds at once: the open page learns of it by its clock and with its next save', async () => {
  const staff = await instructor();
  const { browser, href, personId } = await start(web);
  const before = await clockOf(browser, href);
  expect(before.clock?.now).toBe(DURING);
  const given = await staff.post(OVERRIDES, {
    ...EMPTY,
    whose: `person:${personId}`,
    closes: '2023-04-12T09:30',
  });
  expect([given.status, given.headers.get('location')]).toEqual([303, OVERRIDES]);
  const ends = Date.UTC(2023, 3, 12, 7, 30);
  expect((await clockOf(browser, href)).clock).toMatchObject({ ends, until: 'Wednesday 12 April, 09:30' });
  web.at(ends - MINUTE);
  const saved = await browser.post(
    `${href}/save`,
    { question: 'prose', 'prose.text': 'later', key: key() },
    { accept: 'application/json' },
  );
  expect(saved.status).toBe(200);
  expect(await saved.json()).toMatchObject({ clock: { ends, now: ends - MINUTE } });
  web.at(ends + 1);
  const late = await browser.post(`${href}/save`, { question: 'prose', 'prose.text': 'x', key: key() });
  expect(late.status).toBe(409);
});

test('a student with an extension sees its dates, and no solution before it ends', async () => {
  const staff = await instructor();
  const { browser, href, personId } = await start(web);
  await staff.post(OVERRIDES, { ...EMPTY, whose: `person:${personId}`, closes: '2023-04-12T10:00' });
  web.at(AFTER);
  expect(await browser.page(QUIZ)).toContain('Wednesday 12 April, 10:00');
  await browser.post(`${href}/submit`, {});
  expect(await browser.page(href)).not.toContain('SOLUTION-FUNCTION');
  web.at(Date.UTC(2023, 3, 12, 9));
  expect(await browser.page(href)).toContain('SOLUTION-FUNCTION');
});

describe('the page of overrides', () => {
  test('lists them, changes one, takes it back, and says who did what', async () => {
    const staff = await instructor();
    const { browser, href, personId } = await start(web, 'Zoë Extra');
    await staff.post(OVERRIDES, { ...EMPTY, whose: `person:${personId}`, extra: '30 min', attempts: '5' });
    const list = await staff.page(OVERRIDES);
    expect(list).toMatch(/Zoë Extra<\/a>[\s\S]*30 min more, 5 attempts/);
    expect(list).toContain('Others will see the solutions before this ends.');
    const address = new RegExp(`href="(${OVERRIDES}/[\\w-]+)">Zoë Extra<`).exec(list)?.[1] ?? '';
    const form = await staff.page(address);
    expect(form).toMatch(/name="extra" value="30 min"/);
    web.at(DURING + 1);
    await staff.post(address, { ...EMPTY, due: '2023-04-08T12:00' });
    expect(await staff.page(address)).toMatch(/name="due" type="datetime-local" value="2023-04-08T12:00"/);
    web.at(DURING + 2);
    await staff.post(`${address}/withdraw`, {});
    await staff.post(`${address}/withdraw`, {});
    expect((await staff.get(address)).status).toBe(404);
    const after = await staff.page(OVERRIDES);
    const said = [...after.matchAll(/<li><span class="faint">.*?<\/span> (.*?)<\/li>/g)].map(
      ([, words]) => words,
    );
    expect(said.filter((words) => words?.includes('Zoë'))).toEqual([
      expect.stringMatching(/^Teacher \d+ took back from Zoë Extra: due Saturday 8 April, 12:00$/),
      expect.stringMatching(
        /changed for Zoë Extra: due Saturday 8 April, 12:00; before: 30 min more and 5 attempts$/,
      ),
      expect.stringMatching(/gave Zoë Extra: 30 min more and 5 attempts$/),
    ]);
    expect(await staff.page(`${href}/history`)).toContain('gave Zoë Extra: 30 min more and 5 attempts');
    await browser.post(`${href}/submit`, {});
    expect(await browser.page(`${href}/review`)).not.toContain('30 min more');
  });

  test.each([
    [{ limit: 'soon' }, 'Write a length of time like 90 min'],
    [{ closes: '2023-02-31T10:00' }, 'Write a date and a time, such as'],
    [{ opens: 'constructor' }, 'Write a date and a time, such as'],
    [{ attempts: '0' }, 'The number of attempts must be from 1 to 999'],
    [{ attempts: '1e9' }, 'The number of attempts must be from 1 to 999'],
    [{ extra: '30 min', limit: '1 h' }, 'Give either another time limit or extra time, not both.'],
    [{ closes: '2023-04-01T10:00' }, 'it would close before it opens'],
    [{}, 'This would change nothing'],
  ])('%j is refused with what was typed', async (typed, sentence) => {
    const staff = await instructor();
    const { personId } = await start(web);
    const reply = await staff.post(OVERRIDES, { ...EMPTY, ...typed, whose: `person:${personId}` });
    const page = await reply.text();
    expect(reply.status).toBe(400);
    expect(page).toContain(sentence);
    for (const value of Object.values(typed)) expect(page).toContain(`value="${value}"`);
    expect(page).toContain(`value="person:${personId}" selected`);
    // A field that is wrong is named, says so itself, and has the cursor.
    const named = /id="problem"><strong>([^<]+)<\/strong>/.exec(page)?.[1];
    const field =
      /<label for="(\w+)">([^<]+)<\/label><input (?=[^>]*aria-describedby="\w+-hint problem" aria-invalid="true" autofocus)/.exec(
        page,
      );
    expect([field?.[1], field?.[2]]).toEqual(
      named === undefined ? [undefined, undefined] : [Object.keys(typed)[0], named],
    );
    expect(named === undefined).toBe(!/^(Write a|The number of attempts)/.test(sentence));
  });

  test('says in the language of its reader what stands against one', async () => {
    const staff = await instructor();
    await staff.post('/language', { language: 'de' });
    const { personId } = await start(web);
    const reply = await staff.post(OVERRIDES, { ...EMPTY, whose: `person:${personId}` });
    expect([reply.status, await reply.text()]).toEqual([400, expect.stringContaining('Das würde nichts')]);
  });

  test.each([
    [{ closes: '2023-04-05T11:00' }, ['Closes', 'is in the past, so no one can start']],
    [{ closes: '2023-04-08T11:00' }, ['Closes', 'is earlier than for everyone else']],
    [{ due: '2023-04-05T11:00' }, ['Due', 'is in the past, so everything will be late']],
    [{ due: '2023-04-12T11:00' }, ['Due', 'is after it closes, so nothing can be late']],
    [{ due: '2023-04-04T11:00', opens: '2023-04-06T11:00' }, ['Due', 'is before it opens']],
    [{ limit: '20 d' }, ['Time limit', 'is longer than the 7 d 23 h']],
    [{ attempts: '1' }, ['Attempts', 'are fewer than for everyone else']],
  ])('13: %j is asked once more before it holds, with what was typed', async (typed, sentences) => {
    const staff = await instructor();
    const { browser, personId } = await start(web, 'Warned For');
    const form = { ...EMPTY, ...typed, whose: `person:${personId}` };
    const page = await (await staff.post(OVERRIDES, form)).text();
    for (const sentence of sentences) expect(page).toContain(sentence);
    for (const value of Object.values(typed)) expect(page).toContain(`value="${value}"`);
    expect(page).toContain(`value="person:${personId}" selected`);
    const anyway = /name="anyway" value="([^"]+)"/.exec(page)?.[1] ?? '';
    expect(await changesFor(personId)).toBe(0);
    expect((await staff.post(OVERRIDES, { ...form, anyway })).status).toBe(303);
    expect(await changesFor(personId)).toBe(1);
    expect((await browser.get(QUIZ)).status).toBe(200);
  });

  test('13: a yes to one warning is no yes to another one, when an override is changed too', async () => {
    const staff = await instructor();
    const { personId } = await start(web, 'Two Warnings');
    const whose = `person:${personId}`;
    await staff.post(OVERRIDES, { ...EMPTY, whose, extra: '1 d' });
    const list = await staff.page(OVERRIDES);
    const address = new RegExp(`href="(${OVERRIDES}/[\\w-]+)">Two Warnings<`).exec(list)?.[1] ?? '';
    const asked = await (await staff.post(address, { ...EMPTY, attempts: '1' })).text();
    expect(asked).toContain('are fewer than for everyone else');
    const anyway = /name="anyway" value="([^"]+)"/.exec(asked)?.[1] ?? '';
    const other = await (await staff.post(address, { ...EMPTY, closes: '2023-04-05T11:00', anyway })).text();
    expect(other).toContain('is in the past, so no one can start');
    expect(other).toContain('value="2023-04-05T11:00"');
    expect(await changesFor(personId)).toBe(1);
    expect((await staff.post(address, { ...EMPTY, attempts: '3', anyway })).status).toBe(303);
    expect(await changesFor(personId)).toBe(2);
  });

  test.each(['', 'person:', 'person:nobody', 'group:nothing', 'instructor:1'])(
    '45: for "%s" there is none',
    async (whose) => {
      const staff = await instructor();
      const reply = await staff.post(OVERRIDES, { ...EMPTY, attempts: '2', whose });
      expect([400, 404]).toContain(reply.status);
    },
  );

  test('39, 45: other fields, and fields that came twice, are refused', async () => {
    const staff = await instructor();
    const { personId } = await start(web);
    const whose = `person:${personId}`;
    for (const odd of [{ role: 'instructor' }, { attempts: ['2', '3'] }]) {
      expect((await staff.post(OVERRIDES, { ...EMPTY, ...odd, whose })).status).toBe(400);
    }
  });

  test('is not there for students: 404', async () => {
    const { browser, personId } = await start(web);
    for (const path of [OVERRIDES, `${OVERRIDES}/x`, GROUPS, `${GROUPS}/x`])
      expect((await browser.get(path)).status).toBe(404);
    const own = await browser.post(OVERRIDES, { ...EMPTY, whose: `person:${personId}`, attempts: '9' });
    expect(own.status).toBe(404);
    expect((await browser.post(GROUPS, { name: 'Mine' })).status).toBe(404);
  });
});

test('a group is made, filled from a pasted list, given more time, and removed', async () => {
  const staff = await instructor();
  const { browser, href, personId } = await start(web, 'In A Group');
  const { email } = await web.storage.read
    .selectFrom('people')
    .select('email')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  const made = await staff.post(GROUPS, { name: 'Extra time' });
  const group = made.headers.get('location') ?? '';
  const again = await staff.post(GROUPS, { name: 'Extra time' });
  expect([again.status, (await again.text()).includes('There is already a group with this name.')]).toEqual([
    400,
    true,
  ]);

  const refused = await staff.post(group, { emails: `${email}\nnobody@example.org` });
  const page = await refused.text();
  expect([refused.status, page.includes('nobody@example.org. No one was added.')]).toEqual([400, true]);
  expect(page).toContain(`${email}\nnobody@example.org</textarea>`);
  expect((await staff.post(group, { emails: `\n${email.toUpperCase()};\n` })).status).toBe(303);
  expect(await staff.page(group)).toMatch(/In A Group[\s\S]*added In A Group to the group Extra time/);

  const id = group.split('/').at(-1);
  await staff.post(OVERRIDES, { ...EMPTY, whose: `group:${id}`, closes: '2023-04-13T09:30' });
  const ends = Date.UTC(2023, 3, 13, 7, 30);
  expect((await clockOf(browser, href)).clock?.ends).toBe(ends);
  expect(await staff.page(GROUPS)).toMatch(/Extra time<\/a><p class="list__side">1 person</);

  await staff.post(`${group}/leave`, { person: personId });
  expect((await clockOf(browser, href)).clock?.ends).toBeLessThan(ends);
  expect((await staff.post(`${group}/remove`, {})).headers.get('location')).toBe(GROUPS);
  expect((await staff.get(group)).status).toBe(404);
  expect(await staff.page(OVERRIDES)).toMatch(/took back from Extra time: closes Thursday 13 April, 09:30/);
});
