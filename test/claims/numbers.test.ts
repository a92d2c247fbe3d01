import { describe, expect, it } from 'vitest';
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

  it('gives the right count away only in what the solution may show', () => {
    const verdict = ofMlp.judge(numberOf(5));
    if (verdict.verdict !== 'wrong') throw new Error('5 is not the count');
    expect(verdict.witness.says).not.toMatch(/592/);
    expect(verdict.witness.expected?.replaceAll('\u202f', ' ')).toContain('1 592 527 626');
  });

  it('calls a rounded count wrong, and a fraction no count', () => {
    expect(ofMlp.judge(numberOf(1.6e9)).verdict).toBe('wrong');
    expect(says(ofMlp, numberOf(0.5))).toContain('is not a whole number');
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
});
