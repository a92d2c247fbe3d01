import { describe, expect, test } from 'vitest';
import { drawActivations } from '../../src/figures/index.ts';
import { ENGLISH, LANGUAGES } from '../../src/language/index.ts';
import { english } from '../language/english.ts';
import { expectSound, HOSTILE, textsOf, withClass } from './markup.ts';

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
const sheet = [
  { name: 'sigmoid', f: sigmoid, derivative: (x: number) => sigmoid(x) * (1 - sigmoid(x)), jumps: [] },
  { name: 'tanh', f: Math.tanh, derivative: (x: number) => 1 - Math.tanh(x) ** 2, jumps: [] },
  { name: 'relu', f: (x: number) => Math.max(0, x), derivative: (x: number) => (x > 0 ? 1 : 0), jumps: [0] },
  { name: 'identity', f: (x: number) => x, derivative: () => 1, jumps: [] },
];

describe('drawn activation functions', () => {
  const { svg, alt, table } = drawActivations(sheet, { id: 'a' });

  test('are lettered as on the sheet, the derivative dashed', () => {
    expectSound(svg, 'a');
    expect(textsOf(svg)).toEqual(
      expect.arrayContaining([
        'function',
        'derivative',
        '(a) sigmoid',
        '(b) tanh',
        '(c) relu',
        '(d) identity',
      ]),
    );
    const dashed = withClass(svg, 'figure-line').map(({ attributes }) => 'stroke-dasharray' in attributes);
    expect(dashed).toEqual(Array.from({ length: 5 }, () => [false, true]).flat());
  });

  test('have an open and a closed circle where a derivative jumps, and a gap in its line', () => {
    expect(withClass(svg, 'figure-end--open')).toHaveLength(1);
    expect(withClass(svg, 'figure-end--closed')).toHaveLength(1);
    const pieces = withClass(svg, 'figure-line').map(
      ({ attributes }) => attributes['d']?.match(/M/g)?.length,
    );
    expect(pieces.slice(2)).toEqual([1, 1, 1, 1, 1, 2, 1, 1]);
  });

  test('have two open circles where the derivative has no value', () => {
    const derivative = (x: number): number => (x === 0 ? NaN : x > 0 ? 1 : 0);
    const { svg, alt } = drawActivations(
      [{ name: 'relu', f: (x) => Math.max(0, x), derivative, jumps: [0] }],
      { id: 'a' },
    );
    expect(withClass(svg, 'figure-end--open')).toHaveLength(2);
    expect(withClass(svg, 'figure-end--closed')).toHaveLength(0);
    expect(alt).toContain('At x = 0 the derivative is 0 from the left, 1 from the right, no value there.');
  });

  test('are said in coordinates', () => {
    expect(alt).toContain('(a) sigmoid: function (−5, 0.006693), (−4, 0.01799)');
    expect(alt).toContain('(0, 0.5)');
    expect(alt).toContain('At x = 0 the derivative is 0 from the left, 1 from the right, 0 there.');
    expect(alt.match(/At x =/g)).toHaveLength(1);
    expect(alt).not.toMatch(/smooth|linear|zero-centred|vanish|differentiable/i);
  });

  test('have their numbers as a table', () => {
    expect(table?.columns).toEqual([
      'x',
      'sigmoid',
      'sigmoid′',
      'tanh',
      'tanh′',
      'relu',
      'relu′',
      'identity',
      'identity′',
    ]);
    expect(table?.rows[5]?.cells.map(english)).toEqual(['0', '0.5', '0.25', '0', '1', '0', '0', '0', '1']);
  });

  test('have the decimal sign of the reader’s language', () => {
    const language = LANGUAGES.find(({ tag }) => tag === 'de') ?? ENGLISH;
    const said = drawActivations(sheet, { id: 'a', language });
    expect(said.alt).toContain('(0; 0,5)');
    expect(said.alt).not.toMatch(/\d\.\d/);
  });

  test('ignore a place where nothing jumps, or that is not drawn', () => {
    const { svg } = drawActivations([{ name: 'tanh', f: Math.tanh, derivative: () => 1, jumps: [0, 9] }], {
      id: 'a',
    });
    expect(withClass(svg, 'figure-end')).toHaveLength(0);
  });

  test('58: markup in a name is inert text', () => {
    expectSound(
      drawActivations([{ name: HOSTILE, f: Math.tanh, derivative: () => 1, jumps: [] }], { id: 'a' }).svg,
      'a',
    );
  });
});
