import type { Posted } from '../../answers/kind.ts';
import type { Certainty } from '../../quizzes/format/behaviour.ts';
import type { Question } from '../../quizzes/quiz.ts';
import {
  type Queries,
  type Step,
  selectLatestSteps,
  selectMarkings,
  selectOptionalStepUpTo,
  selectStepsWithKey,
  selectSubmittedSteps,
} from '../../storage/index.ts';
import { FinishedError, GradingError, type Overtaken, OvertakenError } from '../errors.ts';
import { hasChecks, questionProgress, sameResponse } from '../marking/question-progress.ts';
import { questionsOf } from '../questions.ts';
import { ownAttempt } from '../rules/attempt-access.ts';
import { requireTime } from '../rules/rules-for-person.ts';
import type { GradingServices } from '../services.ts';
import { appendSteps } from './append-steps.ts';
import { requireOwnScans } from './uploads.ts';

export interface Save {
  readonly attemptId: string;
  readonly personId: string;
  /** By question id, with all fields of the question's form: a field that is missing is empty now. */
  readonly responses: Readonly<Record<string, Posted>>;
  /** How sure the student says to be, by question id, where that is asked. */
  readonly certainties?: Readonly<Record<string, Certainty>>;
  /**
   * By question id, the last step that the page with the form knew of; 0 where there was none. Without it, what is
   * stored is replaced whatever it is.
   */
  readonly seen?: Readonly<Record<string, number>>;
  /** Made by the browser for this request: the same key again is the same request again. */
  readonly key: string | null;
  /** When the request arrived: what arrives in time counts, however late it is handled. */
  readonly at: number;
}

/**
 * Stores responses as they were posted, whether or not they can be read: from here on nothing can lose them.
 * One step for each question whose response differs from the last. Returns the stored steps; for what the same request
 * stored before, those of then. Throws GradingError where a rule stands against it, and then stores nothing; throws
 * OvertakenError for questions that were changed here and elsewhere since the form was made, or FinishedError for those
 * that cannot be changed any more, and stores the others.
 */
export async function saveResponses(
  { storage, quizOf }: GradingServices,
  { attemptId, personId, responses, certainties = {}, seen = {}, key, at }: Save,
): Promise<readonly Step[]> {
  const { quizId, quizVersion } = await ownAttempt(storage.read, attemptId, personId);
  const questions = questionsOf(await quizOf(quizId, quizVersion));
  for (const [id, posted] of Object.entries(responses)) {
    const question = questions.get(id);
    if (!question) throw new GradingError('unknown-question');
    const unknown = Object.keys(posted).some((field) => !question.answer.fields.includes(field));
    if (unknown) throw new GradingError('unknown-field');
  }
  const { steps, overtaken, finished } = await storage.write(async (db) => {
    const attempt = await ownAttempt(db, attemptId, personId);
    const stored = key === null ? [] : await selectStepsWithKey(db, attemptId, key);
    if (stored.some((step) => !repeats(responses, step))) throw new GradingError('key-reused');
    const latest = await selectLatestSteps(db, attemptId);
    const sure = (id: string) => certainties[id] ?? latest.get(id)?.certainty ?? null;
    const repeated = stored.at(-1)?.sequence;
    const changed: (readonly [string, Posted])[] = [];
    for (const [id, posted] of Object.entries(responses)) {
      const before = latest.get(id);
      if (stored.some(({ questionId }) => questionId === id)) continue;
      const same = sameResponse(posted, before?.posted ?? {});
      if (same && (sure(id) ?? 1) === (before?.certainty ?? 1)) continue;
      // The request left it as it was, and it was changed since.
      if (!same && repeated !== undefined && (await unchangedSince(db, attemptId, id, repeated, posted)))
        continue;
      changed.push([id, posted]);
    }
    if (stored.length > 0 && changed.length === 0) return { steps: stored, overtaken: [], finished: [] };
    if (attempt.state !== 'open') throw new GradingError('submitted');
    await requireTime(db, attempt, at);
    await requireOwnScans(db, personId, responses);
    const overtaken: Overtaken[] = [];
    const mine: typeof changed = [];
    for (const [id, posted] of changed) {
      const last = latest.get(id);
      if (last === undefined || last.sequence <= (seen[id] ?? last.sequence)) mine.push([id, posted]);
      else if (!(await unchangedSince(db, attemptId, id, seen[id] ?? 0, posted)))
        overtaken.push({ questionId: id, posted, last });
    }
    const asked = mine.flatMap(([id]) => questions.get(id) ?? []);
    const finished = await finishedOf(db, attemptId, asked);
    const kept = mine.filter(([id]) => !finished.includes(id));
    // What the same request was refused before is refused again.
    if (stored.length > 0 && kept.length > 0) throw new GradingError('key-reused');
    const steps = await appendSteps(
      db,
      attemptId,
      kept.map(([questionId, posted]) => ({
        courseId: attempt.courseId,
        questionId,
        kind: 'saved',
        at,
        by: personId,
        posted,
        idempotencyKey: key,
        try: null,
        certainty: sure(questionId),
      })),
    );
    return { steps: [...stored, ...steps], overtaken, finished };
  });
  if (overtaken.length > 0) throw new OvertakenError(overtaken, finished);
  if (finished.length > 0) throw new FinishedError(finished);
  return steps;
}

/** Whether a form only repeats what stood there when it was made, so that what came later stands. */
async function unchangedSince(
  db: Queries,
  attemptId: string,
  questionId: string,
  seen: number,
  posted: Posted,
): Promise<boolean> {
  const then = await selectOptionalStepUpTo(db, { attemptId, questionId, sequence: seen });
  return sameResponse(posted, then?.posted ?? {});
}

/** Those of these questions that were checked so often, or so well, that their answer stays. */
async function finishedOf(
  db: Queries,
  attemptId: string,
  asked: readonly Question[],
): Promise<readonly string[]> {
  const checked = asked.filter(hasChecks);
  if (checked.length === 0) return [];
  const checks = await selectSubmittedSteps(db, attemptId);
  const markings = checks.length === 0 ? [] : await selectMarkings(db, attemptId);
  return checked
    .filter((question) => questionProgress(question, checks, markings).finished)
    .map(({ id }) => id);
}

/** Whether these responses do not contradict that their request stored this step. */
function repeats(responses: Save['responses'], { questionId, posted }: Step): boolean {
  const again = responses[questionId];
  return again === undefined || sameResponse(again, posted);
}
