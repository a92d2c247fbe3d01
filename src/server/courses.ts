import { watch } from 'node:fs';
import { publishCourse, publishedWarnings } from '../grading/index.ts';
import type { FileProblem, Loaded } from '../quizzes/index.ts';
import type { Storage } from '../storage/index.ts';

const SETTLED = 200;

/**
 * Publishes courses as they were loaded. Files with problems are told, line by line, and leave what was published
 * before as it is. `whole`: everything was loaded, so that a quiz without a file was removed.
 */
export async function publishLoaded(
  storage: Storage,
  { courses, problems, warnings }: Loaded,
  { whole, now }: { readonly whole: boolean; readonly now: number },
  tell: (line: string) => void,
): Promise<void> {
  const complete = whole && problems.length === 0;
  for (const { file, line, column, message } of problems) tell(`${file}:${line}:${column}: ${message}`);
  const warn = ({ file, line, column, message }: FileProblem) =>
    tell(`${file}:${line}:${column}: warning: ${message}`);
  warnings.forEach(warn);
  for (const course of courses) {
    const published = await publishCourse(storage, course, { now, complete });
    for (const { quizId, change } of published) tell(`${course.id}/${quizId}: ${change}`);
    publishedWarnings(course, published, now).forEach(warn);
  }
}

/** Calls `changed` whenever a file in the folder was saved; returns what ends it. */
export function watchFolder(
  folder: string,
  changed: () => Promise<unknown>,
  failed: (error: unknown) => void,
): () => void {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(folder, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => changed().catch(failed), SETTLED);
  });
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}
