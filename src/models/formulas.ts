import { reader, type Tree } from '../expressions/index.ts';
import { ENGLISH } from '../language/index.ts';
import type { Model } from './model.ts';
import { biasNames, namesOf, weightNames } from './names.ts';

const readers = new WeakMap<Model['network'], ReturnType<typeof reader>>();
const known = new WeakMap<Model['network'], ReadonlyMap<string, Tree>>();

/** Reads a formula about a drawn network that the program itself wrote. */
export function formula(model: Model, text: string): Tree {
  const read = readers.get(model.network) ?? reader({ names: namesOf(model) });
  readers.set(model.network, read);
  const reading = read(text);
  if (!reading.ok)
    throw new Error(`"${text}" is not a formula of this network: ${ENGLISH.say(reading.error.message)}`);
  return reading.tree;
}

/** What each computed name (z1, n1, out) is in terms of the layer before: the forward pass as formulas. */
export function definitionsOf(model: Model): ReadonlyMap<string, Tree> {
  const definitions = known.get(model.network) ?? forwardPass(model);
  known.set(model.network, definitions);
  return definitions;
}

function forwardPass(model: Model): Map<string, Tree> {
  const definitions = new Map<string, Tree>();
  for (const layer of model.dense ?? []) {
    const weights = weightNames(layer);
    const biases = biasNames(layer);
    layer.units.forEach((unit, i) => {
      const terms = layer.inputs.map((input, j) => `${weights[i]?.[j]}*${input}`);
      const sum = [...terms, ...biases.slice(i, i + 1)].join(' + ');
      const own = layer.sums[i] ?? unit;
      definitions.set(own, formula(model, sum));
      const outer = layer.activation === 'identity' ? '' : layer.activation;
      if (own !== unit) definitions.set(unit, formula(model, `${outer}(${own})`));
    });
  }
  return definitions;
}
