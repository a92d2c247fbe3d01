import type { Question } from '../quizzes/quiz.ts';
import {
  AbsentError,
  type Attempt,
  insertAttempt,
  insertSteps,
  type QuizRow,
  selectAppliedOverrides,
  selectAttempts,
  selectLatestSteps,
  selectOptionalRole,
  selectQuiz,
  type Writing,
} from '../storage/index.ts';
import { GradingError } from './errors.ts';
import type { Grading } from './grading.ts';
import { questionsOf } from './questions.ts';
import { rulesFor } from './rules.ts';
import { nextStart } from './timetable.ts';

/** Why a student who has made these attempts cannot begin another one now; null: they can. */
export function whyNotStart(
  rules: QuizRow,
  attempts: readonly Pick<Attempt, 'submittedAt'>[],
  now: number,
): 'not-open' | 'closed' | 'no-attempts-left' | 'no-time-left' | 'too-soon' | null {
  if (rules.opens !== null && now < rules.opens) return 'not-open';
  if (rules.archivedAt !== null || isClosed(rules, now)) return 'closed';
  if (rules.attempts !== null && attempts.length >= rules.attempts) return 'no-attempts-left';
  const next = nextStart(rules, attempts);
  if (next === null || now >= next) return null;
  return rules.closes !== null && next > rules.closes ? 'no-time-left' : 'too-soon';
}

/** Whether no attempt can be begun any more, and none be changed. The moment of closing itself still counts. */
export const isClosed = ({ closes }: Pick<QuizRow, 'closes'>, now: number): boolean =>
  closes !== null && now > closes;

/** Starts an attempt, or returns the one that is running: however often it is asked at once, there is one. */
export async function startAttempt(
  { storage, quizOf, now }: Grading,
  of: { readonly courseId: string; readonly quizId: string; readonly personId: string },
): Promise<Attempt> {
  const at = now();
  const known = await selectQuiz(storage.read, of.courseId, of.quizId);
  const questions = questionsOf(await quizOf(known.id, known.version));
  return storage.write(async (db) => {
    const quiz = await selectQuiz(db, of.courseId, of.quizId);
    if ((await selectOptionalRole(db, of.courseId, of.personId)) === null) throw new AbsentError('quiz');
    const attempts = await selectAttempts(db, of);
    const running = attempts.find(({ state }) => state === 'open');
    if (running) return running;
    const rules = rulesFor(quiz, await selectAppliedOverrides(db, of));
    const why = whyNotStart(rules, attempts, at);
    if (why !== null) throw new GradingError(why);
    const last = quiz.buildOnLast === 1 ? attempts.at(-1) : undefined;
    const attempt = await insertAttempt(db, {
      courseId: of.courseId,
      quizId: of.quizId,
      quizVersion: quiz.version,
      personId: of.personId,
      number: attempts.length + 1,
      startedAt: at,
      // The same responses to the same variants.
      seed: last?.seed ?? null,
    });
    if (last !== undefined) await buildOn(db, last, attempt, questions);
    return attempt;
  });
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
