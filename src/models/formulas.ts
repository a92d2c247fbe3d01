import { differentiate, namesIn, reader, type Tree } from '../expressions/index.ts';
import { ENGLISH } from '../language/index.ts';
import type { Model } from './model.ts';
import { biasNames, namesOf, targetNames, weightNames } from './names.ts';

const readers = new WeakMap<Model['network'], ReturnType<typeof reader>>();
const known = new WeakMap<Model['network'], ReadonlyMap<string, Tree>>();

/** Reads a formula about a drawn network that the program itself wrote. */
export function formula(model: Model, text: string): Tree {
  const read = readers.get(model.network) ?? reader({ names: namesOf(model), table: model.parts.formulas });
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
      const outer = layer.activation.isIdentity ? '' : layer.activation.name;
      if (own !== unit) definitions.set(unit, formula(model, `${outer}(${own})`));
    });
  }
  return definitions;
}

/** A derivative as a formula: over the names of the network and, by definitions, their own derivatives. */
export interface Derivative {
  readonly tree: Tree;
  readonly definitions: ReadonlyMap<string, Tree>;
}

/** The derivative of the squared error by a weight or bias: the chain rule along the forward pass. */
export function derivativeOf(model: Model, of: string): Derivative {
  const definitions = new Map(definitionsOf(model));
  const byWeight = (tree: Tree): Tree => {
    const terms = [...namesIn(tree)].flatMap((part): Tree[] => {
      const slope = differentiate(tree, part);
      if (part === of) return [slope];
      const inner = `d ${part}`;
      if (!definitions.has(inner)) return [];
      return [{ kind: 'binary', op: '*', left: slope, right: { kind: 'name', name: inner } }];
    });
    const [first = formula(model, '0'), ...others] = terms;
    return others.reduce((left, right): Tree => ({ kind: 'binary', op: '+', left, right }), first);
  };
  for (const [name, tree] of definitionsOf(model)) definitions.set(`d ${name}`, byWeight(tree));
  const outputs = model.dense?.at(-1)?.units ?? [];
  const errors = targetNames(model).map((target, i) => `(${target} - ${outputs[i]})^2`);
  return { tree: byWeight(formula(model, errors.join(' + ') || '0')), definitions };
}
