import { describe, expect, it } from 'vitest';
import { distractorsOf, proveQuiz } from '../../../src/quizzes/index.ts';
import { english } from '../../language/english.ts';
import { quizOf } from '../one-question.ts';

type Source = Readonly<Record<string, unknown>>;

const gradient = { id: 'one', text: '?', claim: { gradient: { of: 'W2_11' } } };
const choice = (options: Source, more: Source = {}) => ({
  ...gradient,
  answer: { choice: options },
  key: 'a',
  ...more,
});

/** What checking a question finds, with the places that it tells. */
function found(source: Source) {
  const [proof] = proveQuiz(quizOf([source]));
  return proof?.findings.map(({ path, also, says }) => [
    path.join('.'),
    also?.join('.'),
    english(says).split(':')[0],
  ]);
}

const SAME = 'two options are the same answer, written in two ways';
const twins = [['answer.choice.c', 'answer.choice.b', SAME]];

describe('two options that are the same answer, written in two ways', () => {
  it.each([
    ['formulas', choice({ a: '2(out - y) n1', b: '2(y - out) n1', c: '-2 (out - y)*n1' })],
    [
      'formulas by the forward pass',
      choice({ a: '2(out - y) n1', b: '2(out-y) n2', c: '2 n2 (W2_11 n1 + W2_12 relu(z2) - y)' }),
    ],
    ['formulas that differ at a kink alone', choice({ a: '2(out - y) n1', b: "relu'(z1)", c: '[z1 > 0]' })],
    [
      'matrices of formulas',
      {
        ...gradient,
        claim: { gradient: { of: 'W2' } },
        answer: {
          choice: {
            a: [['2(out-y) n1', '2(out-y) n2']],
            b: [['(out-y) n1', '(out-y) n2']],
            c: [['n1 (out-y)', 'out n2 - y n2']],
          },
        },
        key: 'a',
      },
    ],
    [
      'numbers',
      {
        ...gradient,
        claim: { gradient: { of: 'W2_11', at: { A: 0, B: 1, y: 3 } } },
        answer: { choice: { a: -4, b: 2, c: 'sqrt(2)*sqrt(2)' } },
        key: 'a',
      },
    ],
    [
      'names of functions',
      {
        ...gradient,
        claim: { 'truth-table': { of: 'model' } },
        answer: { choice: { a: 'XOR', b: 'A or B', c: 'or' } },
        key: 'a',
      },
    ],
    [
      'expressions where their names are positive',
      {
        ...gradient,
        claim: { equals: { to: 'x', names: ['x'], positive: ['x'] } },
        answer: { choice: { a: 'x', b: '2 x', c: '2 sqrt(x^2)' } },
        key: 'a',
      },
    ],
    [
      'words that a person vouches for',
      {
        id: 'one',
        text: '?',
        answer: { choice: { a: 'Adam', b: 'plain SGD', c: 'Plain  SGD' } },
        key: 'a',
        because: 'So it is.',
      },
    ],
  ])('are told with both places: %s', (_, source) => {
    expect(found(source)).toEqual(twins);
  });

  it('are told where both are right, too, so that being told says nothing of the key', () => {
    const both = choice({ a: '2(out - y) n1', b: 'n1', c: '-2 (y - out) n1' });
    expect(found(both)).toContainEqual(['answer.choice.c', 'answer.choice.a', SAME]);
  });

  it('are not seen in options that differ', () => {
    expect(
      found(choice({ a: '2(out - y) n1', b: '2(y - out) n1', c: '2(out - y) n2', d: '(out - y) n1' })),
    ).toEqual([]);
    const sign = {
      ...gradient,
      claim: { equals: { to: 'x', names: ['x'] } },
      answer: { choice: { a: 'x', b: '2 x', c: '2 sqrt(x^2)' } },
      key: 'a',
    };
    expect(found(sign)).toEqual([]);
  });
});

describe('the wrong options of a choice', () => {
  const question = choice({ a: '2(out - y) n1', b: '2(y - out) n1', c: 'A + B', d: '(out - y) n1' });

  it('are named mistakes, or none', () => {
    const [proof] = proveQuiz(quizOf([question]));
    expect(proof?.facts.map(english)).toContain('2 of 3 wrong ones are named: factor-2, sign-flipped');
    expect(proof && distractorsOf(proof.question)).toEqual([
      { option: 'b', mistakes: ['sign-flipped'] },
      { option: 'c', mistakes: [] },
      { option: 'd', mistakes: ['factor-2'] },
    ]);
  });

  it('are said to be none where none of them is', () => {
    const [proof] = proveQuiz(quizOf([choice({ a: '2(out - y) n1', b: 'A + B', c: 'A' })]));
    expect(proof?.facts.map(english)).toContain('0 of 2 wrong ones are named');
  });
});
