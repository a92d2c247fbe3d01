import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  equivalent,
  limits,
  parse,
  readMatrix,
  readNumber,
  readShape,
  toLatex,
  toText,
} from '../../../src/expressions/index.ts';
import { english } from '../../language/english.ts';
import { runs } from '../../runs.ts';
import { anyTree, names } from '../arbitrary.ts';

const refused = (text: string, words: readonly string[] = ['z', 'A', 'B']) => {
  const parsed = parse(text, { names: words, sigma: 'relu' });
  if (parsed.ok) throw new Error(`${text.slice(0, 60)} was read as ${toText(parsed.tree)}`);
  return parsed.error;
};
const refusedNumber = (text: string) => {
  const read = readNumber(text);
  if (read.ok) throw new Error(`${text.slice(0, 60)} was read as ${read.value}`);
  return read.error;
};

describe('30: what is not a finite number is refused as a number', () => {
  test.each([
    ['9^9^9^9', 'This is too large: it is not a finite number here.'],
    ['10^1000', 'This is too large: it is not a finite number here.'],
    ['1e999', 'This number is too large: it is not a finite number here.'],
    ['exp(1000)', 'This is too large: it is not a finite number here.'],
    ['1/0', 'This is not a finite number: it is not defined, as in a division by 0.'],
    ['0/0', 'This is not a finite number: it is not defined, as in a division by 0.'],
    ['log(0)', 'This is not a finite number: it is not defined, as in a division by 0.'],
    ['sqrt(-1)', 'This is not a finite number: it is not defined, as in a division by 0.'],
    ['(-8)^(1/3)', 'This is not a finite number: it is not defined for real numbers.'],
    ['NaN', 'This is not a finite number.'],
    ['Infinity', 'This is not a finite number.'],
    ['-inf', 'This is not a finite number.'],
    ['∞', 'This is not a finite number.'],
    ['\\infty', 'This is not a finite number.'],
  ])('30: %s', (text, message) => {
    expect(english(refusedNumber(text).message)).toBe(message);
  });

  test('30: as a factor of an expression they are never equal to anything else', () => {
    const [a, b] = [parse('9^9^9^9*z', { names: ['z'] }), parse('z', { names: ['z'] })];
    if (!a.ok || !b.ok) throw new Error('both are read');
    expect(equivalent(a.tree, b.tree).verdict).not.toBe('equal');
  });
});

describe('31: what would fill the memory is refused before it is computed', () => {
  test.each(['10^7!', '9^9^9', '2^100000000', '(2^10000)^10000', '(1/3)^99999999', '10^(10^10)'])(
    '31: %s',
    (text) => {
      expect(english(refusedNumber(text).message)).toMatch(/too large|Factorials/);
    },
  );

  test('31: a matrix of too many rows', () => {
    const read = readMatrix(Array.from({ length: 100 }, () => '1 2').join('\n'));
    expect(read.ok ? '' : english(english(read.error.message))).toBe(
      `At most ${limits.rows} rows and columns are read.`,
    );
  });

  test('31: a colon is no range', () => {
    expect(english(refusedNumber('1:1e11').message)).toBe('‘:’ cannot be read here.');
  });
});

describe('32: deep and long texts get an error with its position', () => {
  test.each(['(', '-', '2^', '|', '\\frac', '\\sqrt', 'tanh ', 'exp -', '{', 'max(1,', '1 if z>0 else '])(
    '32: 600 times %s',
    (part) => {
      const error = refused(part.repeat(280));
      expect(english(error.message)).toBe('This is nested too deeply to be read.');
      expect(error.at.start).toBeGreaterThan(90);
    },
  );

  test('32: 5,000 brackets', () => {
    const { message, at } = refused('('.repeat(5000));
    expect(english(message)).toBe('This is too long: 5000 characters, at most 4000 are read.');
    expect(at).toEqual({ start: 4000, end: 5000 });
  });

  test('32: a megabyte of text', () => {
    for (const text of ['z+'.repeat(500_000), '\u{1d467}'.repeat(250_000), 'ᵃ'.repeat(300_000)]) {
      expect(refused(text).at.start).toBe(limits.characters);
      expect(refusedNumber(text).at.start).toBe(limits.characters);
    }
  });

  test.each([
    ['mish(', 'z', ')'],
    ['gelu(', 'z', ')'],
    ['(0<', 'z', '<1)'],
    ['\\sqrt[3]{', 'z', '}'],
    ["leaky_relu'(", 'z', ')'],
    ['max(z,', 'z', ')'],
  ])('32: parts that are written out twice cannot double level by level: %s', (open, inner, close) => {
    const parsed = parse(open.repeat(60) + inner + close.repeat(60), { names: ['z'] });
    if (parsed.ok) expect(toText(parsed.tree).length).toBeLessThan(50_000);
    else expect(english(parsed.error.message)).toContain('This is too long: more than 4000');
  });

  test('32: a long sum is no deep one', () => {
    const parsed = parse(`z${'+z'.repeat(1900)}`, { names: ['z'] });
    if (!parsed.ok) throw new Error(english(parsed.error.message));
    expect(toText(parsed.tree)).toHaveLength(1 + 4 * 1900);
    expect(toLatex(parsed.tree)).toHaveLength(1 + 4 * 1900);
    expect(equivalent(parsed.tree, parsed.tree).verdict).toBe('equal');
  });
});

describe('33: no pattern makes a reader explode', () => {
  test.each([
    ['spaces', ' '.repeat(3900)],
    ['digits', '1'.repeat(3900)],
    ['groups of digits', '1 111'.repeat(700)],
    ['commas', '1,'.repeat(1900)],
    ['letters that could be split', 'AB'.repeat(1900)],
    ['letters that cannot', `${'AB'.repeat(1900)}q`],
    ['40 letters that cannot', `${'A'.repeat(39)}q `.repeat(90)],
    ['subscripts', 'A_'.repeat(1900)],
    ['accents', 'A\u0302'.repeat(1900)],
    ['commands', '\\mathrm{'.repeat(480)],
    ['bars', '|A'.repeat(1900)],
    ['primes', `relu${"'".repeat(3900)}`],
    ['brackets', '()'.repeat(1900)],
    ['matrices', '\\begin{pmatrix}'.repeat(260)],
    ['semicolons', ';'.repeat(3900)],
    ['signs', '- '.repeat(1900)],
    ['points', '1.111'.repeat(780)],
  ])('33: %s', (_, text) => {
    parse(text, { names: ['A', 'B', 'AB', 'ABA'] });
    readNumber(text);
    readShape(text);
    readMatrix(text);
  });
});

describe('36: what is no name here is an unknown name', () => {
  test.each([
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    'import(z)',
    'eval(z)',
    'process',
    'valueOf',
  ])('36: %s', (text) => {
    expect(english(refused(text).message)).toContain(
      `‘${text.replace(/\(.*/, '')}’ is not a name in this question`,
    );
  });

  test('36: code of any language is refused at its first unknown name', () => {
    expect(refused("constructor.constructor('return process')()").at).toEqual({ start: 0, end: 11 });
  });

  test('36: a question may declare such a name', () => {
    const parsed = parse('constructor + 1', { names: ['constructor'] });
    expect(parsed.ok && toText(parsed.tree)).toBe('constructor + 1');
  });
});

const fragment = fc.constantFrom(
  ...[
    'A',
    'B',
    'n',
    'n1',
    '1',
    '2.5',
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    '|',
    '+',
    '-',
    '*',
    '/',
    '^',
    '_',
    "'",
    ',',
  ],
  ...[
    ';',
    ' ',
    'relu',
    'max',
    'σ',
    '′',
    '\\frac',
    '\\sqrt',
    '\\begin{cases}',
    '\\end{cases}',
    '\\\\',
    '&',
    '\\left',
  ],
  ...[
    '\\right',
    '\\hat',
    '\\mathrm{',
    '=',
    '<',
    'if',
    'else',
    'e',
    '²',
    '₁',
    '⁽',
    '⁾',
    '√',
    '\u200b',
    '\u202e',
    '０',
  ],
  ...[
    '\\text{if }',
    'x',
    '{,}',
    '\\,',
    '.',
    '$',
    '`',
    '!',
    '½',
    '\ud800',
    '\\',
    '\n',
    '\t',
    'frac',
    'log_2',
    '°',
  ],
);

describe('any text at all', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.array(fragment, { maxLength: 30 }).map((parts) => parts.join('')),
    fc
      .tuple(
        anyTree.map((tree) => toText(tree)),
        fc.nat(),
        fragment,
      )
      .map(
        ([text, at, part]) =>
          text.slice(0, at % (text.length + 1)) + part + text.slice((at % (text.length + 1)) + 1),
      ),
  );

  test('is read or refused with a place in it, and never throws', () => {
    fc.assert(
      fc.property(texts, fc.boolean(), (text, decimalComma) => {
        const parsed = parse(text, { names, sigma: 'relu', decimalComma });
        const others = [
          readNumber(text, { decimalComma }),
          readShape(text),
          readMatrix(text, { decimalComma }),
        ];
        for (const read of [parsed, ...others]) {
          if (read.ok) continue;
          const { at, caret } = read.error;
          const message = english(read.error.message);
          expect(message).not.toBe('');
          expect(0 <= at.start && at.start <= at.end && at.end <= text.length, `${text}: ${message}`).toBe(
            true,
          );
          expect(caret).toMatch(/\n *\^+$/);
        }
        if (parsed.ok) expect(parse(toText(parsed.tree), { names })).toEqual(parsed);
      }),
      { numRuns: runs(3_000, 300) },
    );
  });
});

test('32: a matrix of nine thousand brackets is refused at the first that is too many', () => {
  const read = readMatrix(`${'['.repeat(9000)}1${']'.repeat(9000)}`);
  expect(read.ok ? '' : english(english(read.error.message))).toBe(
    'There are too many nested brackets for a matrix.',
  );
  expect(read.ok ? 0 : read.error.at.start).toBe(12);
});

test('33: a character that stands for eighteen does not multiply beyond the bound', () => {
  const read = readMatrix('\uFDFA'.repeat(19_000));
  expect(read.ok ? '' : english(english(read.error.message))).toBe('This is too long to be read.');
});
