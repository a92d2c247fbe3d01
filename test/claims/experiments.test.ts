import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { claimSet } from '../../src/claims/claim-set.ts';
import { defineExperiment } from '../../src/claims/experiment.ts';
import { experimentCache, type Observation } from '../../src/claims/experiment-result.ts';
import { claims } from '../../src/claims/index.ts';
import { english } from '../language/english.ts';
import { contextOf, problemsOf, state } from './context.ts';

const words = (text: string) => ({ type: 'words', text }) as const;
const context = contextOf(null);
const seeds = [1, 2, 3, 4, 5, 6, 7, 8];

/** Whether the statement holds by the experiment, and the evidence that it shows either way. */
function tried(source: Record<string, unknown>) {
  const claim = state(source, context);
  const [yes, no] = [claim.judge(words('true')), claim.judge(words('false'))];
  if (!('witness' in yes && yes.witness?.plot)) throw new Error('an experiment shows what it tried');
  expect([yes.verdict, no.verdict].sort()).toEqual(['right', 'wrong']);
  return { holds: yes.verdict === 'right', says: english(yes.witness.says), plot: yes.witness.plot };
}

describe('an experiment', () => {
  it.each(['batch-reaches-optimum', 'sgd-escapes', 'sgd-converges-faster'])(
    '%s shows the same with each of eight seeds, and its control flips',
    (name) => {
      const verdicts = seeds.map((seed) => tried({ [name]: { seed } }).holds);
      expect(new Set(verdicts)).toEqual(new Set([name !== 'batch-reaches-optimum']));
    },
    60_000,
  );

  it('says what was tried, for comparison what the control gave, and plots it', () => {
    const { says, plot } = tried({ 'batch-step-cheaper': { examples: 10_000 } });
    expect(says).toMatch(/^We tried it: .* For comparison: /);
    expect(plot.series.map(({ name }) => english(name))).toEqual([
      'batch gradient descent',
      'stochastic gradient descent',
    ]);
  });

  it('is refused where it or its control decides nothing, or both say the same', () => {
    const problems = (main: Observation['holds'], control: Observation['holds']) => {
      const kind = defineExperiment({
        name: 'tried',
        schema: z.strictObject({ seed: z.number() }),
        run: () => ({
          main: { holds: main, says: 'nobody arrived.' },
          control: { holds: control, says: 'nobody arrived here either.' },
          plot: {
            title: '',
            x: { label: '', scale: 'linear' },
            y: { label: '', scale: 'linear' },
            series: [],
          },
        }),
      });
      const claim = claimSet([kind]).source.parse({ tried: { seed: 3 } });
      return claim.inContext({ ...context, experiments: experimentCache() }).problems.map(english);
    };
    expect(problems(true, false)).toEqual([]);
    expect(problems(false, true)).toEqual([]);
    const shows = 'its experiment shows nothing with seed 3:';
    expect(problems(true, true)).toEqual([`${shows} the control gives the same verdict. Choose another`]);
    expect(problems(null, true)).toEqual([`${shows} nothing is decided: nobody arrived. Choose another`]);
    expect(problems(false, null)).toEqual([
      `${shows} nothing is decided: nobody arrived here either. Choose another`,
    ]);
    expect(problems(null, null)).toHaveLength(1);
  });
});

describe('what the experiments say', () => {
  it('of the noise that helps a run escape, that it also drives runs out of the lowest minimum', () => {
    const { says, plot } = tried({ 'sgd-escapes': { seed: 1 } });
    expect(says).toMatch(/of 100 that started in the lowest one, \d+ ended in the other/);
    expect(says).toMatch(/scatter by 5\.5 \(standard deviation\)/);
    expect(says).toContain('stayed there (one run, because without noise all are alike)');
    expect(plot.series.map(({ name }) => english(name))).toContain(
      'median end of stochastic gradient descent',
    );
  });

  it('of a race, how close the runs came and stayed, on training sets of two sizes', () => {
    const { says } = tried({ 'sgd-converges-faster': { seed: 1 } });
    expect(says.match(/within 0\.01 of the least loss and stay there/g)).toHaveLength(2);
    expect(says).toMatch(/to 1\u202f000 examples.*For comparison: .* to 5 examples/);
  });

  it('of starts, how many reached the optimum and how many settled above it', () => {
    expect(tried({ 'batch-reaches-optimum': { seed: 1 } }).says).toContain(
      '7 came within 0.001 of the lowest possible loss and 23 had settled above it.',
    );
  });

  it('of the cost of a step, what is counted, whatever the size of the training set', () => {
    const { holds, says } = tried({ 'batch-step-cheaper': { examples: 2 } });
    expect(holds).toBe(false);
    expect(says.replaceAll('\u202f', ' ')).toBe(
      'We tried it: with 2 training examples, the forward pass of one step of a 784-256-10 network takes 406 528 multiplications in batch gradient descent and 203 264 in stochastic gradient descent, so a step of batch gradient descent costs more. ' +
        'For comparison: with one training example, the forward pass of one step of a 784-256-10 network takes 203 264 multiplications in batch gradient descent and 203 264 in stochastic gradient descent, so a step of batch gradient descent costs no more.',
    );
  });
});

it('a count has no seed, and needs a training set of more than one example', () => {
  const refused = (fields: unknown) => !claims.source.safeParse({ 'batch-step-cheaper': fields }).success;
  expect([refused({ seed: 1 }), refused({ examples: 1 }), refused({ examples: 2 })]).toEqual([
    true,
    true,
    false,
  ]);
  expect(problemsOf({ 'batch-step-cheaper': { examples: 1_000_000 } }, context)).toEqual([]);
});
