import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { markByHand, saveResponses } from '../../../src/grading/index.ts';
import { insertSteps, updateSubmitted } from '../../../src/storage/index.ts';
import { type Browser, DURING, type World, world } from '../harness.ts';
import { OR, QUIZ } from '../students/sitting.ts';
import { AND, handedIn, instructor, linksOf, newAttempt, prose, sitting, XOR } from './course.ts';

let web: World;
let browser: Browser;
let personId: string;
beforeAll(async () => {
  web = await world();
  const { browser: signedIn, person } = await instructor(web, 'Ines Instructor');
  browser = signedIn;
  personId = person.id;
});
afterAll(() => web.close());
beforeEach(() => web.at(DURING));

const historyOf = ({ id }: { readonly id: string }) => `/attempts/${id}/history`;

/** The entries of the timeline, without tags. */
const entries = (page: string) =>
  page
    .split('<li class="timeline__entry">')
    .slice(1)
    .map((entry) =>
      entry
        .replace(/<\/ol>[\s\S]*/, '')
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .replace(/ (?=[,.])/g, '')
        .trim(),
    );

describe('the history of an attempt', () => {
  test('tells every step and marking: when, who, what was typed, what it came to and why', async () => {
    const student = await web.person('Hanna History', 'student');
    const { id } = await sitting(web, student, AND);
    web.at(DURING + 30_000);
    await saveResponses(web, {
      attemptId: id,
      personId: student.id,
      responses: { 'or-weights': { 'W1.0.0': 'eins' } },
      key: null,
      at: web.now(),
    });
    web.at(DURING + 60_000);
    await handedIn(web, student, {});
    web.at(DURING + 90_000);
    const marking = {
      attemptId: id,
      questionId: 'prose',
      mark: 0.25,
      comment: 'See **page 3**.',
      by: personId,
    };
    await markByHand(web, marking);
    const page = await browser.page(historyOf({ id }));
    const [saved, unread, handed, , , byHand, ...others] = entries(page);
    expect(others).toEqual([]);
    expect(saved).toBe('14:00:00 1a saved by Hanna History AND');
    expect(unread).toMatch(/^14:00:30 1b saved by Hanna History eins /);
    expect(handed).toMatch(/^14:01:00 1a handed in by Hanna History AND ✗ Not right, 0 of 1 Markprop \d/);
    expect(byHand).toBe(
      '14:01:30 2a marked by hand by Ines Instructor ◐ Partly right, 0.25 of 1 Markprop 0.1.0 See page 3.',
    );
    expect(page).toContain('<strong>page 3</strong>');
    expect(page).toContain('Wednesday 5 April 2023');
  });

  test('one question can be looked at alone, and marked from there', async () => {
    const attempt = await newAttempt(web, 'Otto Only', { ...XOR, ...prose('Because.') });
    const page = await browser.page(historyOf(attempt));
    const links = linksOf(page);
    expect(links).toContain(`${historyOf(attempt)}?question=function#timeline`);
    expect(links).toContain(`${QUIZ}/questions/function/marking?attempt=${attempt.id}`);
    expect(page).toMatch(/aria-label="Mark question 2a">Mark</);
    expect(page).toMatch(/aria-label="Change the mark of question 1a">Change mark</);
    const one = await browser.page(`${historyOf(attempt)}?question=function`);
    expect(entries(one)).toHaveLength(2);
    expect(one).toContain('What happened to question 1a');
    expect((await browser.get(`${historyOf(attempt)}?question=none`)).status).toBe(404);
    expect((await browser.get(`${historyOf(attempt)}?question=a&question=b`)).status).toBe(400);
  });

  test('38: a long history comes in pages, the latest first', async () => {
    const student = await web.person('Long Writer', 'student');
    const attempt = await sitting(web, student, XOR);
    const { id, courseId } = attempt;
    await web.storage.write((db) =>
      insertSteps(
        db,
        id,
        Array.from({ length: 119 }, (_, i) => ({
          courseId,
          questionId: 'prose',
          kind: 'saved' as const,
          at: DURING + i,
          by: student.id,
          posted: { text: `draft ${i}` },
          idempotencyKey: null,
          try: null,
          certainty: null,
        })),
      ),
    );
    const page = await browser.page(historyOf(attempt));
    expect(entries(page)).toHaveLength(20);
    expect(page).toContain('101–120 of 120');
    expect(page).toContain('draft 118');
    const previous = linksOf(page).find((link) => link.includes('page=2')) ?? '';
    expect(entries(await browser.page(previous))).toHaveLength(50);
    expect(await browser.page(`${historyOf(attempt)}?question=prose&page=1`)).toContain('1–50 of 119');
    expect(entries(await browser.page(`${historyOf(attempt)}?page=99`))).toHaveLength(20);
    expect((await browser.get(`${historyOf(attempt)}?page=x`)).status).toBe(400);
  });

  test('the receipt is computed again from what is stored, and a difference is said', async () => {
    const student = await web.person('Rita Receipt', 'student');
    const sound = await handedIn(web, student, XOR);
    expect(await browser.page(historyOf(sound))).toContain('The stored answers still match this receipt');
    const forged = await sitting(web, student, XOR);
    const receipt = '0'.repeat(64);
    await web.storage.write((db) => updateSubmitted(db, forged.id, { at: web.now(), receipt }));
    const page = await browser.page(historyOf(forged));
    expect(page).toContain('they were changed after they were handed in');
  });

  test('an attempt that is still open has its steps and no verdicts', async () => {
    const attempt = await sitting(web, await web.person('Still Open', 'student'), XOR);
    const page = await browser.page(historyOf(attempt));
    expect(entries(page)).toEqual(['14:00:00 1a saved by Still Open XOR']);
    expect(page).not.toContain('/marking');
    const blank = await sitting(web, await web.person('Nothing Yet', 'student'), {});
    expect(await browser.page(historyOf(blank))).toContain('Nothing has been saved yet');
  });

  test('44: is not there for the student of the attempt, other students, strangers and guests', async () => {
    const { student, ...attempt } = await newAttempt(web, 'Own History', XOR);
    const others = [student, await web.person('Other', 'student'), await web.person('Stranger', null)];
    for (const person of others) {
      expect((await (await web.browser(person)).get(historyOf(attempt))).status).toBe(404);
    }
    expect((await web.guest().get(historyOf(attempt))).status).toBe(303);
    expect((await browser.post(historyOf(attempt), {})).status).toBe(405);
  });

  test.each(['<script>alert(1)</script>', '$\\href{javascript:alert(1)}{x}$', '[x](javascript:alert(1))'])(
    '58: what was typed is inert: %s',
    async (typed) => {
      const { id } = await newAttempt(web, `${typed} 2`, {
        ...prose(typed),
        'or-weights': Object.fromEntries(
          Object.keys(OR).flatMap((name) => (name.startsWith('or-') ? [[name.slice(11), typed]] : [])),
        ),
      });
      for (const path of [
        historyOf({ id }),
        `${QUIZ}/attempts`,
        `${QUIZ}/questions/prose`,
        `${QUIZ}/questions/prose/marking?attempt=${id}`,
      ]) {
        const page = await browser.page(path);
        expect(page).not.toMatch(/<script>alert|href="javascript:/);
      }
    },
  );
});
