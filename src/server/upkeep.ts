import { closeOverdueAttempts, type GradingServices, resumeMarking } from '../grading/index.ts';
import { deleteExpiredSessions } from '../storage/index.ts';

const HALF_A_MINUTE = 30_000;

/**
 * What has to happen without anybody asking: attempts of a quiz that has closed are handed in, what a crash left
 * unmarked is marked, old sessions go. At once, then every half minute; returns what ends it.
 */
export function keepUp(grading: GradingServices): () => Promise<void> {
  let running = Promise.resolve();
  const round = () => {
    running = running.then(() => once(grading));
  };
  round();
  const timer = setInterval(round, HALF_A_MINUTE);
  return () => {
    clearInterval(timer);
    return running;
  };
}

async function once(grading: GradingServices): Promise<void> {
  try {
    await resumeMarking(grading);
    await closeOverdueAttempts(grading);
    await grading.storage.write((db) => deleteExpiredSessions(db, grading.now()));
  } catch (error) {
    grading.log.error({ err: error }, 'upkeep failed; it is tried again in half a minute');
  }
}
