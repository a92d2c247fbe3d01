import { equivalent } from '../expressions/index.ts';
import { definitionsOf } from '../models/formulas.ts';
import type { Value } from '../values/value.ts';
import { sameValue } from '../values/value-types.ts';
import type { Context } from './claim.ts';

/** Whether two answers are one, however each is written; null: that could not be decided. */
export function sameAnswer(a: Value, b: Value, { model, seed }: Context): boolean | null {
  const definitions = model?.dense ? { definitions: definitionsOf(model) } : {};
  return sameValue(a, b, (left, right) => {
    const { verdict } = equivalent(left, right, { seed, ...definitions });
    return verdict === 'undecided' ? null : verdict === 'equal';
  });
}
