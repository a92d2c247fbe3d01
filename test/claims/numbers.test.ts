import { describe, expect, it } from 'vitest';
import { claims } from '../../src/claims/index.ts';
import { say, unpacked } from '../../src/language/index.ts';
import { english } from '../language/english.ts';
import { contextOf, notesOf, numberOf, says, state } from './context.ts';

const image = { width: 1920, height: 1080, channels: 3 };
const mlp = contextOf({
  image,
  layers: ['flatten', { dense: { units: 256, activation: 'relu' } }, { dense: { units: 10 } }],
});
const cnn = contextOf({ image, layers: [{ conv2d: { filters: 64, kernel: 4 }, repeat: 10 }] });
const one = contextOf({ image, layers: [{ conv2d: { filters: 1, kernel: 4, stride: 2, padding: 2 } }] });

describe('parameters', () => {
  const ofMlp = state({ parameters: 'model' }, mlp);
  const ofCnn = state({ parameters: 'model' }, cnn);

  it('accepts the exact count only', () => {
    expect(ofMlp.judge(numberOf(1592527626)).verdict).toBe('right');
    expect(ofMlp.judge(numberOf(1592527627)).verdict).toBe('wrong');
    expect(ofCnn.judge(numberOf(593536)).verdict).toBe('right');
  });

  it.each([
    ['no-bias', 1592527360],
    ['one-layer-too-few', 1592525056],
    ['one-layer-too-few', 2570],
    ['one-layer-too-many', 1592527626 + 2570],
    ['channels-forgotten', 1920 * 1080 * 256 + 256 + 2570],
    ['biases-only', 266],
  ])('names %s of the MLP', (tag, count) => {
    expect(notesOf(ofMlp, numberOf(count))).toContain(tag);
  });

  it.each([
    ['no-bias', 592896],
    ['one-layer-too-many', 593536 + 65600],
    ['one-layer-too-few', 593536 - 65600],
    ['channels-forgotten', 10 * 17 * 64],
    ['first-layer-repeated', 10 * 3136],
    ['last-layer-repeated', 10 * 65600],
  ])('names %s of the CNN', (tag, count) => {
    expect(notesOf(ofCnn, numberOf(count))).toContain(tag);
  });

  it('names one mistake for certain, and several that lead to the same answer as alternatives', () => {
    const shape = state({ 'output-shape': { of: 'model', as: ['width', 'height'] } }, one);
    const noted = (verdict: ReturnType<typeof shape.judge>) =>
      verdict.verdict === 'wrong' ? verdict.notes.map(({ either }) => either) : [];
    expect(noted(ofMlp.judge(numberOf(1592527360)))).toEqual([undefined]);
    expect(noted(shape.judge({ type: 'shape', sizes: [960, 540] }))).toEqual([true, true, true]);
  });

  it('gives the right count away only in what the solution may show', () => {
    const verdict = ofMlp.judge(numberOf(5));
    if (verdict.verdict !== 'wrong') throw new Error('5 is not the count');
    expect(english(verdict.witness.says)).toBe('Counting layer by layer gives more than 5.');
    expect(english(verdict.witness.expected).replaceAll('\u202f', ' ')).toContain('1 592 527 626');
  });

  it('calls a rounded count wrong, and a fraction no count', () => {
    expect(ofMlp.judge(numberOf(1.6e9)).verdict).toBe('wrong');
    expect(says(ofMlp, numberOf(0.5))).toContain('is not a whole number');
  });
});

describe('parameters of other networks', () => {
  const of = (layers: unknown[], size = { width: 10, height: 7, channels: 3 }) =>
    state({ parameters: 'model' }, contextOf({ image: size, layers }));
  const expected = (claim: ReturnType<typeof of>) => {
    const verdict = claim.judge(numberOf(1));
    if (verdict.verdict !== 'wrong') throw new Error('1 is not the count');
    return english(verdict.witness.expected).replaceAll('\u202f', ' ');
  };

  it('are counted where rows of pixels go in, and no channels can be forgotten', () => {
    const rows = of([{ dense: { units: 4 } }, 'flatten', { dense: { units: 2 } }]);
    expect(rows.judge(numberOf(10 * 4 + 4 + 3 * 7 * 4 * 2 + 2)).verdict).toBe('right');
    expect(rows.misconceptions.map(({ tag }) => tag)).not.toContain('channels-forgotten');
    const divisible = of([{ dense: { units: 4 } }], { width: 9, height: 7, channels: 3 });
    expect(divisible.misconceptions.map(({ tag }) => tag)).not.toContain('channels-forgotten');
  });

  it('are explained layer by layer, equal layers that follow each other once', () => {
    const mixed = of([
      { conv2d: { filters: 3, kernel: 3 }, repeat: 3 },
      'flatten',
      { dense: { units: 2, bias: false } },
      { dense: { units: 2, bias: false } },
      { dense: { units: 2 } },
    ]);
    expect(expected(mixed)).toBe(
      'each of the layers 1 to 3: 3 · 3 · 3 · 3 (weights) + 3 (biases) = 84; layer 4: 2 · 12 (weights) = 24; ' +
        'layer 5: 2 · 2 (weights) = 4; layer 6: 2 · 2 (weights) + 2 (biases) = 6; together 286.',
    );
  });

  it('have no mistakes about biases that are not there, but that of counting them', () => {
    const unbiased = of([{ conv2d: { filters: 8, kernel: 3, bias: false }, repeat: 2 }]);
    const counted = 8 * 27 + 8 * 72;
    expect(notesOf(unbiased, numberOf(counted + 16))).toEqual(['bias-counted']);
    const tags = unbiased.misconceptions.map(({ tag }) => tag);
    expect(tags).not.toContain('bias-per-channel');
    expect(tags).not.toContain('no-bias');
    expect(tags).not.toContain('biases-only');
    const literally = 24 * 9 + 24 * 8 * 9;
    expect(notesOf(unbiased, numberOf(literally))).toContain('filters-multiplied');
  });

  it('name counted biases where only some layers lack them', () => {
    const some = of([
      { conv2d: { filters: 8, kernel: 3, bias: false } },
      { conv2d: { filters: 8, kernel: 3 } },
    ]);
    expect(notesOf(some, numberOf(8 * 27 + 8 * 72 + 8 + 8))).toEqual(['bias-counted']);
  });
});

describe('output-shape', () => {
  const claim = state({ 'output-shape': { of: 'model', as: ['width', 'height'] } }, one);
  const shape = (...sizes: number[]) => ({ type: 'shape', sizes }) as const;

  it('accepts 961 × 541', () => {
    expect(claim.judge(shape(961, 541)).verdict).toBe('right');
  });

  it.each([
    ['width-height-swapped', [541, 961]],
    ['plus-one-forgotten', [960, 540]],
    ['padding-once', [960, 540]],
    ['padding-forgotten', [959, 539]],
    ['stride-forgotten', [1921, 1081]],
    ['same-as-input', [1920, 1080]],
  ])('names %s', (tag, sizes) => {
    expect(notesOf(claim, shape(...sizes))).toContain(tag);
  });

  it('names all mistakes that explain a value', () => {
    expect(notesOf(claim, shape(960, 540))).toEqual(
      expect.arrayContaining(['plus-one-forgotten', 'padding-once', 'divided-by-stride']),
    );
  });

  it('calls a third size invalid, because it was not asked for', () => {
    expect(claim.judge(shape(961, 541, 1)).verdict).toBe('invalid');
  });

  it.each([
    [
      [960, 541],
      'Along the width, 960 positions of the filter end at pixel 1\u202f922 of 1\u202f924 (including padding): there is room for more.',
    ],
    [
      [961, 542],
      'Along the height, 542 positions of the filter end at pixel 1\u202f086, but there are only 1\u202f084 (including padding): the last one would stick out.',
    ],
    [
      [1, 541],
      'Along the width, 1 position of the filter ends at pixel 4 of 1\u202f924 (including padding): there is room for more.',
    ],
  ])('lays the filter down %s times, and tells where that ends', (sizes, told) => {
    const claim = state({ 'output-shape': { of: 'model', as: ['width', 'height'] } }, one);
    expect(says(claim, { type: 'shape', sizes })).toBe(told);
  });

  it('says in grammatical sentences which size is wrong', () => {
    const all = state({ 'output-shape': { of: 'model', as: ['channels', 'height', 'width'] } }, one);
    expect(says(all, shape(3, 541, 961))).toBe('This size of the output is not right: number of channels 3.');
    expect(says(all, shape(3, 541, 960))).toBe(
      'These sizes of the output are not right: number of channels 3 and width 960.',
    );
  });

  it('asks for each size once', () => {
    const twice = claims.source.safeParse({ 'output-shape': { of: 'model', as: ['width', 'width'] } });
    const [issue] = twice.error?.issues ?? [];
    expect(issue?.path).toEqual(['output-shape', 'as']);
    expect(unpacked(issue?.message ?? '')).toEqual(say('must name each size once'));
  });
});
