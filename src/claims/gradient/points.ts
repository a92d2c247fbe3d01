import { random } from '../../engine/index.ts';
import { evaluateModel } from '../../models/evaluate.ts';
import { freeNames } from '../../models/names.ts';
import type { NamedModel } from '../weights.ts';

/** A value for every free name of a network. */
export type Point = Readonly<Record<string, number>>;

/** Seeded points of small whole numbers away from kinks, tried in turn for evidence that can be checked by hand. */
export function readablePoints(model: NamedModel): Point[] {
  const generator = random('readable points');
  return points(model, 60, () => (generator.uniform() < 0.4 ? -1 : 1) * (1 + generator.integer(3)));
}

/** Points at which different formulas differ: no coincidences of small numbers, both sides of every kink. */
export function distinctPoints(model: NamedModel): Point[] {
  const generator = random('distinct points');
  return points(model, 24, () => (generator.uniform() < 0.5 ? -1 : 1) * generator.uniform(0.3, 2.7));
}

function points(model: NamedModel, count: number, draw: () => number): Point[] {
  const drawn = Array.from({ length: count }, () =>
    Object.fromEntries(freeNames(model).map((name) => [name, draw()])),
  );
  return drawn.filter((point) => {
    const { values } = evaluateModel(model, (name) => point[name] ?? 0);
    return model.dense.every((layer) => layer.sums.every((sum) => Math.abs(values.get(sum) ?? 0) > 1e-3));
  });
}
