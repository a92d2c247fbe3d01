import { describe, expect, it } from 'vitest';
import { prepareSource, proveQuiz } from '../../../src/quizzes/index.ts';
import { english, toAuthors } from '../../language/english.ts';
import { quizOf } from '../one-question.ts';
import { ALIKE, FOR_ALIKE, type Source, table, W2, weights } from './questions.ts';

function problemsOf(questions: readonly Source[], more: Source = {}) {
  const model = {
    inputs: ['A', 'B'],
    layers: [
      { dense: { units: 2, bias: false, activation: 'relu', weights: weights.key.W1 } },
      { dense: { units: 1, bias: false, weights: W2 } },
    ],
    loss: 'squared-error',
  };
  const exercise = { title: 'One', model, questions, ...more };
  return prepareSource('quiz', { title: 'A quiz', exercises: [exercise] }).problems.map(
    ({ path, message }) => `${path.slice(3).join('.')}: ${toAuthors(message)}`,
  );
}

describe('a file that uses an earlier answer', () => {
  const formula = {
    id: 'formula',
    text: '?',
    claim: { gradient: { of: 'W1_12' } },
    answer: 'expression',
    key: "2(out-y)*W2_11*relu'(z1)*B",
  };

  it.each([
    [
      'an unknown question',
      [weights, { ...table, uses: 'wieghts' }],
      '1.uses: there is no question "wieghts" in this exercise: did you mean "weights"?',
    ],
    [
      'a later one',
      [table, weights],
      '0.uses: "weights" comes after this question: give the id of a question before this one',
    ],
    ['itself', [weights, { ...table, uses: 'table' }], '1.uses: a question cannot use itself: give the id'],
    [
      'what cannot be carried',
      [{ ...table, id: 'weights', uses: undefined }, table],
      '1.uses: an answer to "weights" cannot be carried forward: use a question whose claim is one of computes, weights-of, output-shape',
    ],
    [
      'weights for a formula',
      [weights, { ...formula, uses: 'weights' }],
      '1.uses: the claim "gradient" has no answer of its own',
    ],
    [
      'weights of another network',
      [
        {
          ...weights,
          model: { inputs: ['A'], layers: [{ dense: { units: 1, weights: [[1]], biases: [1] } }] },
          key: { W1: [[1]], b1: [[1]] },
        },
        table,
      ],
      '1.uses: the key of "weights" does not fit the model of this question',
    ],
    ['a credit that is none', [weights, { ...table, uses: { question: 'weights', credit: 2 } }], '1.uses'],
    [
      'an example of it without using it',
      [weights, { ...table, uses: undefined, examples: [{ uses: {}, answer: table.key, outcome: 'right' }] }],
      '1.examples.0.uses: gives an earlier answer, but the question uses none',
    ],
    [
      'an example of it that cannot be entered',
      [weights, { ...table, examples: [{ uses: 3, answer: table.key, outcome: 'right' }] }],
      '1.examples.0.uses',
    ],
  ])('is refused for %s', (_, questions, message) => {
    expect(problemsOf(questions).join('\n')).toContain(message);
  });

  it('is refused where not every attempt has the earlier answer before it', () => {
    expect(problemsOf([weights, table], { shuffle: 'questions' })).toEqual([
      expect.stringContaining('"weights" may come later'),
    ]);
    const pool = { pool: { pick: 1, of: [weights, { ...weights, id: 'others' }] } };
    expect(problemsOf([pool, table])).toEqual([expect.stringContaining('not every attempt gets "weights"')]);
    const drawing = { ...weights, draw: { w: { 'one-of': [1] } }, text: '<<w>>' };
    expect(problemsOf([drawing, table])).toEqual([expect.stringContaining('let the exercise draw them')]);
  });

  const provenBy = (...questions: readonly Source[]) => {
    const [, proof] = proveQuiz(quizOf(questions));
    return {
      findings: proof?.findings.map(({ path, says }) => `${path.join('.')}: ${english(says)}`),
      facts: proof?.facts.map(english),
    };
  };

  it('is proven with the known wrong answers, and by its examples', () => {
    const example = {
      uses: ALIKE,
      answer: FOR_ALIKE,
      outcome: 'right',
      note: 'carried-forward',
      fraction: 1,
    };
    expect(provenBy(weights, { ...table, examples: [example] })).toEqual({
      findings: [],
      facts: ['1 named mistake', 'carries forward 2 of 3 known wrong answers to weights'],
    });
    expect(provenBy(weights, { ...table, examples: [{ ...example, uses: weights.key }] }).findings).toEqual([
      'examples.0: the example should be right, but is wrong',
    ]);
    const trivial = {
      answer: {
        W1: [
          [0, 0],
          [0, 0],
        ],
        W2: [[0, 0]],
      },
      outcome: 'wrong',
    };
    expect(provenBy({ ...weights, examples: [trivial] }, table).facts?.at(-1)).toBe(
      'carries forward 2 of 4 known wrong answers to weights',
    );
  });

  it('is refuted where the earlier answer changes nothing, or nothing is known to', () => {
    const count = {
      id: 'count',
      text: '?',
      claim: { parameters: 'model' },
      answer: 'number',
      key: 6,
      uses: 'weights',
    };
    expect(provenBy(weights, count).findings).toEqual([
      'uses: no known wrong answer to "weights" changes what is right here: give "weights" a wrong example that does, or remove "uses"',
    ]);
    const xor = { ...weights, claim: { computes: { function: 'A xor B' } } };
    expect(provenBy(xor, table).findings).toHaveLength(1);
    const example = { answer: ALIKE, outcome: 'wrong' };
    expect(provenBy({ ...xor, examples: [example] }, table).findings).toEqual([]);
  });

  it('is refuted where the earlier answer only has to be entered again', () => {
    const again = { ...weights, id: 'again', uses: 'weights' };
    expect(provenBy(weights, again).findings).toEqual([
      'uses: a wrong answer to "weights" could be copied here and would be right: ask for something else',
    ]);
  });
});
