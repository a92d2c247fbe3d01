import { z } from 'zod';
import type { Plot } from '../values/witness.ts';
import { type Claim, defineClaim } from './claim.ts';

/** What one run of an experiment showed of a statement. */
export interface Observation {
  /** Whether the statement held. */
  readonly holds: boolean;
  /** What was seen, in a sentence. */
  readonly says: string;
}

export interface Experiment {
  readonly main: Observation;
  /** The same under conditions in which the statement's verdict must flip; otherwise the experiment shows nothing. */
  readonly control: Observation;
  readonly plot: Plot;
}

const schema = z.strictObject({ seed: z.number().int() });

/** Options of a true-or-false question. */
const meaning = (text: string): boolean | null => (text === 'true' ? true : text === 'false' ? false : null);

/** A statement that a small seeded experiment supports or speaks against; run once a process for each seed. */
export function defineExperiment(name: string, run: (seed: number) => Experiment): Claim {
  const known = new Map<number, Experiment>();
  const result = (seed: number): Experiment => {
    const experiment = known.get(seed) ?? run(seed);
    known.set(seed, experiment);
    return experiment;
  };
  return defineClaim({
    name,
    level: 'supported',
    schema,
    problems: ({ seed }) => {
      const { main, control } = result(seed);
      if (main.holds !== control.holds) return [];
      return [
        `its experiment shows nothing with seed ${seed}: the control gives the same verdict. Choose another seed`,
      ];
    },
    judge: {
      words({ text }, { seed }) {
        const said = meaning(text);
        if (said === null) return { verdict: 'invalid', message: `"${text}" is neither true nor false.` };
        const { main, control, plot } = result(seed);
        const witness = { says: `We tried it: ${main.says} For comparison: ${control.says}`, plot };
        if (said === main.holds) return { verdict: 'right', notes: [], witness };
        return { verdict: 'wrong', fraction: 0, notes: [], witness };
      },
    },
  });
}
