import type { Posted } from '../answers/kind.ts';
import type { Certainty } from '../quizzes/behaviour.ts';
import { readResponse } from '../quizzes/mark.ts';
import type { Question } from '../quizzes/quiz.ts';
import {
  type Attempt,
  insertSteps,
  selectLatestSteps,
  selectMarkings,
  selectSubmittedSteps,
  type Writing,
} from '../storage/index.ts';
import { ownAttempt } from './access.ts';
import { GradingError } from './errors.ts';
import type { Grading } from './grading.ts';
import { markChecks } from './mark.ts';
import { hasChecks, questionProgress, responseText } from './progress.ts';
import { questionsOf } from './questions.ts';
import { requireTime } from './rules.ts';
import { MOST_STEPS } from './save.ts';

interface Check {
  readonly attemptId: string;
  readonly personId: string;
  readonly questionId: string;
  readonly posted: Posted;
  readonly certainty: Certainty | null;
  /** When the request arrived. */
  readonly at: number;
}

/** Others may check the same question at the same time; each of their checks is waited for. */
const MOST_WAITS = 20;

/**
 * Checks a response while the attempt is open: commits it, then judges it, so that nothing can lose a try or count it
 * twice. What is blank, cannot be read or was tried before changes nothing, however often it is sent: the response
 * itself tells a repeated request from a new one. If judging fails the check stays pending, for `resumeMarking`.
 * Throws GradingError where a rule stands against it.
 */
export async function checkResponse(grading: Grading, check: Check): Promise<void> {
  const { storage, quizOf } = grading;
  const attempt = await ownAttempt(storage.read, check.attemptId, check.personId);
  const question = questionsOf(await quizOf(attempt.quizId, attempt.quizVersion)).get(check.questionId);
  if (!question) throw new GradingError('unknown-question');
  if (!hasChecks(question)) throw new GradingError('no-checks');
  if (readResponse(question, check.posted).state !== 'read') return;
  for (let waits = 0; waits <= MOST_WAITS; waits++) {
    const other = await storage.write((db) => commit(db, question, check));
    await judged(grading, attempt);
    if (!other) return;
  }
}

/** Stores the check unless it is none; true where another one of this question has to be judged first. */
async function commit(db: Writing, question: Question, check: Check): Promise<boolean> {
  const { attemptId, personId, questionId, posted, certainty, at } = check;
  const attempt = await ownAttempt(db, attemptId, personId);
  const latest = await selectLatestSteps(db, attemptId);
  const { pending, last, ...progress } = questionProgress(
    question,
    await selectSubmittedSteps(db, attemptId),
    await selectMarkings(db, attemptId),
  );
  const response = responseText(posted);
  const known = pending ?? last?.step;
  if (known && responseText(known.posted) === response) return false;
  if (pending) return true;
  if (progress.tried.includes(response)) return false;
  if (attempt.state !== 'open') throw new GradingError('submitted');
  await requireTime(db, attempt, at);
  if (progress.finished) throw new GradingError('finished');
  const made = Math.max(0, ...[...latest.values()].map(({ sequence }) => sequence));
  if (made >= MOST_STEPS) throw new GradingError('too-many-saves');
  await insertSteps(db, attemptId, [
    {
      courseId: attempt.courseId,
      questionId,
      kind: 'submitted',
      at,
      by: personId,
      posted,
      idempotencyKey: null,
      try: progress.tried.length + 1,
      certainty: 'certainty' in question.behaviour && question.behaviour.certainty ? (certainty ?? 1) : null,
    },
  ]);
  return false;
}

/** The check is safe by now: if judging fails, that is for the log and for later, not for the student. */
async function judged(grading: Grading, attempt: Attempt): Promise<void> {
  try {
    await markChecks(grading, attempt);
  } catch (error) {
    grading.log.error({ attemptId: attempt.id, err: error }, 'a check could not be judged; it is pending');
  }
}
