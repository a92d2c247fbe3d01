import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Proofs } from '../../../src/quizzes/index.ts';
import { buildAssets } from '../../../src/server/assets/bundle.ts';
import { AuthorFiles } from '../../../src/server/pages/preview/files.ts';
import { type Running, startServer } from '../../../src/server/start.ts';
import { openStorage } from '../../../src/storage/index.ts';
import { Browser } from '../harness.ts';
import { FILE } from '../varied-quiz.ts';
import { linksOf } from './course.ts';

const COURSE = fileURLToPath(new URL('../course/', import.meta.url));
const QUIZ = '/preview/nets/sheet.yaml';

let assets: string;
beforeAll(async () => {
  assets = await mkdtemp(join(tmpdir(), 'markprop-assets-'));
  await buildAssets(assets);
});
afterAll(() => rm(assets, { recursive: true }));

let folder: string;
let running: Running;
let lines: string[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'markprop-'));
  await cp(COURSE, join(folder, 'data', 'nets'), { recursive: true });
});
afterEach(async () => {
  await running?.stop();
  await rm(folder, { recursive: true, force: true });
});

const file = () => join(folder, 'data', 'nets', 'sheet.yaml');

async function begin(environment: Readonly<Record<string, string>> = {}, watch = true): Promise<Browser> {
  lines = [];
  const settings = { PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'silent', DATABASE: join(folder, 'db.sqlite') };
  running = await startServer({
    data: join(folder, 'data'),
    watch,
    assets,
    tell: (line) => void lines.push(line),
    environment: { ...settings, ...environment },
  });
  return new Browser(running.url);
}

/** Saves the file with something replaced, as an editor does. */
async function edit(from: string, to: string): Promise<void> {
  await writeFile(file(), (await readFile(file(), 'utf8')).replace(from, to));
}

const versionOf = (page: string) => Number(/data-version="(\d+)"/.exec(page)?.[1]);

async function changeSince(browser: Browser, version: number): Promise<number> {
  return (await (await browser.get(`/preview/changes?since=${version}`)).json()).version;
}

describe('the preview of the files', () => {
  test('shows each variant by its seed, with what was drawn, and pages through those that are deployed', async () => {
    await writeFile(file(), `deploy: [17, 42]\n${FILE}`);
    const browser = await begin();
    const first = await browser.page(`${QUIZ}/1`);
    expect(first).toMatch(/Why first[\s\S]*Why other/);
    expect(linksOf(first)).toContain(`${QUIZ}/1?seed=17`);
    const page = await browser.page(`${QUIZ}/1?seed=17`);
    expect(page).toContain('deployed variant 17, 1 of 2');
    expect(linksOf(page)).toContain(`${QUIZ}/1?seed=42`);
    const [, w = '', units = ''] = /SHOWN-(\d+)-(\d+)/.exec(page) ?? [];
    expect(page.replaceAll('&#x3D;', '=')).toContain(`w = ${w}; units = ${units}`);
    const right = { question: 'count', 'count.value': String(Number(w) * Number(units) + Number(units)) };
    expect(await (await browser.post(`${QUIZ}/1?seed=17`, right)).text()).toMatch(/>Right</);
    // The seed that `markprop check --seed` names is the one that is drawn here, deployed or not.
    expect(await browser.page(`${QUIZ}/1?seed=3`)).toContain('variant of seed 3');
    expect((await browser.get(`${QUIZ}/1?seed=x`)).status).toBe(400);
  });

  test('lists each file with what the check says, and leads to its pages', async () => {
    const browser = await begin();
    expect(lines).toContain(`The files and the results of their check are at ${running.url}/preview`);
    const page = await browser.page('/preview');
    expect(page).toContain('Little sheet');
    expect(page).toMatch(/2 proven/);
    expect(page).toMatch(/1 asserted/);
    expect(linksOf(page)).toContain(QUIZ);
    const quiz = await browser.page(QUIZ);
    expect(linksOf(quiz)).toContain(`${QUIZ}/1#or-weights`);
    expect(quiz).toContain('4 of 729 settings are right');
    expect((await browser.get(`${QUIZ}/9`)).status).toBe(404);
    expect((await browser.get('/preview/nets/none.yaml')).status).toBe(404);
  });

  test('shows an exercise as students see it, with key, solution and the place in the file', async () => {
    const browser = await begin();
    const page = await browser.page(`${QUIZ}/1`);
    expect(page).toContain('name="or-weights.W1.0.0"');
    expect(page).toContain('<svg');
    expect(page).toContain('SOLUTION-FUNCTION');
    expect(page).toContain('HINT-WEIGHTS');
    expect(page).toContain('FEEDBACK-AND');
    expect(page).toMatch(/Key<\/span> XOR/);
    expect(page).toContain('sheet.yaml:19:13');
    expect(page).not.toContain('verdict__line');
  });

  test('a key that is not right is said beside its question, with the evidence', async () => {
    await edit('key: xor', 'key: or');
    const browser = await begin();
    const page = await browser.page(`${QUIZ}/1`);
    expect(page).toContain('refuted');
    expect(page).toContain('the key is not right');
    expect(page).toContain('For A = 1 and B = 1 the network outputs 0, but OR is 1.');
    expect(await browser.page(QUIZ)).toMatch(
      /Where it fails<\/summary>[\s\S]*For A = 1 and B = 1 the network outputs 0, but OR is 1\.[\s\S]*<svg/,
    );
    expect(await browser.page('/preview')).toMatch(/1 refuted/);
  });

  test('an author who reads German is told in German what the check found, with the variant', async () => {
    await edit('exercises:', 'grace: 5 min\nexercises:');
    await edit('key: xor', 'key: or');
    await edit('    text: A network', '    draw: { k: { integers: [1, 2] } }\n    text: <<k>> A network');
    const browser = await begin();
    await browser.post('/language', { language: 'de', next: '/preview' });
    const page = await browser.page(QUIZ);
    expect(page).toContain('grace: wirkt nur mit when-time-runs-out: grace');
    expect(page.replaceAll('&#x3D;', '=')).toMatch(
      /der Schlüssel ist nicht richtig, Variante <code>k = 1 \(Startwert \d+\)</,
    );
    expect(page).toContain('4 von 729 Belegungen sind richtig');
    expect(page).not.toMatch(/the key is|settings are|holds only/);
    // What starts the server reads English.
    expect(lines.join('\n')).toContain('the key is not right');
  });

  test('what is left out of a course and what is odd about a quiz is said, at the start too', async () => {
    await writeFile(join(file(), '../course.yaml'), 'title: Nets\nquizzes: [sheet.yaml]\n');
    await cp(file(), join(file(), '../forgotten.yaml'));
    await edit('exercises:', 'grace: 5 min\nexercises:');
    const browser = await begin();
    const left = /course\.yaml:2:10.*forgotten\.yaml is in this folder but not in this list/s;
    expect(lines.join('\n')).toMatch(left);
    expect(await browser.page('/preview')).toMatch(left);
    expect(await browser.page(QUIZ)).toMatch(
      /sheet\.yaml:\d+:8.*has an effect only with when-time-runs-out/s,
    );
  });

  test('47: answers can be tried there, and nothing is stored', async () => {
    const browser = await begin();
    const form = { question: 'or-weights', 'or-weights.W1.0.0': '1', 'or-weights.W1.1.1': '1' };
    const cells = { 'or-weights.W1.0.1': '0', 'or-weights.W1.1.0': '0' };
    const output = { 'or-weights.W2.0.0': '1', 'or-weights.W2.0.1': '1' };
    const reply = await browser.post(`${QUIZ}/1`, { ...form, ...cells, ...output });
    expect(reply.status).toBe(200);
    const page = await reply.text();
    expect(page).toContain('Not right');
    expect(page).toContain('For A = 1, B = 1 your network outputs 2');
    expect(page.match(/verdict__line/g)).toHaveLength(1);
    expect((await browser.post(`${QUIZ}/1`, { question: 'none' })).status).toBe(400);
    await running.stop();
    const storage = await openStorage(join(folder, 'db.sqlite'));
    for (const table of ['attempts', 'steps', 'markings'] as const) {
      expect(await storage.read.selectFrom(table).selectAll().execute()).toEqual([]);
    }
    await storage.close();
  });

  test('a saved file reaches the pages that wait for it', async () => {
    const browser = await begin();
    const page = await browser.page(`${QUIZ}/1`);
    const waiting = changeSince(browser, versionOf(page));
    await edit('Give weights that compute OR.', 'Give us weights.');
    expect(await waiting).not.toBe(versionOf(page));
    expect(await browser.page(`${QUIZ}/1`)).toContain('Give us weights.');
    expect(await changeSince(browser, 0)).toBeGreaterThan(0);
    expect((await browser.get('/preview/changes?since=x')).status).toBe(400);
  });

  test('a file with a mistake shows where it is, until it is mended', async () => {
    const browser = await begin();
    const version = versionOf(await browser.page(QUIZ));
    const waiting = changeSince(browser, version);
    await edit('answer: weights', 'answer: weihgts');
    const broken = await waiting;
    for (const path of ['/preview', QUIZ, `${QUIZ}/1`]) {
      const page = await browser.page(path);
      expect(page).toContain('sheet.yaml:29:17');
      expect(page).toContain('is not a kind of answer');
    }
    await browser.post('/language', { language: 'de', next: '/preview' });
    for (const path of ['/preview', QUIZ])
      expect(await browser.page(path)).toContain('answer: „weihgts“ ist keine Antwortart: Wählen Sie');
    await edit('answer: weihgts', 'answer: weights');
    expect(await changeSince(browser, broken)).not.toBe(broken);
    expect(await browser.page(QUIZ)).toContain('Little sheet');
  });

  test('a server that stops lets waiting pages go', async () => {
    const files = new AuthorFiles(new Proofs());
    const waiting = files.changes(files.version);
    files.close();
    expect(await waiting).toBe(files.version);
  });
});

describe('who gets to the preview', () => {
  const PATHS = ['/preview', QUIZ, `${QUIZ}/1`, '/preview/changes?since=0'];

  /** What fetch does not let a test say: the host that the browser believes to talk to. */
  const statusFor = (headers: Readonly<Record<string, string>>, path: string): Promise<number> =>
    new Promise((resolve, reject) => {
      request(new URL(path, running.url), { headers }, (reply) => {
        reply.resume();
        resolve(reply.statusCode ?? 0);
      })
        .on('error', reject)
        .end();
    });

  test('40: nobody without --watch', async () => {
    const browser = await begin({}, false);
    for (const path of PATHS) expect((await browser.get(path)).status).toBe(404);
  });

  test.each([{ HOST: '0.0.0.0' }, { NODE_ENV: 'production' }, { TRUST_PROXY: '1' }])(
    '40: nobody where others are served: %j',
    async (environment) => {
      await begin(environment);
      expect(lines.join()).toContain('There is no preview of the files: it shows keys without signing in');
      for (const path of PATHS) expect(await statusFor({}, path)).toBe(404);
    },
  );

  test('40: no page of another site that points its name at this machine, and nobody behind a proxy', async () => {
    await begin();
    for (const path of PATHS) {
      expect(await statusFor({}, path)).toBe(200);
      expect(await statusFor({ host: 'localhost:3000' }, path)).toBe(200);
      expect(await statusFor({ host: 'evil.example' }, path)).toBe(404);
      expect(await statusFor({ host: 'localhost.evil.example' }, path)).toBe(404);
      expect(await statusFor({ 'x-forwarded-for': '203.0.113.7' }, path)).toBe(404);
    }
  });
});
