import { expect, test } from 'vitest';
import { ENGLISH } from '../../../src/language/index.ts';
import {
  describeDuration,
  describeMoment,
  describeShortly,
  timeOf,
} from '../../../src/server/wording/dates.ts';

const ZURICH = 'Europe/Zurich';
const NOW = Date.UTC(2023, 3, 8, 10, 0);
const MINUTE = 60_000;

test('a moment says when, on the clock of the course, and how far away', () => {
  const closes = Date.UTC(2023, 3, 10, 21, 59);
  expect(describeMoment(closes, NOW, ZURICH, ENGLISH)).toEqual({
    when: 'Monday 10 April, 23:59',
    distance: 'in 2 days',
    iso: '2023-04-10T21:59:00.000Z',
  });
  expect(describeMoment(closes, NOW, 'America/New_York', ENGLISH).when).toBe('Monday 10 April, 17:59');
});

test('the first minute of a day is the day, and another year is named', () => {
  expect(describeMoment(Date.UTC(2024, 0, 31, 23), NOW, ZURICH, ENGLISH).when).toBe(
    'Thursday 1 February 2024',
  );
});

test.each([
  [30_000, 'in less than a minute'],
  [-30_000, 'just now'],
  [90 * MINUTE, 'in 1 hour'],
  [-5 * MINUTE, '5 minutes ago'],
  [25 * 60 * MINUTE, 'in 1 day'],
  [-70 * 24 * 60 * MINUTE, '2 months ago'],
])('%i ms away is "%s"', (away, words) => {
  expect(describeMoment(NOW + away, NOW, ZURICH, ENGLISH).distance).toBe(words);
});

test('14: days are counted on the calendar across a change of the clock', () => {
  const friday = Date.UTC(2023, 2, 24, 22, 0);
  const monday = Date.UTC(2023, 2, 27, 6, 0);
  expect(describeMoment(monday, friday, ZURICH, ENGLISH)).toMatchObject({
    when: 'Monday 27 March, 08:00',
    distance: 'in 3 days',
  });
});

test('a time of day has two digits and 24 hours', () => {
  expect(timeOf(Date.UTC(2023, 3, 8, 22, 3), ZURICH)).toBe('00:03');
});

test.each([
  [40_000, '40 s'],
  [59_700, '59 s'],
  [12 * MINUTE, '12 min'],
  [60 * MINUTE, '1 h'],
  [65 * MINUTE, '1 h 5 min'],
  [24 * 60 * MINUTE, '1 d'],
  [74 * 60 * MINUTE, '3 d 2 h'],
])('%i ms take "%s"', (milliseconds, words) => {
  expect(describeDuration(milliseconds)).toBe(words);
});

test('in tables the day is short, and the year is said where it is another one', () => {
  expect(describeShortly(NOW, NOW, ZURICH, ENGLISH)).toBe('8 Apr, 12:00');
  expect(describeShortly(NOW, Date.UTC(2024, 0, 1), ZURICH, ENGLISH)).toBe('8 Apr 2023, 12:00');
});
