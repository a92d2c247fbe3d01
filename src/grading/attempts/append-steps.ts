import { insertSteps, type Step, selectStepsSize, type Writing } from '../../storage/index.ts';
import { GradingError } from '../errors.ts';

// Far more than anybody types; all of it is kept for good.
const MOST_STEPS = 5_000;
const MOST_BYTES = 20_000_000;

/** Appends what a student saved or checked to an attempt; throws GradingError if it has too much already. */
export async function appendSteps(
  db: Writing,
  attemptId: string,
  steps: Parameters<typeof insertSteps>[2],
): Promise<readonly Step[]> {
  if (steps.length === 0) return [];
  const appended = await insertSteps(db, attemptId, steps);
  const { count, bytes } = await selectStepsSize(db, attemptId);
  if (count > MOST_STEPS) throw new GradingError('too-many-saves');
  if (bytes > MOST_BYTES) throw new GradingError('too-much-saved');
  return appended;
}
