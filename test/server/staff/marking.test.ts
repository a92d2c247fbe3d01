import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { selectMarkings } from '../../../src/storage/index.ts';
import { AFTER, type Browser, DURING, type World, world } from '../harness.ts';
import { QUIZ } from '../students/sitting.ts';
import { AND, instructor, linksOf, newAttempt, prose, sitting, XOR } from './course.ts';

const MARKING = `${QUIZ}/questions/prose/marking`;

let web: World;
let browser: Browser;
beforeAll(async () => {
  web = await world();
  ({ browser } = await instructor(web, 'Ines Instructor'));
});
afterAll(() => web.close());
beforeEach(() => web.at(DURING));

const seenIn = (page: string) => /name="seen" value="(\d+)"/.exec(page)?.[1] ?? '';

async function filled(attempt: string, mark: string, comment = '', at = MARKING) {
  const seen = seenIn(await browser.page(`${at}?attempt=${attempt}`));
  return { attempt, seen, mark, comment };
}

const marksOf = async (attempt: string, question = 'prose') =>
  (await selectMarkings(web.storage.read, attempt))
    .filter(({ questionId }) => questionId === question)
    .map(({ mark }) => mark);

describe('marking by hand', () => {
  test('walks through what waits, by name, and says when nothing waits any more', async () => {
    const walked = await world();
    const { browser } = await instructor(walked);
    const [bob, ann] = [
      await newAttempt(walked, 'Bob', prose('Bob’s *proof*: $x^2$')),
      await newAttempt(walked, 'Ann', prose('Ann’s')),
    ];
    const first = await browser.page(MARKING);
    expect(first).toContain('Question 2a: Ann, attempt 1');
    expect(first).toContain('1 of 2 that need marking by hand');
    expect(linksOf(first)).toContain(`${MARKING}?attempt=${bob.id}`);
    const save = { attempt: ann.id, seen: seenIn(first), mark: '1', comment: '' };
    const saved = await browser.post(MARKING, save);
    expect([saved.status, saved.headers.get('location')]).toEqual([
      303,
      `${MARKING}?attempt=${bob.id}&after=${ann.id}`,
    ]);
    const second = await browser.page(`${MARKING}?attempt=${bob.id}&after=${ann.id}`);
    expect(second).toContain('Saved: 1 of 1 for Ann.');
    expect(second).toContain('1 of 1 that needs marking by hand');
    expect(second).toContain('<em>proof</em>');
    expect(second).toContain('class="katex"');
    await browser.post(MARKING, { attempt: bob.id, seen: seenIn(second), mark: '0', comment: '' });
    const done = await browser.page(`${MARKING}?after=${bob.id}`);
    expect(done).toContain('Nothing needs marking by hand here');
    expect(done).toContain('Saved: 0 of 1 for Bob.');
    await walked.close();
  });

  test('stands beside the solution, and the student sees mark and comment', async () => {
    const { student, id } = await newAttempt(web, 'Sees Comment', { ...XOR, ...prose('Because.') });
    const page = await browser.page(`${MARKING}?attempt=${id}`);
    expect(page).toContain('Explain it.');
    expect(page).toContain('A person reads it.');
    expect((await browser.post(MARKING, await filled(id, '0.75', 'Nearly: $x$'))).status).toBe(303);
    web.at(AFTER);
    const review = await (await web.browser(student)).page(`/attempts/${id}/review`);
    expect(review).toContain('Comment from the marker');
    expect(review).toContain('Nearly:');
    expect(review).toContain('<strong>1.75</strong> of 3 marks');
  });

  test.each([
    ['0', 0],
    ['1', 1],
    ['0.25', 0.25],
    ['0,3', 0.3],
    [' 0.125 ', 0.125],
  ])('takes %j', async (typed, mark) => {
    const { id } = await newAttempt(web, `Mark ${typed}`, prose('Because.'));
    await browser.post(MARKING, await filled(id, typed));
    expect(await marksOf(id)).toEqual([null, mark]);
  });

  test.each(['', '1.01', '-0.5', '1e9', 'NaN', 'Infinity', '0x1', 'one', '1.', '9'.repeat(90)])(
    '45: does not take %j, and keeps what was typed',
    async (typed) => {
      const { id } = await newAttempt(web, `No mark ${typed.slice(0, 9)}`, prose('Because.'));
      const reply = await browser.post(MARKING, await filled(id, typed, 'My comment'));
      expect(reply.status).toBe(400);
      const page = await reply.text();
      expect(page).toContain('A mark for this question must be a number from 0 to 1, such as 0.5.');
      expect(page).toContain(`value="${typed}"`);
      expect(page).toContain('My comment</textarea>');
      expect(await marksOf(id)).toEqual([null]);
    },
  );

  test('shows the comment as the student will read it before it is saved, and saves nothing', async () => {
    const { id } = await newAttempt(web, 'Read Before', prose('Because.'));
    const form = await filled(id, 'not a mark', 'Nearly: **look** at $x^2$ <img src=x>');
    const page = await (await browser.post(MARKING, { ...form, preview: 'page' })).text();
    expect(page).toContain('The student sees:');
    expect(page).toContain('value="not a mark"');
    expect(page).toContain('&lt;img src&#x3D;x&gt;</textarea>');
    const german = await (await browser.post(MARKING, { ...form, language: 'de' })).text();
    expect(german).toContain('Die Studierenden sehen:');
    expect(german).toContain('value="not a mark"');
    await browser.post('/language', { language: 'en' });
    const part = await (await browser.post(MARKING, { ...form, preview: 'part' })).json();
    for (const shown of [page, part.html]) {
      expect(shown).toContain('<strong>look</strong>');
      expect(shown).toContain('class="katex"');
      expect(shown).not.toContain('<img src=x>');
    }
    expect((await browser.post(MARKING, { ...form, preview: 'x' })).status).toBe(400);
    expect(await marksOf(id)).toEqual([null]);
  });

  test('a comment that is too long comes back whole', async () => {
    const { id } = await newAttempt(web, 'Long Comment', prose('Because.'));
    const comment = 'x'.repeat(5_001);
    const reply = await browser.post(MARKING, await filled(id, '1', comment));
    expect(reply.status).toBe(400);
    expect(await reply.text()).toContain(comment);
    expect(await marksOf(id)).toEqual([null]);
  });

  test('overrides the program’s mark of any question, and goes back to the history', async () => {
    const at = `${QUIZ}/questions/function/marking`;
    const { id } = await newAttempt(web, 'Over Ridden', AND);
    const page = await browser.page(`${at}?attempt=${id}`);
    expect(page).toContain('Not right');
    expect(page).toContain('value="0"');
    const reply = await browser.post(at, await filled(id, '0.5', 'For the idea.', at));
    expect(reply.headers.get('location')).toBe(`/attempts/${id}/history?question=function#timeline`);
    expect(await marksOf(id, 'function')).toEqual([0, 0.5]);
    expect(await browser.page(`${at}?attempt=${id}`)).toContain('Marked by Ines Instructor: 0.5 of 1');
  });

  test('5: pressed twice it is saved once', async () => {
    const { id } = await newAttempt(web, 'Pressed Twice', prose('Because.'));
    const form = await filled(id, '1', 'Good.');
    const replies = [await browser.post(MARKING, form), await browser.post(MARKING, form)];
    expect(replies.map(({ status }) => status)).toEqual([303, 303]);
    expect(await marksOf(id)).toEqual([null, 1]);
  });

  test('6: a mark that somebody else gave in the meantime is shown before it is overridden', async () => {
    const { id } = await newAttempt(web, 'Two Markers', prose('Because.'));
    const stale = await filled(id, '0.25', 'Mine');
    const other = await instructor(web, 'Olga Other');
    await other.browser.post(MARKING, { ...stale, mark: '1', comment: 'Theirs' });
    const reply = await browser.post(MARKING, stale);
    expect(reply.status).toBe(409);
    const page = await reply.text();
    expect(page).toContain('has been marked in the meantime');
    expect(page).toContain('Marked by Olga Other: 1 of 1');
    expect(page).toContain('value="0.25"');
    expect(page).toContain('Mine</textarea>');
    expect(page).toContain('<p>Theirs</p>');
    expect(await marksOf(id)).toEqual([null, 1]);
    await browser.post(MARKING, { ...stale, seen: seenIn(page) });
    expect(await marksOf(id)).toEqual([null, 1, 0.25]);
  });

  test('is for attempts that are handed in, at this quiz, with this question', async () => {
    const open = await sitting(web, await web.person('Not Yet', 'student'), prose('Because.'));
    const reply = await browser.get(`${MARKING}?attempt=${open.id}`);
    expect(reply.status).toBe(409);
    expect(await reply.text()).toContain('This attempt has not been handed in and marked yet');
    const { id } = await newAttempt(web, 'Is There', prose('Because.'));
    expect((await browser.get(`${MARKING}?attempt=none`)).status).toBe(404);
    expect((await browser.get(`${QUIZ}/questions/none/marking?attempt=${id}`)).status).toBe(404);
    expect((await browser.get(`${QUIZ}/questions/none/marking`)).status).toBe(404);
  });

  test('39, 45: a form that ours cannot have sent is refused', async () => {
    const { id } = await newAttempt(web, 'Tampered', prose('Because.'));
    const form = await filled(id, '1');
    for (const wrong of [{ mark: ['1', '0'] }, { seen: 'x' }, { by: 'somebody' }, { maximum: '9' }]) {
      expect((await browser.post(MARKING, { ...form, ...wrong })).status).toBe(400);
    }
    expect(await marksOf(id)).toEqual([null]);
  });

  test('44, 45, 50: students, strangers and other sites mark nothing', async () => {
    const { student, id } = await newAttempt(web, 'Marks Self', prose('Because.'));
    const form = await filled(id, '1');
    const own = await web.browser(student);
    expect((await own.post(MARKING, form)).status).toBe(404);
    const stranger = await web.browser(await web.person('Marks Others', null));
    expect((await stranger.post(MARKING, form)).status).toBe(404);
    expect((await web.guest().post(MARKING, form)).status).toBe(401);
    const cross = await browser.post(MARKING, form, { 'sec-fetch-site': 'cross-site' });
    expect(cross.status).toBe(403);
    expect(await marksOf(id)).toEqual([null]);
  });
});
