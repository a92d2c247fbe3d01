import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadPaths } from '../../../src/quizzes/index.ts';
import { toAuthors } from '../../language/english.ts';

const QUIZ = `title: A quiz
exercises:
  - title: One
    questions:
      - { id: first, text: Is it?, answer: truth, key: true, because: It is. }
`;

let folder = '';
const write = async (name: string, text: string) => {
  await mkdir(join(folder, name, '..'), { recursive: true });
  await writeFile(join(folder, name), text);
};
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'markprop-'));
  await write('nets/course.yaml', 'title: Nets\nquizzes: [one.yaml]\n');
  await write('nets/one.yaml', QUIZ);
});
afterEach(() => rm(folder, { recursive: true }));

async function load(path = 'nets') {
  const { courses, problems, warnings } = await loadPaths([join(folder, path)]);
  const told = (found: typeof warnings) =>
    found.map(
      ({ file, line, column, message }) =>
        `${file.slice(folder.length + 1)}:${line}:${column} ${toAuthors(message)}`,
    );
  return {
    quizzes: courses.flatMap(({ quizzes }) => quizzes.map(({ id }) => id)),
    problems: told(problems),
    warnings: told(warnings),
  };
}

const UNLISTED =
  'nets/course.yaml:2:10 quizzes: two.yaml is in this folder but not in this list, so students never get it: add it, or move it elsewhere';

describe('a quiz file that nobody would get', () => {
  it('is warned of where course.yaml does not list it', async () => {
    await write('nets/two.yaml', QUIZ);
    expect(await load()).toEqual({ quizzes: ['one'], problems: [], warnings: [UNLISTED] });
  });

  it('is warned of when it is checked alone', async () => {
    await write('nets/two.yaml', QUIZ);
    expect(await load('nets/two.yaml')).toEqual({ quizzes: ['two'], problems: [], warnings: [UNLISTED] });
    expect((await load('nets/one.yaml')).warnings).toEqual([]);
  });

  it('is warned of beside the courses, where a YAML file of another tool is not', async () => {
    await write('two.yaml', QUIZ);
    await write('more/three.yaml', QUIZ);
    await write('compose.yaml', 'services: {}\n');
    const outside =
      ':1:1 This quiz is in no course, so it is neither checked nor published: move it into a folder';
    expect((await load('')).warnings).toEqual([
      expect.stringContaining(`more/three.yaml${outside}`),
      expect.stringContaining(`two.yaml${outside}`),
    ]);
  });

  it('cannot be forgotten where course.yaml lists none', async () => {
    await write('nets/course.yaml', 'title: Nets\n');
    await write('nets/two.yaml', QUIZ);
    expect(await load()).toEqual({ quizzes: ['one', 'two'], problems: [], warnings: [] });
  });
});

describe('a list of quizzes', () => {
  it('names a file twice: told there', async () => {
    await write('nets/course.yaml', 'title: Nets\nquizzes:\n  - one.yaml\n  - ./one.yaml\n');
    expect((await load()).problems).toEqual([
      'nets/course.yaml:4:5 quizzes: "one.yaml" is listed twice: remove one of the two',
    ]);
  });

  it('names a file that is not there: told there', async () => {
    await write('nets/course.yaml', 'title: Nets\nquizzes: [one.yaml, too.yaml]\n');
    expect((await load()).problems).toEqual([
      'nets/course.yaml:2:21 quizzes: there is no file "too.yaml" in this folder that can be read: correct the name, or remove it',
    ]);
  });
});
