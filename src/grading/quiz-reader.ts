import { prepareQuiz } from '../quizzes/prepare/prepare-quiz.ts';
import type { Quiz } from '../quizzes/quiz.ts';
import { type Storage, selectVersionSource } from '../storage/index.ts';

/** In an exam each student may have a variant of their own. */
const KEPT = 400;

/** Reads quizzes from their snapshots. A version never changes, so those in use are read and prepared once. */
export function quizReader(storage: Storage): (quizId: string, version: string) => Promise<Quiz> {
  const known = new Map<string, Quiz>();
  return async (quizId, version) => {
    const key = `${quizId} ${version}`;
    const quiz = known.get(key) ?? prepareQuiz(quizId, await selectVersionSource(storage.read, version));
    known.delete(key);
    known.set(key, quiz);
    const [oldest] = known.keys();
    if (known.size > KEPT && oldest !== undefined) known.delete(oldest);
    return quiz;
  };
}
