import { type Message, say } from '../../language/index.ts';
import { biasNames, type DenseLayer, weightNames } from '../../models/names.ts';
import type { Note } from '../../values/outcome.ts';
import type { NamedModel } from '../weights.ts';

/** The factors of ∂L/∂w along the only path from a weight to a squared error; null where a factor is left out. */
export interface Factors {
  readonly sign: 1 | -1;
  readonly two: boolean;
  readonly error: boolean;
  /** What the activation of the output contributes: the derivative of a function, and the sum that it is taken at. */
  readonly outer: string | null;
  readonly outerAt: string;
  /** Weight from the hidden unit to the output, for weights of the first of two layers. */
  readonly outgoing: string | null;
  /** What the activation of the hidden unit contributes, likewise. */
  readonly slope: string | null;
  readonly slopeAt: string;
  /** What the weight multiplies: an input, a hidden unit, or 1 for a bias. */
  readonly signal: string;
}

/** A mistake, and what it makes of the factors. */
export interface Change {
  readonly note: Note;
  readonly wrong: Partial<Factors>;
}

/** Null for networks of more than two layers or several outputs, where there is no single path. */
export function factorsOf(model: NamedModel, of: string): Factors | null {
  const last = model.dense.at(-1);
  if (model.dense.length > 2 || last?.units.length !== 1) return null;
  const loss = { sign: 1, two: true, error: true } as const;
  const output = { outer: slopeOf(last), outerAt: last.sums[0] ?? '' };
  const base = { ...loss, ...output, outgoing: null, slope: null, slopeAt: '' };
  for (const layer of model.dense) {
    for (const [i, row] of weightNames(layer).entries()) {
      const column = row.indexOf(of);
      const bias = biasNames(layer)[i] === of;
      if (column < 0 && !bias) continue;
      const signal = bias ? '1' : (layer.inputs[column] ?? '1');
      if (layer === last) return { ...base, signal };
      const outgoing = weightNames(last)[0]?.[i] ?? null;
      return { ...base, outgoing, slope: slopeOf(layer), slopeAt: layer.sums[i] ?? '', signal };
    }
  }
  return null;
}

/** What each step of the chain rule contributes, as formulas; null where there is none, or it is left out. */
export function stepsOf(
  model: NamedModel,
  { sign, two, error, outer, outerAt, outgoing, slope, slopeAt, signal }: Factors,
) {
  const out = model.dense.at(-1)?.units[0] ?? 'out';
  const difference = sign === 1 ? `(${out} - y)` : `(y - ${out})`;
  const loss = [...(two ? ['2'] : []), ...(error ? [difference] : sign === -1 ? ['(-1)'] : [])];
  return {
    loss: loss.join('*') || null,
    outer: outer && `${outer}(${outerAt})`,
    outgoing,
    slope: slope && `${slope}(${slopeAt})`,
    signal,
  };
}

const slopeOf = ({ activation }: DenseLayer): string | null =>
  activation.isIdentity ? null : `${activation.name}'`;

/** The mistakes that can be made in these factors. Their sentences say what is wrong, never what would be right. */
export function changesOf(model: NamedModel, right: Factors): Change[] {
  const [first, last] = [model.dense[0], model.dense.at(-1)];
  const ofLast = model.dense.length > 1 && right.outgoing === null;
  const { outer, outgoing, slope, signal } = right;
  const changes: Change[] = [];
  const add = (tag: string, says: Message, wrong: Partial<Factors>) =>
    changes.push({ note: { tag, says }, wrong });

  add('sign-flipped', say('The sign is flipped: look again at how L changes when out grows.'), { sign: -1 });
  add('factor-2', say('A constant factor is missing: look again at the derivative of a square.'), {
    two: false,
  });
  add('error-forgotten', say('The chain rule starts at the loss: how L changes with out is missing.'), {
    error: false,
  });
  if (outer) {
    add(
      'output-derivative-forgotten',
      say('The chain rule goes through the activation function of the output too: its factor is missing.'),
      { outer: null },
    );
    add(
      'output-activation-instead-of-derivative',
      say('The activation function of the output itself is not the factor that the chain rule asks for.'),
      { outer: outer.replace("'", '') },
    );
  }
  if (outgoing !== null) {
    for (const other of last ? weightNames(last).flat() : []) {
      if (other === outgoing) continue;
      const says = say('The path to the output goes through another weight of the second layer.');
      add('wrong-outgoing-weight', says, { outgoing: other });
    }
    add('outgoing-weight-forgotten', say('A factor between the hidden unit and the output is missing.'), {
      outgoing: null,
    });
  }
  if (slope) {
    add(
      'activation-derivative-forgotten',
      say('The chain rule goes through the activation function too: its factor is missing.'),
      { slope: null },
    );
    add(
      'activation-instead-of-derivative',
      say('The activation function itself is not the factor that the chain rule asks for.'),
      { slope: slope.replace("'", '') },
    );
    for (const other of first?.sums ?? []) {
      if (other === right.slopeAt) continue;
      add('wrong-unit', say('The slope is taken at another hidden unit.'), { slopeAt: other });
    }
  }
  if (signal !== '1') {
    for (const other of (ofLast ? first?.units : model.inputs) ?? []) {
      if (other === signal) continue;
      if (ofLast) add('wrong-unit', say('The weight multiplies another hidden unit.'), { signal: other });
      else add('wrong-input', say('The weight multiplies another input.'), { signal: other });
    }
    add('signal-forgotten', say('What the weight multiplies is missing.'), { signal: '1' });
    const sum = ofLast ? first?.sums[first.units.indexOf(signal)] : undefined;
    if (sum !== undefined && first?.activation.isIdentity === false) {
      add(
        'activation-forgotten',
        say('The weight multiplies something else: look again at what a hidden unit passes on.'),
        { signal: sum },
      );
    }
  }
  return changes;
}
