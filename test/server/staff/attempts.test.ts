import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { markByHand } from '../../../src/grading/index.ts';
import { deleteEnrolment, updateDisabled } from '../../../src/storage/index.ts';
import { type Browser, COURSE_ID, DURING, PASSWORD, type World, world } from '../harness.ts';
import { QUIZ } from '../students/sitting.ts';
import { AND, handedIn, instructor, linksOf, newAttempt, prose, sitting, XOR } from './course.ts';

const ATTEMPTS = `${QUIZ}/attempts`;
const CSV = `${QUIZ}/grades.csv`;

let web: World;
let browser: Browser;
beforeAll(async () => {
  web = await world();
  ({ browser } = await instructor(web));
});
afterAll(() => web.close());

/** The names in the table, from top to bottom. */
const names = (page: string) =>
  [...page.matchAll(/class="row-link" href="[^"]*">([^<]*)</g)].map(([, name]) => name);

describe('everybody’s attempts', () => {
  test('before the first attempt it says what will be there', async () => {
    const page = await browser.page(ATTEMPTS);
    expect(page).toContain('No one has started this quiz yet');
    expect(page).not.toContain('<table');
  });

  test('lists who, when, how long and what it came to; each row leads to the history', async () => {
    const student = await web.person('Grundstück Müller', 'student');
    const { id } = await sitting(web, student, XOR);
    web.at(DURING + 65 * 60_000);
    await handedIn(web, student, { ...XOR, ...prose('Because.') });
    web.at(DURING);
    const page = await browser.page(ATTEMPTS);
    expect(page).toContain(`<a class="row-link" href="/attempts/${id}/history">Grundstück Müller</a>`);
    expect(page).toContain('5 Apr, 14:00');
    expect(page).toContain('5 Apr, 15:05');
    expect(page).toContain('1 h 5 min');
    expect(page).toContain('needs marking by hand');
    expect(page).toMatch(/>1 of 3</);
  });

  test('is sorted, filtered and paged by the address alone', async () => {
    const listed = await world();
    const { browser } = await instructor(listed);
    for (const [i, name] of ['Zoë', 'Ann', 'Bob'].entries()) {
      listed.at(DURING + i * 60_000);
      await newAttempt(listed, name, i === 1 ? XOR : AND);
    }
    await sitting(listed, await listed.person('Open', 'student'), XOR);
    expect(names(await browser.page(ATTEMPTS))).toEqual(['Ann', 'Bob', 'Open', 'Zoë']);
    expect(names(await browser.page(`${ATTEMPTS}?direction=desc`))[0]).toBe('Zoë');
    expect(names(await browser.page(`${ATTEMPTS}?sort=grade&direction=desc`))[0]).toBe('Ann');
    expect(names(await browser.page(`${ATTEMPTS}?sort=started`))).toEqual(['Zoë', 'Ann', 'Bob', 'Open']);
    expect(names(await browser.page(`${ATTEMPTS}?text=zoe`))).toEqual(['Zoë']);
    expect(names(await browser.page(`${ATTEMPTS}?state=open`))).toEqual(['Open']);
    const none = await browser.page(`${ATTEMPTS}?text=nobody&state=&sort=name`);
    expect(none).toContain('No attempts match');
    expect(none).toContain('value="nobody"');
    expect((await browser.get(`${ATTEMPTS}?page=9`)).headers.get('location')).toBe(ATTEMPTS);
    const sorted = await browser.page(`${ATTEMPTS}?sort=grade&text=e`);
    expect(sorted).toContain('aria-sort="ascending"');
    expect(linksOf(sorted)).toContain(`${ATTEMPTS}?text=e&sort=grade&direction=desc`);
    await listed.close();
  });

  test('39: what the address cannot mean is refused with 400', async () => {
    for (const query of ['sort=secret', 'page=0', 'page=1e99', 'state=a&state=b', 'text[]=a', 'x=1']) {
      expect((await browser.get(`${ATTEMPTS}?${query}`)).status).toBe(400);
    }
  });

  test('more than a page of them is counted and led through', async () => {
    const many = await world();
    const { browser } = await instructor(many);
    const people = await Promise.all(
      Array.from({ length: 52 }, (_, i) => many.person(`Student ${String(i).padStart(2, '0')}`, 'student')),
    );
    for (const person of people) await sitting(many, person, {});
    const first = await browser.page(ATTEMPTS);
    expect(first).toContain('1–50 of 52');
    expect(linksOf(first)).toContain(`${ATTEMPTS}?page=2`);
    const last = await browser.page(`${ATTEMPTS}?page=2`);
    expect(names(last)).toEqual(['Student 50', 'Student 51']);
    expect(last).not.toContain('rel="next"');
    await many.close();
  });

  test('47: what an instructor tries out is not listed and not counted', async () => {
    const { person, browser } = await instructor(web, 'Tries Out');
    await handedIn(web, person, XOR);
    expect(names(await browser.page(ATTEMPTS))).not.toContain('Tries Out');
    expect(await (await browser.get(CSV)).text()).not.toContain('Tries Out');
  });
});

describe('who gets in', () => {
  const paths = [
    ATTEMPTS,
    CSV,
    `${QUIZ}/questions`,
    `${QUIZ}/questions/prose`,
    `${QUIZ}/questions/prose/marking`,
  ];

  test.each(paths)('44, 43: %s is not there for students, strangers and guests', async (path) => {
    const student = await web.browser(await web.person(`Student of ${path}`, 'student'));
    expect((await student.get(path)).status).toBe(404);
    const stranger = await web.browser(await web.person(`Stranger of ${path}`, null));
    expect((await stranger.get(path)).status).toBe(404);
    expect((await web.guest().get(path)).headers.get('location')).toContain('/sign-in?next=');
    expect((await browser.get(path)).status).toBe(200);
  });

  test('the pages of course and quiz lead there for instructors, and only for them', async () => {
    const student = await web.browser(await web.person('Sees No Links', 'student'));
    for (const path of [QUIZ, `/courses/${COURSE_ID}`]) {
      expect(await browser.page(path)).toContain(`href="${ATTEMPTS}"`);
      expect(await student.page(path)).not.toContain(`${QUIZ}/attempts`);
      expect(await student.page(path)).not.toContain('grades.csv');
    }
  });

  test('51, 52: a disabled account and a removed role are dead at the next request', async () => {
    const removed = await instructor(web);
    await web.storage.write((db) => deleteEnrolment(db, COURSE_ID, removed.person.id));
    expect((await removed.browser.get(ATTEMPTS)).status).toBe(404);
    const disabled = await instructor(web);
    await web.storage.write((db) => updateDisabled(db, disabled.person.id, DURING));
    expect((await disabled.browser.get(ATTEMPTS)).headers.get('location')).toContain('/sign-in');
    const again = await web.guest().post('/sign-in', { email: disabled.person.email, password: PASSWORD });
    expect(again.status).toBe(401);
  });
});

describe('grades as CSV', () => {
  test('a row for each student: the attempt that counts, each question, and what waits', async () => {
    const { browser, person } = await instructor(web);
    const student = await web.person('Rosa Roe', 'student');
    await handedIn(web, student, AND);
    const best = await handedIn(web, student, { ...XOR, ...prose('Because.') });
    const absent = await web.person('Never There', 'student');
    const reply = await browser.get(CSV);
    expect(reply.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(reply.headers.get('content-disposition')).toBe('attachment; filename=course-sheet-grades.csv');
    const bytes = new Uint8Array(await reply.clone().arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = (await reply.text()).split('\r\n');
    expect(lines[0]).toBe(
      '"Name","E-mail","Attempts handed in","Late","Grade","Maximum","Waiting for a person","1a function","1b or-weights","2a prose"',
    );
    expect(lines).toContain(`"Rosa Roe","${student.email}","2","no","1","3","1","1","0",`);
    expect(lines).toContain(`"Never There","${absent.email}","0",,,,,,,`);
    const marking = { attemptId: best.id, questionId: 'prose', mark: 0.5, comment: null, by: person.id };
    await markByHand(web, marking);
    expect(await (await browser.get(CSV)).text()).toContain(
      `"Rosa Roe","${student.email}","2","no","1.5","3","0","1","0","0.5"`,
    );
  });

  test.each(['=HYPERLINK("http://x","y")', '+1', '-1', '@SUM(A1)', 'a;=1+1', 'a\u00a0"=1'])(
    '62: a formula in a name is neutralised: %s',
    async (name) => {
      await web.person(name, 'student');
      const lines = (await (await browser.get(CSV)).text()).split('\r\n');
      const quoted = name.replaceAll('"', '""');
      expect(lines.filter((line) => /^"?[=+\-@]/.test(line))).toEqual([]);
      const apostrophe = /^[=+\-@]/.test(name) ? "'" : '';
      expect(lines.some((line) => line.startsWith(`"${apostrophe}${quoted}","`))).toBe(true);
    },
  );
});
