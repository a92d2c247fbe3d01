import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Program } from '../../../src/expressions/comparing/program.ts';
import { approach } from '../../../src/expressions/comparing/regions.ts';
import { limits, operationsLeft, parse, withinBudget } from '../../../src/expressions/index.ts';
import { markResponse, readResponse } from '../../../src/quizzes/index.ts';
import { type HostileResponse, hostileResponses } from './hostile-responses.ts';

/** What a response makes run, in operations; reading comes before marking, and is counted apart. */
const operationsOf = ({ question, posted }: HostileResponse) => {
  const counted = <T>(work: () => T) =>
    withinBudget(() => {
      const result = work();
      return { result, operations: limits.operations - operationsLeft() };
    });
  const reading = counted(() => readResponse(question, posted));
  const marking = counted(() => markResponse(question, posted, undefined));
  return { outcome: marking.result, most: Math.max(reading.operations, marking.operations) };
};

/** The last formula before the end is made into a program before it is known that nothing is left to run it. */
const most = limits.operations + 15 * limits.nodes;

describe('37: what one response makes run is bounded in operations', () => {
  it.each([...hostileResponses])('37: %s', (name, response) => {
    const { outcome, most: operations } = operationsOf(response());
    expect(operations).toBeLessThanOrEqual(most);
    expect(outcome.state).not.toBe('broken');
    if (name.includes('too long')) expect(outcome.state).toBe('invalid');
    if (outcome.state === 'marked') expect(outcome.fraction).toBe(/right/.test(name) ? 1 : 0);
  });

  it.each(['a formula, right, provable', '64 gradients, right', '64 gradients, right and long'])(
    '37: %s, as long as it is, is right and not left to a person',
    (name) => {
      const response = hostileResponses.get(name);
      expect(response && operationsOf(response()).outcome).toMatchObject({ state: 'marked', fraction: 1 });
    },
  );

  it('37: 8 × 8 gradients in LaTeX, each as long as LaTeX makes it, are read and right', () => {
    const { question, posted } = hostileResponses.get('64 gradients, right')?.() ?? {};
    if (!question || !posted) throw new Error('There is no such response.');
    const long = Object.keys(posted).map((field, place) => {
      const [i, j] = [Math.floor(place / 8) + 1, (place % 8) + 1];
      const text = String.raw`2\left(out-y\right)\cdot W_{1${i}}^{(2)}\cdot relu'\left(z_{${i}}\right)\cdot x_{${j}}`;
      return [field, text] as const;
    });
    expect(operationsOf({ question, posted: Object.fromEntries(long) }).outcome).toMatchObject({
      state: 'marked',
      fraction: 1,
    });
  });

  it('37: every step of a program has the same fields in the same order', () => {
    const read = parse('relu(A)*exp(B)+2.5*pi-max(A,3)+if(A>0,B,A^2)', { names: ['A', 'B'] });
    if (!read.ok) throw new Error('This is read.');
    const program = new Program();
    program.add(read.tree);
    expect(new Set(program.instructions.map(({ kind }) => kind)).size).toBe(6);
    expect(new Set(program.instructions.map((step) => Object.keys(step).join())).size).toBe(1);
  });

  it('37: no more points are tried on the way to a kink than can come closer to it', () => {
    let tried = 0;
    approach(Float64Array.of(1, 1, 1), 1, ['real', 'real', 'real'], () => {
      tried++;
      return 1;
    });
    expect(tried).toBeLessThanOrEqual(3 * 2 * 18);
    let least = Number.POSITIVE_INFINITY;
    approach(Float64Array.of(1, 1), 4, ['real', 'real'], ([x = 0]) => {
      least = Math.min(least, Math.abs(x - 5));
      return x > 5 ? 0 : 5 - x;
    });
    expect(least).toBeLessThan(1);
  });

  it('37: any formula', () => {
    const { question } = hostileResponses.get('a formula, sum')?.() ?? {};
    const field = question?.answer.fields[0] ?? '';
    const part = fc.constantFrom(
      ...['A', 'B', 'n1', 'z1', 'out', '2', '1e300', '1e-300', '0.1', '+', '-', '*', '/', '^', '(', ')', ','],
      ...['exp(', 'log(', 'relu(', 'tanh(', 'sqrt(', 'max(A,', 'if(A>B,', '[A>', ']', "σ'(", '10^', '/(A-B)'],
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 60 }), fc.integer({ min: 1, max: 60 }), (parts, times) => {
        const text = parts.join('').repeat(times).slice(0, limits.characters);
        if (!question) throw new Error('There is no such question.');
        expect(operationsOf({ question, posted: { [field]: text } }).most).toBeLessThanOrEqual(most);
      }),
      { numRuns: 300 },
    );
  });
});
