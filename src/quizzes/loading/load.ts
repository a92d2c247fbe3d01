import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, normalize, resolve } from 'node:path';
import { LANGUAGES, type Message, say } from '../../language/index.ts';
import { CourseSource } from '../format/course.ts';
import { issueProblems, type SourceProblem } from '../format/source-problems.ts';
import { type FileProblem, readYaml, type YamlFile } from '../format/yaml.ts';
import { datesOf } from '../prepare/dates.ts';
import { prepareSource } from '../prepare/prepare-quiz.ts';
import { pastWarnings, type RuleWarning, ruleWarnings } from '../proving/warnings.ts';
import type { Dates, Quiz } from '../quiz.ts';

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
  /** What was left out and was hardly meant to be. Odd rules of a quiz stand with the quiz. */
  readonly warnings: readonly FileProblem[];
}

const COURSE_FILE = 'course.yaml';
const isYaml = (name: string) => /\.ya?ml$/.test(name);

/** Loads a course folder, or a folder of course folders. Files with problems are left out and their problems told. */
export async function loadCourses(directory: string): Promise<Loaded> {
  return loadPaths([directory]);
}

/** Loads course folders, folders of them, and single quiz files (with the course that they stand in). */
export async function loadPaths(paths: readonly string[]): Promise<Loaded> {
  return together(await Promise.all(paths.map(loadPath)));
}

const together = (loaded: readonly Loaded[]): Loaded => ({
  courses: loaded.flatMap((each) => each.courses),
  problems: loaded.flatMap((each) => each.problems),
  warnings: loaded.flatMap((each) => each.warnings),
});

async function loadPath(path: string): Promise<Loaded> {
  const kind = await stat(path).catch(() => null);
  if (!kind) return refused(path, say('There is no such file or folder.'));
  if (kind.isFile()) return loadCourse(dirname(path), [basename(path)]);
  const names = await readdir(path);
  if (names.includes(COURSE_FILE)) return loadCourse(path, null);
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
  const loaded = await Promise.all(courses.map(({ name }) => loadCourse(join(path, name), null)));
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

/** `only`: the names of some of its files, instead of all that belong to it. */
async function loadCourse(directory: string, only: readonly string[] | null): Promise<Loaded> {
  const problems: FileProblem[] = [];
  const read = await readCourse(directory, problems);
  if (!read) return { courses: [], problems, warnings: [] };
  const { yaml, course } = read;
  const present = only ?? (await quizFiles(directory));
  const listed = course.quizzes?.map((name) => normalize(name));
  const names = only ?? listed ?? present;
  const quizzes: LoadedQuiz[] = [];
  for (const [i, name] of names.entries()) {
    if (names.indexOf(name) < i) {
      const twice = say('quizzes: "{name}" is listed twice: remove one of the two', { name });
      problems.push(yaml.problem(['quizzes', i], twice));
      continue;
    }
    const file = join(directory, name);
    const gone = say(
      'quizzes: there is no file "{name}" in this folder that can be read: correct the name, or remove it',
      { name },
    );
    const absent = only ? unreadable(file) : yaml.problem(['quizzes', i], gone);
    const quiz = await loadQuiz(file, course, problems, absent);
    const same = quizzes.find(({ id }) => id === quiz?.id);
    if (quiz && same) {
      problems.push(
        quiz.yaml.problem(
          [],
          say('"{id}" is also the name of {file} in addresses: rename one of them', {
            id: quiz.id,
            file: same.file,
          }),
        ),
      );
    } else if (quiz) quizzes.push(quiz);
  }
  const warnings = present
    .filter((name) => listed?.includes(name) === false)
    .map((name) =>
      yaml.problem(
        ['quizzes'],
        say(
          'quizzes: {name} is in this folder but not in this list, so students never get it: add it, or move it elsewhere',
          { name },
        ),
      ),
    );
  const { title, text, timezone, language } = course;
  const id = slug(basename(resolve(directory)));
  return { courses: [{ id, title, text, timezone, language, quizzes }], problems, warnings };
}

async function readCourse(
  directory: string,
  problems: FileProblem[],
): Promise<{ readonly yaml: YamlFile; readonly course: CourseSource } | null> {
  const file = join(directory, COURSE_FILE);
  const yaml = await readFileAsYaml(file, problems, { text: 'title: Course', unreadable: unreadable(file) });
  if (!yaml) return null;
  const parsed = CourseSource.safeParse(yaml.data);
  if (parsed.success) return { yaml, course: parsed.data };
  problems.push(...issueProblems(parsed.error).map((problem) => placeOf(yaml, problem)));
  return null;
}

const placeOf = (yaml: YamlFile, { path, message, offset, named }: SourceProblem): FileProblem =>
  named ? yaml.nameProblem(path, message) : yaml.problem(path, message, offset);

async function loadQuiz(
  file: string,
  { timezone, language }: Pick<CourseSource, 'timezone' | 'language'>,
  problems: FileProblem[],
  unreadable: FileProblem,
): Promise<LoadedQuiz | null> {
  const yaml = await readFileAsYaml(file, problems, { unreadable });
  if (!yaml) return null;
  const id = slug(basename(file).replace(/\.ya?ml$/, ''));
  const { quiz, problems: found } = prepareSource(id, withDecimals(yaml.data, language));
  problems.push(...found.map((problem) => placeOf(yaml, problem)));
  if (quiz === null) return null;
  const dates = datesOf(quiz.source, timezone);
  const warnings = [
    ...yaml.warnings,
    ...ruleWarnings(quiz, dates).map((warning) => problemOf(yaml, warning)),
  ];
  return { id, file, yaml, quiz, dates, warnings };
}

/** Students write decimals as the language of the course does, unless the quiz says otherwise. */
function withDecimals(data: unknown, language: string): unknown {
  const comma = LANGUAGES.find(({ tag }) => tag === language)?.point === ',';
  return comma && typeof data === 'object' && data !== null ? { decimals: 'comma', ...data } : data;
}

/** `text` instead of a file that is absent; `unreadable` is told of one that cannot be read. */
async function readFileAsYaml(
  file: string,
  problems: FileProblem[],
  { text: fallback = null, unreadable }: { readonly text?: string | null; readonly unreadable: FileProblem },
): Promise<YamlFile | null> {
  const absent = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT';
  const text = await readFile(file, 'utf8').catch((error: unknown) => (absent(error) ? fallback : null));
  if (text === null) {
    problems.push(unreadable);
    return null;
  }
  const read = readYaml(file, text);
  if ('yaml' in read) return read.yaml;
  problems.push(...read.problems);
  return null;
}

const unreadable = (file: string): FileProblem => ({
  file,
  line: 1,
  column: 1,
  message: say('There is no such file, or it cannot be read.'),
});

async function quizFiles(directory: string): Promise<string[]> {
  const names = await readdir(directory);
  return names.filter((name) => isYaml(name) && name !== COURSE_FILE).sort();
}

const refused = (file: string, message: Message): Loaded => ({
  courses: [],
  problems: [{ file, line: 1, column: 1, message }],
  warnings: [],
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
  yaml.problem([field], say('{what}: {reason}', { what: field, reason: message }));
