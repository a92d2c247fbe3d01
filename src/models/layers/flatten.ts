import { defineBareLayer } from './layer.ts';

export const flatten = defineBareLayer('flatten', 'All numbers of a sample in one row.', (network) =>
  network.add({ id: `flatten${network.nodes.length}`, op: 'flatten' }),
);
