import { LRUCache } from 'lru-cache';
import { openEnvironment } from '../quizzes/environment.ts';
import { prepareQuiz } from '../quizzes/prepare/prepare-quiz.ts';
import type { Quiz } from '../quizzes/quiz.ts';
import { type Storage, selectVersionSource } from '../storage/index.ts';

/** Characters of snapshots whose prepared quizzes are kept: in an exam each student may have a variant of their own. */
const KEPT = 8_000_000;

/** Reads quizzes from their snapshots. A version never changes, so those in use are read and prepared once. */
export function quizReader(
  storage: Storage,
  environment = openEnvironment(),
): (quizId: string, version: string) => Promise<Quiz> {
  const kept = new LRUCache<string, Quiz>({
    maxSize: KEPT,
    sizeCalculation: ({ source }) => JSON.stringify(source).length,
  });
  return async (quizId, version) => {
    const key = `${quizId} ${version}`;
    const before = kept.get(key);
    if (before !== undefined) return before;
    const quiz = prepareQuiz(quizId, await selectVersionSource(storage.read, version), environment);
    kept.set(key, quiz);
    return quiz;
  };
}
