import { type Language, say } from '../../language/index.ts';

/** Digits alone are the same in every language. */
const CLOCK = 'en-GB';

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
export function describeMoment(at: number, now: number, timezone: string, language: Language): Moment {
  return {
    when: `${dayOf(at, now, timezone, language)}${timeOf(at, timezone) === '00:00' ? '' : `, ${timeOf(at, timezone)}`}`,
    distance: distanceOf(at - now, dayNumber(at, timezone) - dayNumber(now, timezone), language),
    iso: new Date(at).toISOString(),
  };
}

/** `10 Apr, 14:03`, for tables; the year only where it is not this one. */
export function describeShortly(at: number, now: number, timezone: string, language: Language): string {
  const day = formatter(language.locale, timezone, {
    day: 'numeric',
    month: 'short',
    ...yearUnlessThis(at, now, timezone),
  });
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
  formatter(CLOCK, timezone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);

/** `14:03:20`, for what happened within a minute of something else. */
export const secondOf = (at: number, timezone: string): string =>
  formatter(CLOCK, timezone, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).format(at);

/** `Monday 10 April`, with the year where it is not this one. */
export function dayOf(at: number, now: number, timezone: string, language: Language): string {
  const day = {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...yearUnlessThis(at, now, timezone),
  } as const;
  // English sets a comma after the weekday only where a year follows.
  return formatter(language.locale, timezone, day)
    .format(at)
    .replace(/(?<=day), /, ' ');
}

function yearUnlessThis(at: number, now: number, timezone: string): Intl.DateTimeFormatOptions {
  const year = (moment: number) => formatter(CLOCK, timezone, { year: 'numeric' }).format(moment);
  return year(at) === year(now) ? {} : { year: 'numeric' };
}

function distanceOf(milliseconds: number, days: number, language: Language): string {
  const relative = (count: number, unit: Intl.RelativeTimeFormatUnit) =>
    relativeTo(language.locale).format(count, unit);
  const away = Math.abs(milliseconds);
  if (away < MINUTE) return language.say(milliseconds < 0 ? say('just now') : say('in less than a minute'));
  if (away < HOUR) return relative(Math.trunc(milliseconds / MINUTE), 'minute');
  if (away < DAY) return relative(Math.trunc(milliseconds / HOUR), 'hour');
  if (Math.abs(days) < 60) return relative(days, 'day');
  if (Math.abs(days) < 730) return relative(Math.trunc(days / 30.44), 'month');
  return relative(Math.trunc(days / 365.25), 'year');
}

const relatives = new Map<string, Intl.RelativeTimeFormat>();

function relativeTo(locale: string): Intl.RelativeTimeFormat {
  const known = relatives.get(locale) ?? new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
  relatives.set(locale, known);
  return known;
}

/** Days since 1970 on the calendar of the time zone. */
function dayNumber(at: number, timezone: string): number {
  const parts = formatter(CLOCK, timezone, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(at);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return Date.parse(`${part('year')}-${part('month')}-${part('day')}T00:00:00Z`) / DAY;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter takes a hundred times as long as using one. */
function formatter(
  locale: string,
  timezone: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${locale} ${timezone} ${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale, { ...options, timeZone: timezone });
  formatters.set(key, made);
  return made;
}
