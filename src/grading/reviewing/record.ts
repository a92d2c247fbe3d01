import type { Posted } from '../../answers/kind.ts';
import {
  type Attempt,
  type Grade,
  type Marking,
  type Queries,
  type Step,
  selectAttempt,
  selectAttempts,
  selectMarkings,
  selectSteps,
} from '../../storage/index.ts';

/** All that is stored of an attempt. */
export interface AttemptRecord {
  readonly attempt: Attempt;
  readonly steps: readonly Step[];
  readonly markings: readonly Marking[];
  /** All attempts of the same person at the same quiz, this one too. */
  readonly siblings: readonly Attempt[];
}

export async function readRecord(db: Queries, attemptId: string): Promise<AttemptRecord> {
  const attempt = await selectAttempt(db, attemptId);
  return {
    attempt,
    steps: await selectSteps(db, attemptId),
    markings: await selectMarkings(db, attemptId),
    siblings: await selectAttempts(db, attempt),
  };
}

/** The last response of each question that has any, by question id. */
export const responsesOf = ({ steps }: AttemptRecord): ReadonlyMap<string, Posted> =>
  new Map(steps.map(({ questionId, posted }) => [questionId, posted]));

/** The marking of each question that counts: the last. */
export const latestMarkings = ({ markings }: AttemptRecord): ReadonlyMap<string, Marking> =>
  new Map(markings.map((marking) => [marking.questionId, marking]));

/** null unless the attempt is marked. */
export function gradeOf(record: AttemptRecord): Grade | null {
  if (record.attempt.state !== 'marked') return null;
  const latest = [...latestMarkings(record).values()];
  return {
    mark: Math.max(
      0,
      latest.reduce((sum, { mark }) => sum + (mark ?? 0), 0),
    ),
    maximum: latest.reduce((sum, { maximum }) => sum + maximum, 0),
    undecided: latest.filter(({ mark }) => mark === null).length,
  };
}

export type HistoryEntry = ({ readonly entry: 'step' } & Step) | ({ readonly entry: 'marking' } & Marking);

/** Everything that happened in an attempt, in the order of time. */
export function historyOf({ steps, markings }: AttemptRecord): readonly HistoryEntry[] {
  const entries: readonly HistoryEntry[] = [
    ...steps.map((step) => ({ entry: 'step' as const, ...step })),
    ...markings.map((marking) => ({ entry: 'marking' as const, ...marking })),
  ];
  return entries.toSorted((a, b) => a.at - b.at);
}
