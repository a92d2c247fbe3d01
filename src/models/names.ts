import type { DenseLayer, Model } from './model.ts';

/** What may stand in formulas about a drawn network: its inputs, weights, targets, sums, units and output. */
export function namesOf(model: Model): string[] {
  return [
    ...freeNames(model),
    ...(model.dense ?? []).flatMap(({ sums, units }) => [...sums, ...units]),
  ].filter((name, i, all) => all.indexOf(name) === i);
}

/** The names that may take any value; all others are computed from them by the forward pass. */
export function freeNames(model: Model): string[] {
  if (!model.dense) return [];
  const parameters = model.dense.flatMap((layer) => [...weightNames(layer).flat(), ...biasNames(layer)]);
  return [...model.inputs, ...parameters, ...(model.network.loss ? targetNames(model) : [])];
}

/** `W1_12`: the weight of layer 1 into unit 1 from input 2; [units][inputs]. Two-digit indices are set apart: `W1_1_12`. */
export function weightNames({ matrix, units, inputs }: DenseLayer): string[][] {
  const wide = units.length > 9 || inputs.length > 9;
  return units.map((_, i) => inputs.map((_, j) => `${matrix}_${i + 1}${wide ? '_' : ''}${j + 1}`));
}

export const biasNames = ({ bias, units }: DenseLayer): string[] =>
  bias === null ? [] : units.map((_, i) => `${bias}_${i + 1}`);

/** `y`, or `y1`, `y2`, … for several outputs. */
export function targetNames(model: Model): string[] {
  const outputs = model.dense?.at(-1)?.units ?? [];
  return outputs.length === 1 ? ['y'] : outputs.map((_, i) => `y${i + 1}`);
}
