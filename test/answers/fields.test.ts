import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '../../src/expressions/index.ts';
import type { NumberValue } from '../../src/values/value.ts';
import { english } from '../language/english.ts';
import { layOut, mark, problemsOf, right, setting, valueRead, write } from './setting.ts';

const number = layOut('number', setting({ accepts: ['number'] }));
const shape = layOut('shape', setting({ accepts: ['shape'] }));
const expression = layOut('expression', setting({ accepts: ['expression'] }));
const text = layOut('text', setting({ accepts: ['text', 'words'] }));

const read = (answer: typeof number, value: string) => {
  const reading = answer.read({ value });
  return reading.state === 'read' ? english(reading.shown).replaceAll('\u202f', ' ') : reading.state;
};

describe('a number', () => {
  it('has narrow spaces that do not break between its groups', () => {
    expect(number.read({ value: '593536' })).toMatchObject({ state: 'read', shown: '593\u202f536' });
  });

  it('is shown with every digit, in groups, never with an exponent', () => {
    expect(read(number, '1592527626')).toBe('1 592 527 626');
    expect(read(number, '1920*1080*3*256 + 256 + 256*10+10')).toBe('1 592 527 626');
    expect(read(number, '1.6e9')).toBe('1 600 000 000');
    expect(read(number, '2^70')).toBe('1 180 591 620 717 411 303 424');
    expect(read(number, '-1234')).toBe('−1 234');
  });

  it('is shown as far as it can be read where it is no integer', () => {
    expect(read(number, '0.5')).toBe('0.5');
    expect(read(number, '1/3')).toBe('≈ 0.3333333333');
    expect(read(number, '-1/4')).toBe('−0.25');
    expect(read(number, 'sqrt(2)')).toBe('≈ 1.414213562');
  });

  it.each(['9^9^9^9', '1/0', 'NaN', 'Infinity', '0/0'])(
    '30: %s is not a finite number; never right',
    (typed) => {
      expect(problemsOf(number, { value: typed })[0]?.message).toMatch(/not a finite number/);
      expect(mark(number, { value: typed }, () => right).state).toBe('invalid');
    },
  );

  it.each(['10^7!', '1:1e11', '1e999999999', '9'.repeat(1001)])(
    '31: %.20s is refused before it is computed',
    (typed) => {
      expect(number.read({ value: typed }).state).toBe('invalid');
    },
  );

  it.each([
    ["1'592'527'626", 1592527626],
    ['1,592,527,626', 1592527626],
    ['1 592 527 626', 1592527626],
    ['1\u202f592\u202f527\u202f626', 1592527626],
    ['−3', -3],
    ['４２', 42],
    ['\u200b42', 42],
  ])('35: %j is read as meant', (typed, value) => {
    expect(valueRead(number, { value: typed })).toMatchObject({ value });
  });

  it('35: reads a decimal comma where the question has it', () => {
    const notation = { names: [], sigma: null, decimalComma: true };
    const german = layOut('number', setting({ accepts: ['number'], notation }));
    expect(valueRead(german, { value: '1,5' })).toMatchObject({ value: 1.5 });
  });

  it('says where it cannot be read, under the text', () => {
    expect(problemsOf(number, { value: '3 * (5 + ' })).toEqual([
      { field: 'value', message: expect.any(String), caret: expect.stringMatching(/\n *\^/) },
    ]);
    expect(number.view({ value: '3 * (5 + ' })).toMatchObject({ value: '3 * (5 + ' });
  });

  it('writes keys of the file', () => {
    expect(write(number, 1592527626)).toEqual({ value: '1592527626' });
    expect(write(number, '64*(4*4*3 + 1)')).toEqual({ value: '64*(4*4*3 + 1)' });
    expect(number.write([1])).toHaveProperty('problem');
  });

  it('reads back every exact number that it writes', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 40n), 10n ** 40n), fc.bigInt(1n, 999n), (numerator, denominator) => {
        const drawn = valueRead(number, { value: `${numerator}/${denominator}` });
        expect(drawn).not.toBeNull();
        expect(drawn && valueRead(number, number.writeValue(drawn) ?? {})).toEqual(drawn);
      }),
    );
  });

  it('reads back every double that it writes', () => {
    const doubles = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(doubles, (drawn) => {
        const value: NumberValue = { type: 'number', value: drawn, exact: null };
        const again = valueRead(number, number.writeValue(value) ?? {});
        expect(again?.type === 'number' && again.value + 0).toBe(drawn + 0);
      }),
    );
  });
});

describe('a shape', () => {
  it.each(['961 × 541', '961x541', '(961, 541)', '[961,541]', '961*541', '961 \\times 541'])(
    'is read: %s',
    (value) => {
      expect(valueRead(shape, { value })).toEqual({ type: 'shape', sizes: [961, 541] });
      expect(read(shape, value)).toBe('$961 \\times 541$');
    },
  );

  it('is written as a list of sizes, and reads back', () => {
    expect(write(shape, [961, 541])).toEqual({ value: '(961, 541)' });
    expect(shape.write({ rows: 1 })).toHaveProperty('problem');
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 1, maxLength: 8 }), (sizes) => {
        expect(valueRead(shape, shape.writeValue({ type: 'shape', sizes }) ?? {})).toEqual({
          type: 'shape',
          sizes,
        });
      }),
    );
  });

  it('31, 32: is bounded', () => {
    expect(shape.read({ value: '1x'.repeat(300) }).state).toBe('invalid');
    expect(shape.read({ value: '1x'.repeat(20) }).state).toBe('invalid');
    expect(shape.read({ value: '99999999999999999999 x 1' }).state).toBe('invalid');
  });
});

describe('an expression', () => {
  it('is read in every usual form, and shown as it was understood', () => {
    const plain = valueRead(expression, { value: '2(out - y) n1' });
    expect(plain?.type).toBe('expression');
    expect(valueRead(expression, { value: '2 (out − y)·n₁' })).toEqual(plain);
    expect(read(expression, '2(out - y) n1')).toMatch(/^\$2.*n_\{?1\}?\$$/);
  });

  it('shows σ for the function that σ stands for', () => {
    expect(read(expression, 'sigma(W1_12*B)')).toMatch(/\\sigma/);
    expect(valueRead(expression, { value: 'sigma(A)' })).toEqual(valueRead(expression, { value: 'relu(A)' }));
  });

  it('36: names an unknown name, its place and the nearest known', () => {
    expect(problemsOf(expression, { value: '2 * otu' })[0]).toMatchObject({
      field: 'value',
      message: expect.stringMatching(/otu/),
      caret: '2 * otu\n    ^^^',
      instead: { of: 'otu', before: 4, write: 'out' },
    });
    for (const value of ['constructor', '__proto__', 'import(', 'toString()']) {
      expect(expression.read({ value }).state).toBe('invalid');
    }
  });

  it('is set as far as it was understood, with every unknown name underlined', () => {
    const shownOf = (value: string) => {
      const reading = expression.read({ value });
      return reading.state === 'invalid' ? reading.shown : reading.state;
    };
    expect(shownOf('2(out - y) n7 + foo')).toMatch(
      /^\$2 .*\\underline\{n_\{7\}\} \+ \\underline\{\\mathrm\{foo\}\}\$$/,
    );
    expect(shownOf('2(out - ')).toBeUndefined();
    expect(shownOf('2(otu - ')).toBeUndefined();
    expect(shownOf('2(out - y)')).toBe('read');
  });

  it('32, 33: has an error, not a crash, for depth, length and patterns', () => {
    for (const value of [
      '('.repeat(2000),
      '1'.repeat(1e6),
      '^'.repeat(4000),
      '((((a+)+)+)+)'.repeat(300),
      '9'.repeat(4000),
    ]) {
      expect(expression.read({ value }).state).not.toBe('blank');
      expect(() => expression.view({ value })).not.toThrow();
    }
    expect(problemsOf(expression, { value: '('.repeat(5000) })[0]?.message).toMatch(/too long/);
  });

  it('writes a tree that reads back as the same', () => {
    const { names } = setting().notation;
    for (const source of [
      '2(out-y)*n1',
      "2(out-y) W2_11 sigma'(W1_12 B) B",
      '-(A^2)',
      'max(0, A)/B',
      'exp(-A^2)',
    ]) {
      const parsed = parse(source, { names, functions: { sigma: 'relu' } });
      if (!parsed.ok) throw new Error(english(parsed.error.message));
      const value = { type: 'expression', tree: parsed.tree } as const;
      expect(valueRead(expression, expression.writeValue(value) ?? {})).toEqual(value);
    }
  });
});

describe('a text', () => {
  it('is brought before the claim as it was typed', () => {
    expect(valueRead(text, { text: '  Let $x$ be.\n' })).toEqual({ type: 'text', text: '  Let $x$ be.\n' });
    expect(text.read({ text: ' \n ' })).toEqual({ state: 'blank' });
    expect(
      mark(text, { text: 'Proof.' }, () => ({ verdict: 'undecided', reason: 'A human looks.' })),
    ).toEqual({
      state: 'undecided',
      reason: 'A human looks.',
    });
  });

  it('32: is at most 10,000 characters, and keeps what was typed beyond', () => {
    const long = 'x'.repeat(10_001);
    expect(problemsOf(text, { text: long })[0]?.message).toMatch(/10001 characters, at most 10000/);
    expect(text.view({ text: long })).toMatchObject({ text: long });
  });

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        fc.pre(typed.trim() !== '');
        const value = { type: 'text', text: typed } as const;
        expect(valueRead(text, text.writeValue(value) ?? {})).toEqual(value);
      }),
    );
  });
});
