import { compile, type Tree } from '../../expressions/index.ts';
import { type Evaluation, evaluateModel } from '../../models/evaluate.ts';
import type { Model } from '../../models/model.ts';
import { freeNames } from '../../models/names.ts';
import { random } from '../../numbers/random.ts';
import { lazy } from '../memoize.ts';
import type { NamedModel } from '../weights.ts';

type Draw = (generator: ReturnType<typeof random>) => number;

/** Seeded examples of small whole numbers away from kinks, tried in turn for evidence that can be checked by hand. */
export const readableExamples = examples('readable points', 60, (generator) => {
  const sign = generator.uniform() < 0.4 ? -1 : 1;
  return sign * (1 + generator.integer(3));
});

/** Examples at which different formulas differ: no coincidences of small numbers, both sides of every kink. */
export const distinctExamples = examples('distinct points', 24, (generator) => {
  const sign = generator.uniform() < 0.5 ? -1 : 1;
  return sign * generator.uniform(0.3, 2.7);
});

const MOST_DRAWS = 2000;

/**
 * Draws values for all free names until there are `count` examples and each sum has been on both sides of each kink;
 * gives up on a side that no draw is on, such as the positive one after a layer that is always off.
 */
function examples(seed: string, count: number, draw: Draw): (model: NamedModel) => readonly Evaluation[] {
  const known = new WeakMap<Model['network'], readonly Evaluation[]>();
  const drawAll = (model: NamedModel) => {
    const generator = random(seed);
    const [names, kinks] = [freeNames(model), kinksOf(model)];
    const sides = new Set<string>();
    const found: Evaluation[] = [];
    for (let i = 0; i < MOST_DRAWS && (found.length < count || sides.size < 2 * kinks.length); i++) {
      const point = new Map(names.map((name) => [name, draw(generator)]));
      const example = evaluateModel(model, (name) => point.get(name) ?? 0);
      const offsets = kinks.map(({ sum, at }) => (example.values.get(sum) ?? 0) - at);
      if (offsets.some((offset) => Math.abs(offset) <= 1e-3)) continue;
      const sidesHere = offsets.map((offset, kink) => `${kink} ${Math.sign(offset)}`);
      if (found.length >= count && sidesHere.every((side) => sides.has(side))) continue;
      for (const side of sidesHere) sides.add(side);
      found.push(example);
    }
    return found;
  };
  return (model) => {
    const drawn = known.get(model.network) ?? drawAll(model);
    known.set(model.network, drawn);
    return drawn;
  };
}

/** Where the network's slope jumps: sums, with the values at which they make it jump. */
export const kinksOf = (model: NamedModel): { readonly sum: string; readonly at: number }[] =>
  model.dense.flatMap(({ activation, sums }) =>
    sums.flatMap((sum) => activation.kinks.map((at) => ({ sum, at }))),
  );

/**
 * The value of a formula at each of the examples of one network, by its place; NaN where it is undefined. Worked out when
 * first asked for: most formulas differ at the first example that is looked at.
 */
export function valueAtEach(tree: Tree, at: readonly Evaluation[]): (i: number) => number {
  const { names, points } = arraysOf(at);
  const formula = lazy(() => compile(tree, names));
  const known: number[] = [];
  return (i) => {
    known[i] ??= formula()(points[i] ?? new Float64Array(names.length));
    return known[i];
  };
}

interface Arrays {
  readonly names: readonly string[];
  readonly points: readonly Float64Array[];
}

const arrays = new WeakMap<readonly Evaluation[], Arrays>();

/** Examples as formulas take them: drawn once a network, while every response is tried at them. */
function arraysOf(at: readonly Evaluation[]): Arrays {
  const known = arrays.get(at) ?? {
    names: [...(at[0]?.values.keys() ?? [])],
    points: at.map(({ values }) => Float64Array.from(values.values())),
  };
  arrays.set(at, known);
  return known;
}
