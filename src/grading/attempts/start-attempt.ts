import { variantOf } from '../../quizzes/index.ts';
import type { Question } from '../../quizzes/quiz.ts';
import {
  AbsentError,
  type Attempt,
  insertAttempt,
  insertSteps,
  insertVersion,
  newId,
  type Queries,
  type QuizRow,
  selectAppliedOverrides,
  selectAttempts,
  selectLatestSteps,
  selectOptionalRole,
  selectQuiz,
  type Writing,
} from '../../storage/index.ts';
import { GradingError } from '../errors.ts';
import { questionsOf } from '../questions.ts';
import { whyNotStart } from '../rules/phase.ts';
import { rulesFor } from '../rules/rules-for-person.ts';
import type { GradingServices } from '../services.ts';

interface Start {
  readonly courseId: string;
  readonly quizId: string;
  readonly personId: string;
}

/**
 * Starts an attempt with a variant of its own, or returns the one that is running: however often it is asked at once,
 * there is one. The variant is stored as a version like any other, so that nothing else asks how it was drawn.
 */
export async function startAttempt(grading: GradingServices, of: Start): Promise<Attempt> {
  const { storage, now, log } = grading;
  const at = now();
  const first = await nextAttempt(storage.read, of, at);
  if ('running' in first) return first.running;
  const published = first.quiz.version;
  // The same responses to the same variants.
  const seed = first.last?.seed ?? newId();
  const variant = variantOf(await grading.quizOf(of.quizId, published), seed);
  if (variant === null) {
    log.error({ quizId: of.quizId, version: published, seed }, 'no variant of this quiz could be drawn');
    throw new GradingError('no-variant');
  }
  const started = await storage.write(async (db) => {
    const next = await nextAttempt(db, of, at);
    if ('running' in next) return next.running;
    // Published anew or another attempt handed in meanwhile: what was drawn is of yesterday.
    if (next.quiz.version !== published || next.last?.id !== first.last?.id) return null;
    await insertVersion(db, variant.version, variant.snapshot);
    const attempt = await insertAttempt(db, {
      ...of,
      quizVersion: variant.version,
      drawnFrom: variant.version === published ? null : published,
      number: next.number,
      seed,
      startedAt: at,
    });
    if (next.last !== null) await buildOn(db, next.last, attempt, questionsOf(variant));
    return attempt;
  });
  return started ?? startAttempt(grading, of);
}

/** What another attempt begins with. */
interface Next {
  readonly quiz: QuizRow;
  readonly number: number;
  /** The attempt that it builds on. */
  readonly last: Attempt | null;
}

/** The attempt that is running, or which one could be started; throws where none can. */
async function nextAttempt(
  db: Queries,
  of: Start,
  at: number,
): Promise<{ readonly running: Attempt } | Next> {
  const quiz = await selectQuiz(db, of.courseId, of.quizId);
  if ((await selectOptionalRole(db, of.courseId, of.personId)) === null) throw new AbsentError('quiz');
  const attempts = await selectAttempts(db, of);
  const running = attempts.find(({ state }) => state === 'open');
  if (running) return { running };
  const why = whyNotStart(rulesFor(quiz, await selectAppliedOverrides(db, of)), attempts, at);
  if (why !== null) throw new GradingError(why);
  const last = quiz.buildOnLast === 1 ? (attempts.at(-1) ?? null) : null;
  return { quiz, number: attempts.length + 1, last };
}

/** The new attempt begins with what the last one ended with, where its questions still have these fields. */
async function buildOn(
  db: Writing,
  last: Attempt,
  { id, courseId, personId, startedAt }: Attempt,
  questions: ReadonlyMap<string, Question>,
): Promise<void> {
  const steps = [...(await selectLatestSteps(db, last.id)).values()].filter(({ questionId, posted }) => {
    const fields = questions.get(questionId)?.answer.fields;
    return fields !== undefined && Object.keys(posted).every((field) => fields.includes(field));
  });
  await insertSteps(
    db,
    id,
    steps.map(({ questionId, posted, certainty }) => ({
      courseId,
      questionId,
      kind: 'saved',
      at: startedAt,
      by: personId,
      posted,
      certainty,
      try: null,
      idempotencyKey: null,
    })),
  );
}
