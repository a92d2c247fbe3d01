import { z } from 'zod';
import { count } from '../../src/engine/index.ts';
import { eachCase } from './case.ts';
import { models } from './models/index.ts';

const schema = z.object({ id: z.string(), totalParams: z.int(), totalBuffers: z.int() });

/** `nn-totals/1`: totals of published models whose layers the file does not give; they are written down in `models/`. */
export const totals = eachCase(schema, ({ id, totalParams, totalBuffers }) => {
  const model = Object.hasOwn(models, id) ? models[id] : undefined;
  if (model === undefined) return ['its layers are not written down in test/conformance/models'];
  const side = id.startsWith('inception') ? 299 : 224;
  const network = model();
  const { parameters, buffers } = count(network, { x: [1, 3, side, side] }, network.constants);
  return [
    ...(parameters === BigInt(totalParams) ? [] : [`has ${parameters} parameters, not ${totalParams}`]),
    ...(buffers === BigInt(totalBuffers) ? [] : [`has ${buffers} buffers, not ${totalBuffers}`]),
  ];
});
