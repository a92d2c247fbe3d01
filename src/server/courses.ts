import { watch } from 'node:fs';
import { publishCourse } from '../grading/index.ts';
import { loadCourses } from '../quizzes/index.ts';
import type { Storage } from '../storage/index.ts';

const SETTLED = 200;

/**
 * Loads the courses of a folder and publishes them. Files with problems are told, line by line, and leave what was
 * published before as it is.
 */
export async function publishFolder(
  storage: Storage,
  folder: string,
  now: number,
  tell: (line: string) => void,
): Promise<number> {
  const { courses, problems } = await loadCourses(folder);
  for (const { file, line, column, message } of problems) tell(`${file}:${line}:${column}: ${message}`);
  for (const course of courses) {
    const published = await publishCourse(storage, course, { now, complete: problems.length === 0 });
    for (const { quizId, change } of published) tell(`${course.id}/${quizId}: ${change}`);
  }
  return courses.length;
}

/** Publishes the folder again whenever a file in it has changed; returns what ends it. */
export function watchFolder(
  folder: string,
  publish: () => Promise<unknown>,
  failed: (error: unknown) => void,
): () => void {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(folder, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => publish().catch(failed), SETTLED);
  });
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}
