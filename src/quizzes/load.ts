import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { ENGLISH } from '../language/index.ts';
import { datesOf } from './dates.ts';
import { issueProblems } from './issues.ts';
import { prepareSource } from './prepare.ts';
import type { Dates, Quiz } from './quiz.ts';
import { CourseSource } from './schema.ts';
import { pastWarnings, type RuleWarning, ruleWarnings } from './warnings.ts';
import { type FileProblem, readYaml, type YamlFile } from './yaml.ts';

export interface LoadedQuiz {
  readonly id: string;
  readonly file: string;
  readonly yaml: YamlFile;
  readonly quiz: Quiz;
  readonly dates: Dates;
  /** What may stay as it is, and should be looked at. */
  readonly warnings: readonly FileProblem[];
}

export interface LoadedCourse {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly timezone: string;
  /** Of the interface, by its tag. */
  readonly language: string;
  readonly quizzes: readonly LoadedQuiz[];
}

export interface Loaded {
  readonly courses: readonly LoadedCourse[];
  readonly problems: readonly FileProblem[];
}

const COURSE_FILE = 'course.yaml';
const isYaml = (name: string) => /\.ya?ml$/.test(name);

/** Loads a course folder, or a folder of course folders. Files with problems are left out and their problems told. */
export async function loadCourses(directory: string): Promise<Loaded> {
  return loadPaths([directory]);
}

/** Loads course folders, folders of them, and single quiz files (with the course that they stand in). */
export async function loadPaths(paths: readonly string[]): Promise<Loaded> {
  const loaded = await Promise.all(paths.map(loadPath));
  return { courses: loaded.flatMap((l) => l.courses), problems: loaded.flatMap((l) => l.problems) };
}

async function loadPath(path: string): Promise<Loaded> {
  const kind = await stat(path).catch(() => null);
  if (!kind) return refused(path, 'There is no such file or folder.');
  if (kind.isFile()) return loadCourse(dirname(path), [basename(path)]);
  const names = await readdir(path);
  if (names.includes(COURSE_FILE)) return loadCourse(path, null);
  const folders = [];
  for (const name of names.sort()) {
    const file = join(path, name, COURSE_FILE);
    if (await stat(file).catch(() => null)) folders.push(join(path, name));
  }
  if (folders.length === 0) {
    return refused(
      path,
      `There is no ${COURSE_FILE} here or in a folder below. A course is a folder with one: title: My course`,
    );
  }
  const loaded = await Promise.all(folders.map((folder) => loadCourse(folder, null)));
  return { courses: loaded.flatMap((l) => l.courses), problems: loaded.flatMap((l) => l.problems) };
}

async function loadCourse(directory: string, only: readonly string[] | null): Promise<Loaded> {
  const problems: FileProblem[] = [];
  const course = await readCourse(directory, problems);
  if (!course) return { courses: [], problems };
  const names = only ?? course.quizzes ?? (await quizFiles(directory));
  const quizzes: LoadedQuiz[] = [];
  for (const name of names) {
    const quiz = await loadQuiz(join(directory, name), course.timezone, problems);
    const same = quizzes.find(({ id }) => id === quiz?.id);
    if (quiz && same) {
      problems.push(
        quiz.yaml.problem(
          [],
          `"${quiz.id}" is also what ${same.file} is called in addresses: rename one of them`,
        ),
      );
    } else if (quiz) quizzes.push(quiz);
  }
  const { title, text, timezone, language } = course;
  const id = slug(basename(resolve(directory)));
  return { courses: [{ id, title, text, timezone, language, quizzes }], problems };
}

async function readCourse(directory: string, problems: FileProblem[]): Promise<CourseSource | null> {
  const file = join(directory, COURSE_FILE);
  const yaml = await readFileAsYaml(file, problems, 'title: Course');
  if (!yaml) return null;
  const parsed = CourseSource.safeParse(yaml.data);
  if (parsed.success) return parsed.data;
  problems.push(...issueProblems(parsed.error).map(({ path, message }) => yaml.problem(path, message)));
  return null;
}

async function loadQuiz(file: string, timezone: string, problems: FileProblem[]): Promise<LoadedQuiz | null> {
  const yaml = await readFileAsYaml(file, problems, null);
  if (!yaml) return null;
  const id = slug(basename(file).replace(/\.ya?ml$/, ''));
  const { quiz, problems: found } = prepareSource(id, yaml.data);
  problems.push(...found.map(({ path, message, offset }) => yaml.problem(path, message, offset)));
  if (quiz === null) return null;
  const dates = datesOf(quiz.source, timezone);
  const warnings = ruleWarnings(quiz.source, dates).map((warning) => problemOf(yaml, warning));
  return { id, file, yaml, quiz, dates, warnings };
}

/** `fallback` stands for a file that may be absent; without one, absence is a problem. */
async function readFileAsYaml(
  file: string,
  problems: FileProblem[],
  fallback: string | null,
): Promise<YamlFile | null> {
  const absent = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT';
  const text = await readFile(file, 'utf8').catch((error: unknown) => (absent(error) ? fallback : null));
  if (text === null) {
    problems.push({ file, line: 1, column: 1, message: 'There is no such file, or it cannot be read.' });
    return null;
  }
  const read = readYaml(file, text);
  if ('yaml' in read) return read.yaml;
  problems.push(...read.problems);
  return null;
}

async function quizFiles(directory: string): Promise<string[]> {
  const names = await readdir(directory);
  return names.filter((name) => isYaml(name) && name !== COURSE_FILE).sort();
}

const refused = (file: string, message: string): Loaded => ({
  courses: [],
  problems: [{ file, line: 1, column: 1, message }],
});

/** A name that is good in a URL. */
const slug = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '') || 'course';

/** Its warnings, and those about dates that would be past if it were published now. */
export function warningsAt({ yaml, dates, warnings }: LoadedQuiz, now: number): readonly FileProblem[] {
  return [...warnings, ...pastWarnings(dates, now).map((warning) => problemOf(yaml, warning))];
}

const problemOf = (yaml: YamlFile, { field, message }: RuleWarning): FileProblem =>
  yaml.problem([field], `${field}: ${ENGLISH.say(message)}`);
