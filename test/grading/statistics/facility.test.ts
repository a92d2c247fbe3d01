import { expect, it } from 'vitest';
import { facilityOf } from '../../../src/grading/index.ts';
import type { Outcome } from '../../../src/values/outcome.ts';

const marked = (fraction: number): Outcome => ({ state: 'marked', fraction, notes: [] });
const BLANK: Outcome = { state: 'blank' };
const INVALID: Outcome = { state: 'invalid', problems: [] };
const UNDECIDED: Outcome = { state: 'undecided', reason: 'A person looks.' };
const BROKEN: Outcome = { state: 'broken', reason: 'A fault.' };

const rows: readonly [string, (readonly [Outcome, number])[], number | null][] = [
  ['nothing handed in', [], null],
  ['all right', [[marked(1), 3]], 1],
  [
    'right and wrong',
    [
      [marked(1), 3],
      [marked(0), 1],
    ],
    0.75,
  ],
  [
    'partly right',
    [
      [marked(0.5), 2],
      [marked(1), 2],
    ],
    0.75,
  ],
  [
    'blank and invalid are nothing',
    [
      [marked(1), 2],
      [BLANK, 1],
      [INVALID, 1],
    ],
    0.5,
  ],
  [
    'what a person decides is left out',
    [
      [marked(1), 1],
      [UNDECIDED, 5],
      [BROKEN, 5],
    ],
    1,
  ],
  [
    'nothing is decided',
    [
      [UNDECIDED, 1],
      [BROKEN, 1],
    ],
    null,
  ],
];

it.each(rows)('facility: %s', (_, groups, facility) => {
  expect(facilityOf(groups.map(([outcome, count]) => ({ outcome, count })))).toBe(facility);
});
