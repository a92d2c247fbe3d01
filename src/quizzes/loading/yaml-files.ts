import { readdir, readFile } from 'node:fs/promises';
import { say } from '../../language/index.ts';
import type { SourceProblem } from '../format/source-problems.ts';
import { type FileProblem, readYaml, type YamlFile } from '../format/yaml.ts';

export const COURSE_FILE = 'course.yaml';
export const isYaml = (name: string) => /\.ya?ml$/.test(name);

export async function quizFiles(directory: string): Promise<string[]> {
  const names = await readdir(directory);
  return names.filter((name) => isYaml(name) && name !== COURSE_FILE).sort();
}

/** `text` instead of a file that is absent; `unreadable` is told of one that cannot be read. */
export async function readFileAsYaml(
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

export const unreadable = (file: string): FileProblem => ({
  file,
  line: 1,
  column: 1,
  message: say('There is no such file, or it cannot be read.'),
});

/** The place of a problem in its file. */
export const placeOf = (yaml: YamlFile, { path, message, offset, named }: SourceProblem): FileProblem =>
  named ? yaml.nameProblem(path, message) : yaml.problem(path, message, offset);

/** A name that is good in a URL. */
export const slug = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '') || 'course';
