import { expect } from 'vitest';
import type { Question } from '../../../src/quizzes/index.ts';
import { mark, quizOf } from '../one-question.ts';

export type Source = Readonly<Record<string, unknown>>;

export const W2 = [[1, 1]];
export const weights = {
  id: 'weights',
  text: 'Which weights?',
  claim: { 'weights-of': { of: 'model', size: 'free' } },
  answer: 'weights',
  key: {
    W1: [
      [-1, 1],
      [1, -1],
    ],
    W2,
  },
};
export const table = {
  id: 'table',
  text: 'Which values?',
  claim: { 'truth-table': { of: 'model', show: ['n1', 'n2', 'out'] } },
  answer: 'table',
  key: [
    [0, 0, 0],
    [1, 0, 1],
    [0, 1, 1],
    [0, 0, 0],
  ],
  uses: 'weights',
};
export const gradientAt = (of: string, more: Source = {}) => ({
  id: 'gradient',
  text: 'Which number?',
  claim: { gradient: { of, at: { A: 1, B: 3, y: 1 } } },
  answer: /^[Wb]\d+$/.test(of) ? 'matrix' : 'number',
  uses: 'weights',
  ...more,
});

/** The second of two questions. */
export function later(second: Source, first: Source = weights): Question {
  const question = quizOf([first, second]).exercises[0]?.questions[1];
  if (!question) throw new Error('There is no second question.');
  return question;
}

export function worth(question: Question, answer: unknown, earlier?: unknown) {
  const outcome = mark(question, answer, earlier);
  if (outcome.state !== 'marked') throw new Error(outcome.state);
  return { fraction: outcome.fraction, notes: outcome.notes.map(({ tag }) => tag) };
}

export const ALL_RIGHT = { fraction: 1, notes: [] };
export const WRONG = { fraction: 0, notes: [] };
export const carried = (fraction: number) => ({ fraction, notes: ['carried-forward'] });
export const NOT_CARRIED = { fraction: 0, notes: expect.arrayContaining(['not-carried']) };

/** Both hidden units compute A − B. */
export const ALIKE = {
  W1: [
    [1, -1],
    [1, -1],
  ],
  W2,
};
export const FOR_ALIKE = [
  [0, 0, 0],
  [0, 0, 0],
  [1, 1, 2],
  [0, 0, 0],
];
