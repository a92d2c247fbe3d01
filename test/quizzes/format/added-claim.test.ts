import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { answers } from '../../../src/answers/index.ts';
import { defineClaim } from '../../../src/claims/claim-kind.ts';
import { claimSet } from '../../../src/claims/claim-set.ts';
import { claims } from '../../../src/claims/index.ts';
import { say } from '../../../src/language/index.ts';
import { openEnvironment } from '../../../src/quizzes/environment.ts';
import { quizFormat } from '../../../src/quizzes/format/schema.ts';
import { prepareSource, proveQuiz, variantOf } from '../../../src/quizzes/index.ts';
import { toAuthors } from '../../language/english.ts';
import { mark } from '../one-question.ts';

/** The answer is a multiple of a number. All that the program knows of this claim is said here. */
const multipleOf = defineClaim({
  name: 'multiple-of',
  level: 'proven',
  schema: z.strictObject({ number: z.number().int().positive() }),
  judge: {
    number({ value }, { number }) {
      if (value % number === 0) return { verdict: 'right', notes: [] };
      const notes = value % number === 1 ? [{ tag: 'one-too-many', says: say('none') }] : [];
      return { verdict: 'wrong', notes, witness: { says: say('none') } };
    },
  },
  misconceptions: ({ number }) => [
    { tag: 'one-too-many', says: say('none'), value: { type: 'number', value: number + 1, exact: null } },
  ],
  solve: ({ number }) => ({ type: 'number', value: number, exact: null }),
});

const WITH_TOY = openEnvironment(quizFormat(claimSet([...claims.kinds, multipleOf]), answers));

const sourceWith = (question: object, more: object = {}) => ({
  title: 'Numbers',
  exercises: [
    { title: 'One', ...more, questions: [{ id: 'one', text: 'Which?', answer: 'number', ...question }] },
  ],
});

function prepared(question: object, more?: object) {
  const { quiz, problems } = prepareSource('numbers', sourceWith(question, more), WITH_TOY);
  if (!quiz) throw new Error(problems.map(({ message }) => toAuthors(message)).join('; '));
  return quiz;
}

const sevens = { claim: { 'multiple-of': { number: 7 } } };

describe('a claim that is added to the list', () => {
  it('is one that a file may make, and no other file format knows of it', () => {
    expect(prepared({ ...sevens, key: 14 }).exercises).toHaveLength(1);
    expect(prepareSource('numbers', sourceWith(sevens)).problems.map(({ path }) => path.at(-1))).toEqual([
      'claim',
    ]);
  });

  it('has its fields checked where they stand in the file', () => {
    const { problems } = prepareSource(
      'numbers',
      sourceWith({ claim: { 'multiple-of': { number: 0 } } }),
      WITH_TOY,
    );
    expect(problems.map(({ path }) => path.slice(-3))).toEqual([['claim', 'multiple-of', 'number']]);
  });

  it('proves keys, options and mistakes', () => {
    const statuses = (question: object) =>
      [...proveQuiz(prepared({ ...sevens, ...question }))].map(({ status }) => status);
    expect(statuses({ key: 14 })).toEqual(['proven']);
    expect(statuses({ key: 15 })).toEqual(['refuted']);
    expect(statuses({ answer: { choice: { a: 13, b: 21 } } })).toEqual(['proven']);
    expect(statuses({ answer: { choice: { a: 14, b: 21 } }, key: 'a' })).toEqual(['refuted']);
    expect([...proveQuiz(prepared({ ...sevens, key: 14 }))][0]?.facts.map(toAuthors)).toEqual([
      '1 named mistake',
    ]);
  });

  it('marks what students enter', () => {
    const question = prepared({ ...sevens, key: 14 }).exercises[0]?.questions[0];
    if (!question) throw new Error('There is no question.');
    expect(mark(question, 28)).toMatchObject({ state: 'marked', fraction: 1 });
    expect(mark(question, 29)).toMatchObject({ fraction: 0, notes: [{ tag: 'one-too-many' }] });
  });

  it('is there in every variant', () => {
    const quiz = prepared(
      { claim: { 'multiple-of': { number: '<<n>>' } }, text: 'Of <<n>>?' },
      { draw: { n: { integers: [3, 9] } } },
    );
    expect([...proveQuiz(quiz)].map(({ status, variants }) => [status, variants])).toEqual([
      ['proven', '7 of 7 variants'],
    ]);
    expect(variantOf(quiz, 'an attempt')?.exercises[0]?.questions[0]?.claim?.name).toBe('multiple-of');
  });
});
