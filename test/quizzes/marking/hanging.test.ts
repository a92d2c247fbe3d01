import { describe, expect, it, vi } from 'vitest';
import type { Read } from '../../../src/answers/kind.ts';
import { say } from '../../../src/language/index.ts';
import { markResponse, type Question, readResponse } from '../../../src/quizzes/index.ts';
import { proveQuestion } from '../../../src/quizzes/proving/prove-question.ts';
import { mark, questionOf } from '../one-question.ts';

vi.mock('../../../src/expressions/limits.ts', async (original: () => Promise<{ limits: object }>) => ({
  limits: { ...(await original()).limits, milliseconds: 300, proofMilliseconds: 600 },
}));

const formula = () =>
  questionOf({ answer: 'expression', claim: { equals: { to: 'A+B', names: ['A', 'B'] } }, key: 'A+B' });
const posted = (question: Question) => ({ [question.answer.fields[0] ?? '']: 'A+B' });

const stoppedAfter = (n: number) => say('The calculation was stopped after {n, number} ms.', { n });

/** The faults that no budget of operations would end. */
const hangs: Readonly<Record<string, () => void>> = {
  'a loop': () => {
    for (;;);
  },
  'a loop that catches all': () => {
    for (;;) {
      try {
        throw new Error('again');
      } catch {
        // And again.
      }
    }
  },
  'a regular expression that explodes': () => {
    for (;;) /^(a+)+$/.test(`${'a'.repeat(60)}b`);
  },
  'a product of large numbers': () => {
    for (let product = 7n ** 1000n; ; ) product *= product;
  },
};

describe('37: what hangs is stopped', () => {
  it.each(Object.entries(hangs))('37: %s, while a response is judged: nobody is marked by it', (_, hang) => {
    const question = formula();
    const hanging: Question = {
      ...question,
      answer: {
        ...question.answer,
        read(answer) {
          const reading = question.answer.read(answer);
          if (reading.state !== 'read') return reading;
          const outcome: Read['outcome'] = (verdicts) => {
            hang();
            return reading.outcome(verdicts);
          };
          return { ...reading, outcome };
        },
      },
    };
    const outcome = markResponse(hanging, posted(question), undefined);
    expect(outcome).toEqual({ state: 'broken', reason: stoppedAfter(300) });
  });

  it('37: while a response is read: it is kept, and those who run the course see it', () => {
    const question = formula();
    const read = () => {
      for (;;);
    };
    const reading = readResponse({ ...question, answer: { ...question.answer, read } }, posted(question));
    expect(reading).toMatchObject({
      state: 'invalid',
      problems: [{ message: { text: expect.stringContaining('is saved') } }],
    });
  });

  it('37: the next response is judged as if nothing had been', () => {
    const question = formula();
    const mistaken = () => {
      for (;;);
    };
    const claim = question.claim && { ...question.claim, judge: mistaken };
    expect(mark({ ...question, claim }, 'A+B')).toMatchObject({ state: 'broken' });
    expect(mark(question, 'B+A')).toMatchObject({ state: 'marked', fraction: 1 });
    expect(mark(question, 'B-A')).toMatchObject({ state: 'marked', fraction: 0 });
  });

  it('37: a proof that does not end refutes its question, and others are proven', () => {
    const question = formula();
    const judge = () => {
      for (;;);
    };
    const hanging = { ...question, claim: question.claim && { ...question.claim, judge } };
    const { status, findings } = proveQuestion(hanging, []);
    expect(status).toBe('refuted');
    expect(findings[0]?.says).toMatchObject({ values: { reason: stoppedAfter(600) } });
    expect(proveQuestion(question, []).status).toBe('proven');
  });
});
