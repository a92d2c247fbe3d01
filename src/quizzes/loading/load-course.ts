import { basename, join, normalize, resolve } from 'node:path';
import { say } from '../../language/index.ts';
import type { Environment } from '../environment.ts';
import { CourseSource } from '../format/course.ts';
import { issueProblems } from '../format/source-problems.ts';
import type { FileProblem, YamlFile } from '../format/yaml.ts';
import { loadQuiz } from './load-quiz.ts';
import type { Loaded, LoadedQuiz } from './loaded.ts';
import { COURSE_FILE, placeOf, quizFiles, readFileAsYaml, slug, unreadable } from './yaml-files.ts';

/** `only`: the names of some of its files, instead of all that belong to it. */
export async function loadCourse(
  directory: string,
  only: readonly string[] | null,
  environment: Environment,
): Promise<Loaded> {
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
    const quiz = await loadQuiz(file, course, problems, { unreadable: absent, environment });
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
