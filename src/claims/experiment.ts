import { z } from 'zod';
import { say } from '../language/index.ts';
import type { Context } from './claim.ts';
import { type ClaimKind, defineClaim } from './claim-kind.ts';
import type { Experiment } from './experiment-result.ts';

interface Definition<C> {
  readonly name: string;
  readonly schema: z.ZodType<C>;
  readonly run: (config: C) => Experiment;
}

export const seeded = z.strictObject({
  seed: z.number().int().describe('Seeds the experiment. Choose another if the control does not flip.'),
});

/** Options of a true-or-false question. */
const meaning = (text: string): boolean | null => (text === 'true' ? true : text === 'false' ? false : null);

/** A statement that a small experiment supports or speaks against; run once for each configuration. */
export function defineExperiment<C extends Readonly<Record<string, number>>>({
  name,
  schema,
  run,
}: Definition<C>): ClaimKind {
  const result = (config: C, { experiments }: Context): Experiment => {
    const key = `${name} ${JSON.stringify(config)}`;
    const experiment = experiments.get(key) ?? run(config);
    experiments.set(key, experiment);
    return experiment;
  };
  return defineClaim({
    name,
    level: 'supported',
    schema,
    problems: (config, context) => {
      const { main, control } = result(config, context);
      if (main.holds !== null && control.holds === !main.holds) return [];
      const undecided = main.holds === null ? main : control.holds === null ? control : null;
      const why = undecided
        ? say('nothing is decided: {seen}', { seen: undecided.says })
        : say('the control gives the same verdict.');
      const chosen = Object.entries(config).map(([field, value]) => `${field} ${value}`);
      return [
        say('its experiment shows nothing with {chosen}: {why} Choose another', {
          chosen: chosen.join(', '),
          why,
        }),
      ];
    },
    permits: (value) =>
      value.type === 'words' && meaning(value.text) === null
        ? say('“{text}” is neither true nor false.', { text: value.text })
        : null,
    judge: {
      words({ text }, config, context) {
        const said = meaning(text);
        const { main, control, plot } = result(config, context);
        const witness = {
          says: say('We tried it: {main} For comparison: {control}', {
            main: main.says,
            control: control.says,
          }),
          plot,
        };
        if (said === main.holds) return { verdict: 'right', notes: [], witness };
        return { verdict: 'wrong', notes: [], witness };
      },
    },
  });
}
