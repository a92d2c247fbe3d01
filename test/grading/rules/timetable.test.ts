import { describe, expect, it } from 'vitest';
import { isLate, nextStart, stageAt, timetable, whyNotStart } from '../../../src/grading/index.ts';
import type { QuizSource } from '../../../src/quizzes/index.ts';
import { rulesOf } from './rules-of-file.ts';

const utc = (text: string) => Date.parse(`${text}Z`);
const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString().slice(0, 19));

interface Row {
  readonly name: string;
  readonly fields: Partial<QuizSource>;
  readonly start: string;
  /** Until when answers can be changed, and until when they can be handed in; UTC. */
  readonly ends: string | null;
  readonly closes?: string | null;
  readonly afterwards?: 'submit' | 'abandon';
}

const LIMIT = { 'time-limit': '90 min' } as const;
const GRACE = { 'when-time-runs-out': 'grace', grace: '5 min' } as const;

const TABLE: readonly Row[] = [
  { name: 'neither limit nor closes', fields: {}, start: '2023-04-03T08:00', ends: null },
  { name: 'a limit', fields: LIMIT, start: '2023-04-03T08:00', ends: '2023-04-03T09:30:00' },
  {
    name: 'a day on which it closes, whole',
    fields: { closes: '2023-04-10' },
    start: '2023-04-03T08:00',
    ends: '2023-04-10T21:59:59',
  },
  {
    name: 'what comes first: the limit',
    fields: { ...LIMIT, closes: '2023-04-10 12:00' },
    start: '2023-04-10T08:00',
    ends: '2023-04-10T09:30:00',
  },
  {
    name: 'what comes first: closing',
    fields: { ...LIMIT, closes: '2023-04-10 12:00' },
    start: '2023-04-10T09:00',
    ends: '2023-04-10T10:00:00',
  },
  {
    name: 'a period of grace after the limit',
    fields: { ...LIMIT, ...GRACE },
    start: '2023-04-03T08:00',
    ends: '2023-04-03T09:30:00',
    closes: '2023-04-03T09:35:00',
  },
  {
    name: 'a period of grace after closing',
    fields: { closes: '2023-04-10 12:00', ...GRACE },
    start: '2023-04-03T08:00',
    ends: '2023-04-10T10:00:00',
    closes: '2023-04-10T10:05:00',
  },
  {
    name: 'abandoning',
    fields: { ...LIMIT, 'when-time-runs-out': 'abandon' },
    start: '2023-04-03T08:00',
    ends: '2023-04-03T09:30:00',
    afterwards: 'abandon',
  },
  {
    name: '14: a limit over the night in which the clock goes forward: 90 minutes, not 30',
    fields: LIMIT,
    start: '2023-03-26T00:30',
    ends: '2023-03-26T02:00:00',
  },
  {
    name: '14: a limit over the night in which the clock goes back: 90 minutes, not 150',
    fields: LIMIT,
    start: '2023-10-29T00:30',
    ends: '2023-10-29T02:00:00',
  },
  {
    name: '14: closing on the day on which the clock goes forward',
    fields: { closes: '2023-03-26' },
    start: '2023-03-25T08:00',
    ends: '2023-03-26T21:59:59',
  },
  {
    name: '14: closing in the hour that the clock skips: an hour later',
    fields: { closes: '2023-03-26 02:30' },
    start: '2023-03-25T08:00',
    ends: '2023-03-26T01:30:00',
  },
  {
    name: '14: closing on the day on which the clock goes back',
    fields: { closes: '2023-10-29' },
    start: '2023-10-28T08:00',
    ends: '2023-10-29T22:59:59',
  },
  {
    name: '14: closing in the hour that happens twice: the first',
    fields: { closes: '2023-10-29 02:30' },
    start: '2023-10-28T08:00',
    ends: '2023-10-29T00:30:00',
  },
  {
    name: '14: grace over the night in which the clock goes back',
    fields: { closes: '2023-10-29 01:58', ...GRACE },
    start: '2023-10-28T08:00',
    ends: '2023-10-28T23:58:00',
    closes: '2023-10-29T00:03:00',
  },
  {
    name: '28: a limit over the end of the year',
    fields: LIMIT,
    start: '2023-12-31T22:00',
    ends: '2023-12-31T23:30:00',
  },
  {
    name: '28: closing on the last day of the year',
    fields: { closes: '2023-12-31' },
    start: '2023-12-30T08:00',
    ends: '2023-12-31T22:59:59',
  },
  {
    name: '28: a limit over the end of a February of 29 days',
    fields: { 'time-limit': '2 d' },
    start: '2024-02-28T08:00',
    ends: '2024-03-01T08:00:00',
  },
  {
    name: '28: closing at midnight of the last day of a month',
    fields: { closes: '2023-04-30 23:59' },
    start: '2023-04-30T08:00',
    ends: '2023-04-30T21:59:00',
  },
];

describe('an attempt ends by', () => {
  it.each(TABLE)('$name', ({ fields, start, ends, closes = ends, afterwards = 'submit' }) => {
    const times = timetable(rulesOf(fields), utc(start));
    expect({ ...times, ends: iso(times.ends), closes: iso(times.closes) }).toEqual({
      ends,
      closes,
      afterwards,
    });
  });

  it.each(TABLE.filter(({ ends }) => ends !== null))(
    '$name: the last moment counts, and the next one does not',
    ({ fields, start }) => {
      const times = timetable(rulesOf(fields), utc(start));
      const { ends, closes } = times;
      if (ends === null || closes === null) throw new Error('This has no end.');
      expect(stageAt(times, ends)).toBe('answering');
      expect(stageAt(times, ends + 1)).toBe(closes > ends ? 'grace' : 'over');
      expect(stageAt(times, closes + 1)).toBe('over');
    },
  );
});

describe('the next attempt', () => {
  const DELAYS = { 'between-attempts': { first: '1 h', later: '1 d' } } as const;
  const finished = (...moments: string[]) => moments.map((text) => ({ endedAt: utc(text) }));
  const rows: readonly [string, Partial<QuizSource>, string[], string | null][] = [
    ['of somebody who has made none', DELAYS, [], null],
    ['after the first', DELAYS, ['2023-04-03T08:00'], '2023-04-03T09:00:00'],
    ['after the second', DELAYS, ['2023-04-03T08:00', '2023-04-03T09:00'], '2023-04-04T09:00:00'],
    ['without a delay', {}, ['2023-04-03T08:00'], '2023-04-03T08:00:00'],
    [
      '14: a day of 24 hours, when the clock goes forward',
      { 'between-attempts': '1 d' },
      ['2023-03-25T12:00'],
      '2023-03-26T12:00:00',
    ],
    [
      '14: a day of 24 hours, when the clock goes back',
      { 'between-attempts': '1 d' },
      ['2023-10-28T12:00'],
      '2023-10-29T12:00:00',
    ],
    ['28: over the end of the year', DELAYS, ['2023-12-31T22:30'], '2023-12-31T23:30:00'],
  ];

  it.each(rows)('%s', (_, fields, made, next) => {
    expect(iso(nextStart(rulesOf(fields), finished(...made)))).toBe(next);
  });

  it('is refused before, begins with that moment, and never after closing', () => {
    const made = finished('2023-04-03T08:00');
    const at = (fields: Partial<QuizSource>, text: string, more = 0) =>
      whyNotStart(rulesOf({ ...DELAYS, ...fields }), made, utc(text) + more);
    expect(at({}, '2023-04-03T09:00', -1)).toBe('too-soon');
    expect(at({}, '2023-04-03T09:00')).toBeNull();
    expect(at({ closes: '2023-04-03 10:59' }, '2023-04-03T08:30')).toBe('no-time-left');
    expect(at({ closes: '2023-04-03 11:00' }, '2023-04-03T08:30')).toBe('too-soon');
    expect(at({ closes: '2023-04-03 11:00' }, '2023-04-03T09:00', 1)).toBe('closed');
    expect(at({ attempts: 1 }, '2023-04-03T09:00')).toBe('no-attempts-left');
  });
});

it('14: late begins after the last moment that was due, on the clock of the course', () => {
  const rules = rulesOf({ due: '2023-10-29', closes: '2023-11-05' });
  const ended = (state: 'submitted' | 'marked' | 'abandoned', at: string) => ({ state, endedAt: utc(at) });
  expect(isLate(rules, ended('marked', '2023-10-29T22:59:59.999'))).toBe(false);
  expect(isLate(rules, ended('marked', '2023-10-29T23:00'))).toBe(true);
  expect(isLate(rules, ended('submitted', '2023-10-29T23:00'))).toBe(true);
  expect(isLate(rulesOf({}), ended('marked', '2023-10-29T23:00'))).toBe(false);
  // What was never handed in is not late.
  expect(isLate(rules, ended('abandoned', '2023-10-29T23:00'))).toBe(false);
  expect(isLate(rules, { state: 'open', endedAt: null })).toBe(false);
});
