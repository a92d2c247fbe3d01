import { readDuration } from './duration.ts';
import type { Dates, Times } from './quiz.ts';
import type { QuizSource } from './schema.ts';

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

/** What a person typed as a moment of this clock, such as `2023-04-10 23:59`, in UTC milliseconds. */
export const momentOf = (text: string, timezone: string): number => toUtc(text, '00:00', timezone);

/** A local time that a change of the clock skips is read an hour later, one that happens twice as the first. */
function toUtc(text: string, defaultTime: string, timezone: string): number {
  const [day = '', time = defaultTime] = text.split(/[T ]/);
  const wall = Date.parse(`${day}T${time}:00Z`);
  const hour = 3_600_000;
  const candidates = [wall - offset(wall - 14 * hour, timezone), wall - offset(wall + 14 * hour, timezone)];
  const exact = candidates.filter((utc) => utc + offset(utc, timezone) === wall);
  return Math.min(...(exact.length > 0 ? exact : [Math.max(...candidates)]));
}

/** How far the zone's clock is ahead of UTC at this moment, in milliseconds. */
function offset(utc: number, timezone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(utc);
  const part = (type: string) => Number(parts.find((p) => p.type === type)?.value);
  const wall = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return wall - Math.floor(utc / 1000) * 1000;
}
