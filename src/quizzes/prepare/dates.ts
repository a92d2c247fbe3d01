import { readDuration } from '../format/duration.ts';
import { toUtc } from '../format/moment.ts';
import type { QuizSource } from '../format/schema.ts';
import type { Dates, Times } from '../quiz.ts';

/** The quiz's dates in UTC milliseconds, read by the course's clock: a bare day opens with its start, is due and closes with its end. */
export function datesOf(source: QuizSource, timezone: string): Dates {
  const start = (text: string | undefined) => (text === undefined ? null : toUtc(text, '00:00', timezone));
  return {
    opens: start(source.opens),
    due: source.due === undefined ? null : endOf(source.due, timezone),
    closes: source.closes === undefined ? null : endOf(source.closes, timezone),
    solutions: start(source.solutions),
  };
}

/** The quiz's durations, in milliseconds: a day is 24 hours, whatever a change of the clock makes of it. */
export function timesOf(source: QuizSource): Times {
  const duration = (text: string | undefined) => (text === undefined ? null : readDuration(text));
  const between = source['between-attempts'];
  const { first, later } = typeof between === 'object' ? between : { first: between, later: between };
  const timeOut = source['when-time-runs-out'] ?? 'submit';
  return {
    timeLimit: duration(source['time-limit']),
    timeOut,
    grace: timeOut === 'grace' ? (duration(source.grace) ?? 0) : 0,
    delayFirst: duration(first) ?? 0,
    delayLater: duration(later) ?? 0,
    gradeMethod: source.grade ?? 'highest',
    buildOnLast: source['build-on-last'] ?? false,
  };
}

/** A bare day ends with its last millisecond. */
function endOf(text: string, timezone: string): number {
  const bare = /^[\d-]+$/.test(text);
  return toUtc(text, '23:59', timezone) + (bare ? 59_999 : 0);
}
