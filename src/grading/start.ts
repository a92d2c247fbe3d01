import {
  AbsentError,
  type Attempt,
  insertAttempt,
  type QuizRow,
  selectAttempts,
  selectOptionalRole,
  selectQuiz,
} from '../storage/index.ts';
import { GradingError } from './errors.ts';
import type { Grading } from './grading.ts';

/** Why a student who has made so many attempts cannot begin another one now; null: they can. */
export function whyNotStart(
  quiz: QuizRow,
  made: number,
  now: number,
): 'not-open' | 'closed' | 'no-attempts-left' | null {
  if (quiz.opens !== null && now < quiz.opens) return 'not-open';
  if (quiz.archivedAt !== null || isClosed(quiz, now)) return 'closed';
  if (quiz.attempts !== null && made >= quiz.attempts) return 'no-attempts-left';
  return null;
}

/** Whether nothing can be saved any more. The moment of closing itself still counts. */
export const isClosed = ({ closes }: QuizRow, now: number): boolean => closes !== null && now > closes;

/** Starts an attempt, or returns the one that is running: however often it is asked at once, there is one. */
export function startAttempt(
  { storage, now }: Grading,
  of: { readonly courseId: string; readonly quizId: string; readonly personId: string },
): Promise<Attempt> {
  const at = now();
  return storage.write(async (db) => {
    const quiz = await selectQuiz(db, of.courseId, of.quizId);
    if ((await selectOptionalRole(db, of.courseId, of.personId)) === null) throw new AbsentError('quiz');
    const attempts = await selectAttempts(db, of);
    const running = attempts.find(({ state }) => state === 'open');
    if (running) return running;
    const why = whyNotStart(quiz, attempts.length, at);
    if (why !== null) throw new GradingError(why);
    return insertAttempt(db, {
      courseId: of.courseId,
      quizId: of.quizId,
      quizVersion: quiz.version,
      personId: of.personId,
      number: attempts.length + 1,
      startedAt: at,
    });
  });
}
