import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkPaths } from '../../src/cli/check.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const homework = join(root, 'data/neural-networks');

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'markprop-'));
  await cp(homework, folder, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));
vi.setConfig({ testTimeout: 120_000 });

/** Runs the built command as CI does. */
function markprop(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    const environment = { ...process.env, DATABASE: join(folder, 'database.sqlite'), NO_COLOR: '1' };
    execFile(
      process.execPath,
      [join(root, 'dist/cli/main.js'), ...words],
      { env: environment },
      (error, out, err) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
      },
    );
  });
}

async function change(file: string, from: string, to: string): Promise<void> {
  const path = join(folder, file);
  const text = await readFile(path, 'utf8');
  expect(text).toContain(from);
  await writeFile(path, text.replace(from, to));
}

/** A quiz for what does not depend on the questions, since it is proven in no time. */
const ONE_QUESTION = `title: Halves
exercises:
  - { title: T, questions: [{ id: one, text: Half of 4?, answer: { choice: { a: '2', b: '3' } }, key: a, because: So. }] }
`;

describe('markprop check', () => {
  it('tells a terminal how far it is, variant by variant', async () => {
    const path = join(folder, 'halves.yaml');
    const question = (id: string) =>
      `{ id: ${id}, draw: { w: { integers: [2, 9] } }, text: Half of <<w>>?, answer: { choice: { a: <<w>>/2, b: x } }, key: a, because: So. }`;
    await writeFile(
      path,
      `title: Halves\nexercises: [{ title: T, questions: [${question('one')}, ${question('two')}] }]`,
    );
    const told: string[] = [];
    await checkPaths([path], {}, (text) => void told.push(text));
    expect(told[0]).toBe(`${'░'.repeat(20)} 0/2 1a one, variant 1 of 8 (${path})`);
    expect(told[4]).toBe(`${'█'.repeat(5)}${'░'.repeat(15)} 0/2 1a one, variant 5 of 8 (${path})`);
    expect(told.at(-2)).toContain('1b two, variant 8 of 8');
    expect(told.at(-1)).toBe('');
    const drawn = told.map((text) => text.match(/█/g)?.length ?? 0).slice(0, -1);
    expect(drawn).toEqual(drawn.toSorted((a, b) => a - b));
  });

  it('prints a line a question and the summary, and exits with 0', async () => {
    const { code, out } = await markprop('check', folder);
    expect(out).toMatch(/1e {2}or-weights +proven +4 of 729 settings are right/);
    expect(out).toMatch(/1c .*4 options; 3 of 3 wrong ones are named: .*sign-flipped/);
    expect(out.trim().split('\n').at(-1)).toBe('57 questions: 50 proven, 4 supported, 3 asserted, 0 refuted');
    expect(code).toBe(0);
  });

  it('exits with 1 at a wrong key and says where it stands, the claim and the witness', async () => {
    await change('homework-3.yaml', 'key: b\n        hint: Put', 'key: a\n        hint: Put');
    const { code, out } = await markprop('check', join(folder, 'homework-3.yaml'));
    expect(code).toBe(1);
    expect(out).toMatch(/homework-3\.yaml:\d+:14: the key is not right/);
    expect(out).toContain('claim: {computes:{function:A or B,weights-in:[-1,0,1]}}');
    expect(out).toMatch(/witness: For A = \d, B = \d your network outputs/);
    expect(out).toContain('20 questions: 12 proven, 4 supported, 3 asserted, 1 refuted');
  });

  it('49: names no key in the log of a failing check unless asked for', async () => {
    await change('homework-3-free.yaml', 'key: (4*4*3 + 1)*64 + 9*(4*4*64 + 1)*64', 'key: 593537');
    const quiet = await markprop('check', join(folder, 'homework-3-free.yaml'));
    expect(quiet.code).toBe(1);
    expect(quiet.out).not.toMatch(/593.?536/);
    const open = await markprop('check', join(folder, 'homework-3-free.yaml'), '--show-keys');
    expect(open.out.replaceAll('\u202f', '')).toContain('593536');
    expect(open.out).toContain('key: 593537');
  });

  it('exits with 2 and points into the file when it cannot be read', async () => {
    await change('homework-3.yaml', 'answer: shape', 'answer: shap');
    const { code, out } = await markprop('check', join(folder, 'homework-3.yaml'));
    expect(code).toBe(2);
    expect(out).toMatch(/homework-3\.yaml:\d+:17: .*"shap" is not a kind of answer: choose one of choice/);
  });

  it('warns of a quiz that course.yaml does not list, whatever it is asked to print', async () => {
    await writeFile(join(folder, 'course.yaml'), 'title: Nets\nquizzes: [warm-up.yaml]\n');
    for (const name of ['homework-3-free.yaml', 'homework-3-variants.yaml']) await rm(join(folder, name));
    for (const name of ['warm-up.yaml', 'homework-3.yaml']) await writeFile(join(folder, name), ONE_QUESTION);
    const warning = 'quizzes: homework-3.yaml is in this folder but not in this list';
    const { code, out } = await markprop('check', folder);
    expect(out).toMatch(new RegExp(`course\\.yaml:2:10: warning: ${warning}`));
    expect(code).toBe(0);
    for (const format of ['json', 'junit', 'github'])
      expect((await markprop('check', folder, '--format', format)).out).toContain(warning);
    expect((await markprop('publish', folder)).err).toContain(`course.yaml:2:10: warning: ${warning}`);
  });

  it.each([
    ['no such folder', ['check', 'nowhere'], 'There is no such file or folder'],
    ['a folder without a course', ['check', 'src'], 'There is no course.yaml here'],
    [
      'an unknown format',
      ['check', '--format', 'xml'],
      'There is no format "xml": choose text, json, junit, github',
    ],
    ['an unknown option', ['check', '--show'], "Unknown option '--show'. All options: markprop help"],
    ['a word too many', ['schema', 'here'], '"here" is not expected'],
    ['a word after help', ['help', 'check'], '"check" is not expected after "help"'],
    ['no e-mail address', ['account', 'add', 'ada', 'Ada'], 'This is not an e-mail address.'],
    ['an unknown command', ['prove'], 'There is no command "prove"'],
  ])('exits with 2 and a sentence for %s', async (_, words, message) => {
    const { code, out, err } = await markprop(...words);
    expect(code).toBe(2);
    expect(out + err).toContain(message);
    expect(out + err).not.toMatch(/\n {4}at /);
  });

  it('speaks JSON, JUnit and the annotations of GitHub', async () => {
    await change('homework-3-free.yaml', 'key: [961, 541]', 'key: [960, 540]');
    const free = join(folder, 'homework-3-free.yaml');
    const json = JSON.parse((await markprop('check', free, '--format', 'json')).out);
    expect(json.summary).toEqual({ questions: 13, proven: 12, supported: 0, asserted: 0, refuted: 1 });
    const junit = await markprop('check', free, '--format', 'junit');
    expect(junit.out).toContain('<testsuites tests="13" failures="1" errors="0">');
    expect(junit.out).toContain('<failure message="the key is not right">');
    const github = await markprop('check', free, '--format', 'github');
    expect(github.out).toMatch(
      /^::error file=.*homework-3-free\.yaml,line=\d+,col=\d+::2c output-size: the key is not right%0A/m,
    );
    expect(github.code).toBe(1);
  });
});

describe('markprop schema', () => {
  it('prints the schema that editors read from docs/', async () => {
    const { out, code } = await markprop('schema');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual(JSON.parse(await readFile(join(root, 'docs/quiz.schema.json'), 'utf8')));
  });
});

describe('markprop publish', () => {
  it('publishes a course that holds, and says when nothing has changed', async () => {
    await change(
      'course.yaml',
      '[warm-up.yaml, homework-3.yaml, homework-3-free.yaml, homework-3-variants.yaml]',
      '[homework-3-free.yaml]',
    );
    expect((await markprop('publish', folder)).out).toContain('homework-3-free: new');
    expect((await markprop('publish', folder)).out).toContain('nothing has changed');
    await change('homework-3-free.yaml', 'How many parameters', 'What number of parameters');
    expect((await markprop('publish', folder)).out).toContain('homework-3-free: changed');
  });

  it('publishes nothing when a key is refuted', async () => {
    await writeFile(join(folder, 'course.yaml'), 'title: Nets\nquizzes: [warm-up.yaml, homework-3.yaml]\n');
    for (const name of ['homework-3-free.yaml', 'homework-3-variants.yaml']) await rm(join(folder, name));
    await change('homework-3.yaml', 'key: xor', 'key: nand');
    const { code, err } = await markprop('publish', folder);
    expect([code, err]).toEqual([1, 'markprop: nothing was published.\n']);
  });
});

describe('markprop account', () => {
  it('adds an administrator and shows the password once', async () => {
    const first = await markprop('account', 'add', 'ada@example.org', 'Ada Lovelace', '--admin');
    expect(first.out).toMatch(/Account ada@example.org created. Password \(shown only now\): \S{16}/);
    const again = await markprop('account', 'add', 'ada@example.org', 'Ada Lovelace');
    expect(again.code).not.toBe(0);
    expect(again.err).toContain('markprop: ');
  });

  it('says how it is used', async () => {
    expect(await markprop('account', 'remove')).toMatchObject({ code: 2 });
  });
});
