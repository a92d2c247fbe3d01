import { describe, expect, it } from 'vitest';
import { givesParts } from '../../../src/quizzes/index.ts';
import { english } from '../../language/english.ts';
import { mark, questionOf, quizOf } from '../one-question.ts';

const outcomeOf = (source: Record<string, unknown>, answer: unknown) => {
  const outcome = mark(questionOf(source), answer);
  if (outcome.state !== 'marked') throw new Error(outcome.state);
  return { fraction: outcome.fraction, notes: outcome.notes.map(({ tag }) => tag), says: outcome.notes };
};

const table = {
  claim: { 'truth-table': { of: 'model', show: ['n1', 'n2', 'out'] } },
  answer: 'table',
  key: [
    [0, 0, 0],
    [1, 0, 1],
    [0, 1, 1],
    [0, 0, 0],
  ],
};
const oneWrong = [
  [0, 0, 0],
  [1, 0, 1],
  [0, 1, 1],
  [0, 0, 2],
];
const gradient = { claim: { gradient: { of: 'W2_11' } }, answer: 'expression', key: '2(out - y) n_1' };

describe('credit for what is right in part', () => {
  it('is nothing unless the file says so', () => {
    expect(outcomeOf(table, oneWrong).fraction).toBe(0);
    expect(outcomeOf({ ...table, credit: 'all-or-nothing' }, oneWrong).fraction).toBe(0);
  });

  it('is known of the whole quiz, so that students are told before they begin', () => {
    const choices = { a: '2(out - y) n_1', b: 'n_1' };
    const several = { ...gradient, answer: { choices: { ...choices, credit: 'each' } }, key: ['a'] };
    const partOf = (source: Record<string, unknown>) =>
      givesParts(quizOf([{ id: 'one', text: 'What?', ...source }]));
    expect([gradient, table, { ...table, credit: 'all-or-nothing' }].map(partOf)).toEqual(
      Array(3).fill(false),
    );
    expect([{ ...table, credit: 'by-cell' }, several].map(partOf)).toEqual([true, true]);
  });

  it('counts the cells of a table, and says how many are right', () => {
    const { fraction, says } = outcomeOf({ ...table, credit: 'by-cell' }, oneWrong);
    expect(fraction).toBe(11 / 12);
    expect(english(says.at(-1)?.says)).toBe('11 of 12 cells are right.');
  });

  it('counts the cells of weight matrices, none of a matrix of another size', () => {
    const weights = {
      claim: { 'weights-of': { of: 'model', size: 'free' } },
      answer: 'weights',
      key: {
        W1: [
          [-1, 1],
          [1, -1],
        ],
        W2: [[1, 1]],
      },
      credit: 'by-cell',
    };
    const W1 = [
      [-1, 1],
      [1, 1],
    ];
    expect(outcomeOf(weights, { W1, W2: [[1, 1]] }).fraction).toBe(5 / 6);
    expect(outcomeOf(weights, { W1, W2: [[1], [1]] }).fraction).toBe(3 / 6);
  });

  it('gives nothing for the same number in every cell', () => {
    expect(outcomeOf({ ...table, credit: 'by-cell' }, Array(4).fill([0, 0, 0]))).toMatchObject({
      fraction: 0,
      notes: [],
    });
  });

  it('is given by the named mistake, and for two mistakes by the lesser', () => {
    const credit = { 'factor-2': 0.5, 'sign-flipped': 0.25 };
    expect(outcomeOf({ ...gradient, credit }, '(out - y) n_1').fraction).toBe(0.5);
    expect(outcomeOf({ ...gradient, credit }, '(y - out) n_1')).toMatchObject({
      fraction: 0.25,
      notes: ['sign-flipped', 'factor-2'],
    });
    expect(outcomeOf({ ...gradient, credit: { 'factor-2': 0.5 } }, '(y - out) n_1').fraction).toBe(0);
    expect(outcomeOf({ ...gradient, credit }, 'A').fraction).toBe(0);
    expect(outcomeOf({ ...gradient, credit }, '2(out - y) n_1').fraction).toBe(1);
  });

  it.each([
    [{ ...gradient, credit: 'by-cell' }, 'credit: the claim "gradient" does not count cells'],
    [{ ...table, credit: 'by-pair' }, 'does not count pairs: write by-cell'],
    [
      { ...gradient, credit: { 'factor-3': 0.5 } },
      '"factor-3" is not a note of this claim: they are sign-flipped',
    ],
    [{ ...gradient, credit: { 'factor-2': 1 } }, 'must be below 1, which is for right answers'],
    [
      { ...gradient, answer: { choice: { a: 'n_1', b: '2(out - y) n_1' } }, key: 'b', credit: 'by-cell' },
      'an option is right or wrong as a whole',
    ],
  ])('is refused in a file where it cannot be given: %j', (source, message) => {
    expect(() => questionOf(source)).toThrow(message);
  });
});
