import { setImmediate as others } from 'node:timers/promises';
import { markResponse } from '../quizzes/mark.ts';
import type { Question } from '../quizzes/quiz.ts';
import {
  type Attempt,
  insertMarkings,
  type Marking,
  type Step,
  selectAttempt,
  selectPendingAttempts,
  selectSteps,
  updateMarked,
} from '../storage/index.ts';
import { Outcome } from '../values/outcome.ts';
import { ENGINE_VERSION } from './engine-version.ts';
import type { Grading } from './grading.ts';
import { questionsOf } from './questions.ts';

/** Marks what was handed in, all questions in one transaction, once: a marked attempt stays as it is. */
export async function markAttempt(grading: Grading, attemptId: string): Promise<Attempt> {
  const { storage, quizOf } = grading;
  const attempt = await selectAttempt(storage.read, attemptId);
  if (attempt.state !== 'submitted' || attempt.markedAt !== null) return attempt;
  const questions = questionsOf(await quizOf(attempt.quizId, attempt.quizVersion));
  const markings: Omit<Marking, 'attemptId' | 'sequence'>[] = [];
  for (const step of await selectSteps(storage.read, attemptId)) {
    const question = questions.get(step.questionId);
    if (step.kind !== 'submitted' || !question) continue;
    await others();
    markings.push(markStep(grading, question, step));
  }
  return storage.write(async (db) => {
    const { markedAt } = await selectAttempt(db, attemptId);
    if (markedAt === null) {
      await insertMarkings(db, attemptId, markings);
      await updateMarked(db, attemptId, grading.now());
    }
    return selectAttempt(db, attemptId);
  });
}

/** Marks what a crash left unmarked, once each; called when the server starts and from time to time. */
export async function resumeMarking(grading: Grading): Promise<void> {
  for (const { id } of await selectPendingAttempts(grading.storage.read)) {
    try {
      await markAttempt(grading, id);
    } catch (error) {
      grading.log.error({ attemptId: id, err: error }, 'marking failed; it is pending');
    }
  }
}

function markStep(
  { now, log }: Grading,
  question: Question,
  step: Step,
): Omit<Marking, 'attemptId' | 'sequence'> {
  const outcome = storable(markResponse(question, step.posted));
  const { attemptId, questionId } = step;
  if (outcome.state === 'broken') {
    log.error({ attemptId, questionId, reason: outcome.reason }, 'a question could not be marked');
  }
  const fraction = fractionOf(outcome);
  return {
    courseId: step.courseId,
    questionId,
    step: step.sequence,
    questionVersion: question.version,
    engineVersion: ENGINE_VERSION,
    reason: 'submit',
    at: now(),
    by: null,
    outcome,
    fraction,
    mark: fraction === null ? null : fraction * question.maximum,
    maximum: question.maximum,
    comment: null,
  };
}

/** An outcome that could not be read again from the database would hide the whole attempt. */
function storable(outcome: Outcome): Outcome {
  const parsed = Outcome.safeParse(JSON.parse(JSON.stringify(outcome)));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const reason = `The outcome cannot be stored: ${issue?.path.join('.')}: ${issue?.message}`;
  return { state: 'broken', reason };
}

/**
 * 0..1, or null where a person has to decide. What is blank or still cannot be read when it is handed in counts
 * as nothing, and says so; its student was told while there was time.
 */
function fractionOf(outcome: Outcome): number | null {
  switch (outcome.state) {
    case 'blank':
    case 'invalid':
      return 0;
    case 'marked':
      return outcome.fraction;
    case 'undecided':
    case 'broken':
      return null;
  }
}
