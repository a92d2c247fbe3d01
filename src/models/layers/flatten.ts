import { defineBareLayer } from './layer.ts';

/** All numbers of a sample in one row. */
export const flatten = defineBareLayer('flatten', (network) =>
  network.add({ id: `flatten${network.nodes.length}`, op: 'flatten' }),
);
