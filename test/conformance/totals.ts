import { z } from 'zod';
import { count } from '../../src/engine/index.ts';
import { attempt, type Check } from './case.ts';
import { models } from './models/index.ts';

const schema = z.object({
  cases: z.array(z.object({ id: z.string(), totalParams: z.int(), totalBuffers: z.int() })),
});

/**
 * `nn-totals/1`: totals of published models whose layers the file does not give. We count those that are written down
 * in `models/`; the others are left out, neither passed nor failed.
 */
export const totals: Check = function* (file) {
  for (const { id, totalParams, totalBuffers } of schema.parse(file).cases) {
    const model = Object.hasOwn(models, id) ? models[id] : undefined;
    if (model === undefined) {
      yield { id, skipped: 'totals of models that are not written down here' };
      continue;
    }
    yield attempt(id, () => {
      const side = id.startsWith('inception') ? 299 : 224;
      const { parameters, buffers } = count(model(), { x: [1, 3, side, side] });
      return [
        ...(parameters === BigInt(totalParams) ? [] : [`has ${parameters} parameters, not ${totalParams}`]),
        ...(buffers === BigInt(totalBuffers) ? [] : [`has ${buffers} buffers, not ${totalBuffers}`]),
      ];
    });
  }
};
