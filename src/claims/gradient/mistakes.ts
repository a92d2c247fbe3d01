import type { Tree } from '../../expressions/index.ts';
import { formula } from '../../models/formulas.ts';
import { freeNames } from '../../models/names.ts';
import type { Note } from '../../values/outcome.ts';
import { lazy, memoizedByModel } from '../memoize.ts';
import { mistakeNotes } from '../mistake-notes.ts';
import type { NamedModel } from '../weights.ts';
import { type Change, changesOf, type Factors, factorsOf, stepsOf } from './factors.ts';
import { distinctExamples, valueAtEach } from './points.ts';

/** A gradient with one or two mistakes made on the way, and its values at the distinct examples. */
export interface Mistaken {
  readonly notes: readonly Note[];
  readonly factors: Factors;
  /** Built when it is asked for: a large network has thousands, of which most are only compared by their values. */
  readonly tree: Tree;
  /** By the place of the example. */
  readonly valueAt: (i: number) => number;
}

/** The pairs are built when they are first asked for: most responses are right or make a single mistake. */
interface Catalogue {
  /** The gradient itself along the path. */
  readonly right: Tree | null;
  readonly singles: readonly Mistaken[];
  readonly pairs: readonly Mistaken[];
}

/** Two mistakes at once are looked for in small networks only: there are hundreds of them for each weight. */
const MOST_NAMES_PAIRED = 40;

const known = memoizedByModel((_: NamedModel) => new Map<string, Catalogue>());

/** Wrong gradients by the mistakes that lead to them. Empty where there is no single path to the loss. */
export function mistakenGradients(model: NamedModel, of: string): Catalogue {
  const ofModel = known(model);
  const catalogue = ofModel.get(of) ?? catalogueOf(model, of);
  ofModel.set(of, catalogue);
  return catalogue;
}

function catalogueOf(model: NamedModel, of: string): Catalogue {
  const factors = factorsOf(model, of);
  if (!factors) return { right: null, singles: [], pairs: [] };
  const changes = changesOf(model, factors);
  const mistaken = (first: Change, second?: Change): Mistaken => {
    const wrong = { ...factors, ...first.wrong, ...second?.wrong };
    const steps = lazy(() => termsOf(model, wrong).map((term) => termAt(model, term)));
    const tree = lazy(() => treeOf(model, wrong));
    return {
      notes: [first.note, ...(second ? [second.note] : [])],
      factors: wrong,
      get tree() {
        return tree();
      },
      valueAt: (i) => steps().reduce((product, valueAt) => product * valueAt(i), 1),
    };
  };
  const pairs = lazy(() =>
    freeNames(model).length > MOST_NAMES_PAIRED
      ? []
      : changes.flatMap((first, i) =>
          changes
            .slice(i + 1)
            .filter(({ note }) => note.tag !== first.note.tag)
            .map((second) => mistaken(first, second)),
        ),
  );
  return {
    get right() {
      return treeOf(model, factors);
    },
    singles: changes.map((change) => mistaken(change)),
    get pairs() {
      return pairs();
    },
  };
}

/** The mistakes that lead to an answer: each single one that does; if none does, the first two that do together. */
export function explain(catalogue: Catalogue, matches: (mistaken: Mistaken) => boolean): readonly Mistaken[] {
  const single = catalogue.singles.filter(matches);
  if (single.length > 0) return single;
  const pair = catalogue.pairs.find(matches);
  return pair ? [pair] : [];
}

/** Both mistakes of a pair were made; of several that explain an answer, one was. */
export const notesOf = (explaining: readonly Mistaken[]): readonly Note[] =>
  explaining.length === 1 && explaining[0]
    ? explaining[0].notes
    : mistakeNotes(explaining.flatMap(({ notes }) => notes));

const termsOf = (model: NamedModel, factors: Factors): string[] =>
  Object.values(stepsOf(model, factors)).filter((term): term is string => term !== null && term !== '1');

const treeOf = (model: NamedModel, factors: Factors): Tree =>
  formula(model, termsOf(model, factors).join('*') || '1');

const terms = memoizedByModel((_: NamedModel) => new Map<string, Mistaken['valueAt']>());

/** The value of one step at each distinct example: all mistakes of a network are products of few steps. */
function termAt(model: NamedModel, term: string): Mistaken['valueAt'] {
  const ofModel = terms(model);
  const valueAt = ofModel.get(term) ?? valueAtEach(formula(model, term), distinctExamples(model));
  ofModel.set(term, valueAt);
  return valueAt;
}
