import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { AFTER, type Browser, COURSE_ID, DURING, type Fields, type World, world } from '../harness.ts';
import { linksOf } from '../staff/course.ts';
import { notedViews, TEMPLATES } from '../views/noted-views.ts';
import { MARKED, strayWords } from './words.ts';

const COURSE = fileURLToPath(new URL('course/', import.meta.url));
const QUIZ = `/courses/${COURSE_ID}/quizzes`;

/** All that may stand on a page without being a message or of the question file. */
const KNOWN = new Set([
  'Markprop',
  // People.
  ...['Ada', 'Grace', 'Alan'],
  // What is typed into answers.
  ...['otu', 'zz'],
  // Names of a network, of functions and of units.
  ...['out', 'relu', 'ReLU', 'sigmoid', 'tanh', 'identity', 'AND', 'OR', 'XOR', 'or'],
  // Fields of a request, and of a text answer.
  ...['language', 'text'],
  ...['kB', 'MB', 'min', 'SHA', 'px'],
]);

const SHEETS = ['sheet', 'tries', 'sure', 'later'].map((name) =>
  readFileSync(`${COURSE}${name}.yaml`, 'utf8'),
);
for (const [, id = ''] of SHEETS.join('').matchAll(/\bid: ([a-z-]+)/g))
  for (const part of id.split('-')) KNOWN.add(part);

const { views, rendered } = notedViews();

let web: World;
let student: Browser;
let staff: Browser;
let admin: Browser;
let studentId: string;
beforeAll(async () => {
  web = await world({ languages: [MARKED], course: COURSE, views });
  const person = await web.person('Ada', 'student');
  studentId = person.id;
  student = await web.browser(person);
  staff = await web.browser(await web.person('Grace', 'instructor'));
  admin = await web.browser(await web.person('Alan', null, { admin: true }));
});
afterAll(() => web.close());
beforeEach(() => web.at(DURING));

/** Words that should not be there, each with the page and the text around it. */
const stray = new Map<string, string>();
afterEach(() => {
  const found = [...stray].map(([word, place]) => `${word}: ${place}`);
  stray.clear();
  expect(found).toEqual([]);
  const failed = web.logged.splice(0).filter((line) => line.includes('a request failed'));
  expect(failed.map((line) => JSON.parse(line).err.message)).toEqual([]);
});

function look(html: string, where: string): void {
  expect(html, where).not.toContain('[object');
  for (const word of strayWords(html, KNOWN)) {
    const at = html.search(new RegExp(`(?<=[>"\\s⟧(])${word}(?![\\w"=])`));
    if (!stray.has(word)) stray.set(word, `${where}: ${html.slice(Math.max(0, at - 60), at + 60)}`);
  }
}

async function words(reply: Response, where: string): Promise<string> {
  const html = await reply.text();
  if (reply.headers.get('content-type')?.startsWith('text/html')) look(html, where);
  return html;
}

const page = async (browser: Browser, path: string) => words(await browser.get(path), path);

async function post(browser: Browser, path: string, fields: Fields): Promise<string> {
  const reply = await browser.post(path, fields);
  const next = reply.headers.get('location');
  return reply.status === 303 && next !== null ? page(browser, next) : words(reply, `POST ${path}`);
}

/** Every page that can be reached by links. */
async function crawl(browser: Browser, from: string): Promise<void> {
  const seen = new Set<string>();
  const waiting = [from];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path) || seen.size > 200) continue;
    seen.add(path);
    const reply = await browser.get(path);
    const next = reply.headers.get('location');
    if (reply.status === 303 && next !== null) waiting.push(next);
    else {
      const html = await words(reply, path);
      waiting.push(
        ...linksOf(html).flatMap((href) => (href.startsWith('/') ? [href.replace(/#.*/, '')] : [])),
      );
    }
  }
  expect(seen.size).toBeGreaterThan(1);
}

/** The fields of a form in a page, as a browser would send them: nothing chosen that is not. */
const tokenOf = (html: string, question: string, at: number) =>
  [...html.matchAll(new RegExp(`name="${question}\\.options?" value="([\\w-]{16})"`, 'g'))][at]?.[1] ?? '';

const matrix = (name: string, text: string) => ({ [`${name}.text`]: text });

/** Answers that cannot be read, each in another way. */
const UNREADABLE: Fields = {
  question: ['drawn', 'values', 'formula', 'slope', 'slopes', 'or', 'jacobian', 'count', 'size', 'layer'],
  ...{ 'drawn.W1.0.0': '1', 'drawn.b1.text': '[[1], [1, 2]]', 'drawn.W2.text': 'otu' },
  ...{ 'values.r0.n1': '1/0', 'values.r0.out': 'x'.repeat(200) },
  'formula.value': '2(otu - y)',
  'slope.value': '1,5',
  'slopes.W1.0.0': '(((',
  ...{ 'or.W1.text': '[[2, 0], [1, 1]]', 'or.W2.text': '[[1, 1]]' },
  'jacobian.M.text': '[[x, 1, 2], [y]]',
  'count.value': '9^9^9^9',
  'size.value': '3',
  'layer.A.0.0': '1',
};

/** Answers that are wrong. */
const wrong = (exercises: readonly string[]): Fields => ({
  question: [
    ...(UNREADABLE['question'] ?? []),
    'function',
    'vanishing',
    'differentiable',
    'non-linear',
    'odd',
  ].concat(['cheaper', 'optimum', 'escapes', 'faster', 'fits', 'prose', 'vouched']),
  ...{ 'drawn.W1.text': '[[1, 1], [1, -1]]', 'drawn.b1.text': '[[1], [2]]', 'drawn.W2.text': '[[1, 1]]' },
  ...Object.fromEntries([0, 1, 2, 3].flatMap((r) => ['n1', 'out'].map((c) => [`values.r${r}.${c}`, '0.25']))),
  'formula.value': "2(y - out)*W2_11*relu'(z1)*A",
  'slope.value': '4',
  ...matrix('slopes.W1', '[[A, B], [A, 2 B]]'),
  ...{ 'or.W1.text': '[[1, 0], [0, 1]]', 'or.W2.text': '[[1, 1]]' },
  ...matrix('jacobian.M', '[[x, 1], [y, x]]'),
  'count.value': '54',
  'size.value': '4 x 5 x 2',
  ...{ 'layer.A.text': '[[5, 4, 3, 2]]', 'layer.b.text': '[[0.5]]' },
  'function.option': tokenOf(exercises[1] ?? '', 'function', 0),
  'vanishing.options': tokenOf(exercises[3] ?? '', 'vanishing', 1),
  ...Object.fromEntries(
    ['differentiable', 'non-linear', 'odd'].map((id) => [`${id}.option`, tokenOf(exercises[3] ?? '', id, 1)]),
  ),
  ...Object.fromEntries(
    ['cheaper', 'optimum'].map((id) => [`${id}.option`, tokenOf(exercises[3] ?? '', id, 0)]),
  ),
  ...Object.fromEntries(
    ['escapes', 'faster'].map((id) => [`${id}.option`, tokenOf(exercises[3] ?? '', id, 1)]),
  ),
  ...{ 'fits.A': 'sigmoid', 'fits.B': 'relu', 'fits.C': 'identity' },
  'prose.text': '⟪Because⟫',
  'vouched.option': tokenOf(exercises[4] ?? '', 'vouched', 1),
});

const PDF = '%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n';

const start = async (quiz: string) =>
  (await student.post(`${QUIZ}/${quiz}/start`, {})).headers.get('location') ?? '';

test('a word that is neither a message nor of the question file is seen', () => {
  const html = '<p title="Mark">⟦Save⟧ Your ⟪text⟫ ⟦⟧not said⟦ by⟧<code>tag</code><br>too</p>';
  expect(strayWords(html, new Set(['too']))).toEqual(['Your', 'not', 'said', 'Mark']);
});

test('pages for guests, and the pages that say what is the matter', async () => {
  const guest = web.guest();
  await page(guest, '/sign-in');
  await post(guest, '/sign-in', { email: 'nobody@example.org', password: 'wrong' });
  await page(guest, '/nowhere');
  await page(student, '/nowhere');
  await page(student, '/people');
  await page(student, `${QUIZ}/sheet/attempts`);
  await page(student, '/attempts/none');
  await post(student, '/account/password', { current: 'x', next: 'y' });
  await post(student, '/language', { language: 'nope' });
  await post(student, `${QUIZ}/later/start`, {});
});

test('an attempt: answers that cannot be read, then wrong ones; handing in, and the review before and after the solutions', async () => {
  await crawl(student, '/');
  const href = await start('sheet');
  await crawl(student, href);
  const exercises = await Promise.all([1, 2, 3, 4, 5].map((n) => page(student, `${href}/exercises/${n}`)));
  const saved = await student.post(
    `${href}/save`,
    { ...UNREADABLE, key: 'unreadable' },
    { accept: 'application/json' },
  );
  const { questions } = await saved.json();
  for (const { html, stateWord } of Object.values<{ html: string; stateWord: string }>(questions)) {
    look(`<p>${html}${stateWord}</p>`, 'what is said of a save');
  }
  await crawl(student, href);
  expect((await student.post(`${href}/save`, { ...wrong(exercises), key: 'all of it wrong' })).status).toBe(
    200,
  );
  await crawl(student, href);
  const stale = { question: 'prose', 'prose.text': '⟪Otherwise⟫', 'prose.seen': '0' };
  await post(student, `${href}/exercises/5`, stale);
  const withFile = new FormData();
  for (const [name, value] of Object.entries({ question: 'prose', add: 'prose', 'prose.text': '⟪Because⟫' }))
    withFile.append(name, value);
  withFile.append('file:prose', new Blob([PDF]), '⟪page⟫.pdf');
  expect((await student.postFiles(`${href}/exercises/5`, withFile)).status).toBe(303);
  await page(student, `${href}/exercises/5`);
  await page(student, `${href}/confirm`);
  await post(student, `${href}/submit`, {});
  const review = await page(student, `${href}/review`);
  expect(review.match(/<table class="evidence/g)?.length).toBeGreaterThan(2);
  web.at(AFTER);
  await crawl(student, `${href}/review`);
  await page(student, `${href}/sheet?solutions`);
  web.at(DURING);
});

test('answers that are checked one by one, and how sure somebody is', async () => {
  for (const [quiz, id, value] of [
    ['tries', 'square', 'x'],
    ['sure', 'two', '3'],
  ] as const) {
    const href = await start(quiz);
    const fields = { question: id, [`${id}.value`]: value, [`${id}.certainty`]: '2' };
    for (const check of [{}, { check: id }, { check: id }])
      await post(student, `${href}/exercises/1`, { ...fields, ...check });
    await post(student, `${href}/exercises/1`, { question: id, [`${id}.value`]: 'otu', check: id });
    await crawl(student, href);
  }
  await post(student, `${QUIZ}/tries/practice/1`, {
    question: 'square',
    'square.value': 'x',
    check: 'square',
  });
});

test('what instructors see', async () => {
  const EMPTY = { opens: '', due: '', closes: '', limit: '', extra: '', attempts: '' };
  const given = { ...EMPTY, whose: `person:${studentId}`, extra: '30 min' };
  const overrides = await post(staff, `${QUIZ}/sheet/overrides`, given);
  const override = linksOf(overrides).find((href) => /overrides\/./.test(href));
  await page(staff, override ?? 'none');
  await page(staff, `${QUIZ}/later/questions/prose/marking`);
  await post(staff, `${QUIZ}/sheet/overrides`, { ...EMPTY, whose: '', extra: 'x' });
  const asked = await post(staff, override ?? 'none', { ...EMPTY, closes: '2023-04-06T12:00' });
  expect(asked).toMatch(/name="anyway" value="\w/);
  await post(staff, `/courses/${COURSE_ID}/groups`, { name: '⟪Group⟫' });
  await crawl(staff, '/');
  web.at(AFTER);
  await crawl(staff, '/');
});

test('what administrators see', async () => {
  await crawl(admin, '/');
  await post(admin, '/people', { email: 'nobody', name: '' });
  await post(admin, `/people/${studentId}/password`, {});
});

/** What authors see is rendered in test/server/staff/preview.test.ts. */
const PREVIEW = /^pages\/preview|^parts\/preview\//;

test('every template is among them', () => {
  expect(TEMPLATES.filter((name) => !rendered.has(name) && !PREVIEW.test(name))).toEqual([]);
});
