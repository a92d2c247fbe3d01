import {
  type AppliedOverride,
  type Attempt,
  type Queries,
  type QuizRow,
  selectAppliedOverrides,
  selectQuiz,
} from '../../storage/index.ts';
import { GradingError } from '../errors.ts';
import { stageAt, timetable } from './timetable.ts';

/**
 * The rules of a quiz as they hold for one person. For each of them a person's own override is stronger than those
 * of groups, of which the most generous holds. Extra time is added to the limit, and to when it is due and closes.
 * Solutions are not shown to somebody who may still work.
 */
export function rulesFor(quiz: QuizRow, overrides: readonly AppliedOverride[]): QuizRow {
  const own = overrides.filter(({ personId }) => personId !== null);
  const ofGroups = overrides.filter(({ personId }) => personId === null);
  const decide = (
    usual: number | null,
    read: (override: AppliedOverride) => number | null,
    mostGenerous: (...values: number[]) => number = Math.max,
  ) => {
    const stated = [own, ofGroups].map((some) => some.map(read).filter((value) => value !== null));
    const values = stated.find(({ length }) => length > 0);
    return values === undefined ? usual : mostGenerous(...values);
  };
  const longer = (usual: number | null, { extraTime }: AppliedOverride) =>
    usual === null || extraTime === null ? null : usual + extraTime;
  const closes = decide(quiz.closes, (o) => o.closes ?? longer(quiz.closes, o));
  const putOff = closes !== null && closes !== quiz.closes && quiz.solutions !== null;
  return {
    ...quiz,
    opens: decide(quiz.opens, (o) => o.opens, Math.min),
    due: decide(quiz.due, (o) => o.due ?? longer(quiz.due, o)),
    closes,
    solutions: putOff ? Math.max(quiz.solutions, closes + 1) : quiz.solutions,
    timeLimit: decide(quiz.timeLimit, (o) => o.timeLimit ?? longer(quiz.timeLimit, o)),
    attempts: decide(quiz.attempts, (o) => o.attempts),
  };
}

/** The rules that hold for this person now; overrides take effect with the next question that is asked. */
export async function rulesOf(
  db: Queries,
  of: { readonly courseId: string; readonly quizId: string; readonly personId: string },
): Promise<QuizRow> {
  const { courseId, quizId, personId } = of;
  return rulesFor(
    await selectQuiz(db, courseId, quizId),
    await selectAppliedOverrides(db, { courseId, quizId, personId }),
  );
}

/** The rules of an attempt; throws GradingError where nothing that arrives at this time can change it any more. */
export async function requireTime(db: Queries, attempt: Attempt, at: number): Promise<QuizRow> {
  const rules = await rulesOf(db, attempt);
  if (stageAt(timetable(rules, attempt.startedAt), at) === 'answering') return rules;
  throw new GradingError(rules.closes !== null && at > rules.closes ? 'closed' : 'time-up');
}

/** The rules of a course's quizzes for any number of people or quizzes, from one query. */
export async function rulesOfMany(
  db: Queries,
  of: { readonly courseId: string; readonly quizId?: string; readonly personId?: string },
): Promise<(quiz: QuizRow, personId: string) => QuizRow> {
  const applied = new Map<string, AppliedOverride[]>();
  for (const override of await selectAppliedOverrides(db, of)) {
    const key = `${override.quizId} ${override.appliesTo}`;
    applied.set(key, [...(applied.get(key) ?? []), override]);
  }
  return (quiz, personId) => rulesFor(quiz, applied.get(`${quiz.id} ${personId}`) ?? []);
}
