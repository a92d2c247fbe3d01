import type { Posted } from '../../answers/kind.ts';
import {
  type Attempt,
  insertSteps,
  type Queries,
  type QuizRow,
  selectAttempt,
  selectLatestSteps,
  selectQuiz,
  selectRunningAttempts,
  updateAbandoned,
  updateSubmitted,
} from '../../storage/index.ts';
import { markAttempt } from '../marking/mark-attempt.ts';
import { questionsOf } from '../questions.ts';
import { ownAttempt } from '../rules/attempt-access.ts';
import { rulesOf, rulesOfMany } from '../rules/rules-for-person.ts';
import { stageAt, timetable } from '../rules/timetable.ts';
import type { GradingServices } from '../services.ts';
import { handedIn, receiptOf } from './receipt.ts';

/**
 * Hands in what was saved last, and marks it. However often it is asked, an attempt is handed in once; after time has
 * run out, what its timetable says happens instead. If marking fails the attempt stays pending, for `resumeMarking`.
 */
export async function submitAttempt(
  grading: GradingServices,
  by: { readonly attemptId: string; readonly personId: string; readonly at: number },
): Promise<Attempt> {
  const attempt = await ownAttempt(grading.storage.read, by.attemptId, by.personId);
  return marked(grading, await finish(grading, attempt, by.personId, by.at));
}

/** What arrived in time may be handled so much later; it must not find the attempt closed. */
const HANDLED_WITHIN = 25_000;

/** Does with every open attempt whose time has run out what its timetable says. */
export async function closeOverdueAttempts(grading: GradingServices): Promise<void> {
  const { storage, now, log } = grading;
  const at = now() - HANDLED_WITHIN;
  const quizzes = new Map<string, (attempt: Attempt) => QuizRow>();
  for (const attempt of await selectRunningAttempts(storage.read)) {
    const key = `${attempt.courseId} ${attempt.quizId}`;
    const rules = quizzes.get(key) ?? (await rulesIn(storage.read, attempt));
    quizzes.set(key, rules);
    if (stageAt(timetable(rules(attempt), attempt.startedAt), at) !== 'over') continue;
    try {
      await marked(grading, await finish(grading, attempt, null, at));
    } catch (error) {
      log.error({ attemptId: attempt.id, err: error }, 'an overdue attempt could not be closed');
    }
  }
}

async function rulesIn(db: Queries, { courseId, quizId }: Attempt): Promise<(attempt: Attempt) => QuizRow> {
  const quiz = await selectQuiz(db, courseId, quizId);
  const rules = await rulesOfMany(db, { courseId, quizId });
  return ({ personId }) => rules(quiz, personId);
}

/**
 * Returns the attempt as it is then. `by`: null is the clock, which finds nothing to do where an extension was given
 * meanwhile.
 */
async function finish(
  { storage, quizOf }: GradingServices,
  { id, quizId, quizVersion }: Attempt,
  by: string | null,
  at: number,
): Promise<Attempt> {
  const questions = questionsOf(await quizOf(quizId, quizVersion));
  return storage.write(async (db) => {
    const attempt = await selectAttempt(db, id);
    if (attempt.state !== 'open') return attempt;
    const times = timetable(await rulesOf(db, attempt), attempt.startedAt);
    const over = stageAt(times, at) === 'over';
    if (by === null && !over) return attempt;
    const endedAt = over ? (times.closes ?? at) : at;
    if (over && times.afterwards === 'abandon') return (await updateAbandoned(db, id, endedAt)) ?? attempt;
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
        at: endedAt,
        by,
        posted,
        idempotencyKey: null,
        try: null,
        certainty: latest.get(questionId)?.certainty ?? null,
      })),
    );
    const receipt = receiptOf(handedIn(attempt, endedAt, responses));
    return (await updateSubmitted(db, id, { at: endedAt, receipt })) ?? attempt;
  });
}

/** What was handed in is safe by now: if marking fails, that is for the log and for later, not for the student. */
async function marked(grading: GradingServices, attempt: Attempt): Promise<Attempt> {
  try {
    return await markAttempt(grading, attempt);
  } catch (error) {
    grading.log.error({ attemptId: attempt.id, err: error }, 'marking failed; it is pending');
    return attempt;
  }
}
