import { z } from 'zod';
import { say } from '../../language/index.ts';
import { defineKind } from '../kind.ts';
import { oneOption } from '../options.ts';

/** True or false; the claim gives the words `true` and `false` their meaning. */
export const truth = defineKind({
  name: 'truth',
  yields: 'words',
  schema: z.strictObject({}).describe('True or false.'),
  answer: () =>
    oneOption([
      { id: 'true', shown: say('True'), value: { type: 'words', text: 'true' } },
      { id: 'false', shown: say('False'), value: { type: 'words', text: 'false' } },
    ]),
});
