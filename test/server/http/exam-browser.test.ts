import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AFTER, type Browser, COURSE_ID, type World, world } from '../harness.ts';

const KEY = 'a1'.repeat(32);
const OTHER = 'b2'.repeat(32);
const QUIZ = `/courses/${COURSE_ID}/quizzes/sheet`;
const CONFIG = 'X-SafeExamBrowser-ConfigKeyHash';
const EXAM = 'X-SafeExamBrowser-RequestHash';

let web: World;
let folder: string;
beforeAll(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'markprop-')), COURSE_ID);
  await cp(fileURLToPath(new URL('../course/', import.meta.url)), folder, { recursive: true });
  const file = join(folder, 'sheet.yaml');
  const source = await readFile(file, 'utf8');
  await writeFile(file, source.replace('attempts: 2', `attempts: 2\nsafe-exam-browser: [${KEY}, ${OTHER}]`));
  web = await world({ course: folder });
});
afterAll(async () => {
  await web.close();
  await rm(join(folder, '..'), { recursive: true });
});

/** As Safe Exam Browser does: the hash of the whole address and the key. */
const sent = (path: string, key = KEY, header = CONFIG) => ({
  [header]: createHash('sha256').update(`${web.url}${path}${key}`).digest('hex'),
});

async function begun(): Promise<{ student: Browser; attempt: string }> {
  const student = await web.browser(await web.person('Sebastian', 'student'));
  const reply = await student.post(`${QUIZ}/start`, {}, sent(`${QUIZ}/start`));
  expect(reply.status).toBe(303);
  return { student, attempt: reply.headers.get('location') ?? '' };
}

test('57: what Safe Exam Browser sent for another page opens nothing', async () => {
  const { student, attempt } = await begun();
  const page = `${attempt}/exercises/1`;
  const shown = await student.get(page, sent(page));
  expect([shown.status, await shown.text()]).toEqual([200, expect.stringContaining('Which function')]);
  for (const copied of [
    sent(`${attempt}/exercises/2`),
    sent(`${QUIZ}/start`),
    sent(page, 'c3'.repeat(32)),
    {},
  ]) {
    const refused = await student.get(page, copied);
    const said = await refused.text();
    expect(refused.status).toBe(403);
    expect(said).toContain('Safe Exam Browser');
    expect(said).not.toContain('Which function');
    expect(said).not.toContain(KEY);
  }
});

test('57: either of its two keys counts, in whatever letters, and any key of the file', async () => {
  const { student, attempt } = await begun();
  const page = `${attempt}/exercises/1`;
  const [[, hash = ''] = []] = Object.entries(sent(page));
  for (const headers of [sent(page, OTHER), sent(page, KEY, EXAM), { [CONFIG]: hash.toUpperCase() }])
    expect((await student.get(page, headers)).status).toBe(200);
});

test('57: in another browser nobody begins, reads, saves, checks, prints or hands in', async () => {
  const { student, attempt } = await begun();
  const forms = { question: 'prose', 'prose.text': 'typed', key: 'request-1' };
  for (const path of ['', '/clock', '/exercises/1', '/confirm', '/sheet'])
    expect([path, (await student.get(`${attempt}${path}`)).status]).toEqual([path, 403]);
  for (const path of ['/exercises/1', '/flags', '/files', '/save', '/read', '/submit'])
    expect([path, (await student.post(`${attempt}${path}`, forms)).status]).toEqual([path, 403]);
  expect((await student.post(`${QUIZ}/start`, {})).status).toBe(403);
  expect((await student.post(`${attempt}/save`, forms, sent(`${attempt}/save`))).status).toBe(200);
  expect(await student.page(QUIZ)).toContain('Only in Safe Exam Browser');
});

test('the result opens in any browser', async () => {
  const { student, attempt } = await begun();
  const submit = `${attempt}/submit`;
  expect((await student.post(submit, {}, sent(submit))).status).toBe(303);
  web.at(AFTER);
  const review = await student.get(`${attempt}/review`);
  expect([review.status, await review.text()]).toEqual([200, expect.stringContaining('SOLUTION-FUNCTION')]);
});
