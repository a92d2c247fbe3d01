import { z } from 'zod';
import { defineKind } from '../kind.ts';
import { checkOptions, oneOption, readOptions } from '../options.ts';

/** One option of several; the claim is asked of the value of the option that was chosen. */
export const choice = defineKind({
  name: 'choice',
  schema: z
    .record(z.string(), z.unknown())
    .superRefine(checkOptions)
    .describe(
      'One of several options, which stand under their ids. The claim judges the value of the option chosen.',
    ),
  optionsIn: (config) => config,
  answer(config, { order }, literal) {
    const { options, faults } = readOptions(config, order, literal);
    return faults.length > 0 ? { faults } : oneOption(options);
  },
});
