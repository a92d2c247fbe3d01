const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A moment as people say it: when, on the course's own clock, and how far away. */
export interface Moment {
  /** `Monday 10 April, 23:59`; the year only where it is not this one, and no time for the first minute of a day. */
  readonly when: string;
  /** `in 2 days`, `3 hours ago`. */
  readonly distance: string;
  readonly iso: string;
}

/** `at` and `now` in UTC milliseconds. */
export function describeMoment(at: number, now: number, timezone: string): Moment {
  return {
    when: `${dayOf(at, now, timezone)}${timeOf(at, timezone) === '00:00' ? '' : `, ${timeOf(at, timezone)}`}`,
    distance: distanceOf(at - now, dayNumber(at, timezone) - dayNumber(now, timezone)),
    iso: new Date(at).toISOString(),
  };
}

/** `14:03` */
export const timeOf = (at: number, timezone: string): string =>
  formatter(timezone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);

/** `Monday 10 April`, with the year where it is not this one. */
export function dayOf(at: number, now: number, timezone: string): string {
  const year = (moment: number) => formatter(timezone, { year: 'numeric' }).format(moment);
  const options = { weekday: 'long', day: 'numeric', month: 'long' } as const;
  const day = formatter(timezone, options).format(at).replace(',', '');
  return year(at) === year(now) ? day : `${day} ${year(at)}`;
}

function distanceOf(milliseconds: number, days: number): string {
  const away = Math.abs(milliseconds);
  if (away < MINUTE) return milliseconds < 0 ? 'just now' : 'in less than a minute';
  if (away < HOUR) return relative(Math.trunc(milliseconds / MINUTE), 'minute');
  if (away < 24 * HOUR) return relative(Math.trunc(milliseconds / HOUR), 'hour');
  if (Math.abs(days) < 60) return relative(days, 'day');
  if (Math.abs(days) < 730) return relative(Math.trunc(days / 30.44), 'month');
  return relative(Math.trunc(days / 365.25), 'year');
}

const RELATIVE = new Intl.RelativeTimeFormat('en-GB', { numeric: 'always' });
const relative = (count: number, unit: Intl.RelativeTimeFormatUnit) => RELATIVE.format(count, unit);

/** Days since 1970 on the calendar of the time zone. */
function dayNumber(at: number, timezone: string): number {
  const parts = formatter(timezone, { year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(at);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return Date.parse(`${part('year')}-${part('month')}-${part('day')}T00:00:00Z`) / (24 * HOUR);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter takes a hundred times as long as using one. */
function formatter(timezone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = timezone + JSON.stringify(options);
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: timezone });
  formatters.set(key, made);
  return made;
}
