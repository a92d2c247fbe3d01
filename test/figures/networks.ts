import type { NetworkDrawing } from '../../src/figures/index.ts';

type Strength = number | string;

/** A network with layers of these sizes, its weights and biases given by a function of their number. */
export function network(
  sizes: readonly number[],
  weight: (k: number) => Strength,
  bias?: (k: number) => Strength,
): NetworkDrawing {
  const letters = ['x', ...sizes.slice(2).map((_, c) => 'nmhk'[c] ?? 'u'), 'y'];
  const columns = sizes.map((size, c) => ({
    title: c === 0 ? 'inputs' : c === sizes.length - 1 ? 'output' : 'hidden layer',
    units: Array.from({ length: size }, (_, i) => ({
      name: `${letters[c]}${i + 1}`,
      label: `${letters[c]}_{${i + 1}}`,
    })),
    ...(c > 0 && c < sizes.length - 1 && { activation: 'relu' }),
  }));
  const pairs = columns
    .slice(1)
    .flatMap(({ units }, c) =>
      (columns[c]?.units ?? []).flatMap((from) => units.map((to) => [from.name, to.name] as const)),
    );
  const targets = columns.slice(1).flatMap(({ units }) => units);
  return {
    columns,
    edges: pairs.map(([from, to], k) => ({ from, to, weight: weight(k) })),
    biases: bias ? targets.map(({ name }, k) => ({ to: name, value: bias(k) })) : [],
  };
}

/** The network of the first homework: A and B, n₁ and n₂ with ReLU, out. */
export const xor: NetworkDrawing = {
  columns: [
    {
      title: 'inputs',
      units: [
        { name: 'A', label: 'A' },
        { name: 'B', label: 'B' },
      ],
    },
    {
      title: 'hidden layer',
      units: [
        { name: 'n1', label: 'n_1' },
        { name: 'n2', label: 'n_2' },
      ],
      activation: 'relu',
    },
    { title: 'output', units: [{ name: 'out', label: 'out' }] },
  ],
  edges: [
    { from: 'A', to: 'n1', weight: -1 },
    { from: 'A', to: 'n2', weight: 1 },
    { from: 'B', to: 'n1', weight: 1 },
    { from: 'B', to: 'n2', weight: -1 },
    { from: 'n1', to: 'out', weight: 1 },
    { from: 'n2', to: 'out', weight: 1 },
  ],
  biases: [],
};
