import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { publishCourse } from '../../../src/grading/index.ts';
import { loadCourses, prepareQuiz, type QuizSource } from '../../../src/quizzes/index.ts';
import { upsertEnrolment } from '../../../src/storage/index.ts';
import { asFile } from '../../quizzes/as-file.ts';
import { type Browser, DURING, type Fields, type World, world } from '../harness.ts';

const DATA = fileURLToPath(new URL('../../../data', import.meta.url));
const QUIZZES = '/courses/neural-networks/quizzes';

let web: World;
beforeAll(async () => {
  web = await world();
});
afterAll(() => web.close());
beforeEach(() => publish({}));

/** The sample course, its free homework with these changes. */
async function publish(changes: Partial<QuizSource>): Promise<void> {
  const { courses } = await loadCourses(DATA);
  for (const course of courses) {
    const quizzes = course.quizzes.map((each) =>
      each.id === 'homework-3-free'
        ? { ...each, quiz: prepareQuiz(each.id, { ...asFile(each.quiz), ...changes }) }
        : each,
    );
    await publishCourse(web.storage, { ...course, quizzes }, { now: DURING, complete: true });
  }
}

async function start(quiz = 'homework-3-free'): Promise<{ browser: Browser; href: string }> {
  const person = await web.person('Student', null);
  const course = { courseId: 'neural-networks', personId: person.id, role: 'student' as const };
  await web.storage.write((db) => upsertEnrolment(db, course));
  const browser = await web.browser(person);
  const reply = await browser.post(`${QUIZZES}/${quiz}/start`, {});
  return { browser, href: reply.headers.get('location') ?? '' };
}

type Rows = readonly (readonly number[])[];

const weights = (w1: Rows, w2: Rows): Fields =>
  Object.fromEntries(
    Object.entries({ W1: w1, W2: w2 }).flatMap(([name, rows]) =>
      rows.flatMap((row, r) => row.map((w, c) => [`weight-matrices.${name}.${r}.${c}`, String(w)])),
    ),
  );
const table = (rows: Rows): Fields =>
  Object.fromEntries(
    rows.flatMap((row, r) =>
      ['n1', 'n2', 'out'].map((name, c) => [`truth-table.r${r}.${name}`, String(row[c])]),
    ),
  );

const XOR = table([
  [0, 0, 0],
  [1, 0, 1],
  [0, 1, 1],
  [0, 0, 0],
]);
/** Both hidden units compute A − B. */
const ALIKE = weights(
  [
    [1, -1],
    [1, -1],
  ],
  [[1, 1]],
);
const FOR_ALIKE = table([
  [0, 0, 0],
  [0, 0, 0],
  [1, 1, 2],
  [0, 0, 0],
]);
const ZEROS = weights(
  [
    [0, 0],
    [0, 0],
  ],
  [[0, 0]],
);
const NOTHING = table([
  [0, 0, 0],
  [0, 0, 0],
  [0, 0, 0],
  [0, 0, 0],
]);

const form = (fields: Fields, more: Fields = {}): Fields => ({
  ...fields,
  ...more,
  question: ['weight-matrices', 'truth-table'],
});

const section = (page: string, id: string) =>
  new RegExp(`<section class="question" id="${id}"[\\s\\S]*?</section>`).exec(page)?.[0] ?? '';

async function handIn(fields: Fields, { browser, href }: { browser: Browser; href: string }) {
  await browser.post(`${href}/exercises/1`, form(fields));
  await browser.post(`${href}/submit`, {});
  return section(await browser.page(`${href}/review`), 'truth-table');
}

describe('the truth table of Homework 3, which uses the weights that were entered before', () => {
  it('brings half where it is right for wrong weights, and says so', async () => {
    const attempt = await start();
    const asked = section(await attempt.browser.page(`${attempt.href}/exercises/1`), 'truth-table');
    expect(asked).toContain('Builds on 1a. If 1a is wrong but you carry it on correctly, you still get 50 %');
    const shown = await handIn({ ...ALIKE, ...FOR_ALIKE }, attempt);
    expect(shown).toContain('1 of 2 marks');
    expect(shown).toContain('This follows correctly from your answer to 1a, which earns 50 % of the marks.');
    expect(shown).toContain('the network does not give your n1 = 0 and out = 0');
  });

  it('brings all where it is right for the network as drawn, whatever the weights', async () => {
    const shown = await handIn({ ...ALIKE, ...XOR }, await start());
    expect(shown).toContain('2 of 2 marks');
    expect(shown).not.toContain('follows correctly');
  });

  it('brings nothing for zeros after zeros, and says why', async () => {
    const shown = await handIn({ ...ZEROS, ...NOTHING }, await start());
    expect(shown).toContain('0 of 2 marks');
    expect(shown).toContain('makes this question easier than the right one does');
  });

  it('brings nothing for a table that belongs to other weights', async () => {
    const shown = await handIn({ ...ZEROS, ...FOR_ALIKE }, await start());
    expect(shown).toContain('0 of 2 marks');
    expect(shown).not.toContain('follows correctly');
  });

  it('is marked by the weights of its own variant, where attempts have networks of their own', async () => {
    const shown = await handIn({ ...ALIKE, ...FOR_ALIKE }, await start('homework-3-variants'));
    expect(shown).toContain('1 of 2 marks');
  });

  it('42: says nothing of the weights before they are checked themselves', async () => {
    await publish({ behaviour: 'immediate' });
    const { browser, href } = await start();
    const press = async (question: string) => {
      const fields = form({ ...ALIKE, ...FOR_ALIKE }, { check: question });
      const reply = await browser.post(`${href}/exercises/1`, fields);
      expect(reply.status).toBe(303);
      return section(await browser.page(reply.headers.get('location') ?? ''), question);
    };
    const early = await press('truth-table');
    expect(early).toContain('This question builds on 1a, so check 1a first.');
    expect(early).not.toMatch(/verdict|follows correctly/);
    expect(await press('weight-matrices')).toContain('Not right');
    expect(await press('truth-table')).toContain('This follows correctly from your answer to 1a');
  });
});

describe('practising', () => {
  it('takes the earlier answer from the form', async () => {
    await publish({ practice: 'yes' });
    const { browser } = await start();
    const fields = form({ ...ALIKE, ...FOR_ALIKE }, { check: 'truth-table' });
    const reply = await browser.post(`${QUIZZES}/homework-3-free/practice/1`, fields);
    const page = section(await reply.text(), 'truth-table');
    expect(page).toContain('Partly right');
    expect(page).toContain('This follows correctly from your answer to 1a');
  });
});
