const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

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

/** `10 Apr, 14:03`, for tables; the year only where it is not this one. */
export function describeShortly(at: number, now: number, timezone: string): string {
  const day = formatter(timezone, { day: 'numeric', month: 'short', ...yearUnlessThis(at, now, timezone) });
  return `${day.format(at)}, ${timeOf(at, timezone)}`;
}

/** `40 s`, `12 min`, `1 h 5 min`, `3 d 2 h` */
export function describeDuration(milliseconds: number): string {
  if (milliseconds < MINUTE) return `${Math.floor(milliseconds / 1_000)} s`;
  if (milliseconds < HOUR) return `${Math.floor(milliseconds / MINUTE)} min`;
  return milliseconds < DAY
    ? inTwo(milliseconds, [HOUR, 'h'], [MINUTE, 'min'])
    : inTwo(milliseconds, [DAY, 'd'], [HOUR, 'h']);
}

function inTwo(milliseconds: number, [large, name]: [number, string], [small, smallName]: [number, string]) {
  const rest = Math.floor((milliseconds % large) / small);
  return `${Math.floor(milliseconds / large)} ${name}${rest === 0 ? '' : ` ${rest} ${smallName}`}`;
}

/** `14:03` */
export const timeOf = (at: number, timezone: string): string =>
  formatter(timezone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);

/** `14:03:20`, for what happened within a minute of something else. */
export const secondOf = (at: number, timezone: string): string =>
  formatter(timezone, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }).format(at);

/** `Monday 10 April`, with the year where it is not this one. */
export function dayOf(at: number, now: number, timezone: string): string {
  const day = {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...yearUnlessThis(at, now, timezone),
  } as const;
  return formatter(timezone, day).format(at).replace(',', '');
}

function yearUnlessThis(at: number, now: number, timezone: string): Intl.DateTimeFormatOptions {
  const year = (moment: number) => formatter(timezone, { year: 'numeric' }).format(moment);
  return year(at) === year(now) ? {} : { year: 'numeric' };
}

function distanceOf(milliseconds: number, days: number): string {
  const away = Math.abs(milliseconds);
  if (away < MINUTE) return milliseconds < 0 ? 'just now' : 'in less than a minute';
  if (away < HOUR) return relative(Math.trunc(milliseconds / MINUTE), 'minute');
  if (away < DAY) return relative(Math.trunc(milliseconds / HOUR), 'hour');
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
  return Date.parse(`${part('year')}-${part('month')}-${part('day')}T00:00:00Z`) / DAY;
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
