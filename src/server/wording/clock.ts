import { timetable } from '../../grading/index.ts';
import type { Language } from '../../language/index.ts';
import type { Attempt, QuizRow } from '../../storage/index.ts';
import { describeMoment } from './dates.ts';

/**
 * What the clock on an attempt's page runs by, all by the server's clock: `now` is when the request arrived, so that
 * the browser needs its own clock for differences only. null: the attempt has no end.
 */
export interface Clock {
  readonly now: number;
  readonly ends: number;
  readonly closes: number;
  /** `ends` on the clock of the course. */
  readonly until: string;
  readonly afterwards: 'submit' | 'abandon';
}

/** Who reads about moments: when, on which clock, in which language. */
export interface Reader {
  readonly now: number;
  readonly timezone: string;
  readonly language: Language;
}

export function clockOf(
  rules: QuizRow,
  { startedAt }: Pick<Attempt, 'startedAt'>,
  { now, timezone, language }: Reader,
): Clock | null {
  const { ends, closes, afterwards } = timetable(rules, startedAt);
  if (ends === null) return null;
  const until = describeMoment(ends, now, timezone, language).when;
  return { now, ends, closes: closes ?? ends, until, afterwards };
}
