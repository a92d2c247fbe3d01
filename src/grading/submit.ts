import type { Posted } from '../answers/kind.ts';
import {
  type Attempt,
  insertSteps,
  type Queries,
  selectAttempt,
  selectLatestSteps,
  selectOverdueAttempts,
  selectQuiz,
  updateSubmitted,
} from '../storage/index.ts';
import { ownAttempt } from './access.ts';
import type { Grading } from './grading.ts';
import { markAttempt } from './mark.ts';
import { questionsOf } from './questions.ts';
import { handedIn, receiptOf } from './receipt.ts';

/**
 * Hands in what was saved last, and marks it. However often it is asked, an attempt is handed in once; after the
 * quiz has closed, with its closing time. If marking fails the attempt stays pending, for `resumeMarking`.
 */
export async function submitAttempt(
  grading: Grading,
  by: { readonly attemptId: string; readonly personId: string; readonly at: number },
): Promise<Attempt> {
  const attempt = await ownAttempt(grading.storage.read, by.attemptId, by.personId);
  await handIn(grading, attempt, by.personId, by.at);
  return marked(grading, attempt.id);
}

/** Hands in every open attempt of the quizzes that have closed, with their closing time. */
export async function closeOverdueAttempts(grading: Grading): Promise<void> {
  const { storage, now, log } = grading;
  for (const { id, closes } of await selectOverdueAttempts(storage.read, now())) {
    try {
      await handIn(grading, await selectAttempt(storage.read, id), null, closes);
    } catch (error) {
      log.error({ attemptId: id, err: error }, 'an overdue attempt could not be handed in');
      continue;
    }
    await marked(grading, id);
  }
}

async function handIn(
  { storage, quizOf }: Grading,
  { id, quizId, quizVersion }: Attempt,
  by: string | null,
  at: number,
): Promise<void> {
  const questions = questionsOf(await quizOf(quizId, quizVersion));
  await storage.write(async (db) => {
    const attempt = await selectAttempt(db, id);
    if (attempt.state !== 'open') return;
    const submittedAt = await inTime(db, attempt, at);
    const latest = await selectLatestSteps(db, id);
    const responses = new Map<string, Posted>(
      [...questions.keys()].map((questionId) => [questionId, latest.get(questionId)?.posted ?? {}]),
    );
    await insertSteps(
      db,
      id,
      [...responses].map(([questionId, posted]) => ({
        courseId: attempt.courseId,
        questionId,
        kind: 'submitted',
        at: submittedAt,
        by,
        posted,
        idempotencyKey: null,
        try: null,
        certainty: latest.get(questionId)?.certainty ?? null,
      })),
    );
    const receipt = receiptOf(handedIn(attempt, submittedAt, responses));
    await updateSubmitted(db, id, { at: submittedAt, receipt });
  });
}

async function inTime(db: Queries, { courseId, quizId }: Attempt, at: number): Promise<number> {
  const { closes } = await selectQuiz(db, courseId, quizId);
  return closes === null ? at : Math.min(at, closes);
}

/** What was handed in is safe by now: if marking fails, that is for the log and for later, not for the student. */
async function marked(grading: Grading, attemptId: string): Promise<Attempt> {
  try {
    return await markAttempt(grading, attemptId);
  } catch (error) {
    grading.log.error({ attemptId, err: error }, 'marking failed; it is pending');
    return selectAttempt(grading.storage.read, attemptId);
  }
}
