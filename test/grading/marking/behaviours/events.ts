import { expect } from 'vitest';
import {
  type Progress,
  progressAfter,
  type QuestionEvent,
} from '../../../../src/grading/marking/behaviours/index.ts';
import type { Behaviour, Certainty } from '../../../../src/quizzes/format/behaviour.ts';
import type { Outcome } from '../../../../src/values/outcome.ts';

// Tables of events. After each: state, fraction of the maximum, tries left, hints that are due.
// The rules are those of Moodle's question behaviours (docs.moodle.org/en/Question_behaviours); what is cited beside
// a table is what Moodle does. Where we differ, the table says so.

const outcomes = {
  right: { state: 'marked', fraction: 1, notes: [] },
  half: { state: 'marked', fraction: 0.5, notes: [] },
  wrong: { state: 'marked', fraction: 0, notes: [] },
  blank: { state: 'blank' },
  invalid: { state: 'invalid', problems: [] },
  undecided: { state: 'undecided', reason: 'A person looks.' },
  broken: { state: 'broken', reason: 'A fault.' },
} as const satisfies Record<string, Outcome>;

export type Word = keyof typeof outcomes;

/** `check wrong:a` checks the wrong response a; `save half:b`, `finish right:c sure 3`. */
export function eventOf(line: string): QuestionEvent {
  const [kind, what = '', , sure] = line.split(' ');
  const [word = '', response = word] = what.split(':');
  const outcome = outcomes[word as Word];
  if (kind === 'save') {
    const reading = word === 'blank' || word === 'invalid' ? word : 'read';
    return { kind: 'saved', response, reading };
  }
  const certainty = sure === undefined ? null : (Number(sure) as Certainty);
  return { kind: kind === 'check' ? 'checked' : 'finished', response, outcome, certainty };
}

export type Row = readonly [
  event: string,
  state: Progress['state'],
  fraction: number | null,
  triesLeft: number | null,
  hints?: number,
];

export function follow(behaviour: Behaviour, rows: readonly Row[]) {
  const events = rows.map(([line]) => eventOf(line));
  const came = rows.map(([line], i) => {
    const { state, fraction, triesLeft, hints } = progressAfter(behaviour, events.slice(0, i + 1));
    return [line, state, fraction === null ? null : Math.round(fraction * 1e4) / 1e4, triesLeft, hints];
  });
  expect(came).toEqual(
    rows.map(([line, state, fraction, left, hints = 0]) => [line, state, fraction, left, hints]),
  );
}

export const third = { kind: 'interactive', tries: 3, penalty: 1 / 3 } as const;
export const tenth = { kind: 'adaptive', penalty: 0.1 } as const;
