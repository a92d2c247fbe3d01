import type { Dates } from './quiz.ts';
import type { QuizSource } from './schema.ts';

/** The quiz's dates in UTC milliseconds, read by the course's clock: a bare day opens with its start, closes with its end. */
export function datesOf(source: QuizSource, timezone: string): Dates {
  const start = (text: string | undefined) => (text === undefined ? null : toUtc(text, '00:00', timezone));
  return {
    opens: start(source.opens),
    closes: source.closes === undefined ? null : endOf(source.closes, timezone),
    solutions: start(source.solutions),
  };
}

/** A bare day ends with its last millisecond. */
function endOf(text: string, timezone: string): number {
  const bare = /^[\d-]+$/.test(text);
  return toUtc(text, '23:59', timezone) + (bare ? 59_999 : 0);
}

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
