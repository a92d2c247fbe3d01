import { expect, it } from 'vitest';
import { contentHash } from '../../../src/quizzes/hash.ts';
import { prepareQuiz, type Quiz, variantOfSeed } from '../../../src/quizzes/index.ts';

const model = {
  inputs: ['A', 'B'],
  layers: [{ dense: { units: 1, activation: 'relu', weights: [[1, 1]], biases: [-1] } }],
};

/** Claims and answers that leave out what they may leave out: what is assumed for it must not count. */
const SOURCE = {
  title: 'One neuron',
  exercises: [
    {
      title: 'What a neuron computes',
      model,
      sigma: 'relu',
      questions: [
        { id: 'values', text: 'Values?', claim: { 'truth-table': { of: 'model' } }, answer: 'table' },
        {
          id: 'nor',
          text: 'Weights?',
          claim: { computes: { 'weights-in': [-1, 0, 1], function: 'A nor B' } },
          answer: 'weights',
          credit: 'all-or-nothing',
        },
        {
          id: 'function',
          text: 'Which?',
          claim: { 'truth-table': { of: 'model' } },
          answer: { choices: { and: 'AND', or: 'OR' } },
          order: ['or', 'and'],
        },
        {
          id: 'sum',
          text: 'What is the sum?',
          claim: { equals: { to: 'a + b', names: ['a', 'b'] } },
          answer: 'expression',
          key: 'a + b',
        },
        { id: 'asked', text: 'Is it?', answer: 'truth', key: true, because: 'It is.' },
      ],
    },
  ],
};

/** The same neuron with a bias that is drawn, and a question of its own that uses an answer to another. */
const VARIED = {
  title: 'Many neurons',
  shuffle: 'options',
  exercises: [
    {
      title: 'What a neuron computes',
      draw: { b: { integers: [-3, -1] } },
      model: { inputs: ['A'], layers: [{ dense: { units: 1, weights: [[2]], biases: ['<<b>>'] } }] },
      questions: [
        { id: 'weights', text: 'Weights for <<b>>?', claim: { 'weights-of': 'model' }, answer: 'weights' },
        {
          id: 'values',
          text: 'Values?',
          uses: 'weights',
          claim: { 'truth-table': { of: 'model', show: ['out'] } },
          answer: 'table',
        },
      ],
    },
  ],
};

const versionsOf = ({ exercises }: Quiz) =>
  exercises.flatMap(({ questions }) => questions.map(({ id, version }) => `${id} ${version}`));

/** As storage keeps it and gives it back. */
const stored = ({ snapshot }: Quiz): unknown => JSON.parse(JSON.stringify(snapshot));

it('16: questions keep the versions that attempts have stored', () => {
  const quiz = prepareQuiz('quiz', SOURCE);
  expect(quiz.version).toBe('d3d823089bc3b93ba4d9017eb96df0a5');
  expect(versionsOf(quiz)).toEqual([
    'values 3bf620097d7cf424f7e841b31ac8c929',
    'nor f8c4c81714bdd82f4f3587c3e6887f52',
    'function 785ffdcbaa22f2bb2f4e0eb62cd6b3a6',
    'sum d30d309b412e466ee8f24fc86d381291',
    'asked 056394fb74cca520fc21bbd88a09ec79',
  ]);
});

it('16: variants keep the versions that attempts have stored', () => {
  const quiz = prepareQuiz('quiz', VARIED);
  const variant = variantOfSeed(quiz, 7);
  expect([quiz.version, variant?.version]).toEqual([
    '91a54503333466e4d37e020c07904e67',
    'de0071d62f816b906cd9a9cc40799def',
  ]);
  expect(variant && versionsOf(variant)).toEqual([
    'weights dcf19e5cc116f9b0f4b3ee57ce675066',
    'values 607fb575bfc63b2934a1a73203224774',
  ]);
});

it('16: a quiz that is stored and read again has the version that it had', () => {
  const quiz = prepareQuiz('quiz', SOURCE);
  expect(contentHash(stored(quiz))).toBe(quiz.version);
  expect(prepareQuiz('quiz', stored(quiz)).version).toBe(quiz.version);
  const variant = variantOfSeed(prepareQuiz('quiz', VARIED), 7);
  expect(variant && prepareQuiz('quiz', stored(variant)).version).toBe(variant?.version);
});

it('is the same of what is stored, which is what the file says', () => {
  const { source, version } = prepareQuiz('quiz', SOURCE);
  const stored: unknown = JSON.parse(JSON.stringify(source));
  expect(stored).toMatchObject(SOURCE);
  expect(prepareQuiz('quiz', stored).version).toBe(version);
  expect(prepareQuiz('quiz', source).version).toBe(version);
});
