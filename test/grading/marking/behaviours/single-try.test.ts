import { describe, expect, it } from 'vitest';
import { progressAfter } from '../../../../src/grading/marking/behaviours/index.ts';
import { behaviourOf, type Certainty, maximumOf } from '../../../../src/quizzes/format/behaviour.ts';
import { eventOf, follow, type Row, type Word } from './events.ts';

describe('deferred feedback: nothing is judged before it is handed in', () => {
  const deferred = behaviourOf('deferred');
  it.each<[string, readonly Row[]]>([
    [
      'right',
      [
        ['save right', 'complete', 0, 0],
        ['finish right', 'right', 1, 0],
      ],
    ],
    ['partly right', [['finish half', 'partly', 0.5, 0]]],
    [
      'wrong',
      [
        ['save wrong', 'complete', 0, 0],
        ['finish wrong', 'wrong', 0, 0],
      ],
    ],
    [
      'left blank: given up',
      [
        ['save blank', 'todo', 0, 0],
        ['finish blank', 'gave-up', 0, 0],
      ],
    ],
    [
      'unreadable: given up',
      [
        ['save invalid', 'invalid', 0, 0],
        ['finish invalid', 'gave-up', 0, 0],
      ],
    ],
    [
      'for a person',
      [
        ['save undecided', 'complete', 0, 0],
        ['finish undecided', 'needs-marking', null, 0],
      ],
    ],
    ['a faulty question', [['finish broken', 'needs-marking', null, 0]]],
    [
      'a check that is sent all the same',
      [
        ['check right', 'todo', 0, 0],
        ['finish right', 'right', 1, 0],
      ],
    ],
    [
      'handed in twice',
      [
        ['finish wrong', 'wrong', 0, 0],
        ['finish right', 'wrong', 0, 0],
      ],
    ],
  ])('%s', (_, rows) => follow(deferred, rows));
});

describe('immediate feedback: one check, then the answer stays', () => {
  const immediate = behaviourOf('immediate');
  it.each<[string, readonly Row[]]>([
    [
      'right at once',
      [
        ['save right', 'complete', 0, 1],
        ['check right', 'right', 1, 0],
        ['finish right', 'right', 1, 0],
      ],
    ],
    [
      'wrong, and nothing changes it',
      [
        ['check wrong', 'wrong', 0, 0],
        ['check right', 'wrong', 0, 0],
        ['save right', 'wrong', 0, 0],
        ['finish right', 'wrong', 0, 0],
      ],
    ],
    ['partly right', [['check half', 'partly', 0.5, 0]]],
    [
      'an unreadable or blank check costs nothing',
      [
        ['check invalid', 'invalid', 0, 1],
        ['check blank', 'todo', 0, 1],
        ['check right', 'right', 1, 0],
      ],
    ],
    [
      'neither does one that nobody can decide, or a fault of ours',
      [
        ['check undecided', 'needs-marking', 0, 1],
        ['check broken', 'needs-marking', 0, 1],
        ['check right', 'right', 1, 0],
      ],
    ],
    [
      'never checked: judged when handed in',
      [
        ['save half', 'complete', 0, 1],
        ['finish half', 'partly', 0.5, 0],
      ],
    ],
    [
      'undecided when handed in',
      [
        ['check undecided', 'needs-marking', 0, 1],
        ['finish undecided', 'needs-marking', null, 0],
      ],
    ],
    ['blank when handed in', [['finish blank', 'gave-up', 0, 0]]],
  ])('%s', (_, rows) => follow(immediate, rows));
});

describe('certainty-based marking', () => {
  // Moodle: certainty 1, 2, 3 brings 1, 2, 3 when right and 0, −2, −6 when wrong, times the marks of the question;
  // of partly right its part of what right brings. The maximum is three times the marks, so these are thirds of it.
  it.each<[Word, Certainty, number]>([
    ['right', 1, 1],
    ['right', 2, 2],
    ['right', 3, 3],
    ['wrong', 1, 0],
    ['wrong', 2, -2],
    ['wrong', 3, -6],
    ['half', 1, 0.5],
    ['half', 2, 1],
    ['half', 3, 1.5],
    ['blank', 3, 0],
    ['invalid', 3, 0],
  ])('%s with certainty %d brings %d of a question of 1 mark', (word, certainty, mark) => {
    for (const source of ['certainty', 'immediate-certainty'] as const) {
      const behaviour = behaviourOf(source);
      const { fraction } = progressAfter(behaviour, [eventOf(`finish ${word} sure ${certainty}`)]);
      expect((fraction ?? Number.NaN) * maximumOf(behaviour, 1)).toBeCloseTo(mark, 10);
    }
  });

  it('without a certainty counts as not sure, and leaves what a person decides to the person', () => {
    const certainty = behaviourOf('certainty');
    follow(certainty, [
      ['save right', 'complete', 0, 0],
      ['finish right', 'right', 0.3333, 0],
    ]);
    follow(certainty, [['finish wrong', 'wrong', 0, 0]]);
    follow(certainty, [['finish undecided sure 3', 'needs-marking', null, 0]]);
  });

  it('with immediate feedback takes the certainty of the check', () => {
    follow(behaviourOf('immediate-certainty'), [
      ['check invalid sure 3', 'invalid', 0, 1],
      ['check wrong sure 3', 'wrong', -2, 0],
      ['finish wrong sure 1', 'wrong', -2, 0],
    ]);
  });

  it('pays best for what one believes: below 67 % the first, above 80 % the last', () => {
    const expected = (sure: Certainty, share: number) => {
      const brings = (word: Word) =>
        progressAfter(behaviourOf('certainty'), [eventOf(`finish ${word} sure ${sure}`)]).fraction ?? 0;
      return share * brings('right') + (1 - share) * brings('wrong');
    };
    const best = (share: number) =>
      ([1, 2, 3] as const).toSorted((a, b) => expected(b, share) - expected(a, share))[0];
    expect([0.5, 0.66, 0.67, 0.79, 0.81, 1].map(best)).toEqual([1, 1, 2, 2, 3, 3]);
  });
});
