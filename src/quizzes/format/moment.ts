/** A day, or a day and a time, as files and forms have it. */
export const MOMENT = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2})?$/;

/** 2020-02-31 and 24:30 have the form of a date, but a calendar does not know them. */
export function exists(text: string): boolean {
  const [day = '', time = '00:00'] = text.split(/[T ]/);
  const date = new Date(`${day}T${time}:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${day}T${time}`);
}

/** A day and a time of this clock in UTC milliseconds; null for anything else. */
export const readMoment = (text: string, timezone: string): number | null =>
  MOMENT.test(text) && exists(text) ? toUtc(text, '00:00', timezone) : null;

/** `2023-04-10T23:59`, as `readMoment` and the fields of browsers read it; seconds are left out. */
export const writeMoment = (at: number, timezone: string): string =>
  new Date(at + offset(at, timezone)).toISOString().slice(0, 16);

/** A local time that a change of the clock skips is read an hour later, one that happens twice as the first. */
export function toUtc(text: string, defaultTime: string, timezone: string): number {
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
