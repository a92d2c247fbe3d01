import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { markByHand } from '../../../src/grading/index.ts';
import { type Browser, type World, world } from '../harness.ts';
import { QUIZ } from '../students/sitting.ts';
import { AND, handedIn, instructor, linksOf, newAttempt, prose, XOR } from './course.ts';

const QUESTIONS = `${QUIZ}/questions`;

const matrices = (...cells: readonly string[]) => ({
  'or-weights': {
    'W1.0.0': cells[0] ?? '',
    'W1.0.1': cells[1] ?? '',
    'W1.1.0': cells[2] ?? '',
    'W1.1.1': cells[3] ?? '',
    'W2.0.0': cells[4] ?? '',
    'W2.0.1': cells[5] ?? '',
  },
});

let web: World;
let browser: Browser;
beforeAll(async () => {
  web = await world();
  ({ browser } = await instructor(web));
});
afterAll(() => web.close());

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
        .trim(),
    );

describe('how responses split', () => {
  test('before the first response every question says so', async () => {
    expect(await browser.page(`${QUESTIONS}/function`)).toContain('Nobody has handed in a response');
    expect(rows(await browser.page(QUESTIONS))).toContain('1a function 0 0 0 0 0 0 0');
  });

  test('counts verdicts, the mean share of the marks, named mistakes and equal responses', async () => {
    const { person, browser } = await instructor(web);
    await newAttempt(web, 'One', { ...XOR, ...matrices('1', '0', '-1', '1', '1', '1') });
    await newAttempt(web, 'Two', { ...XOR, ...matrices('1', '0', '-1.0', '1', '1', '1') });
    await newAttempt(web, 'Three', { ...AND, ...matrices('1', '0', '0', '1', '1', '1') });
    const four = await newAttempt(web, 'Four', { ...matrices('eins'), ...prose('Because.') });
    await newAttempt(web, 'Five', prose('Because.'));
    await handedIn(web, person, AND);

    const overview = rows(await browser.page(QUESTIONS));
    expect(overview).toContain('1a function 40 % 2 0 1 2 0 0 5');
    expect(overview).toContain('1b or-weights 40 % 2 0 1 1 1 0 5');
    expect(overview).toContain('2a prose 0 % 0 0 0 3 0 Mark 2 5');
    expect(linksOf(await browser.page(QUESTIONS))).toContain(`${QUESTIONS}/prose/marking`);

    const choice = await browser.page(`${QUESTIONS}/function`);
    expect(choice).toContain('5 responses, facility 40');
    expect(rows(choice).slice(1)).toEqual(['2 ✓ Right XOR', '2 ○ No answer blank', '1 ✗ Not right AND']);

    const free = rows(await browser.page(`${QUESTIONS}/or-weights`));
    expect(free.find((row) => row.includes('✓ Right'))).toMatch(/^2 ✓ Right .* typed in 2 ways$/);
    expect(free.find((row) => row.includes('! Not a valid answer'))).toContain('eins');

    await markByHand(web, {
      attemptId: four.id,
      questionId: 'prose',
      mark: 0.5,
      comment: null,
      by: person.id,
    });
    expect(rows(await browser.page(QUESTIONS))).toContain('2a prose 13 % 0 1 0 3 0 Mark 1 5');
  });

  test('each question leads to its neighbours, and one that is not there is 404', async () => {
    const links = linksOf(await browser.page(`${QUESTIONS}/or-weights`));
    expect(links).toContain(`${QUESTIONS}/function`);
    expect(links).toContain(`${QUESTIONS}/prose`);
    expect((await browser.get(`${QUESTIONS}/none`)).status).toBe(404);
    expect((await browser.get(`${QUESTIONS}/prose?page=x`)).status).toBe(400);
  });
});
