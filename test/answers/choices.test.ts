import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Value } from '../../src/values/value.ts';
import { english } from '../language/english.ts';
import { layOut, mark, right, setting, write, wrong } from './setting.ts';

const words = { sigmoid: 'sigmoid', tanh: 'tanh', relu: 'ReLU', identity: 'identity' };
const saturating = (value: Value) =>
  value.type === 'words' && ['sigmoid', 'tanh'].includes(value.text)
    ? right
    : wrong(`${value.type === 'words' ? value.text : ''} does not saturate.`);

const answer = layOut({ choices: words });
const outcomeFor = (credit: string | undefined, options: string | readonly string[]) =>
  mark(layOut({ choices: { ...words, ...(credit && { credit }) } }), { options }, saturating);

describe('choices', () => {
  it('are right when exactly the right options are chosen', () => {
    expect(outcomeFor(undefined, ['tanh', 'sigmoid'])).toEqual({ state: 'marked', fraction: 1, notes: [] });
    expect(outcomeFor(undefined, ['sigmoid'])).toMatchObject({ state: 'marked', fraction: 0 });
    expect(outcomeFor(undefined, ['sigmoid', 'tanh', 'relu'])).toMatchObject({
      state: 'marked',
      fraction: 0,
    });
  });

  it('are blank when nothing is chosen', () => {
    expect(answer.read({})).toEqual({ state: 'blank' });
    expect(outcomeFor(undefined, '')).toEqual({ state: 'blank' });
    expect(outcomeFor(undefined, [])).toEqual({ state: 'blank' });
  });

  it('give partial credit as the file says', () => {
    expect(outcomeFor('net-correct', 'sigmoid')).toMatchObject({ fraction: 1 / 2 });
    expect(outcomeFor('net-correct', ['sigmoid', 'tanh', 'relu'])).toMatchObject({ fraction: 1 / 2 });
    expect(outcomeFor('net-correct', ['relu', 'identity', 'sigmoid'])).toMatchObject({ fraction: 0 });
    expect(outcomeFor('each', ['sigmoid'])).toMatchObject({ fraction: 3 / 4 });
    expect(outcomeFor('each', ['relu'])).toMatchObject({ fraction: 1 / 4 });
    expect(() => layOut({ choices: { ...words, credit: 'generous' } })).toThrow(/credit/);
  });

  it('give every fraction between 0 and 1, and 1 only for exactly the right ones', () => {
    const ids = fc.subarray(Object.keys(words), { minLength: 1 });
    const credits = fc.constantFrom('all-or-nothing', 'net-correct', 'each');
    fc.assert(
      fc.property(ids, credits, (chosen, credit) => {
        const outcome = outcomeFor(credit, chosen);
        if (outcome.state !== 'marked') throw new Error(outcome.state);
        expect(outcome.fraction).toBeGreaterThanOrEqual(0);
        expect(outcome.fraction === 1).toBe(chosen.join() === 'sigmoid,tanh');
      }),
    );
  });

  it('bring the evidence against the first wrongly chosen option, and the notes of all that differ', () => {
    const outcome = outcomeFor(undefined, ['identity', 'relu']);
    expect(outcome).toMatchObject({ witness: { says: 'ReLU does not saturate.' } });
    expect(outcome).toMatchObject({
      notes: [{ says: 'ReLU does not saturate.' }, { says: 'identity does not saturate.' }],
    });
  });

  it('say which right option was missed only with the solution', () => {
    const outcome = outcomeFor(undefined, ['sigmoid']);
    const { says, expected } = outcome.state === 'marked' && outcome.witness ? outcome.witness : { says: '' };
    expect(english(expected)).toBe('Also right: tanh.');
    expect(english(says)).toBe('Everything you chose is right, but something is missing.');
  });

  it('need a human when the claim cannot decide an option', () => {
    const outcome = mark(answer, { options: ['relu'] }, () => ({ verdict: 'undecided', reason: 'Hm.' }));
    expect(outcome).toEqual({ state: 'undecided', reason: 'Hm.' });
  });

  it('write a key of several options, or of one', () => {
    expect(write(answer, ['sigmoid', 'tanh'])).toEqual({ options: ['sigmoid', 'tanh'] });
    expect(write(answer, 'tanh')).toEqual({ options: ['tanh'] });
    expect(answer.write(['sigmoid', 'softplus'])).toHaveProperty('problem');
    expect(answer.view(write(answer, ['tanh']))).toMatchObject({
      options: [{ checked: false }, { checked: true }, {}, {}],
    });
  });

  it('45: take an option of nowhere as unreadable, and a repeated one as one', () => {
    expect(answer.read({ options: ['sigmoid', 'z'] }).state).toBe('invalid');
    expect(answer.read({ options: Array<string>(1e5).fill('sigmoid') }).state).toBe('invalid');
    expect(outcomeFor(undefined, ['sigmoid', 'tanh', 'tanh'])).toMatchObject({ fraction: 1 });
    expect(layOut({ choices: words }, setting()).options).toHaveLength(4);
  });
});
