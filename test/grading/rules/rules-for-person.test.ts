import { describe, expect, it } from 'vitest';
import { rulesFor } from '../../../src/grading/index.ts';
import type { AppliedOverride } from '../../../src/storage/index.ts';
import { rulesOf } from './rules-of-file.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString().slice(0, 19));

describe('the rules that hold for one person', () => {
  const QUIZ = rulesOf({
    opens: '2023-04-03 08:00',
    due: '2023-04-03 09:00',
    closes: '2023-04-03 10:00',
    solutions: '2023-04-03 11:00',
    'time-limit': '1 h',
    attempts: 1,
  });
  const own = (terms: Partial<AppliedOverride>): AppliedOverride => ({
    id: 'o',
    courseId: 'nn',
    quizId: 'sheet',
    personId: 'ada',
    groupId: null,
    opens: null,
    due: null,
    closes: null,
    timeLimit: null,
    extraTime: null,
    attempts: null,
    appliesTo: 'ada',
    ...terms,
  });
  const ofGroup = (terms: Partial<AppliedOverride>) => own({ personId: null, groupId: 'g', ...terms });
  const given = (...overrides: AppliedOverride[]) => {
    const { opens, due, closes, timeLimit, attempts, solutions } = rulesFor(QUIZ, overrides);
    return { opens, due, closes, timeLimit, attempts, solutions };
  };
  const USUAL = given();
  const { due, closes, solutions, opens } = QUIZ;
  if (due === null || closes === null || solutions === null || opens === null) throw new Error('No dates.');

  it('are those of the quiz without overrides, and where an override leaves a field empty', () => {
    expect(USUAL).toMatchObject({ opens, due, closes, timeLimit: HOUR, attempts: 1 });
    expect(given(own({}))).toEqual(USUAL);
    expect(given(own({ attempts: 3 }))).toEqual({ ...USUAL, attempts: 3 });
  });

  it('give extra time to the limit, and to when it is due and closes', () => {
    expect(given(own({ extraTime: 15 * MINUTE }))).toEqual({
      ...USUAL,
      due: due + 15 * MINUTE,
      closes: closes + 15 * MINUTE,
      timeLimit: HOUR + 15 * MINUTE,
    });
  });

  it('take what is stated before what extra time makes of it', () => {
    expect(given(own({ extraTime: 15 * MINUTE, closes: closes + HOUR })).closes).toBe(closes + HOUR);
  });

  it('let nobody see the solutions who may still work', () => {
    expect(given(own({ closes: solutions + HOUR })).solutions).toBe(solutions + HOUR + 1);
    expect(given(own({ closes: solutions - 1 })).solutions).toBe(solutions);
  });

  it('are the most generous of several groups, field by field', () => {
    const terms = given(
      ofGroup({ opens: opens - HOUR, closes: closes + 2 * HOUR }),
      ofGroup({ opens: opens - 2 * HOUR, closes: closes + HOUR, attempts: 2 }),
    );
    expect(terms).toMatchObject({ opens: opens - 2 * HOUR, closes: closes + 2 * HOUR, attempts: 2 });
  });

  it('are their own before those of their groups, be they more generous or less', () => {
    const group = ofGroup({ extraTime: HOUR, attempts: 5 });
    expect(given(own({ extraTime: 10 * MINUTE }), group)).toMatchObject({
      timeLimit: HOUR + 10 * MINUTE,
      attempts: 5,
    });
    expect(given(group, own({ closes: closes - HOUR })).closes).toBe(closes - HOUR);
  });

  it('14: extra time is so many minutes, whatever the clock does meanwhile', () => {
    const night = rulesOf({ closes: '2023-10-29 02:30' });
    const longer = rulesFor(night, [own({ extraTime: 90 * MINUTE })]);
    expect(iso(longer.closes)).toBe('2023-10-29T02:00:00');
  });
});
