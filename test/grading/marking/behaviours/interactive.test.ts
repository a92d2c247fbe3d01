import { describe, expect, it } from 'vitest';
import { behaviourOf } from '../../../../src/quizzes/format/behaviour.ts';
import { follow, type Row, third } from './events.ts';

describe('interactive with several tries: the last response less a penalty for each other try, at least 0', () => {
  it.each<[string, readonly Row[]]>([
    // Moodle: a question of 3 marks with penalty 0.3333333 brings 3, 2, 1 when it is right at the 1st, 2nd, 3rd try.
    ['right at the first try', [['check right', 'right', 1, 0]]],
    [
      'right at the second',
      [
        ['check wrong:a', 'try-again', 0, 2, 1],
        ['save right', 'complete', 0, 2, 1],
        ['check right', 'right', 0.6667, 0, 1],
        ['finish right', 'right', 0.6667, 0, 1],
      ],
    ],
    [
      'right at the third',
      [
        ['check wrong:a', 'try-again', 0, 2, 1],
        ['check wrong:b', 'try-again', 0, 1, 2],
        ['check right', 'right', 0.3333, 0, 2],
      ],
    ],
    [
      'never right: the tries are used up',
      [
        ['check wrong:a', 'try-again', 0, 2, 1],
        ['check wrong:b', 'try-again', 0, 1, 2],
        ['check wrong:c', 'wrong', 0, 0, 2],
        ['check right', 'wrong', 0, 0, 2],
        ['finish right', 'wrong', 0, 0, 2],
      ],
    ],
    // Moodle: fraction − penalty × tries before, not below 0.
    [
      'partly right at the last try',
      [
        ['check wrong:a', 'try-again', 0, 2, 1],
        ['check wrong:b', 'try-again', 0, 1, 2],
        ['check half', 'partly', 0, 0, 2],
      ],
    ],
    [
      'partly right, then handed in',
      [
        ['check half', 'try-again', 0.5, 2, 1],
        ['finish half', 'partly', 0.5, 0, 1],
      ],
    ],
    [
      'partly right, then worse: the last counts',
      [
        ['check half:a', 'try-again', 0.5, 2, 1],
        ['check wrong:b', 'try-again', 0, 1, 2],
        ['finish wrong:b', 'wrong', 0, 0, 2],
      ],
    ],
    // Moodle: what is written but not checked is judged when it is handed in, as the next try.
    [
      'changed and handed in without a check',
      [
        ['check wrong:a', 'try-again', 0, 2, 1],
        ['save right', 'complete', 0, 2, 1],
        ['finish right', 'right', 0.6667, 0, 1],
      ],
    ],
    // Ours: what was tried before costs nothing again. (Moodle asks for "Try again" first, and counts it.)
    [
      'the same again costs no try',
      [
        ['check wrong:a', 'try-again', 0, 2, 1],
        ['check wrong:a', 'try-again', 0, 2, 1],
        ['save wrong:a', 'try-again', 0, 2, 1],
        ['check right', 'right', 0.6667, 0, 1],
      ],
    ],
    [
      'nor does what was tried before the last',
      [
        ['check wrong:a', 'try-again', 0, 2, 1],
        ['check wrong:b', 'try-again', 0, 1, 2],
        ['check wrong:a', 'try-again', 0, 1, 2],
        ['check right', 'right', 0.3333, 0, 2],
      ],
    ],
    [
      'what cannot be read, is blank, undecided or broken costs no try',
      [
        ['check invalid', 'invalid', 0, 3],
        ['check blank', 'todo', 0, 3],
        ['check undecided', 'needs-marking', 0, 3],
        ['check broken', 'needs-marking', 0, 3],
        ['check right', 'right', 1, 0],
      ],
    ],
    [
      'given up',
      [
        ['check wrong:a', 'try-again', 0, 2, 1],
        ['save blank', 'todo', 0, 2, 1],
        ['finish blank', 'gave-up', 0, 0, 1],
      ],
    ],
    [
      'undecided when handed in: a person decides',
      [
        ['check wrong:a', 'try-again', 0, 2, 1],
        ['finish undecided', 'needs-marking', null, 0, 1],
      ],
    ],
  ])('%s', (_, rows) => follow(third, rows));

  it('takes what the file says of tries and penalty', () => {
    expect(behaviourOf('interactive')).toEqual(third);
    follow(behaviourOf({ interactive: { tries: 2, penalty: 0 } }), [
      ['check wrong:a', 'try-again', 0, 1, 1],
      ['check right', 'right', 1, 0, 1],
    ]);
  });
});
