import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answers as all } from '../../src/answers/index.ts';
import { toAuthors } from '../language/english.ts';
import { layOut, mark, matrixForm, right, setting } from './setting.ts';

const everything = setting({
  accepts: ['number', 'shape', 'weights', 'expression', 'matrix', 'table', 'matching', 'words', 'text'],
  form: {
    weights: [matrixForm('W1', 2, 2), matrixForm('b1', 2, 1, true)],
    matrix: matrixForm('M', 2, 2, true),
    table: { given: ['A'], asked: ['out'], rows: [[0], [1]] },
    matching: {
      items: [
        { id: 'A', label: 'A' },
        { id: '__proto__', label: 'B' },
      ],
      choices: [{ id: 'x', label: 'x' }],
    },
  },
});

const answers = all.kinds.map(({ name }) =>
  layOut(name.startsWith('choice') ? { [name]: { a: 'XOR', b: 'OR' } } : name, everything),
);

const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: fc.constantFrom(...'[](){},;&\\^_-+*/.0123456789eE\t\n $σ′×−'), maxLength: 60 }),
  fc.constantFrom('constructor', '__proto__', 'import(', '1e400', '9^9^9', '\u202e1', '0x10', '-', '.', "'"),
);

describe.each(answers.map((answer) => [answer.kind, answer] as const))('any input of %s', (_, answer) => {
  const posted = fc.dictionary(
    fc.oneof(fc.constantFrom(...answer.fields), fc.constantFrom('__proto__', 'length')),
    fc.oneof(nasty, fc.array(nasty, { maxLength: 3 })),
    { maxKeys: answer.fields.length },
  );

  it('36, 39, 45: is read, blank or unreadable, never a crash', () => {
    fc.assert(
      fc.property(posted, (fields) => {
        const reading = answer.read(fields);
        const outcome = mark(answer, fields, () => right);
        expect(outcome.state).toBe(reading.state === 'read' ? 'marked' : reading.state);
        if (reading.state === 'invalid') expect(reading.problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps what was typed into its fields, readable or not', () => {
    const typed = Object.fromEntries(answer.fields.map((field, i) => [field, `?${i}`]));
    if (answer.options.length > 0 || answer.kind === 'matching') return;
    const view = JSON.stringify(answer.view(typed));
    for (const value of Object.values(typed)) expect(view).toContain(`"${value}"`);
  });

  it('refuses a key of another kind with a sentence', () => {
    for (const key of [null, undefined, {}, [[]], [{}], Number.NaN, Symbol('key')]) {
      const written = answer.write(key);
      if ('problem' in written) expect(toAuthors(written.problem)).toMatch(/[a-z]/);
      else expect(() => answer.read(written.posted)).not.toThrow();
    }
  });
});
