import type { Posted } from '../../answers/kind.ts';
import {
  type Attempt,
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
  return recordOf(db, await selectAttempt(db, attemptId));
}

/** The same of an attempt that was read already. */
export async function recordOf(db: Queries, attempt: Attempt): Promise<AttemptRecord> {
  return {
    attempt,
    steps: await selectSteps(db, attempt.id),
    markings: await selectMarkings(db, attempt.id),
    siblings: await selectAttempts(db, attempt),
  };
}

/** The last response of each question that has any, by question id. */
export const responsesOf = ({ steps }: AttemptRecord): ReadonlyMap<string, Posted> =>
  new Map(steps.map(({ questionId, posted }) => [questionId, posted]));

export type HistoryEntry = ({ readonly entry: 'step' } & Step) | ({ readonly entry: 'marking' } & Marking);

/** Everything that happened in an attempt, in the order of time. */
export function historyOf({ steps, markings }: AttemptRecord): readonly HistoryEntry[] {
  const entries: readonly HistoryEntry[] = [
    ...steps.map((step) => ({ entry: 'step' as const, ...step })),
    ...markings.map((marking) => ({ entry: 'marking' as const, ...marking })),
  ];
  return entries.toSorted((a, b) => a.at - b.at);
}
