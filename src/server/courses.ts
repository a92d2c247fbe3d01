import { watch } from 'node:fs';
import { publishCourse, publishedWarnings } from '../grading/index.ts';
import { ENGLISH } from '../language/index.ts';
import {
  type FileProblem,
  type Loaded,
  type LoadedQuiz,
  type Proofs,
  refutations,
} from '../quizzes/index.ts';
import { type Storage, selectKnownVersions } from '../storage/index.ts';

const SETTLED = 200;
/** Milliseconds between two lines that tell how far proving is. */
const TOLD_EVERY = 1_000;

/**
 * Publishes courses as they were loaded, once their keys are proven. Files with problems and refuted keys are told, line
 * by line, and leave what was published before as it is. `whole`: everything was loaded, so that a quiz without a file
 * was removed.
 */
export async function publishLoaded(
  storage: Storage,
  loaded: Loaded,
  { whole, now, proofs }: { readonly whole: boolean; readonly now: () => number; readonly proofs: Proofs },
  tell: (line: string) => void,
): Promise<void> {
  const { courses, problems, warnings } = await provenOf(storage, loaded, { now, proofs }, tell);
  const complete = whole && problems.length === 0;
  const at = ({ file, line, column }: FileProblem) => `${file}:${line}:${column}`;
  for (const problem of problems) tell(`${at(problem)}: ${ENGLISH.say(problem.message)}`);
  const warn = (problem: FileProblem) => tell(`${at(problem)}: warning: ${ENGLISH.say(problem.message)}`);
  warnings.forEach(warn);
  for (const course of courses) {
    const published = await publishCourse(storage, course, { now: now(), complete });
    for (const { quizId, change } of published) tell(`${course.id}/${quizId}: ${change}`);
    publishedWarnings(course, published, now()).forEach(warn);
  }
}

/** Without the quizzes that have a refuted key. What was published before was proven before it was. */
async function provenOf(
  storage: Storage,
  loaded: Loaded,
  { now, proofs }: { readonly now: () => number; readonly proofs: Proofs },
  tell: (line: string) => void,
): Promise<Loaded> {
  const quizzes = loaded.courses.flatMap((course) => course.quizzes);
  proofs.keep(quizzes.map(({ quiz }) => quiz));
  const versions = quizzes.map(({ quiz }) => quiz.version);
  const known = await selectKnownVersions(storage.read, versions);
  const problems = [...loaded.problems];
  const refuted = new Set<unknown>();
  const unproven = quizzes.filter(({ quiz }) => !known.has(quiz.version));
  const checked = progress(unproven, now, tell);
  for (const each of unproven) {
    tell(`${each.file}: its keys are being proven`);
    const found = refutations(each, await proofs.of(each.quiz, checked));
    if (found.length > 0) {
      refuted.add(each);
      tell(`${each.file}: not published, as a key is refuted (markprop check shows where it fails):`);
    }
    problems.push(...found);
  }
  const courses = loaded.courses.map((course) => ({
    ...course,
    quizzes: course.quizzes.filter((quiz) => !refuted.has(quiz)),
  }));
  return { ...loaded, courses, problems };
}

/** To be called after each question; tells how many are checked, at most once a second. */
function progress(
  quizzes: readonly LoadedQuiz[],
  now: () => number,
  tell: (line: string) => void,
): () => void {
  const all = quizzes
    .flatMap(({ quiz }) => quiz.exercises)
    .reduce((sum, { questions }) => sum + questions.length, 0);
  let checked = 0;
  let told = now();
  return () => {
    checked += 1;
    if (now() - told < TOLD_EVERY) return;
    told = now();
    tell(`Checking keys: ${checked} of ${all} questions`);
  };
}

/** Calls `changed` whenever a file in the folder was saved; returns what ends it, once what is under way is done. */
export function watchFolder(
  folder: string,
  changed: () => Promise<unknown>,
  failed: (error: unknown) => void,
): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  // One after the other, so that what was saved last is what is published last.
  let last = Promise.resolve<unknown>(undefined);
  const next = () => {
    last = last.then(changed).catch(failed);
  };
  const watcher = watch(folder, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(next, SETTLED);
  });
  watcher.on('error', failed);
  return async () => {
    clearTimeout(timer);
    watcher.close();
    await last;
  };
}
