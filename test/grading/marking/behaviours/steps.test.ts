import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Progress,
  progressAfter,
  type QuestionEvent,
  worthOfRight,
} from '../../../../src/grading/marking/behaviours/index.ts';
import {
  type Behaviour,
  behaviourOf,
  type Certainty,
  maximumOf,
} from '../../../../src/quizzes/format/behaviour.ts';
import type { Outcome } from '../../../../src/values/outcome.ts';

// Tables of step sequences. After each step: state, fraction of the maximum, tries left, hints that are due.
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

type Word = keyof typeof outcomes;

/** `check wrong:a` checks the wrong response a; `save half:b`, `finish right:c sure 3`. */
function stepOf(line: string): QuestionEvent {
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

type Row = readonly [
  step: string,
  state: Progress['state'],
  fraction: number | null,
  triesLeft: number | null,
  hints?: number,
];

function follow(behaviour: Behaviour, rows: readonly Row[]) {
  const steps = rows.map(([line]) => stepOf(line));
  const came = rows.map(([line], i) => {
    const { state, fraction, triesLeft, hints } = progressAfter(behaviour, steps.slice(0, i + 1));
    return [line, state, fraction === null ? null : Math.round(fraction * 1e4) / 1e4, triesLeft, hints];
  });
  expect(came).toEqual(
    rows.map(([line, state, fraction, left, hints = 0]) => [line, state, fraction, left, hints]),
  );
}

const third = { kind: 'interactive', tries: 3, penalty: 1 / 3 } as const;
const tenth = { kind: 'adaptive', penalty: 0.1 } as const;

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
      const { fraction } = progressAfter(behaviour, [stepOf(`finish ${word} sure ${certainty}`)]);
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
        progressAfter(behaviourOf('certainty'), [stepOf(`finish ${word} sure ${sure}`)]).fraction ?? 0;
      return share * brings('right') + (1 - share) * brings('wrong');
    };
    const best = (share: number) =>
      ([1, 2, 3] as const).toSorted((a, b) => expected(b, share) - expected(a, share))[0];
    expect([0.5, 0.66, 0.67, 0.79, 0.81, 1].map(best)).toEqual([1, 1, 2, 2, 3, 3]);
  });
});

describe('in every behaviour', () => {
  const behaviours: readonly Behaviour[] = [behaviourOf('deferred'), behaviourOf('immediate'), third, tenth];
  const line = fc
    .tuple(
      fc.constantFrom('save', 'check'),
      fc.constantFrom<Word>('right', 'half', 'wrong', 'blank', 'invalid', 'undecided', 'broken'),
      fc.constantFrom('a', 'b', 'c'),
    )
    .map(([kind, word, letter]) => `${kind} ${word}:${word}-${letter}`);

  it('checks that cost nothing can be left out or repeated without changing the mark', () => {
    fc.assert(
      fc.property(fc.constantFrom(...behaviours), fc.array(line, { maxLength: 12 }), (behaviour, lines) => {
        const end = stepOf('finish half:half-a');
        const mark = (each: readonly string[]) =>
          progressAfter(behaviour, [...each.map(stepOf), end]).fraction;
        const counting = lines.filter((each) => /^check (right|half|wrong)/.test(each));
        expect(mark(counting)).toBe(mark(lines));
        expect(mark(lines.flatMap((each) => [each, each]))).toBe(mark(lines));
      }),
    );
  });

  it('what is said of the next right response is what it brings', () => {
    fc.assert(
      fc.property(fc.constantFrom(...behaviours), fc.array(line, { maxLength: 12 }), (behaviour, lines) => {
        const now = progressAfter(behaviour, lines.map(stepOf));
        const worth = worthOfRight(behaviour, now);
        const penalized = !now.finished && 'penalty' in behaviour;
        expect(worth === null).toBe(!penalized);
        if (!penalized) return;
        const then = progressAfter(behaviour, [...lines, 'check right:new'].map(stepOf)).fraction;
        // In adaptive mode an earlier response can be worth more, and the best counts.
        const kept = behaviour.kind === 'adaptive' ? (now.fraction ?? 0) : 0;
        expect(then).toBe(Math.max(kept, worth ?? 0));
      }),
    );
  });

  it('a mark stays between nothing and all, tries are never less than none, and what is finished stays', () => {
    fc.assert(
      fc.property(fc.constantFrom(...behaviours), fc.array(line, { maxLength: 20 }), (behaviour, lines) => {
        const steps = lines.map(stepOf);
        steps.forEach((_, i) => {
          const now = progressAfter(behaviour, steps.slice(0, i + 1));
          expect(now.fraction).toBeGreaterThanOrEqual(0);
          expect(now.fraction).toBeLessThanOrEqual(1);
          expect(now.triesLeft ?? 1).toBeGreaterThanOrEqual(
            now.finished ? 0 : behaviour.kind === 'deferred' ? 0 : 1,
          );
          if (now.finished) expect(progressAfter(behaviour, steps)).toEqual(now);
        });
      }),
    );
  });
});
