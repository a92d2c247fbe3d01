import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type Message, say } from '../../language/index.ts';
import { type Environment, openEnvironment } from '../environment.ts';
import type { FileProblem } from '../format/yaml.ts';
import { loadCourse } from './load-course.ts';
import type { Loaded } from './loaded.ts';
import { COURSE_FILE, isYaml } from './yaml-files.ts';

/** Loads a course folder, or a folder of course folders. Files with problems are left out and their problems told. */
export async function loadCourses(directory: string, environment = openEnvironment()): Promise<Loaded> {
  return loadPaths([directory], environment);
}

/** Loads course folders, folders of them, and single quiz files (with the course that they stand in). */
export async function loadPaths(paths: readonly string[], environment = openEnvironment()): Promise<Loaded> {
  return together(await Promise.all(paths.map((path) => loadPath(path, environment))));
}

const together = (loaded: readonly Loaded[]): Loaded => ({
  courses: loaded.flatMap((each) => each.courses),
  problems: loaded.flatMap((each) => each.problems),
  warnings: loaded.flatMap((each) => each.warnings),
});

async function loadPath(path: string, environment: Environment): Promise<Loaded> {
  const kind = await stat(path).catch(() => null);
  if (!kind) return refused(path, say('There is no such file or folder.'));
  if (kind.isFile()) return loadCourse(dirname(path), [basename(path)], environment);
  const names = await readdir(path);
  if (names.includes(COURSE_FILE)) return loadCourse(path, null, environment);
  const inside = await Promise.all(
    names
      .sort()
      .map(async (name) => ({ name, files: await readdir(join(path, name)).catch((): string[] => []) })),
  );
  const courses = inside.filter(({ files }) => files.includes(COURSE_FILE));
  if (courses.length === 0) {
    return refused(
      path,
      say('There is no {file} here or in a folder below. A course is a folder with one: {example}', {
        file: COURSE_FILE,
        example: 'title: My course',
      }),
    );
  }
  const others = inside
    .filter(({ files }) => !files.includes(COURSE_FILE))
    .flatMap(({ name, files }) => [name, ...files.map((file) => join(name, file))]);
  const outside = await Promise.all(others.map((name) => outsideWarning(join(path, name))));
  const loaded = await Promise.all(
    courses.map(({ name }) => loadCourse(join(path, name), null, environment)),
  );
  return together([{ courses: [], problems: [], warnings: outside.flat() }, ...loaded]);
}

/** Other tools have YAML files as well; a quiz has exercises. */
async function outsideWarning(file: string): Promise<FileProblem[]> {
  const text = isYaml(file) ? await readFile(file, 'utf8').catch(() => '') : '';
  if (!/^exercises:/m.test(text)) return [];
  const message = say(
    'This quiz is in no course, so it is neither checked nor published: move it into a folder with a {file}',
    { file: COURSE_FILE },
  );
  return [{ file, line: 1, column: 1, message }];
}

const refused = (file: string, message: Message): Loaded => ({
  courses: [],
  problems: [{ file, line: 1, column: 1, message }],
  warnings: [],
});
