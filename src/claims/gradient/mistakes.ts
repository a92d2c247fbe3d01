import type { Tree } from '../../expressions/index.ts';
import { formula } from '../../models/formulas.ts';
import { biasNames, weightNames } from '../../models/names.ts';
import type { Note } from '../../values/outcome.ts';
import type { NamedModel } from '../weights.ts';

/** A gradient with one or two mistakes made on the way. */
export interface Mistaken {
  readonly notes: readonly Note[];
  readonly tree: Tree;
}

/** The factors of ∂L/∂w along the only path from a weight to a squared error; null where a factor is left out. */
interface Factors {
  readonly sign: 1 | -1;
  readonly two: boolean;
  readonly error: boolean;
  /** Weight from the hidden unit to the output, for weights of the first of two layers. */
  readonly outgoing: string | null;
  /** Activation function, derivative or function itself, and the sum that it is taken at. */
  readonly slope: { readonly fn: string; readonly at: string } | null;
  /** What the weight multiplies: an input, a hidden unit, or 1 for a bias. */
  readonly signal: string;
}

interface Change {
  readonly note: Note;
  readonly apply: (factors: Factors) => Factors;
}

/**
 * Wrong gradients by the mistakes that lead to them: singly, then in pairs. Empty for networks of more than two
 * layers or several outputs, where there is no single path.
 */
export function mistakenGradients(model: NamedModel, of: string): Mistaken[] {
  const factors = factorsOf(model, of);
  if (!factors) return [];
  const changes = changesOf(model, factors);
  const single = changes.map((change) => ({ notes: [change.note], factors: change.apply(factors) }));
  const pairs = changes.flatMap((first, i) =>
    changes
      .slice(i + 1)
      .filter(({ note }) => note.tag !== first.note.tag)
      .map((second) => ({ notes: [first.note, second.note], factors: second.apply(first.apply(factors)) })),
  );
  return [...single, ...pairs].map(({ notes, factors: wrong }) => ({ notes, tree: treeOf(model, wrong) }));
}

function factorsOf(model: NamedModel, of: string): Factors | null {
  const last = model.dense.at(-1);
  if (model.dense.length > 2 || last?.units.length !== 1 || last.activation !== 'identity') return null;
  const base = { sign: 1, two: true, error: true } as const;
  for (const layer of model.dense) {
    for (const [i, row] of weightNames(layer).entries()) {
      const column = row.indexOf(of);
      const bias = biasNames(layer)[i] === of;
      if (column < 0 && !bias) continue;
      const signal = bias ? '1' : (layer.inputs[column] ?? '1');
      if (layer === last) return { ...base, outgoing: null, slope: null, signal };
      const slope =
        layer.activation === 'identity' ? null : { fn: `${layer.activation}'`, at: layer.sums[i] ?? '' };
      return { ...base, outgoing: weightNames(last)[0]?.[i] ?? null, slope, signal };
    }
  }
  return null;
}

function changesOf(model: NamedModel, right: Factors): Change[] {
  const [first, last] = [model.dense[0], model.dense.at(-1)];
  const changes: Change[] = [];
  const add = (tag: string, says: string, apply: Change['apply']) =>
    changes.push({ note: { tag, says }, apply });

  add('sign-flipped', 'The sign is flipped: L = (y − out)² grows with out as 2(out − y).', (f) => ({
    ...f,
    sign: -1,
  }));
  add('factor-2', 'A factor 2 is missing: the derivative of a square is twice the base.', (f) => ({
    ...f,
    two: false,
  }));
  add('error-forgotten', 'The error (out − y) is missing: the chain rule starts at the loss.', (f) => ({
    ...f,
    error: false,
  }));
  if (right.outgoing !== null) {
    for (const other of (last ? weightNames(last).flat() : []).filter((name) => name !== right.outgoing)) {
      add(
        'wrong-outgoing-weight',
        'The path to the output goes through another weight of the second layer.',
        (f) => ({ ...f, outgoing: other }),
      );
    }
    add(
      'outgoing-weight-forgotten',
      'The weight between the hidden unit and the output is missing.',
      (f) => ({ ...f, outgoing: null }),
    );
  }
  const { slope } = right;
  if (slope) {
    add(
      'activation-derivative-forgotten',
      'The derivative of the activation function is missing: nothing passes where the hidden unit is switched off.',
      (f) => ({ ...f, slope: null }),
    );
    add(
      'activation-instead-of-derivative',
      'The activation function stands where its derivative belongs.',
      (f) => ({ ...f, slope: f.slope && { ...f.slope, fn: slope.fn.replace("'", '') } }),
    );
    for (const other of (first?.sums ?? []).filter((sum) => sum !== slope.at)) {
      add('wrong-unit', 'The derivative is taken at another hidden unit.', (f) => ({
        ...f,
        slope: f.slope && { ...f.slope, at: other },
      }));
    }
  }
  const siblings = (right.outgoing === null && model.dense.length > 1 ? first?.units : model.inputs) ?? [];
  const ofLast = right.outgoing === null && model.dense.length > 1;
  if (right.signal !== '1') {
    for (const other of siblings.filter((name) => name !== right.signal)) {
      add(
        ofLast ? 'wrong-unit' : 'wrong-input',
        ofLast ? 'The weight multiplies another hidden unit.' : 'The weight multiplies another input.',
        (f) => ({ ...f, signal: other }),
      );
    }
    add('signal-forgotten', 'What the weight multiplies is missing.', (f) => ({ ...f, signal: '1' }));
    const sum = ofLast ? first?.sums[first.units.indexOf(right.signal)] : undefined;
    if (sum !== undefined && sum !== right.signal) {
      add(
        'activation-forgotten',
        'The activation function is missing: the weight multiplies what the hidden unit gives, not its sum.',
        (f) => ({ ...f, signal: sum }),
      );
    }
  }
  return changes;
}

function treeOf(model: NamedModel, { sign, two, error, outgoing, slope, signal }: Factors): Tree {
  const out = model.dense.at(-1)?.units[0] ?? 'out';
  const factors = [
    ...(two ? ['2'] : []),
    ...(error ? [sign === 1 ? `(${out} - y)` : `(y - ${out})`] : sign === -1 ? ['(-1)'] : []),
    ...(outgoing === null ? [] : [outgoing]),
    ...(slope ? [`${slope.fn}(${slope.at})`] : []),
    ...(signal === '1' ? [] : [signal]),
  ];
  return formula(model, factors.join('*') || '1');
}
