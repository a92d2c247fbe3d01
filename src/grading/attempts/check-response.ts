import type { Posted } from '../../answers/kind.ts';
import type { Certainty } from '../../quizzes/format/behaviour.ts';
import { readResponse } from '../../quizzes/marking/read-response.ts';
import type { Question } from '../../quizzes/quiz.ts';
import {
  type Attempt,
  selectLatestSteps,
  selectMarkings,
  selectSubmittedSteps,
  type Writing,
} from '../../storage/index.ts';
import { GradingError } from '../errors.ts';
import { carriedStep, judgedText } from '../marking/carried-step.ts';
import { markChecks } from '../marking/mark-attempt.ts';
import { hasChecks, questionProgress } from '../marking/question-progress.ts';
import { questionsOf } from '../questions.ts';
import { mayCheck } from '../reviewing/open-judgement.ts';
import { ownAttempt } from '../rules/attempt-access.ts';
import { requireTime } from '../rules/rules-for-person.ts';
import type { GradingServices } from '../services.ts';
import { appendSteps } from './append-steps.ts';

interface Check {
  readonly attemptId: string;
  readonly personId: string;
  readonly questionId: string;
  readonly posted: Posted;
  readonly certainty: Certainty | null;
  /** When the request arrived. */
  readonly at: number;
}

/**
 * What came of it; `known`: this response was checked before; `earlier`: the one that it uses has to be checked first;
 * `waiting`: another check of the question is still not judged, so this one was not stored.
 */
type Checked = 'checked' | 'known' | 'blank' | 'invalid' | 'earlier' | 'waiting';

/** Others may check the same question at the same time; each of their checks is waited for. */
const MOST_WAITS = 20;

/**
 * Checks a response while the attempt is open: commits it, then judges it, so that nothing can lose a try or count it
 * twice. What is blank, cannot be read or was tried before changes nothing, however often it is sent: the response
 * itself tells a repeated request from a new one. If judging fails the check stays pending, for `resumeMarking`.
 * Throws GradingError where a rule stands against it.
 */
export async function checkResponse(grading: GradingServices, check: Check): Promise<Checked> {
  const { storage, quizOf } = grading;
  const attempt = await ownAttempt(storage.read, check.attemptId, check.personId);
  const question = questionsOf(await quizOf(attempt.quizId, attempt.quizVersion)).get(check.questionId);
  if (!question) throw new GradingError('unknown-question');
  if (!hasChecks(question)) throw new GradingError('no-checks');
  const { state } = readResponse(question, check.posted);
  if (state !== 'read') return state;
  for (let waits = 0; waits <= MOST_WAITS; waits++) {
    const done = await storage.write((db) => commit(db, question, check));
    await judged(grading, attempt);
    if (done !== 'other') return done;
  }
  return 'waiting';
}

/** Stores the check unless it is none; `other`: another one of this question has to be judged first. */
async function commit(
  db: Writing,
  question: Question,
  check: Check,
): Promise<'checked' | 'known' | 'earlier' | 'other'> {
  const { attemptId, personId, questionId, posted, certainty, at } = check;
  const attempt = await ownAttempt(db, attemptId, personId);
  const latest = await selectLatestSteps(db, attemptId);
  const submitted = await selectSubmittedSteps(db, attemptId);
  const { pending, last, ...progress } = questionProgress(
    question,
    submitted,
    await selectMarkings(db, attemptId),
  );
  const made = Math.max(0, ...[...latest.values()].map(({ sequence }) => sequence));
  const next = { kind: 'submitted', try: progress.tried.length + 1, sequence: made + 1, posted } as const;
  const response = judgedText(question, next, submitted);
  const known = pending ?? last?.step;
  // Pressed twice, or sent again: what came of it the first time is what comes of it.
  if (known && judgedText(question, known, submitted) === response) return 'checked';
  if (pending) return 'other';
  if (progress.tried.includes(response)) return 'known';
  if (attempt.state !== 'open') throw new GradingError('submitted');
  const rules = await requireTime(db, attempt, at);
  if (!mayCheck({ rules, attempt, now: at })) throw new GradingError('no-checks');
  if (progress.finished) throw new GradingError('finished');
  // Judged alone it could be wrong where it need not be, and would tell what is not asked yet.
  if (question.uses && !carriedStep(question, next, submitted)) return 'earlier';
  await appendSteps(db, attemptId, [
    {
      courseId: attempt.courseId,
      questionId,
      kind: next.kind,
      at,
      by: personId,
      posted,
      idempotencyKey: null,
      try: next.try,
      certainty: 'certainty' in question.behaviour && question.behaviour.certainty ? (certainty ?? 1) : null,
    },
  ]);
  return 'checked';
}

/** The check is safe by now: if judging fails, that is for the log and for later, not for the student. */
async function judged(grading: GradingServices, attempt: Attempt): Promise<void> {
  try {
    await markChecks(grading, attempt);
  } catch (error) {
    grading.log.error({ attemptId: attempt.id, err: error }, 'a check could not be judged; it is pending');
  }
}
