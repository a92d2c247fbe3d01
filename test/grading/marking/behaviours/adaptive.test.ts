import { describe, it } from 'vitest';
import { behaviourOf } from '../../../../src/quizzes/format/behaviour.ts';
import { follow, type Row, tenth } from './events.ts';

describe('adaptive: as many tries as wanted, each worth its fraction less the penalty for those before; the best counts', () => {
  it.each<[string, readonly Row[]]>([
    // Moodle: max(best so far, fraction − penalty × tries before).
    ['right at the first try', [['check right', 'right', 1, 0]]],
    [
      'right at the third',
      [
        ['check wrong:a', 'try-again', 0, null, 1],
        ['check wrong:b', 'try-again', 0, null, 2],
        ['check right', 'right', 0.8, 0, 2],
        ['finish right', 'right', 0.8, 0, 2],
      ],
    ],
    [
      'a worse try takes nothing away',
      [
        ['check half', 'try-again', 0.5, null, 1],
        ['check wrong', 'try-again', 0.5, null, 2],
        ['finish wrong', 'wrong', 0.5, 0, 2],
      ],
    ],
    [
      'a partly right one later',
      [
        ['check wrong', 'try-again', 0, null, 1],
        ['check half', 'try-again', 0.4, null, 2],
        ['check right', 'right', 0.8, 0, 2],
      ],
    ],
    [
      'what was tried before costs nothing, be it the last try or an earlier one',
      [
        ['check wrong:a', 'try-again', 0, null, 1],
        ['check wrong:a', 'try-again', 0, null, 1],
        ['check wrong:b', 'try-again', 0, null, 2],
        ['check wrong:a', 'try-again', 0, null, 2],
        ['check right', 'right', 0.8, 0, 2],
      ],
    ],
    [
      'unreadable, blank, undecided and broken cost nothing',
      [
        ['check invalid', 'invalid', 0, null],
        ['check blank', 'todo', 0, null],
        ['check undecided', 'needs-marking', 0, null],
        ['check broken', 'needs-marking', 0, null],
        ['check right', 'right', 1, 0],
      ],
    ],
    // Moodle: what is handed in unchecked is a try; what was checked already is not another one.
    [
      'changed and handed in',
      [
        ['check wrong', 'try-again', 0, null, 1],
        ['save right', 'complete', 0, null, 1],
        ['finish right', 'right', 0.9, 0, 1],
      ],
    ],
    [
      'handed in as checked',
      [
        ['check half', 'try-again', 0.5, null, 1],
        ['finish half', 'partly', 0.5, 0, 1],
      ],
    ],
    // Moodle: given up, with the best so far.
    [
      'cleared and handed in',
      [
        ['check half', 'try-again', 0.5, null, 1],
        ['finish blank', 'gave-up', 0.5, 0, 1],
      ],
    ],
    [
      'never below 0',
      [...'abcdefghijkl'].map((letter, i): Row => [`check wrong:${letter}`, 'try-again', 0, null, i + 1]),
    ],
  ])('%s', (_, rows) => follow(tenth, rows));

  it('without penalty brings all of its marks however late it is right', () => {
    follow(behaviourOf('adaptive-without-penalty'), [
      ['check wrong:a', 'try-again', 0, null, 1],
      ['check half', 'try-again', 0.5, null, 2],
      ['check right', 'right', 1, 0, 2],
    ]);
  });
});
