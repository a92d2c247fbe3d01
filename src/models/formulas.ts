import { parse, substitute, type Tree } from '../expressions/index.ts';
import type { Model } from './model.ts';
import { biasNames, namesOf, weightNames } from './names.ts';

/** Reads a formula about a drawn network that the program itself wrote. */
export function formula(model: Model, text: string): Tree {
  const read = parse(text, { names: namesOf(model) });
  if (!read.ok) throw new Error(`"${text}" is not a formula of this network: ${read.error.message}`);
  return read.tree;
}

/** What each computed name (z1, n1, out) is in terms of the free ones: the forward pass as formulas. */
export function definitionsOf(model: Model): ReadonlyMap<string, Tree> {
  const definitions = new Map<string, Tree>();
  const layers = model.dense ?? [];
  for (const layer of layers) {
    const weights = weightNames(layer);
    const biases = biasNames(layer);
    layer.units.forEach((unit, i) => {
      const terms = layer.inputs.map((input, j) => `${weights[i]?.[j]}*${input}`);
      const sum = [...terms, ...biases.slice(i, i + 1)].join(' + ');
      const own = layer.sums[i] ?? unit;
      const full = substitute(formula(model, sum), definitions);
      if (own !== unit) definitions.set(own, full);
      const outer = layer.activation === 'identity' ? '' : layer.activation;
      const value = outer === '' ? full : substitute(formula(model, `${outer}(${sum})`), definitions);
      definitions.set(unit, value);
    });
  }
  return definitions;
}
