import { spawn } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { loadCourses, Proofs } from '../../src/quizzes/index.ts';
import { publishLoaded } from '../../src/server/courses.ts';
import { ConfigError, type Running, startServer } from '../../src/server/start.ts';
import { openStorage, selectQuizzes, selectSteps } from '../../src/storage/index.ts';
import { assetsOfTests } from './assets.ts';
import { Browser } from './harness.ts';

const COURSE = fileURLToPath(new URL('course/', import.meta.url));

let folder: string;
let assets: string;
let lines: string[];
let running: Running | undefined;

beforeAll(async () => {
  assets = (await assetsOfTests()).folder;
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'markprop-'));
  lines = [];
});
afterEach(async () => {
  await running?.stop();
  running = undefined;
  await rm(folder, { recursive: true, force: true });
});

async function begin(
  environment: Readonly<Record<string, string>> = {},
  data = COURSE,
  watch = false,
): Promise<Running> {
  const database = join(folder, 'markprop.sqlite');
  running = await startServer({
    data,
    watch,
    assets,
    tell: (line) => void lines.push(line),
    environment: { PORT: '0', HOST: '127.0.0.1', DATABASE: database, LOG_LEVEL: 'silent', ...environment },
  });
  return running;
}

test('an empty database gets the courses and accounts to try them with, once', async () => {
  const { url } = await begin();
  expect(lines).toContain('course/sheet: new');
  const [, email = '', password = ''] = lines.find((line) => line.includes(' student@'))?.split(/\s+/) ?? [];
  const browser = new Browser(url);
  expect((await browser.post('/sign-in', { email, password })).status).toBe(303);
  expect(await browser.page('/')).toContain('Little course');
  expect(lines.at(-1)).toBe(`Markprop is at ${url}`);
  await running?.stop();
  lines = [];
  await begin();
  expect(lines).toHaveLength(1);
});

test('in production there are no accounts to try, and the first administrator is explained', async () => {
  await begin({ NODE_ENV: 'production' });
  expect(lines.join()).toContain('markprop account add');
  expect(lines.join()).toContain('TRUST_PROXY is not set');
  expect(lines.join()).not.toContain('@example.org ');
});

test('25: where the database cannot be opened, no secret is left beside it', async () => {
  const database = join(folder, 'markprop.sqlite');
  await writeFile(database, 'This is not a database. '.repeat(100));
  await expect(begin()).rejects.toThrow(/is not an intact database/);
  expect(await readdir(folder)).not.toContain('session-secret');
});

test('a port in use is said in one line with what to do', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => {
    other.once('listening', resolve);
  });
  const address = other.address();
  const port = typeof address === 'object' ? String(address?.port) : '';
  await expect(begin({ PORT: port })).rejects.toThrow(ConfigError);
  await expect(begin({ PORT: port })).rejects.toThrow(/is in use: stop what uses it, or choose another/);
  other.close();
});

test('files with problems are told by line, and the other quizzes are there', async () => {
  const data = join(folder, 'course');
  await cp(COURSE, data, { recursive: true });
  await writeFile(join(data, 'broken.yaml'), 'title: Broken\nexercises: 3\n');
  await begin({}, data);
  expect(lines.some((line) => /broken\.yaml:2:\d+: /.test(line))).toBe(true);
  expect(lines).toContain('course/sheet: new');
});

test('a quiz with a wrong key never reaches students: its line is told, without the key, and what was there stays', async () => {
  const data = join(folder, 'course');
  await cp(COURSE, data, { recursive: true });
  const right = await readFile(join(data, 'sheet.yaml'), 'utf8');
  const wrong = right.replace('key: xor', 'key: nand').replace('Little sheet', 'Wrong sheet');
  await writeFile(join(data, 'other.yaml'), wrong);
  await begin({}, data);
  const place = `${join(data, 'other.yaml')}:23:`;
  expect(lines.filter((line) => line.startsWith(place))).toEqual([
    expect.stringMatching(/:23:\d+: the key is not right$/),
  ]);
  expect(lines.filter((line) => line.endsWith(': new'))).toEqual(['course/sheet: new']);
  await running?.stop();
  lines = [];
  await writeFile(join(data, 'sheet.yaml'), wrong);
  await begin({}, data);
  expect(lines.filter((line) => line.startsWith('course/'))).toEqual([]);
  const storage = await openStorage(join(folder, 'markprop.sqlite'));
  expect((await selectQuizzes(storage.read, 'course')).map(({ title }) => title)).toEqual(['Little sheet']);
  await storage.close();
});

test('what was published before is not proven again', async () => {
  const proving = () => lines.filter((line) => line.endsWith('its keys are being proven'));
  await begin();
  expect(proving()).toEqual([`${join(COURSE, 'sheet.yaml')}: its keys are being proven`]);
  await running?.stop();
  lines = [];
  await begin();
  expect(proving()).toEqual([]);
});

test('while keys are proven it is told how far that is, not more often than once a second', async () => {
  const loaded = await loadCourses(COURSE);
  const storage = await openStorage(join(folder, 'markprop.sqlite'));
  let at = 0;
  // A second passes at every second look at the clock.
  const now = () => Math.floor(at++ / 2) * 1000;
  await publishLoaded(storage, loaded, { whole: true, now, proofs: new Proofs() }, (line) =>
    lines.push(line),
  );
  await storage.close();
  const all = loaded.courses[0]?.quizzes[0]?.quiz.exercises.flatMap(({ questions }) => questions) ?? [];
  const told = lines.filter((line) => line.startsWith('Checking keys: '));
  expect(told.length).toBeGreaterThan(0);
  expect(told.length).toBeLessThan(all.length);
  for (const line of told)
    expect(line).toMatch(new RegExp(`^Checking keys: \\d+ of ${all.length} questions$`));
});

test('one quiz file alone leaves the other quizzes of its course as they are', async () => {
  const data = join(folder, 'course');
  await cp(COURSE, data, { recursive: true });
  await cp(join(data, 'sheet.yaml'), join(data, 'other.yaml'));
  await begin({}, data);
  await running?.stop();
  lines = [];
  await begin({}, join(data, 'sheet.yaml'));
  expect(lines.filter((line) => line.startsWith('course/other'))).toEqual([]);
});

test('16: a running attempt keeps its version while the file changes under it', async () => {
  const data = join(folder, 'course');
  await cp(COURSE, data, { recursive: true });
  const file = join(data, 'sheet.yaml');
  const source = (await readFile(file, 'utf8')).replace('closes: 2023-04-10', '');
  await writeFile(file, source);
  const { url } = await begin({}, data, true);
  const signIn = async (account: string) => {
    const [, email = '', password = ''] =
      lines.find((line) => line.includes(` ${account}`))?.split(/\s+/) ?? [];
    const browser = new Browser(url);
    await browser.post('/sign-in', { email, password });
    return browser;
  };
  const quiz = '/courses/course/quizzes/sheet';
  const before = await signIn('student@');
  const href = (await before.post(`${quiz}/start`, {})).headers.get('location') ?? '';
  await writeFile(
    file,
    source.replace('Which function', 'Which logical function').replace('nand: NAND', 'nor: NOR'),
  );
  await expect.poll(() => lines, { timeout: 10_000 }).toContain('course/sheet: changed');
  expect(await before.page(href)).toContain('Which function');
  expect(await before.page(href)).toContain('NAND');
  const after = await signIn('student2@');
  const changed = await after.page((await after.post(`${quiz}/start`, {})).headers.get('location') ?? '');
  expect(changed).toContain('Which logical function');
  expect(changed).not.toContain('NAND');
});

test('2: killed right after an acknowledgement, the save is there', async () => {
  const data = join(folder, 'course');
  await cp(COURSE, data, { recursive: true });
  const file = join(data, 'sheet.yaml');
  await writeFile(file, (await readFile(file, 'utf8')).replace('closes: 2023-04-10', ''));
  const database = join(folder, 'markprop.sqlite');
  const script = fileURLToPath(new URL('serve.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, data, assets], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATABASE: database, LOG_LEVEL: 'silent' },
  });
  const output = await new Promise<string>((resolve) => {
    let text = '';
    child.stdout.on('data', (chunk) => {
      text += chunk;
      if (text.includes('Markprop is at')) resolve(text);
    });
  });
  const [, password = ''] = /student@example.org +(\S+)/.exec(output) ?? [];
  const browser = new Browser(/http:\S+/.exec(output)?.[0] ?? '');
  await browser.post('/sign-in', { email: 'student@example.org', password });
  const href = (await browser.post('/courses/course/quizzes/sheet/start', {})).headers.get('location') ?? '';
  const form = { question: 'prose', 'prose.text': 'safe', key: 'request-1' };
  expect((await browser.post(`${href}/save`, form)).status).toBe(200);
  child.kill('SIGKILL');
  await new Promise((resolve) => {
    child.once('exit', resolve);
  });
  const storage = await openStorage(database);
  const steps = await selectSteps(storage.read, href.replace('/attempts/', ''));
  expect(steps.map(({ posted }) => posted)).toEqual([{ text: 'safe' }]);
  await storage.close();
});
