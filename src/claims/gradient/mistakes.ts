import type { Tree } from '../../expressions/index.ts';
import { formula } from '../../models/formulas.ts';
import type { Model } from '../../models/model.ts';
import type { Note } from '../../values/outcome.ts';
import type { NamedModel } from '../weights.ts';
import { type Change, changesOf, type Factors, factorsOf } from './factors.ts';
import { distinctExamples, valuesAt } from './points.ts';

/** A gradient with one or two mistakes made on the way, and its values at the distinct examples. */
export interface Mistaken {
  readonly notes: readonly Note[];
  readonly tree: Tree;
  readonly values: readonly number[];
}

/** The pairs are built when they are first asked for: most responses are right or make a single mistake. */
interface Catalogue {
  readonly singles: readonly Mistaken[];
  readonly pairs: readonly Mistaken[];
}

const known = new WeakMap<Model['network'], Map<string, Catalogue>>();

/** Wrong gradients by the mistakes that lead to them. Empty where there is no single path to the loss. */
export function mistakenGradients(model: NamedModel, of: string): Catalogue {
  const ofModel = known.get(model.network) ?? new Map<string, Catalogue>();
  known.set(model.network, ofModel);
  const catalogue = ofModel.get(of) ?? catalogueOf(model, of);
  ofModel.set(of, catalogue);
  return catalogue;
}

function catalogueOf(model: NamedModel, of: string): Catalogue {
  const factors = factorsOf(model, of);
  if (!factors) return { singles: [], pairs: [] };
  const changes = changesOf(model, factors);
  const mistaken = (first: Change, second?: Change): Mistaken => {
    const tree = treeOf(model, { ...factors, ...first.wrong, ...second?.wrong });
    const notes = [first.note, ...(second ? [second.note] : [])];
    return { notes, tree, values: valuesAt(tree, distinctExamples(model)) };
  };
  let pairs: Mistaken[] | undefined;
  return {
    singles: changes.map((change) => mistaken(change)),
    get pairs() {
      pairs ??= changes.flatMap((first, i) =>
        changes
          .slice(i + 1)
          .filter(({ note }) => note.tag !== first.note.tag)
          .map((second) => mistaken(first, second)),
      );
      return pairs;
    },
  };
}

/** The notes of the single mistakes that match; if none does, those of the first pair. */
export function explain(catalogue: Catalogue, matches: (mistaken: Mistaken) => boolean): Note[] {
  const single = catalogue.singles.filter(matches);
  const found = single.length > 0 ? single : [catalogue.pairs.find(matches)];
  const notes = found.flatMap((match) => match?.notes ?? []);
  return notes.filter((note, i) => notes.findIndex(({ tag }) => tag === note.tag) === i);
}

function treeOf(model: NamedModel, factors: Factors): Tree {
  const { sign, two, error, outer, outerAt, outgoing, slope, slopeAt, signal } = factors;
  const out = model.dense.at(-1)?.units[0] ?? 'out';
  const terms = [
    ...(two ? ['2'] : []),
    ...(error ? [sign === 1 ? `(${out} - y)` : `(y - ${out})`] : sign === -1 ? ['(-1)'] : []),
    ...(outer ? [`${outer}(${outerAt})`] : []),
    ...(outgoing === null ? [] : [outgoing]),
    ...(slope ? [`${slope}(${slopeAt})`] : []),
    ...(signal === '1' ? [] : [signal]),
  ];
  return formula(model, terms.join('*') || '1');
}
