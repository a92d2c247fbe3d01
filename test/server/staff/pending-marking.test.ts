import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publishCourse } from '../../../src/grading/index.ts';
import { type Browser, COURSE_ID, DURING, type World, world } from '../harness.ts';
import { QUIZ } from '../students/sitting.ts';
import { AND, instructor, linksOf, newAttempt, prose, sitting } from './course.ts';

const MARKING = `${QUIZ}/questions/prose/marking`;
const COURSE = `/courses/${COURSE_ID}`;

let web: World;
let browser: Browser;
beforeAll(async () => {
  web = await world();
  web.at(DURING);
  ({ browser } = await instructor(web));
});
afterAll(() => web.close());

const seenIn = (page: string) => /name="seen" value="(\d+)"/.exec(page)?.[1] ?? '';

describe('what needs marking by hand', () => {
  test('an instructor reads how many students have begun, not that nothing is started', async () => {
    expect(await browser.page(COURSE)).toContain('no attempts yet');
    await newAttempt(web, 'Ann', { ...AND, ...prose('Because.') });
    await sitting(web, await web.person('Bob', 'student'), prose('I think'));
    const page = await browser.page(COURSE);
    expect(page).toContain('2 attempts, 1 in progress');
    expect(page).not.toContain('not started');
  });

  test('it is counted on the pages of courses, course, quiz and attempts, with the way to mark it', async () => {
    await newAttempt(web, 'Cem', prose('Since.'));
    for (const at of ['/', COURSE, QUIZ, `${QUIZ}/attempts`]) {
      const page = await browser.page(at);
      expect(page, at).toContain('2 answers need marking by hand');
      expect(linksOf(page), at).toContain(MARKING);
    }
  });

  test('42: students read nothing of it', async () => {
    const student = await web.browser(await web.person('Dora', 'student'));
    for (const at of ['/', COURSE, QUIZ]) {
      const page = await student.page(at);
      expect(page).not.toMatch(/needs? marking|attempts?, \d+ in progress/);
      expect(linksOf(page)).not.toContain(MARKING);
    }
    expect(await student.page(COURSE)).toContain('not started');
  });

  test('what was handed in before a quiz was removed from the course can still be found and marked', async () => {
    const course = {
      id: COURSE_ID,
      title: 'Little course',
      text: '',
      timezone: 'Europe/Zurich',
      language: 'en',
    };
    await publishCourse(web.storage, { ...course, quizzes: [] }, { now: web.now(), complete: true });
    const page = await browser.page(COURSE);
    expect(page).toContain('removed from the course');
    expect(linksOf(page)).toContain(MARKING);
    for (let left = 2; left > 0; left--) {
      const form = await browser.page(MARKING);
      const attempt = /name="attempt" value="([^"]+)"/.exec(form)?.[1] ?? '';
      await browser.post(MARKING, { attempt, seen: seenIn(form), mark: '1', comment: '' });
    }
    expect(await browser.page(COURSE)).not.toContain('Little sheet');
    expect(await browser.page('/')).not.toMatch(/needs? marking/);
  });
});
