import type { Answer } from '../../answers/kind.ts';
import type { Claim } from '../../claims/claim.ts';
import type { Model } from '../../models/model.ts';
import type { Value } from '../../values/value.ts';
import { numbersIn } from '../../values/value-types.ts';

type Numbers = readonly number[];

/** As near as marking takes for equal: whoever writes 1e-300 instead of 0 has no more to work out. */
const near = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
const same = (numbers: Numbers): boolean => numbers.every((number) => near(number, numbers[0] ?? 0));
const count = (numbers: Numbers, wanted: number): number =>
  numbers.filter((number) => near(number, wanted)).length;

/**
 * Whether a network leaves out steps that the right one asks for: a matrix of it has more zeros, all of its numbers are
 * the same, or its image has more sizes of 1. What is multiplied by 0 or 1 needs no working out.
 */
export function simplerNetwork(own: Model, right: Model): boolean {
  const [mine, theirs] = [own, right].map(({ params }) =>
    Object.values(params ?? {}).map(({ data }): Numbers => [...data]),
  );
  if (!mine || !theirs) return true;
  return (
    mine.some((matrix, i) => count(matrix, 0) > count(theirs[i] ?? [], 0)) ||
    (same(mine.flat()) && !same(theirs.flat())) ||
    count(own.inputShape, 1) > count(right.inputShape, 1)
  );
}

/**
 * Whether what is right is easier to guess than it should be: more options are, a number is 0, or the numbers of a
 * column or a matrix are all the same.
 */
export function simplerAnswer(own: Claim, right: Claim, { options }: Answer): boolean {
  const rightOptions = (claim: Claim) =>
    options.filter(({ value }) => claim.judge(value).verdict === 'right').length;
  if (options.length > 0) return rightOptions(own) > rightOptions(right);
  const theirs = numbersOf(right.solve());
  return numbersOf(own.solve()).some((part, i) => same(part) && !same(theirs[i] ?? []));
}

const numbersOf = (value: Value | null): readonly Numbers[] => (value ? numbersIn(value) : []);
