import { describe, expect, it } from 'vitest';
import { changesAhead, mayShow, type Situation } from '../../../src/grading/index.ts';
import { reviewRules } from '../../../src/quizzes/format/review-rules.ts';
import { ON_ITS_WAY, prepareSource, REVIEW_ITEMS, type ReviewItem } from '../../../src/quizzes/index.ts';
import type { Role } from '../../../src/storage/index.ts';
import { toAuthors } from '../../language/english.ts';
import { SHEET } from '../course.ts';

const MINUTE = 60_000;
const OPENS = 0;
const HANDED_IN = 10 * MINUTE;
const CLOSES = 100 * MINUTE;

/** Each moment, with the last instant at which it holds, or of what a date opens the first. */
const MOMENTS = {
  during: HANDED_IN,
  after: HANDED_IN + 2 * MINUTE,
  later: CLOSES + ON_ITS_WAY,
  closed: CLOSES + ON_ITS_WAY + 1,
} as const;
type Moment = keyof typeof MOMENTS;
const moments = ['during', 'after', 'later', 'closed'] as const;

interface Case {
  readonly review?: Parameters<typeof reviewRules>[0];
  readonly judged?: Parameters<typeof reviewRules>[1];
  readonly role?: Role;
  /** Where the solutions date lies: there is none, it is past, or still to come. */
  readonly solutions?: 'none' | 'past' | 'ahead';
  /** The student has used all attempts. */
  readonly usedUp?: boolean;
}

function situation(
  moment: Moment,
  { review, judged, role = 'student', solutions = 'none', usedUp = false }: Case,
): Situation {
  const now = MOMENTS[moment];
  const attempt =
    moment === 'during'
      ? ({ state: 'open', endedAt: null } as const)
      : ({ state: 'submitted', endedAt: HANDED_IN } as const);
  return {
    rules: {
      courseId: 'nn',
      id: 'sheet',
      title: 'Sheet',
      version: 'v',
      position: 0,
      attempts: usedUp ? 1 : 2,
      opens: OPENS,
      due: null,
      closes: CLOSES,
      timeLimit: null,
      timeOut: 'submit',
      grace: 0,
      delayFirst: 0,
      delayLater: 0,
      gradeMethod: 'highest',
      buildOnLast: 0,
      solutions: { none: null, past: now - ON_ITS_WAY, ahead: now - ON_ITS_WAY + 1 }[solutions],
      review: reviewRules(review, judged),
      archivedAt: null,
    },
    role,
    attempt,
    siblings: [attempt],
    now,
  };
}

const shown = (moment: Moment, of: Case, right = false) =>
  REVIEW_ITEMS.filter((item) => mayShow(situation(moment, of), right).has(item));

const NOTHING: ReviewItem[] = ['response'];
const RESULT: ReviewItem[] = ['response', 'right', 'mark', 'witness', 'feedback'];
const ALL: ReviewItem[] = [...RESULT, 'solution'];

type Row = readonly [Case, Readonly<Record<Moment, readonly ReviewItem[]>>];
const row = (
  of: Case,
  during: ReviewItem[],
  after: ReviewItem[],
  later: ReviewItem[],
  closed: ReviewItem[],
): Row => [of, { during, after, later, closed }];

const OWN = {
  during: [],
  after: ['response', 'right'],
  later: ['response'],
  closed: ['response', 'right', 'mark'],
  solutions: ['solution'],
} satisfies Case['review'];

/** What a student sees of a wrong answer. */
const TABLE: readonly Row[] = [
  row({}, NOTHING, RESULT, RESULT, ALL),
  row({ usedUp: true }, NOTHING, ALL, ALL, ALL),
  row({ solutions: 'ahead' }, NOTHING, RESULT, RESULT, RESULT),
  row({ solutions: 'ahead', usedUp: true }, NOTHING, RESULT, RESULT, RESULT),
  row({ solutions: 'past' }, NOTHING, ALL, ALL, ALL),
  row({ judged: 'one-by-one' }, RESULT, RESULT, RESULT, ALL),
  row({ judged: 'one-by-one', solutions: 'past' }, RESULT, ALL, ALL, ALL),
  row({ review: 'at-once' }, NOTHING, RESULT, RESULT, ALL),
  row({ review: 'after-close' }, NOTHING, NOTHING, NOTHING, ALL),
  row({ review: 'after-close', usedUp: true }, NOTHING, NOTHING, NOTHING, ALL),
  row({ review: 'after-close', solutions: 'past' }, NOTHING, NOTHING, NOTHING, ALL),
  row({ review: 'after-close', solutions: 'ahead' }, NOTHING, NOTHING, NOTHING, RESULT),
  row({ review: 'nothing-until-solutions', solutions: 'ahead' }, NOTHING, NOTHING, NOTHING, NOTHING),
  row({ review: 'nothing-until-solutions', solutions: 'past' }, NOTHING, ALL, ALL, ALL),
  row({ review: { after: ['response'] } }, NOTHING, NOTHING, NOTHING, NOTHING),
  row({ review: { later: [] } }, NOTHING, RESULT, [], []),
  row({ review: { during: ['right'], after: [] } }, ['response', 'right'], [], [], []),
  row({ review: OWN }, NOTHING, ['response', 'right'], NOTHING, ['response', 'right', 'mark']),
  row(
    { review: OWN, solutions: 'past' },
    NOTHING,
    ['response', 'right', 'solution'],
    ['response', 'solution'],
    ['response', 'right', 'mark', 'solution'],
  ),
];

describe('a student may see of a wrong answer', () => {
  for (const [of, expected] of TABLE) {
    it.each(moments)(`${JSON.stringify(of)}, %s: exactly what the rules give`, (moment) => {
      expect(shown(moment, of)).toEqual(expected[moment]);
    });
  }

  it.each(REVIEW_ITEMS)(
    '"%s" exactly at the moments whose list has it, once there is nothing else to wait for',
    (item) => {
      for (const listed of moments) {
        const lists = Object.fromEntries(moments.map((moment) => [moment, moment === listed ? [item] : []]));
        for (const moment of moments) {
          const always = moment === 'during' && item === 'response';
          const never = moment === 'during' && item === 'solution';
          const may = shown(moment, { review: lists, solutions: 'past' }).includes(item);
          expect(may, `${item} listed ${listed}, asked ${moment}`).toBe(
            always || (moment === listed && !never),
          );
        }
      }
    },
  );
});

describe('an instructor', () => {
  for (const [of] of TABLE) {
    it.each(moments)(`sees everything of ${JSON.stringify(of)}, %s`, (moment) => {
      expect(shown(moment, { ...of, role: 'instructor' })).toEqual(ALL);
    });
  }
});

describe('the solution of a question that was answered right', () => {
  it('is shown before its time where no day is named, but never while the attempt is open', () => {
    expect(moments.map((moment) => shown(moment, {}, true).includes('solution'))).toEqual([
      false,
      true,
      true,
      true,
    ]);
    expect(shown('later', { solutions: 'ahead' }, true)).toEqual(RESULT);
  });

  it('40: does not tell by being there that the answer is right, where that is kept back', () => {
    const review = { after: ['response', 'solution'] } satisfies Case['review'];
    expect(shown('after', { review }, true)).toEqual(shown('after', { review }, false));
  });
});

it('41: while another attempt is open or can be begun, no rule without a day shows a solution', () => {
  const everything = { after: ALL, later: ALL, closed: ALL, solutions: ALL };
  expect(shown('after', { review: everything })).toEqual(RESULT);
  const { rules, ...rest } = situation('closed', { review: everything, usedUp: true });
  const siblings = [...rest.siblings, { state: 'open' as const, endedAt: null }];
  const running: Situation = { ...rest, rules, siblings };
  expect(mayShow(running).has('solution')).toBe(false);
});

describe('what lies ahead', () => {
  const ahead = (moment: Moment, of: Case) =>
    changesAhead(situation(moment, of)).map(({ when, shows, hides }) => ({ when, shows, hides }));

  it('is said with its time, each thing once', () => {
    expect(ahead('after', { review: 'after-close', solutions: 'ahead' })).toEqual([
      { when: 'closed', shows: ['right', 'mark', 'witness', 'feedback', 'solution'], hides: [] },
    ]);
    expect(ahead('later', { solutions: 'ahead' })).toEqual([
      { when: 'solutions', shows: ['solution'], hides: [] },
    ]);
    expect(ahead('after', { review: OWN })).toEqual([
      { when: 'later', shows: [], hides: ['right'] },
      { when: 'closed', shows: ['right', 'mark'], hides: [] },
    ]);
  });

  it('is nothing once all is shown, or while the attempt is open', () => {
    expect(ahead('closed', { review: 'after-close' })).toEqual([]);
    expect(ahead('during', { review: 'after-close' })).toEqual([]);
  });
});

describe('a file whose rules contradict each other says where and how to mend it', () => {
  const problems = (rules: object) =>
    prepareSource('sheet', { ...SHEET, ...rules }).problems.map(
      ({ path, message }) => `${path.join('.')}: ${toAuthors(message)}`,
    );

  it.each([
    [
      { review: { during: ['solution'] } },
      'review.during: a solution is never shown while the attempt is open: leave it out here',
    ],
    [
      { review: { during: ['right'] } },
      'review.during: nothing is judged before the attempt is handed in: only "response" is allowed here',
    ],
    [
      { review: { after: ['response', 'mark'] } },
      'review.after: "mark" gives away "right" too: add it, or leave "mark" out',
    ],
    [
      { review: { after: ['right', 'witness'] } },
      'review.after: "witness" gives away "response" too: add it, or leave "witness" out',
    ],
    [{ review: 'after-close' }, 'review: this quiz never closes: say when in "closes"'],
    [{ review: { closed: ['response'] } }, 'review.closed: this quiz never closes: say when in "closes"'],
    [
      { review: 'nothing-until-solutions' },
      'review: this quiz has no day for its solutions: say when in "solutions"',
    ],
    [
      { review: { after: ['response'] }, solutions: '2023-04-10' },
      'solutions: the solutions have a day, but "review" never shows them: add "solution" to it',
    ],
  ])('%j', (rules, message) => {
    expect(problems(rules)).toEqual([message]);
  });

  it('and one that keeps back what the behaviour shows, or shows what it has not, is told by the behaviour', () => {
    expect(problems({ behaviour: 'interactive', review: { during: ['right'] } })).toEqual([]);
    expect(problems({ behaviour: 'immediate', review: { during: [] } })).toHaveLength(1);
    expect(problems({ behaviour: 'immediate', review: 'after-close', closes: '2023-04-09' })).toHaveLength(1);
    expect(problems({ behaviour: 'certainty', review: { during: ['right'] } })).toHaveLength(1);
  });

  it('and one that is no rule names those that are', () => {
    expect(problems({ review: 'never' })[0]).toMatch(
      /^review: .*at-once, after-close, nothing-until-solutions/,
    );
  });

  it('but says nothing of rules that hold together', () => {
    for (const rules of [
      {},
      { review: 'at-once' },
      { review: 'after-close', closes: '2023-04-09' },
      { review: 'nothing-until-solutions', solutions: '2023-04-10' },
      { review: { during: [], after: ['response', 'right', 'mark', 'witness', 'feedback'] } },
    ]) {
      expect(problems(rules)).toEqual([]);
    }
  });
});
