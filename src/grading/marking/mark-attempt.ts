import { setImmediate as others } from 'node:timers/promises';
import { say, unpacked } from '../../language/index.ts';
import { markResponse } from '../../quizzes/marking/mark-response.ts';
import type { Question } from '../../quizzes/quiz.ts';
import {
  type Attempt,
  insertMarkings,
  type Marking,
  type Step,
  selectAttempt,
  selectAttemptsBeingChecked,
  selectMarkings,
  selectPendingAttempts,
  selectSubmittedSteps,
  updateMarked,
  type Writing,
} from '../../storage/index.ts';
import { Outcome } from '../../values/outcome.ts';
import { questionsOf } from '../questions.ts';
import type { GradingServices } from '../services.ts';
import { progressAfter } from './behaviours/index.ts';
import { carriedStep, judgedText } from './carried-step.ts';
import { ENGINE_VERSION } from './engine-version.ts';
import { judgedEvent, outcomesByStep } from './question-progress.ts';

type Questions = ReadonlyMap<string, Question>;

/** Marks what was handed in, all questions in one transaction, once: a marked or abandoned attempt stays as it is. */
export async function markAttempt(grading: GradingServices, attempt: Attempt): Promise<Attempt> {
  const attemptId = attempt.id;
  if (attempt.state !== 'submitted') return attempt;
  const questions = questionsOf(await grading.quizOf(attempt.quizId, attempt.quizVersion));
  const outcomes = await judge(grading, questions, attemptId);
  return grading.storage.write(async (db) => {
    const marked = await updateMarked(db, attemptId, grading.now());
    if (marked === null) return selectAttempt(db, attemptId);
    await appendMarkings(db, grading, { attemptId, questions, outcomes });
    return marked;
  });
}

/** Marks what is to be checked in an open attempt, each check once. */
export async function markChecks(
  grading: GradingServices,
  { id, quizId, quizVersion }: Attempt,
): Promise<void> {
  const questions = questionsOf(await grading.quizOf(quizId, quizVersion));
  const outcomes = await judge(grading, questions, id);
  if (outcomes.size === 0) return;
  await grading.storage.write((db) => appendMarkings(db, grading, { attemptId: id, questions, outcomes }));
}

/** Marks what a crash left unmarked, once each; called when the server starts and from time to time. */
export async function resumeMarking(grading: GradingServices): Promise<void> {
  const { storage, log } = grading;
  const resume = async (attemptId: string, mark: () => Promise<unknown>) => {
    try {
      await mark();
    } catch (error) {
      log.error({ attemptId, err: error }, 'marking failed; it is pending');
    }
  };
  for (const attempt of await selectPendingAttempts(storage.read)) {
    await resume(attempt.id, () => markAttempt(grading, attempt));
  }
  for (const id of await selectAttemptsBeingChecked(storage.read)) {
    await resume(id, async () => markChecks(grading, await selectAttempt(storage.read, id)));
  }
}

/** The outcomes of steps that have none yet, by sequence. What was checked before is not judged again. */
async function judge(
  { storage, log }: GradingServices,
  questions: Questions,
  attemptId: string,
): Promise<ReadonlyMap<number, Outcome>> {
  const steps = await selectSubmittedSteps(storage.read, attemptId);
  const known = outcomesByStep(await selectMarkings(storage.read, attemptId));
  const outcomes = new Map<number, Outcome>();
  for (const step of steps) {
    const question = questions.get(step.questionId);
    if (known.has(step.sequence) || !question) continue;
    const text = judgedText(question, step, steps);
    const before = steps.find(
      (each) =>
        known.has(each.sequence) &&
        each.questionId === question.id &&
        judgedText(question, each, steps) === text,
    );
    const outcome = before && known.get(before.sequence);
    if (outcome) {
      outcomes.set(step.sequence, outcome);
      continue;
    }
    await others();
    const judged = storable(markResponse(question, step.posted, carriedStep(question, step, steps)?.posted));
    if (judged.state === 'broken') {
      const { questionId } = step;
      log.error({ attemptId, questionId, reason: judged.reason }, 'a question could not be marked');
    }
    outcomes.set(step.sequence, judged);
  }
  return outcomes;
}

/** Appends a marking for each step with an outcome that has none yet: what its question brings after it. */
async function appendMarkings(
  db: Writing,
  { now }: GradingServices,
  what: {
    readonly attemptId: string;
    readonly questions: Questions;
    readonly outcomes: ReadonlyMap<number, Outcome>;
  },
): Promise<void> {
  const { attemptId, questions, outcomes } = what;
  const known = outcomesByStep(await selectMarkings(db, attemptId));
  const steps = await selectSubmittedSteps(db, attemptId);
  const judged = steps.flatMap((step) => {
    const outcome = known.get(step.sequence) ?? outcomes.get(step.sequence);
    return outcome ? [{ step, outcome }] : [];
  });
  const markings = judged.flatMap(({ step, outcome }, i) => {
    const question = questions.get(step.questionId);
    if (!question || known.has(step.sequence)) return [];
    const events = judged
      .slice(0, i + 1)
      .filter((each) => each.step.questionId === step.questionId)
      .map((each) => judgedEvent(question, each.step, each.outcome, steps));
    const share = progressAfter(question.behaviour, events).fraction;
    const carried = carriedStep(question, step, steps)?.sequence ?? null;
    return [{ ...markingOf(question, step, outcome, share, now()), carriedStep: carried }];
  });
  await insertMarkings(db, attemptId, markings);
}

/**
 * What is blank or still cannot be read when it is handed in counts as nothing, and says so; its student was told
 * while there was time. Where a person has to decide there is no mark.
 */
function markingOf(
  question: Question,
  step: Step,
  outcome: Outcome,
  share: number | null,
  at: number,
): Omit<Marking, 'attemptId' | 'sequence' | 'carriedStep'> {
  const decided = outcome.state === 'undecided' || outcome.state === 'broken' ? null : share;
  return {
    courseId: step.courseId,
    questionId: step.questionId,
    step: step.sequence,
    questionVersion: question.version,
    engineVersion: ENGINE_VERSION,
    reason: 'submit',
    at,
    by: null,
    outcome,
    fraction: decided === null ? null : Math.max(0, decided),
    mark: decided === null ? null : decided * question.maximum,
    maximum: question.maximum,
    comment: null,
  };
}

/** An outcome that could not be read again from the database would hide the whole attempt. */
function storable(outcome: Outcome): Outcome {
  const parsed = Outcome.safeParse(JSON.parse(JSON.stringify(outcome)));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const reason = say('The outcome cannot be stored: {field}: {reason}', {
    field: issue?.path.join('.') ?? '',
    reason: unpacked(issue?.message ?? ''),
  });
  return { state: 'broken', reason };
}
