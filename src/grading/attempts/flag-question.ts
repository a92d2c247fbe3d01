import { deleteFlag, insertFlag } from '../../storage/index.ts';
import { GradingError } from '../errors.ts';
import { questionsOf } from '../questions.ts';
import { ownAttempt } from '../rules/attempt-access.ts';
import type { GradingServices } from '../services.ts';

/**
 * Flags a question of an open attempt for its student, or takes the flag away; nothing else about the question changes.
 * Throws GradingError if the attempt is not the person's or was handed in, or has no such question.
 */
export async function flagQuestion(
  { storage, quizOf }: Pick<GradingServices, 'storage' | 'quizOf'>,
  flag: {
    readonly attemptId: string;
    readonly personId: string;
    readonly questionId: string;
    readonly flagged: boolean;
  },
): Promise<void> {
  const { quizId, quizVersion } = await ownAttempt(storage.read, flag.attemptId, flag.personId);
  if (!questionsOf(await quizOf(quizId, quizVersion)).has(flag.questionId))
    throw new GradingError('unknown-question');
  await storage.write(async (db) => {
    const attempt = await ownAttempt(db, flag.attemptId, flag.personId);
    if (attempt.state !== 'open') throw new GradingError('submitted');
    await (flag.flagged ? insertFlag : deleteFlag)(db, attempt, flag.questionId);
  });
}
